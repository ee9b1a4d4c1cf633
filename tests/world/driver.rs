//! The one chromedriver of a test binary.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crate::leash::Leash;

/// Where the driver of this test binary listens, as an address; started at the first call.
pub fn address() -> &'static str {
    static DRIVER: OnceLock<(String, Leash)> = OnceLock::new();
    &DRIVER.get_or_init(start).0
}

/// How long a program may take to come up on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

fn start() -> (String, Leash) {
    on_path("chromedriver");
    on_path("chromium");
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    let port = free.expect("this machine has a free port").port();
    let arguments = [format!("--port={port}"), "--log-level=OFF".to_owned()];
    let leash = Leash::start("chromedriver", &arguments, &std::env::temp_dir()).expect("sh is on the path");
    let deadline = Instant::now() + PATIENCE;
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(Instant::now() < deadline, "chromedriver does not answer on port {port}");
        std::thread::sleep(Duration::from_millis(20));
    }
    (format!("http://127.0.0.1:{port}"), leash)
}

/// Fails in one line when a program is missing.
fn on_path(program: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| fs::metadata(file).is_ok());
    found.unwrap_or_else(|| panic!("{program} is not on the path: `cargo xtask test` installs it"))
}
