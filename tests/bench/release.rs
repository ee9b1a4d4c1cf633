//! Rounds of 150 summaries, pushed and closed: a thousand, and ten times that; and reading a picture with each.

use std::time::{Duration, Instant};

use crate::load::{Load, ROOMS, SCHOOLS};
use crate::report::{Figure, Report, quantile};

/// Rounds at which it is measured. The second takes minutes to fill, so it is left out of a run of all benches and of
/// a first look.
const ROUNDS: [usize; 2] = [1_000, 10_000];
/// Seconds that a thousand rounds may take.
const SECONDS: f64 = 60.0;
/// Reads at each.
const READS: usize = 2_000;

/// Pushes and closes rounds, ten pushes each, through the real handlers over SQLite on this disk, and reads a school's
/// newest releases again and again; at the end deletes the summaries of all of them.
pub fn measure(report: &mut Report) {
    let runtime = tokio::runtime::Runtime::new().expect("this machine runs threads");
    runtime.block_on(async {
        let load = Load::new().await;
        let (mut filled, mut took) = (0, Duration::ZERO);
        for rounds in ROUNDS.into_iter().take(if report.is_at_length() { 2 } else { 1 }) {
            let began = Instant::now();
            load.fills(rounds - filled).await;
            (filled, took) = (rounds, took + began.elapsed());
            report.figure(Figure {
                what: format!("{rounds} rounds of {ROOMS} summaries pushed and closed"),
                measured: took.as_secs_f64(),
                budget: SECONDS * rounds as f64 / ROUNDS[0] as f64,
                unit: "s",
                mend: "an urn in fewer bytes than JSON: each push writes its round's urn anew, so that nothing says what came together",
            });
            reading(report, &load, rounds * ROOMS).await;
        }
        let began = Instant::now();
        load.forgets().await;
        report.remark(format!(
            "  deleting the summaries of {filled} rounds and writing the file anew: {:.1} s, once an hour at most",
            began.elapsed().as_secs_f64()
        ));
    });
}

async fn reading(report: &mut Report, load: &Load, visits: usize) {
    let mut times = Vec::with_capacity(READS);
    let mut bytes = 0;
    for read in 0..READS {
        let began = Instant::now();
        bytes = load.reads(read % SCHOOLS).await;
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    let (middle, high) = (quantile(&mut times, 0.5), quantile(&mut times, 0.99));
    report.figure(Figure {
        what: format!("reading a picture, p99, {visits} visits"),
        measured: high,
        budget: 10.0,
        unit: "ms",
        mend: "fewer releases in one answer",
    });
    report.remark(format!("  reading a picture, p50 with {visits} visits: {middle:.2} ms, {bytes} bytes"));
    let began = Instant::now();
    let (answers, releases) = load.reads_all(0).await;
    report.remark(format!(
        "  every release of a school, with {visits} visits: {:.2} ms, {releases} releases in {answers} answers",
        began.elapsed().as_secs_f64() * 1000.0
    ));
}
