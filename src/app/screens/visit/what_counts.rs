//! The sheet that says what counts for a look-for: indicator, boundary and examples, while the clock goes on.
//!
//! Its line is not here: who knows the number that makes a yes counts towards it.

use dioxus::prelude::*;
use domain::library::LookFor;

use super::sheet::{Sheet, close};
use crate::components::Definition;
use crate::words::use_words;

/// The sheet.
#[component]
pub fn WhatCounts(look_for: &'static LookFor, closed: Callback) -> Element {
    let words = use_words();
    rsx! {
        Sheet { heading: "counts", closed,
            div { class: "stack",
                h2 { id: "counts", {look_for.label.in_language(words.language).as_str()} }
                Definition { look_for }
                div { class: "acts",
                    button { class: "main", autofocus: true, onclick: move |_| close(closed), {words.visit.back_to_visit} }
                }
            }
        }
    }
}
