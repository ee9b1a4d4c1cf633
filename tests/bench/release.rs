//! A thousand rounds of 150 summaries, pushed and closed.

use std::time::Instant;

use crate::load::{Load, ROOMS};
use crate::report::{Figure, Report};

/// Rounds that the budget is for.
const ROUNDS: usize = 1_000;

/// Pushes and closes a thousand rounds, ten pushes each, through the real handlers over SQLite on this disk.
pub fn measure(report: &mut Report) {
    let runtime = tokio::runtime::Runtime::new().expect("this machine runs threads");
    runtime.block_on(async {
        let load = Load::new().await;
        let began = Instant::now();
        load.fills(ROUNDS).await;
        report.figure(Figure {
            what: format!("{ROUNDS} rounds of {ROOMS} summaries pushed and closed"),
            measured: began.elapsed().as_secs_f64(),
            budget: 60.0,
            unit: "s",
            mend: "an urn in fewer bytes than JSON: each push writes its round's urn anew, so that nothing says what came together",
        });
    });
}
