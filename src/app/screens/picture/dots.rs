//! Ten dots for ten rooms of ten: filled, perhaps filled, empty; a soft band behind them says how far off that could be.

use dioxus::prelude::*;
use domain::release::Range;

use crate::words::picture::HowMany;

/// The dots of a range.
#[component]
pub fn RangeDots(
    range: Range,
    /// The same in words.
    label: String,
) -> Element {
    let (full, maybe) = HowMany::of(range).dots();
    let (low, high) = range.interval_tenths();
    // Each dot is 20 wide; a band from 0 begins before the first.
    let begin = if low == 0 { -5 } else { i32::from(low) * 20 - 19 };
    let width = i32::from(high) * 20 - begin - 1;
    let class = |place: u8| match place {
        place if place < full => "dot full",
        place if place < full + maybe => "dot maybe",
        _ => "dot",
    };
    rsx! {
        svg { class: "dots", view_box: "-6 0 212 28", role: "img", "aria-label": "{label}",
            rect { class: "band", x: "{begin}", y: "1", width: "{width}", height: "26", rx: "13" }
            for place in 0..10_u8 {
                circle { class: class(place), cx: "{10 + 20 * u32::from(place)}", cy: "14", r: "7" }
            }
        }
    }
}
