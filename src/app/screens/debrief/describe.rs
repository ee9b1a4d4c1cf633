//! Step 1: what was seen and heard. Statements are put up one by one, or taken from the evidence of this tablet.

use dioxus::prelude::*;
use domain::ids::RoundId;
use domain::round::{Sense, Statement};
use domain::text::{NotText, Sentence};

use super::board::use_board;
use crate::components::Wrong;
use crate::tablet_context::use_tablet;
use crate::words::debrief::Debrief;
use crate::words::use_words;

/// Step 1.
#[component]
pub fn Describe(round: RoundId) -> Element {
    let words = &use_words().debrief;
    let board = use_board();
    let described = board.drawn().described;
    rsx! {
        if described.is_empty() {
            section { class: "card quiet",
                p { class: "soft", {words.empty_board} }
            }
        }
        ul { class: "cards board",
            for (place, statement) in described.into_iter().enumerate() {
                li { key: "{place}", class: "card",
                    p { class: "said", lang: "", {said(&statement, words)} }
                    div { class: "row",
                        span {}
                        button {
                            class: "plain",
                            onclick: move |_| {
                                let taken = statement.clone();
                                board.change(move |board| board.described.retain(|other| *other != taken));
                            },
                            {words.take_off}
                        }
                    }
                }
            }
        }
        AddStatement {}
        FromVisits { round }
    }
}

/// Adds a statement. It begins with "I saw" or "I heard" because the person chooses one of the two.
#[component]
fn AddStatement() -> Element {
    let words = &use_words().debrief;
    let board = use_board();
    let mut sense = use_signal(|| Sense::Saw);
    let mut text = use_signal(String::new);
    let mut tried = use_signal(|| false);
    let is_full = !board.has_room_for(|board| board.described.push(short()));
    let problem = match Sentence::parse(&text.read()) {
        _ if is_full => Some(words.full.to_owned()),
        Err(problem) if tried() || problem != NotText::Empty => Some((words.problem)(problem)),
        _ => None,
    };
    let put_up = move |event: FormEvent| {
        event.prevent_default();
        let typed = text.peek().clone();
        tried.set(true);
        if let (Ok(sentence), false) = (Sentence::parse(&typed), is_full) {
            let statement = Statement { sense: *sense.peek(), text: sentence };
            board.change(move |board| board.described.push(statement));
            text.set(String::new());
            tried.set(false);
        }
    };
    let beginning = if sense() == Sense::Saw { words.saw_start } else { words.heard_start };
    rsx! {
        form { class: "card", onsubmit: put_up,
            h2 { {words.add_one} }
            div { class: "two", role: "group", "aria-label": words.how,
                for (value, said) in [(Sense::Saw, words.i_saw), (Sense::Heard, words.i_heard)] {
                    button { r#type: "button", "aria-pressed": sense() == value, onclick: move |_| sense.set(value), {said} }
                }
            }
            div { class: "field",
                label { r#for: "statement", "{beginning}…" }
                textarea {
                    id: "statement",
                    value: "{text}",
                    "aria-describedby": "statement-wrong",
                    "aria-invalid": problem.is_some(),
                    oninput: move |event| text.set(event.value()),
                }
                Wrong { id: "statement-wrong", text: problem.clone() }
            }
            div { class: "acts",
                button { class: "main", r#type: "submit", {words.put_up} }
            }
        }
    }
}

/// What was written in the rooms that this tablet visited, in no order that tells a room.
#[component]
fn FromVisits(round: RoundId) -> Element {
    let words = &use_words().debrief;
    let board = use_board();
    let tablet = use_tablet();
    let described = board.drawn().described;
    let mut offered: Vec<Statement> = {
        let held = tablet.held();
        let visits = held.visits_of(&round);
        let finished = visits.iter().filter(|held| !held.visit.is_abandoned());
        let evidence = finished.flat_map(|held| held.visit.evidence());
        evidence
            .filter_map(|evidence| Some(Statement { sense: evidence.sense, text: shortened(evidence.text)? }))
            .collect()
    };
    offered.retain(|statement| !described.contains(statement));
    // By their words, so that sentences of one room do not stand together.
    offered.sort_by(|left, right| left.text.cmp(&right.text));
    offered.dedup();
    let is_full = !board.has_room_for(|board| board.described.push(short()));
    rsx! {
        section { class: "card",
            h2 { {words.from_visits} }
            p { class: "soft", if offered.is_empty() { {words.none_from_visits} } else { {words.from_visits_what} } }
            ul { class: "list",
                for statement in offered {
                    li { key: "{statement.text.as_str()}",
                        span { lang: "", {said(&statement, words)} }
                        button {
                            disabled: is_full,
                            onclick: move |_| {
                                let statement = statement.clone();
                                board.change(move |board| board.described.push(statement));
                            },
                            {words.put_up}
                        }
                    }
                }
            }
        }
    }
}

/// Any statement, to try whether there is room for one more.
fn short() -> Statement {
    Statement { sense: Sense::Saw, text: Sentence::parse("…").expect("one character fits") }
}

/// A statement as it is read.
pub fn said(statement: &Statement, words: &Debrief) -> String {
    let start = match statement.sense {
        Sense::Saw => words.saw_start,
        Sense::Heard => words.heard_start,
    };
    (words.statement)(start, statement.text.as_str())
}

/// Evidence may be longer than a statement: then it ends where it stops fitting.
fn shortened(evidence: &str) -> Option<Sentence> {
    match Sentence::parse(evidence) {
        Ok(sentence) => Some(sentence),
        Err(NotText::Empty) => None,
        Err(NotText::TooLong { most, .. }) => {
            let beginning: String = evidence.chars().take(most.saturating_sub(1)).collect();
            Sentence::parse(&format!("{}…", beginning.trim_end())).ok()
        }
    }
}
