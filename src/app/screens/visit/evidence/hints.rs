//! What the guard says of the sentence being written. It advises; nothing here keeps anybody from keeping it.

use dioxus::prelude::*;
use domain::guard::{ConcernKind, concerns};

use crate::browser::clock::wait;
use crate::screens::visit::recording::use_recording;
use crate::words::{evidence, use_words};

/// Milliseconds without a key after which the sentence is looked over, so that it does not chatter while one types.
const PAUSE: i32 = 700;

/// A word of the sentence, and what the guard takes it for.
type Hint = (ConcernKind, String);

/// The hints, in a region that a screen reader says when they change.
#[component]
pub fn Hints() -> Element {
    let said = evidence::of(use_words().language);
    let unkept = use_recording().unkept;
    let text = use_memo(move || unkept.read().text.clone());
    let mut hints = use_signal(Vec::<Hint>::new);
    use_effect(move || {
        let looked_at = text();
        spawn(async move {
            if !looked_at.is_empty() {
                wait(PAUSE).await;
            }
            if *text.peek() != looked_at {
                return;
            }
            let found = looked_over(&looked_at);
            if *hints.peek() != found {
                hints.set(found);
            }
        });
    });
    let found = hints.read();
    let (people, inferred): (Vec<&Hint>, Vec<&Hint>) =
        found.iter().partition(|(kind, _)| matches!(kind, ConcernKind::Name | ConcernKind::Room));
    rsx! {
        div { role: "status", class: "stack hints",
            if !inferred.is_empty() {
                p {
                    strong { {said.saw_or_heard} }
                    Words { hints: inferred.into_iter().cloned().collect::<Vec<_>>() }
                }
            }
            if !people.is_empty() {
                p {
                    strong { {said.leave_out_names} }
                    Words { hints: people.into_iter().cloned().collect::<Vec<_>>() }
                }
            }
        }
    }
}

#[component]
fn Words(hints: Vec<Hint>) -> Element {
    let said = evidence::of(use_words().language);
    rsx! {
        for (place, (kind, word)) in hints.into_iter().enumerate() {
            span { key: "{place}",
                " "
                mark { lang: "", {word} }
                " ("
                {(said.kind)(kind)}
                ")"
            }
        }
    }
}

/// What the guard points at, each word once.
fn looked_over(text: &str) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for concern in concerns(text) {
        let hint = (concern.kind, text[concern.place].to_owned());
        if !hints.contains(&hint) {
            hints.push(hint);
        }
    }
    hints
}
