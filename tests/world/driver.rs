//! A driver: the program between a test and a browser.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::leash::Leash;

/// How long a program may take to come up on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A running driver; it ends with its leash, and with it every browser that it started.
pub struct Driver {
    /// Where it listens, such as `http://127.0.0.1:40123`.
    pub address: String,
    /// Its process group.
    pub leash: Leash,
}

impl Driver {
    /// Starts a driver with these arguments and its port, and `NAME=value` around it; it answers when this returns.
    ///
    /// # Panics
    /// When it does not answer within a minute.
    pub fn start(program: &Path, arguments: &[&str], surroundings: &[String]) -> Driver {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.expect("this machine has a free port").port();
        let mut all = surroundings.to_vec();
        all.extend([program.display().to_string(), format!("--port={port}")]);
        all.extend(arguments.iter().map(|argument| (*argument).to_owned()));
        let leash = Leash::start("env", &all, &std::env::temp_dir()).expect("sh is on the path");
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(Instant::now() < deadline, "{} does not answer on port {port}", program.display());
            std::thread::sleep(Duration::from_millis(20));
        }
        Driver { address: format!("http://127.0.0.1:{port}"), leash }
    }
}
