//! The voices grid among the look-fors: how many were heard, and the way into the grid.

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, Observed, Share, Shared};

use super::recording::use_recording;
use crate::words::use_words;
use crate::words::voices::use_voices_words;

/// How many were heard of how many, and the two ways to say that it cannot be told.
#[component]
pub fn VoicesCount(
    look_for: &'static LookFor,
    /// Opens the grid.
    open: Callback,
) -> Element {
    let (words, said) = (use_words(), use_voices_words());
    let recording = use_recording();
    let voices = use_memo(move || recording.drawn.read().voices(&look_for.id));
    let aside = use_memo(move || match recording.drawn.read().observed(&look_for.id, &look_for.unit) {
        Observed::Share(Some(shared)) => Some(shared.share),
        _ => None,
    });
    let unusable =
        [(Share::NotApplicable, words.visit.does_not_apply), (Share::NotEnoughTime, words.visit.not_enough_time)];
    rsx! {
        div { class: "control voices",
            button { id: "voices-open", class: "main", onclick: move |_| open.call(()),
                span {
                    match voices() {
                        Some(voices) => rsx! {
                            b { {(said.heard_of)(voices.heard, voices.of)} }
                            br {}
                            small { {said.open} }
                        },
                        None => rsx! {
                            b { {said.lay_out} }
                            br {}
                            small { {said.blank} }
                        },
                    }
                }
            }
            div { class: "two unusable", role: "group", "aria-label": said.set_aside,
                for (share, text) in unusable {
                    button {
                        "aria-pressed": aside() == Some(share),
                        onclick: move |_| {
                            if aside() != Some(share) {
                                recording.record(Act::Share(look_for.id.clone(), Shared { share, in_view: None }));
                            }
                        },
                        {text}
                    }
                }
            }
        }
    }
}
