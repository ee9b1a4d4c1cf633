//! Seen or not seen: four values.

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, Observed, Presence};

use super::recording::use_recording;
use crate::words::use_words;

/// The four values of a look-for.
#[component]
pub fn PresenceChoice(look_for: &'static LookFor) -> Element {
    let words = use_words();
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
                    {text}
                }
            }
        }
    }
}
