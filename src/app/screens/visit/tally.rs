//! Counting: one large button, a small one to take back. No line and no rate stand beside the count.

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, Observed};

use super::recording::use_recording;
use crate::words::use_words;

/// A count.
#[component]
pub fn Tally(
    /// What is counted.
    look_for: &'static LookFor,
    /// How many there can be, where it is a sample of so many.
    most: Option<u8>,
) -> Element {
    let words = &use_words().visit;
    let recording = use_recording();
    let count = use_memo(move || match recording.drawn.read().observed(&look_for.id, &look_for.unit) {
        Observed::Tally(count) => count,
        _ => 0,
    });
    let count = count();
    let is_full = most.is_some_and(|most| count >= u32::from(most));
    let hint = match most {
        Some(most) if is_full => (words.all_counted)(most),
        Some(most) => (words.of_five)(most),
        None => words.tap_to_add.to_owned(),
    };
    rsx! {
        div { class: "tally control",
            button {
                class: "less",
                "aria-label": words.less,
                disabled: count == 0,
                onclick: move |_| recording.take_back(|act| *act == Act::Count(look_for.id.clone())),
                "−"
            }
            button {
                class: "plus main",
                "aria-label": (words.count)(count),
                disabled: is_full,
                onclick: move |_| recording.record(Act::Count(look_for.id.clone())),
                // Drawn anew with each count, so that the tick is seen.
                b { key: "{count}", class: "tick", "{count}" }
                small { {hint} }
            }
        }
    }
}
