//! The sheet that asks, when a visitor comes back to a visit in which nothing was recorded for long, whether it goes on.

use device::tablet::Tablet;
use dioxus::prelude::*;
use domain::visit::Visit;

use super::sheet::{Sheet, close};
use crate::app::use_happenings;
use crate::screens::finish::is_forgotten;
use crate::words::between::use_between_words;

/// Calls `ask` when the visit looks forgotten: now, or when the page is shown again.
pub fn use_asking(visit: Signal<Visit>, ask: Callback) {
    let tablet: Tablet = use_context();
    let visible = use_happenings().visible;
    use_effect(move || {
        let visit = visit.peek();
        if visible() && is_forgotten(&visit, visit.elapsed(tablet.now())) {
            ask.call(());
        }
    });
}

/// The sheet.
#[component]
pub fn StillOn(
    minutes: u32,
    /// Ends the visit, as the visit's own button does.
    finish: Callback,
    closed: Callback,
) -> Element {
    let said = use_between_words();
    rsx! {
        Sheet { heading: "still-on", closed,
            div { class: "stack",
                h2 { id: "still-on", {(said.still_on)(minutes)} }
                p { {said.still_on_what} }
                div { class: "acts",
                    button { class: "main", onclick: move |_| finish(()), {said.finish_with} }
                    button { autofocus: true, onclick: move |_| close(closed), {said.goes_on} }
                }
            }
        }
    }
}
