//! When and on what something was measured, without a name.

use std::fs;
use std::process::Command;

use crate::failure::Outcome;
use crate::project;

/// The day, the machine and the compiler.
pub fn surroundings() -> Outcome<String> {
    let day = project::output(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    let compiler = project::output(project::rustc().arg("--version"))?;
    Ok(format!("{}, {}, with {}", day.trim(), machine(), compiler.trim()))
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = fs::read_to_string("/proc/meminfo").ok().and_then(|text| gigabytes(&text));
    let memory = memory.map_or_else(String::new, |memory| format!(" and {memory:.0} GB of memory"));
    format!("{} on {} with {cores} cores{memory}", std::env::consts::OS, std::env::consts::ARCH)
}

/// All the memory that Linux knows of, in gigabytes: `MemTotal:  16318480 kB`.
fn gigabytes(text: &str) -> Option<f64> {
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0 / 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_as_linux_writes_it() {
        let found = gigabytes("MemTotal:       15625000 kB\nMemFree:         1 kB\n");
        assert_eq!(found, Some(16.0));
        assert_eq!(gigabytes("nothing"), None);
    }
}
