//! What earlier rounds of the same schools say about a look-for.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use domain::ids::SchoolId;
use domain::release::{Finding, Range, Release, Trend, trend};
use domain::time::Day;

use crate::browser::dates;
use crate::words::picture::HowMany;
use crate::words::use_words;

/// Earlier rounds that are drawn.
const MOST_DRAWN: usize = 5;

/// The earlier rounds of a look-for.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// Rounds that can be compared with one another, oldest first: their last day, and what they showed.
    pub points: Vec<(Day, Option<Range>)>,
    /// What changed since the round before, and the last day of that round.
    pub since: Option<(Day, Trend)>,
    /// Whether rounds were left out because they covered other schools.
    pub other_schools: bool,
}

/// The history of `finding` in a release of `schools`; `earlier` are the releases before it, oldest first.
pub fn history(finding: &Finding, schools: &BTreeSet<SchoolId>, earlier: &[Release]) -> History {
    let found =
        |release: &'_ Release| release.findings.iter().find(|other| other.look_for == finding.look_for).cloned();
    let (same, other): (Vec<&Release>, Vec<&Release>) =
        earlier.iter().filter(|release| found(release).is_some()).partition(|release| release.schools == *schools);
    let same: Vec<(Day, Finding)> =
        same.into_iter().filter_map(|release| Some((release.ends, found(release)?))).collect();
    let comparable = |other: &Finding| other.version == finding.version && other.line == finding.line;
    let run = same.iter().rev().take_while(|(_, other)| comparable(other)).take(MOST_DRAWN);
    let mut run: Vec<&(Day, Finding)> = run.collect();
    run.reverse();
    let points = run.iter().map(|(day, other)| (*day, other.whole())).collect();
    let changed = |(day, before): &(Day, Finding)| (*day, trend(before, finding));
    let since = same.last().map(changed);
    History { points, since, other_schools: !other.is_empty() }
}

impl History {
    /// What changed since the round before. Only with that one it is compared: a second comparison would speak twice as
    /// often when nothing has changed.
    pub fn trend(&self) -> Trend {
        self.since.map_or(Trend::NoClearChange, |(_, trend)| trend)
    }
}

/// Earlier rounds as a row of small pictures, the round shown at its end.
#[component]
pub fn TrendRow(
    /// What came before.
    history: History,
    /// The last day of the round shown.
    ends: Day,
    /// What it shows.
    range: Option<Range>,
) -> Element {
    let words = use_words();
    if history.points.is_empty() {
        return rsx! {};
    }
    let points = history.points.iter().copied().chain([(ends, range)]);
    let last = history.points.len();
    rsx! {
        ol { class: "trend", "aria-label": words.picture.earlier,
            for (place, (day, range)) in points.enumerate() {
                li { key: "{place}", "aria-current": if place == last { "true" },
                    svg { view_box: "0 0 60 80", "aria-hidden": "true",
                        path { class: "guide", d: "M6 4H54M6 40H54M6 76H54" }
                        if let Some(range) = range {
                            Point { range, is_last: place == last }
                        } else {
                            circle { class: "dot maybe", cx: "30", cy: "76", r: "4" }
                        }
                    }
                    {dates::short_day(day, words.language)}
                    if range.is_none() {
                        br {}
                        span { class: "small", {words.picture.hidden_here} }
                    }
                }
            }
        }
    }
}

/// One round: a dot where it stands, and the band of how far off that could be.
#[component]
fn Point(range: Range, is_last: bool) -> Element {
    // Tenths go up the page: none at 76, all at 4.
    let height = |tenths: f64| 76.0 - 7.2 * tenths;
    let (low, high) = range.interval_tenths();
    let (top, bottom) = (height(f64::from(high)), height(f64::from(low)));
    let middle = 10.0 * f64::from(range.low + range.high) / f64::from(2 * range.rooms.max(1));
    let class = if matches!(HowMany::of(range), HowMany::About(_)) { "dot full" } else { "dot maybe" };
    let radius = if is_last { 8 } else { 6 };
    rsx! {
        rect { class: "band", x: "22", y: "{top:.1}", width: "16", height: "{bottom - top:.1}", rx: "8" }
        circle { class, cx: "30", cy: "{height(middle):.1}", r: "{radius}" }
    }
}
