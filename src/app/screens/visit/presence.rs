//! Seen or not seen: four values, the fourth with a kind word where the boundary asks for it.

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, Observed, Presence};

use super::recording::use_recording;
use crate::words::marks::use_mark_words;
use crate::words::use_words;

/// The four values of a look-for.
#[component]
pub fn PresenceChoice(look_for: &'static LookFor) -> Element {
    let (words, said) = (use_words(), use_mark_words());
    let recording = use_recording();
    let chosen = use_memo(move || match recording.drawn.read().observed(&look_for.id, &look_for.unit) {
        Observed::Presence(chosen) => chosen,
        _ => None,
    });
    let values = [
        (Presence::Seen, words.visit.seen),
        (Presence::NotSeen, words.visit.not_seen),
        (Presence::NotApplicable, words.visit.does_not_apply),
        (Presence::NotEnoughTime, words.visit.not_enough_time),
    ];
    rsx! {
        div { class: "four control", role: "group", "aria-label": look_for.label.in_language(words.language).as_str(),
            for (value, text) in values {
                button {
                    "aria-pressed": chosen() == Some(value),
                    onclick: move |_| {
                        if chosen() != Some(value) {
                            recording.record(Act::Presence(look_for.id.clone(), value));
                        }
                    },
                    if value == Presence::NotEnoughTime && look_for.offers_not_enough_time {
                        span {
                            {text}
                            br {}
                            small { {said.full_answer} }
                        }
                    } else {
                        {text}
                    }
                }
            }
        }
    }
}
