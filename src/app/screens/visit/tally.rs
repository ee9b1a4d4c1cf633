//! Counting: one large button, a small one to take back. The line does not stand beside the count, so that nobody counts
//! towards it.

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, Observed, per_ten_minutes};

use super::recording::use_recording;
use crate::words::marks::use_mark_words;
use crate::words::use_words;

/// Whole minutes before a rate is said.
const FEWEST_FOR_A_RATE: u32 = 2;

/// A count.
#[component]
pub fn Tally(
    /// What is counted.
    look_for: &'static LookFor,
    /// How many there can be, where it is a sample of so many.
    most: Option<u8>,
) -> Element {
    let (words, said) = (use_words(), use_mark_words());
    let label = look_for.label.in_language(words.language).as_str();
    let words = &words.visit;
    let recording = use_recording();
    let count = use_memo(move || match recording.drawn.read().observed(&look_for.id, &look_for.unit) {
        Observed::Tally(count) => count,
        _ => 0,
    });
    // Drawn again with each whole minute. In the first ones a rate would be a guess.
    let rate = use_memo(move || {
        let minutes = (recording.seconds)() / 60;
        (minutes >= FEWEST_FOR_A_RATE).then(|| per_ten_minutes(count(), minutes * 60)).flatten()
    });
    let count = count();
    let is_full = most.is_some_and(|most| count >= u32::from(most));
    let hint = match most {
        Some(most) if is_full => (words.all_counted)(most),
        Some(most) => (words.of_five)(most),
        None => rate().filter(|_| count > 0).map_or_else(|| words.tap_to_add.to_owned(), said.in_ten),
    };
    rsx! {
        div { class: "tally control",
            button {
                class: "less",
                "aria-label": words.less,
                "aria-disabled": count == 0,
                onclick: move |_| recording.take_back(|act| *act == Act::Count(look_for.id.clone())),
                "−"
            }
            button {
                class: "plus main",
                "aria-disabled": is_full,
                onclick: move |_| {
                    if !is_full {
                        recording.record(Act::Count(look_for.id.clone()));
                    }
                },
                span { class: "aside", "{label}, {said.counted}: " }
                // Drawn anew with each count, so that the tick is seen.
                b { key: "{count}", class: "tick", "{count}" }
                small { {hint} }
            }
        }
    }
}
