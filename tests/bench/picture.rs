//! Reading a picture, with a thousand rounds on the server and with ten thousand.

use std::time::Instant;

use crate::load::{Load, ROOMS, SCHOOLS};
use crate::report::{Figure, Report, quantile};

/// Rounds at which it is measured. The second takes a while to fill, so it is measured by `cargo xtask prove` only.
const ROUNDS: [usize; 2] = [1_000, 10_000];
/// Reads at each.
const READS: usize = 2_000;

/// Reads a school's releases again and again.
pub fn measure(report: &mut Report) {
    let runtime = tokio::runtime::Runtime::new().expect("this machine runs threads");
    let at_length = std::env::var_os("NOTICEBOARD_AT_LENGTH").is_some();
    runtime.block_on(async {
        let load = Load::new().await;
        let mut filled = 0;
        for rounds in ROUNDS.into_iter().take(if at_length { 2 } else { 1 }) {
            load.fills(rounds - filled).await;
            filled = rounds;
            let mut times = Vec::with_capacity(READS);
            let mut bytes = 0;
            for read in 0..READS {
                let began = Instant::now();
                bytes = load.reads(read % SCHOOLS).await;
                times.push(began.elapsed().as_secs_f64() * 1000.0);
            }
            let visits = rounds * ROOMS;
            let (middle, high) = (quantile(&mut times, 0.5), quantile(&mut times, 0.99));
            report.figure(Figure {
                what: format!("reading a picture, p99, {visits} visits"),
                measured: high,
                budget: 10.0,
                unit: "ms",
                mend: "a school's releases kept ready as text, put together once at each close",
            });
            report.remark(format!("  reading a picture, p50 with {visits} visits: {middle:.2} ms, {bytes} bytes"));
        }
    });
}
