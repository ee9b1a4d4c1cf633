//! The same append by other hands: a bare put, the tablet without a screen, Dexie and PouchDB.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};
use world::Engine;

use super::pages::Marked;
use super::samples::Times;
use crate::report::Report;

/// Rows that each holds before.
const ROWS: usize = 1_000;

/// Each hand as the page names it, and as it is printed.
const HANDS: [(&str, &str); 4] =
    [("bare", "bare put"), ("tablet", "this tablet, sealed"), ("dexie", "Dexie"), ("pouch", "PouchDB")];

/// All of them in turn in one page, in the engines that keep a profile under a driver.
pub fn measure(report: &mut Report, marked: &Marked, appends: usize) {
    if !marked.has_yardsticks {
        report.remark("  Dexie and PouchDB were not measured: there is no npm to fetch them with");
        return;
    }
    report.remark(format!("one append to {ROWS} rows, {appends} by each hand in turn; milliseconds, p50 / p95 / p99"));
    report.remark(format!("  {:<21} {:<20} {:<20} {:<20}", "engine", "", "strict", "relaxed"));
    for engine in Engine::ALL.into_iter().filter(|engine| engine.keeps_its_profile_under_a_driver()) {
        match catch_unwind(AssertUnwindSafe(|| appended(marked, engine, appends))) {
            Ok(found) => HANDS.iter().for_each(|hand| report.remark(row(engine, *hand, &found))),
            Err(_) => report.broke_off(format_args!("the yardstick in {engine}")),
        }
    }
}

fn appended(marked: &Marked, engine: Engine, appends: usize) -> Value {
    let desk = marked.desk(engine);
    let browser = desk.browser();
    marked.visit(&browser, ROWS);
    browser.run_async(include_str!("yardstick.js"), vec![json!(appends), json!(ROWS)])
}

fn row(engine: Engine, (hand, name): (&str, &str), found: &Value) -> String {
    let [strict, relaxed] = ["strict", "relaxed"].map(|durability| Times::read(&found[hand], durability).said());
    format!("  {:<21} {name:<20} {strict:<20} {relaxed:<20}", engine.to_string())
}
