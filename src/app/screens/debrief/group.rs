//! Step 2: what the statements have in common.

use dioxus::prelude::*;
use domain::text::{NotText, Sentence};

use super::board::use_board;
use super::describe::said;
use crate::components::Wrong;
use crate::words::use_words;

/// Step 2.
#[component]
pub fn Group() -> Element {
    let words = &use_words().debrief;
    let board = use_board();
    let drawn = board.drawn();
    let one_more = Sentence::parse("…").expect("one character fits");
    let is_full = !board.has_room_for(|board| board.patterns.push(one_more));
    let mut text = use_signal(String::new);
    let mut tried = use_signal(|| false);
    let problem = match Sentence::parse(&text.read()) {
        _ if is_full => Some(words.full.to_owned()),
        Err(problem) if tried() || problem != NotText::Empty => Some((words.problem)(problem)),
        _ => None,
    };
    let add = move |event: FormEvent| {
        event.prevent_default();
        let typed = text.peek().clone();
        tried.set(true);
        if let (Ok(sentence), false) = (Sentence::parse(&typed), is_full) {
            board.change(move |board| board.patterns.push(sentence));
            text.set(String::new());
            tried.set(false);
        }
    };
    rsx! {
        details { class: "card", open: true,
            summary { {(words.on_the_board)(drawn.described.len())} }
            ul { class: "list",
                for (place, statement) in drawn.described.iter().enumerate() {
                    li { key: "{place}",
                        span { lang: "", {said(statement, words)} }
                    }
                }
            }
        }
        section { class: "card",
            if drawn.patterns.is_empty() {
                p { class: "soft", {words.empty_patterns} }
            }
            ul { class: "list",
                for (place, pattern) in drawn.patterns.into_iter().enumerate() {
                    li { key: "{place}",
                        span { class: "said", lang: "", {pattern.as_str()} }
                        button {
                            class: "plain",
                            onclick: move |_| {
                                let taken = pattern.clone();
                                board.change(move |board| board.patterns.retain(|other| *other != taken));
                            },
                            {words.take_off}
                        }
                    }
                }
            }
            form { class: "stack", onsubmit: add,
                div { class: "field",
                    label { r#for: "pattern", {words.pattern} }
                    textarea {
                        id: "pattern",
                        value: "{text}",
                        "aria-describedby": "pattern-wrong",
                        "aria-invalid": problem.is_some(),
                        oninput: move |event| text.set(event.value()),
                    }
                    Wrong { id: "pattern-wrong", text: problem.clone() }
                }
                div { class: "acts",
                    button { class: "main", r#type: "submit", {words.add_pattern} }
                }
            }
        }
    }
}
