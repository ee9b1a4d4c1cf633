//! The server's resident memory while everything above is done to it.

use std::fs;

use crate::load::{Load, SCHOOLS};
use crate::report::{Figure, Report};

/// Rounds pushed and closed before looking.
const ROUNDS: usize = 200;

/// Looks at this process, which holds the server, its load and nothing else.
pub fn measure(report: &mut Report) {
    let runtime = tokio::runtime::Runtime::new().expect("this machine runs threads");
    runtime.block_on(async {
        let load = Load::new().await;
        load.fills(ROUNDS).await;
        for read in 0..1_000 {
            load.reads(read % SCHOOLS).await;
        }
        match most_resident() {
            Some(megabytes) => {
                report.figure(Figure {
                    what: "server resident memory under load, the load's own included, at its most".to_owned(),
                    measured: megabytes,
                    budget: 100.0,
                    unit: "MB",
                    mend: "fewer connections to the database, each of which keeps pages of its own",
                });
            }
            None => report.remark("  resident memory: this system does not say"),
        }
    });
}

/// The most resident memory of this process so far, in megabytes, as Linux tells it.
pub fn most_resident() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1000.0)
}

/// Forgets the most so far; what is resident now is the most from here on. Nothing on a system that cannot.
pub fn forget_the_most() {
    // In Linux's list of what can be cleared, 5 is the peak.
    let _ = fs::write("/proc/self/clear_refs", "5");
}
