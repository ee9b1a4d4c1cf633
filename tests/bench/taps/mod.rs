//! Taps on a count in a visit, in each engine: until the number has changed on the screen, and until the tap is stored for
//! good; on a tablet that holds nothing yet, and on one that holds many marks of earlier visits.

mod alone;
mod pages;
mod samples;
mod yardstick;

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::json;
use world::{Engine, World};

pub use self::pages::{Marked, yardsticks};
use self::samples::{Samples, heads};
use crate::desk::{TIMES_SLOWER, slow_down};
use crate::report::{Figure, Report};

/// Milliseconds from a tap until it is acknowledged, 95 of 100.
const ACKNOWLEDGED: f64 = 16.0;
/// Milliseconds from a tap until the pixel has changed, on a slow tablet, 95 of 100.
const CHANGED: f64 = 50.0;
/// How many times what a bare strict put takes a tap may take until it is acknowledged.
const TIMES_BARE: f64 = 3.0;
/// What is called flat: the middle half of the taps with the most marks stored, over that with none.
const FLAT: f64 = 1.25;

/// One engine, at one speed.
struct Column {
    name: String,
    engine: Engine,
    times_slower: u32,
    /// By how many marks were stored, fewest first.
    samples: Vec<(usize, Samples)>,
}

/// Taps in each engine, in Chromium also on a slow tablet; then the same appends by other hands.
pub fn measure(report: &mut Report) {
    let (taps, stored): (usize, &[usize]) =
        if report.is_quick { (30, &[0, 20_000]) } else { (200, &[0, 1_000, 20_000]) };
    let world = World::new();
    let marked = Marked::served_by(&world);
    let mut columns = Vec::new();
    for engine in Engine::ALL {
        // An engine that is not there, or breaks off, leaves the others to be measured.
        match catch_unwind(AssertUnwindSafe(|| of_engine(&world, &marked, engine, taps, stored))) {
            Ok(measured) => columns.extend(measured),
            Err(_) => report.broke_off(format_args!("taps in {engine}")),
        }
    }
    report.remark(format!("taps on a count, {taps} of each kind in turn; milliseconds, p50 / p95 / p99"));
    report.remark(
        "judged with the most marks stored; how flat they are by the mean of the middle half, which few taps cannot move"
            .to_owned(),
    );
    for column in &mut columns {
        judge(report, column);
    }
    for line in heads().into_iter().chain(columns.iter_mut().flat_map(Column::rows)) {
        report.remark(line);
    }
    yardstick::measure(report, &marked, taps);
}

fn of_engine(world: &World, marked: &Marked, engine: Engine, taps: usize, stored: &[usize]) -> Vec<Column> {
    let column = |times_slower: u32| {
        let name = if times_slower > 1 { format!("{engine}, {times_slower}× slowed") } else { engine.to_string() };
        Column { name, engine, times_slower, samples: Vec::new() }
    };
    let mut columns = vec![column(1)];
    if engine == Engine::Chromium {
        columns.push(column(TIMES_SLOWER));
    }
    for &marks in stored {
        if !engine.keeps_its_profile_under_a_driver() {
            // Under a driver it would store in memory, where nothing is strict.
            columns[0].samples.push((marks, Samples::read(&alone::tapped(world, engine, marks, taps))));
            continue;
        }
        let desk = marked.desk(engine);
        let browser = desk.browser();
        let visit = marked.visit(&browser, marks);
        for column in &mut columns {
            if column.engine == Engine::Chromium {
                slow_down(&browser, column.times_slower);
            }
            browser.open(&visit);
            let until = "while (!window.benchTaps) await new Promise((done) => setTimeout(done, 20));";
            let found = browser.run_async(&format!("{until} return await benchTaps(arguments[0])"), vec![json!(taps)]);
            column.samples.push((marks, Samples::read(&found)));
        }
    }
    columns
}

/// What the budgets ask of it.
fn judge(report: &mut Report, Column { name, times_slower, samples, .. }: &mut Column) {
    // The fewest and the most marks.
    let [(_, none), .., (most, many)] = samples.as_mut_slice() else { return };
    let (none_changed, none_saved) = (none.painted.middle(), none.saved.middle());
    let (changed, saved) = (many.painted.middle(), many.saved.middle());
    if *times_slower > 1 {
        report.figure(Figure {
            what: format!("tap to changed pixel, {name}, {most} marks stored, p95"),
            measured: many.painted.at(0.95),
            budget: CHANGED,
            unit: "ms",
            mend: "less of the screen drawn anew at each tap",
        });
    } else {
        report.figure(Figure {
            what: format!("tap to acknowledged (strict), {name}, {most} marks stored, p95"),
            measured: many.saved.at(0.95),
            budget: ACKNOWLEDGED,
            unit: "ms",
            mend: "less work before the painted frame: the store's part is what the bare put beside it takes",
        });
        report.figure(Figure {
            what: format!("the same, over a bare strict put of the same run, {name}, p95 over p95"),
            measured: many.saved.at(0.95) / many.bare_strict.at(0.95),
            budget: TIMES_BARE,
            unit: "×",
            mend: "less work between the tap and the transaction, and after it has completed",
        });
    }
    for (what, many, none) in [("changed pixel", changed, none_changed), ("acknowledged", saved, none_saved)] {
        report.figure(Figure {
            what: format!("tap to {what}, {name}, with {most} marks stored over with none, middle half"),
            measured: many / none,
            budget: FLAT,
            unit: "×",
            mend: "nothing at a tap that looks at other visits",
        });
    }
}

impl Column {
    fn rows(&mut self) -> Vec<String> {
        let Column { name, samples, .. } = self;
        samples.iter_mut().map(|(marks, samples)| samples.row(name, *marks)).collect()
    }
}
