//! A look-for through its rounds: a row of small pictures, where it breaks, and what began in between.

use ::words::trend::numbers;
use dioxus::prelude::*;
use domain::release::{History, Range};
use domain::time::Day;

use crate::browser::dates;
use crate::words::picture::HowMany;
use crate::words::use_words;

/// The rounds of a history, the newest at the end; nothing where there is only one.
#[component]
pub fn TrendRow(
    history: History,
    /// The last days of all releases, by their places.
    ends: Vec<Day>,
) -> Element {
    let words = use_words();
    let last = history.points.len() - 1;
    if last == 0 {
        return rsx! {};
    }
    rsx! {
        ol { class: "trend", "aria-label": words.picture.earlier,
            for (number, point) in history.points.iter().enumerate() {
                li {
                    key: "{point.place}",
                    class: if point.broken.and_then(words.trend.broken).is_some() { "broken" },
                    "aria-current": if number == last { "true" },
                    if let Some(questions) = words.trend.questions_before(point) {
                        span { class: "began",
                            span { class: "aside", {questions} }
                            span { "aria-hidden": "true", {numbers(point, " ")} }
                        }
                    }
                    svg { view_box: "0 0 60 80", "aria-hidden": "true",
                        path { class: "guide", d: "M6 4H54M6 40H54M6 76H54" }
                        if let Some(range) = point.range {
                            Drawn { range, is_last: number == last }
                        } else {
                            circle { class: "dot maybe", cx: "30", cy: "76", r: "4" }
                        }
                    }
                    {dates::short_day(ends[point.place], words.language)}
                    if let Some(range) = point.range {
                        span { class: "aside", ": {words.picture.sentence(range)} " }
                        br {}
                        span { class: "small", {words.published.group_rooms(range)} }
                    } else {
                        br {}
                        span { class: "small", {words.picture.hidden_here} }
                    }
                    for begun in words.trend.begun(point, words.language) {
                        br {}
                        span { class: "small", {begun} }
                    }
                }
            }
        }
    }
}

/// One round: a dot where it stands, and the band of how far off that could be.
#[component]
fn Drawn(range: Range, is_last: bool) -> Element {
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
