//! The talk strip: who is talking now, in one tap, and the quiet after the first open questions.

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, Talk};

use super::quiet::Quiet;
use super::recording::use_recording;
use crate::words::talk::use_talk_words;

/// The strip of a look-for.
#[component]
pub fn TalkStrip(
    look_for: &'static LookFor,
    /// How many open questions are timed.
    most: u8,
) -> Element {
    let words = use_talk_words();
    let recording = use_recording();
    let times = use_memo(move || recording.drawn.read().talk(&look_for.id, (recording.seconds)()));
    let times = times.read();
    rsx! {
        div { class: "control",
            div { class: "talk", role: "group", "aria-label": words.who_now,
                for talk in Talk::ALL {
                    button {
                        key: "{talk:?}",
                        "aria-pressed": times.now == Some(talk),
                        onclick: move |_| {
                            if recording.drawn.peek().talk(&look_for.id, u32::MAX).now != Some(talk) {
                                recording.record(Act::Talk(look_for.id.clone(), talk));
                            }
                        },
                        span {
                            {(words.who)(talk)}
                            // Drawn by the style sheet: as a part of the name it would be read aloud anew each second.
                            if let Some(seconds) = times.spent.get(&talk) {
                                br {}
                                small { class: "spent", "data-time": clock(*seconds) }
                            }
                        }
                    }
                }
            }
            Quiet { look_for, most }
        }
    }
}

/// Minutes and seconds, as a clock shows them.
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
