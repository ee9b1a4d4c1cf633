//! A bar of usable rooms with a mark at k.

use dioxus::prelude::*;

/// Usable rooms as a bar, with a mark at k. It says how much there is to rest on, nothing about results.
#[component]
pub fn Gauge(
    /// Rooms that are usable.
    usable: u32,
    /// Rooms of which that cannot be told; drawn behind them, hollow.
    untold: u32,
    /// The fewest that are needed.
    k: u32,
) -> Element {
    // k stands at 40 of 100, so that two and a half times as many rooms fill the bar.
    let run = |rooms: u32| (40 * rooms / k.max(1)).min(100);
    let (told, all) = (run(usable), run(usable + untold));
    rsx! {
        svg { class: "gauge", view_box: "0 0 100 8", "preserveAspectRatio": "none", "aria-hidden": "true",
            rect { class: "track", y: "2", width: "100", height: "4" }
            if untold > 0 {
                rect { class: "maybe", x: "{told}", y: "2", width: "{all - told}", height: "4" }
            }
            rect { class: "run", y: "2", width: "{told}", height: "4" }
            path { class: "least", d: "M40 0V8" }
        }
    }
}
