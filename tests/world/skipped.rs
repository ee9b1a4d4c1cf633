//! Tests that cannot run on a machine: what they say is not lost among those that passed.

use std::fs::OpenOptions;
use std::io::Write;

/// Says why a test does not run here: in its own output, which is shown where it fails, and in the file that
/// `NOTICEBOARD_SKIPPED` names, which is shown at the end of all tests.
///
/// # Panics
/// When that file cannot be written.
pub fn skipped(test: &str, reason: &str) {
    let line = format!("skipped: {test}: {reason}\n");
    print!("{line}");
    if let Some(file) = std::env::var_os("NOTICEBOARD_SKIPPED") {
        let mut file =
            OpenOptions::new().create(true).append(true).open(file).expect("the list of what was skipped opens");
        file.write_all(line.as_bytes()).expect("the list of what was skipped can be written");
    }
}
