//! A thousand rounds of 150 summaries, pushed and closed.

use std::time::Instant;

use crate::load::{Load, ROOMS, SCHOOLS};
use crate::report::Report;

/// Rounds that the budget is for.
const ROUNDS: usize = 1_000;

/// Pushes and closes a thousand rounds, ten pushes each, through the real handlers over SQLite on this disk.
pub fn measure(report: &mut Report) {
    let runtime = tokio::runtime::Runtime::new().expect("this machine runs threads");
    runtime.block_on(async {
        let load = Load::new().await;
        let began = Instant::now();
        for round in 0..ROUNDS / SCHOOLS {
            load.a_round_in_every_school().await;
            eprintln!("{} of {ROUNDS} rounds, {:.0?}", (round + 1) * SCHOOLS, began.elapsed());
        }
        let took = began.elapsed().as_secs_f64();
        report.figure(format!("{ROUNDS} rounds of {ROOMS} summaries pushed and closed"), took, 60.0, "s");
    });
}
