//! The bar that offers a new version; it does not stand on the screens of a visit.

use device::people::Door;
use dioxus::prelude::*;

use crate::app::use_happenings;
use crate::browser::{keeping, remembered, update};
use crate::tablet_context::use_tablet_if_open;
use crate::words::use_words;

/// Offers a new version where one waits and no visit is under way.
#[component]
pub fn Offer() -> Element {
    let words = use_words();
    let mut ready = use_happenings().update;
    let here = use_resource(async || !keeping::tablets().await.is_empty());
    let visiting = match use_tablet_if_open() {
        Some(tablet) => tablet.held().visit_under_way().is_some(),
        // Nobody has looked into the tablet yet; where visits are led, one may be under way in it.
        None => here() != Some(false) || remembered::doors().contains(&Door::Lead),
    };
    if !ready() || visiting {
        return rsx! {};
    }
    rsx! {
        div { class: "offer", role: "status",
            p { {words.frame.new_version} }
            div { class: "acts",
                button { onclick: |_| update::switch(), {words.frame.use_new_version} }
                button { class: "plain", onclick: move |_| ready.set(false), {words.frame.later} }
            }
        }
    }
}
