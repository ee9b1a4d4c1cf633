//! The one screen of a test binary that nobody sees, for browsers that want a window.

use std::fs;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::on_path;
use crate::driver::PATIENCE;
use crate::leash::Leash;

/// Its name as programs know it, such as `:7`; it is made at the first call.
pub(super) fn name() -> &'static str {
    static DISPLAY: OnceLock<(String, Leash)> = OnceLock::new();
    &DISPLAY.get_or_init(start).0
}

fn start() -> (String, Leash) {
    on_path("Xvfb");
    let folder = TempDir::with_prefix("noticeboard-display-").expect("this machine has a folder for passing things");
    // It takes a number that is free and says which. It must not begin anew when its last window was killed: a browser
    // that is started in that moment finds no screen and ends.
    let script = "exec Xvfb -displayfd 3 -screen 0 1440x1200x24 -nolisten tcp -noreset 3>number";
    let leash = Leash::start("sh", &["-c", script].map(str::to_owned), folder.path()).expect("sh is on the path");
    let deadline = Instant::now() + PATIENCE;
    loop {
        match fs::read_to_string(folder.path().join("number")) {
            Ok(number) if number.ends_with('\n') => return (format!(":{}", number.trim()), leash),
            _ => assert!(Instant::now() < deadline, "Xvfb does not start; `Xvfb -displayfd 1` says why"),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
