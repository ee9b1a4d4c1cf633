//! What earlier rounds of the same schools say about a look-for, drawn.

use dioxus::prelude::*;
use domain::release::{History, Range};
use domain::time::Day;

use crate::browser::dates;
use crate::words::picture::HowMany;
use crate::words::use_words;

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
