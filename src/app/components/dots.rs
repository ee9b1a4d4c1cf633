//! Ten dots: how many of ten rooms, and how far off that could be.

use dioxus::prelude::*;

/// Ten dots with a soft band behind them.
#[component]
pub fn Dots(
    /// Filled dots, 0 to 10.
    full: u8,
    /// Where the band begins, in tenths.
    low: u8,
    /// Where it ends, in tenths.
    high: u8,
    /// The same in words.
    label: String,
) -> Element {
    // Each dot is 20 wide; a band from 0 begins before the first.
    let begin = if low == 0 { -6 } else { i32::from(low) * 20 - 20 } + 1;
    let width = i32::from(high) * 20 - begin - 1;
    rsx! {
        svg { class: "dots", view_box: "-6 0 212 28", role: "img", "aria-label": "{label}",
            rect { class: "band", x: "{begin}", y: "1", width: "{width}", height: "26", rx: "13" }
            for place in 0..10 {
                circle { class: if place < full { "dot full" } else { "dot" }, cx: "{10 + 20 * place}", cy: "14", r: "7" }
            }
        }
    }
}
