//! What was not saved, said aloud wherever the person is: on the instrument, and in the sheets that lie over it.

use device::tablet::VisitRefused;
use dioxus::prelude::*;

use super::recording::{Saving, use_recording};
use crate::navigation::Link;
use crate::route::Route;
use crate::words::{rescue, use_words};

/// Nothing while all is well. It stays until a tap is saved again.
#[component]
pub fn NotSaved() -> Element {
    let words = use_words();
    let recording = use_recording();
    let Saving::Not(refused) = &*recording.saving.read() else { return rsx! {} };
    rsx! {
        div { class: "notice hold", role: "alert",
            p { class: "wrong", {(words.visit.not_saved)(refused)} }
            if matches!(refused, VisitRefused::Storage(_)) {
                p {
                    Link { to: Route::Rescue {}, {rescue::of(words.language).to_rescue} }
                }
            }
        }
    }
}
