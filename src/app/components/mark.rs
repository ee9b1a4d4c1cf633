//! The product's mark: ten dots, seven of them filled.

use dioxus::prelude::*;

/// Centres of the dots, in rows of three, four and three.
const DOTS: [(u8, u8); 10] =
    [(10, 11), (20, 11), (30, 11), (5, 20), (15, 20), (25, 20), (35, 20), (10, 29), (20, 29), (30, 29)];

/// The mark, for the eye only.
#[component]
pub fn Mark() -> Element {
    rsx! {
        svg { class: "mark", view_box: "0 0 40 40", "aria-hidden": "true",
            for (place, (x, y)) in DOTS.into_iter().enumerate() {
                circle { class: if place < 7 { "dot full" } else { "dot" }, cx: "{x}", cy: "{y}", r: "3.5" }
            }
        }
    }
}
