//! A field for one sentence, stored when the person pauses.

use dioxus::prelude::*;
use domain::text::{NotText, Sentence};

use crate::components::Wrong;
use crate::screens::pause::{Pause, use_pause};
use crate::words::use_words;

/// The field. An empty one stores that there is no sentence.
#[component]
pub fn SentenceField(
    id: &'static str,
    label: &'static str,
    /// What is stored when the field is first drawn.
    stored: Option<Sentence>,
    /// Called with what is to be stored, and the pause after which.
    write: Callback<(Pause, Option<Sentence>)>,
) -> Element {
    let words = &use_words().debrief;
    let pause = use_pause();
    let mut text = use_signal(|| stored.map_or(String::new(), String::from));
    let problem = Sentence::parse(&text.read()).err().filter(|problem| *problem != NotText::Empty).map(words.problem);
    rsx! {
        div { class: "field",
            label { r#for: id, {label} }
            textarea {
                id,
                value: "{text}",
                "aria-describedby": "{id}-wrong",
                "aria-invalid": problem.is_some(),
                oninput: move |event| {
                    text.set(event.value());
                    match Sentence::parse(&event.value()) {
                        Ok(sentence) => write.call((pause.clone(), Some(sentence))),
                        Err(NotText::Empty) => write.call((pause.clone(), None)),
                        Err(NotText::TooLong { .. }) => {}
                    }
                },
            }
            Wrong { id: "{id}-wrong", text: problem.clone() }
        }
    }
}
