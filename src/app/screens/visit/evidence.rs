//! The sheet for evidence: what was seen or heard, in a sentence that stays on this tablet.

use dioxus::prelude::*;
use domain::library::{LookFor, LookForId};
use domain::round::Sense;
use domain::text::{NotText, Passage};
use domain::visit::{Act, MarkNumber};

use super::recording::use_recording;
use super::sheet::{Sheet, close};
use crate::words::use_words;

/// Characters that fit.
const MOST: i64 = 500;

/// The sheet.
#[component]
pub fn EvidenceSheet(look_fors: Vec<&'static LookFor>, closed: Callback) -> Element {
    let words = use_words();
    let recording = use_recording();
    let mut sense = use_signal(|| Sense::Saw);
    let mut text = use_signal(String::new);
    let mut belongs = use_signal(|| None::<LookForId>);
    let mut wrong = use_signal(|| None::<NotText>);
    let left = use_memo(move || MOST - text.read().trim().chars().count() as i64);
    let keep = move |event: FormEvent| {
        event.prevent_default();
        let typed = text.peek().clone();
        match Passage::parse(&typed) {
            Ok(passage) => {
                recording.record(Act::Evidence(*sense.peek(), passage, belongs.peek().clone()));
                text.set(String::new());
                wrong.set(None);
            }
            Err(problem) => wrong.set(Some(problem)),
        }
    };
    rsx! {
        Sheet { heading: "saw", closed,
            form { class: "stack", onsubmit: keep,
                div { class: "row",
                    h2 { id: "saw", {words.visit.what_did_you} }
                    span { class: "state saved small", {words.visit.stays_here} }
                }
                div { class: "two", role: "group", "aria-labelledby": "saw",
                    for (value, said) in [(Sense::Saw, words.visit.i_saw), (Sense::Heard, words.visit.i_heard)] {
                        button { r#type: "button", "aria-pressed": sense() == value, onclick: move |_| sense.set(value), {said} }
                    }
                }
                div { class: "field",
                    label { r#for: "evidence", {words.visit.their_words} }
                    textarea {
                        id: "evidence",
                        autofocus: true,
                        value: "{text}",
                        "aria-describedby": "evidence-hint evidence-wrong",
                        "aria-invalid": wrong().is_some() || left() < 0,
                        oninput: move |event| {
                            text.set(event.value());
                            wrong.set(None);
                        },
                    }
                    p { id: "evidence-hint", class: "small soft row",
                        span { {words.visit.no_names} }
                        span { class: "number", {(words.visit.characters_left)(left())} }
                    }
                    p { id: "evidence-wrong", class: "wrong", role: "alert", hidden: wrong().is_none(),
                        match wrong() {
                            Some(NotText::TooLong { .. }) => (words.visit.characters_left)(left()),
                            _ => words.visit.write_something.to_owned(),
                        }
                    }
                }
                div { class: "field",
                    label { r#for: "belongs", {words.visit.belongs_to} }
                    select {
                        id: "belongs",
                        onchange: move |event| belongs.set(LookForId::parse(&event.value()).ok()),
                        option { value: "", {words.visit.belongs_to_none} }
                        for look_for in look_fors {
                            option { value: "{look_for.id}", {look_for.label.in_language(words.language).as_str()} }
                        }
                    }
                }
                div { class: "acts",
                    button { class: "main", r#type: "submit", {words.visit.keep_it} }
                    button { r#type: "button", onclick: move |_| close(closed), {words.visit.back_to_visit} }
                }
                hr {}
                Written {}
            }
        }
    }
}

/// What was written so far, newest first.
#[component]
fn Written() -> Element {
    let words = &use_words().visit;
    let recording = use_recording();
    let written: Vec<(MarkNumber, String)> = {
        let drawn = recording.drawn.read();
        let said = |sense| if sense == Sense::Saw { words.i_saw } else { words.i_heard };
        let line = |at: u32, sense, text: &str| format!("{}:{:02} {} {text}", at / 60, at % 60, said(sense));
        drawn.evidence().map(|evidence| (evidence.number, line(evidence.at, evidence.sense, evidence.text))).collect()
    };
    rsx! {
        h3 { {words.written_so_far} }
        if written.is_empty() {
            p { class: "soft", {words.nothing_written} }
        }
        ul { class: "list",
            for (number, line) in written.into_iter().rev() {
                li { key: "{number}",
                    span { lang: "", {line} }
                    button {
                        r#type: "button",
                        class: "plain",
                        onclick: move |_| recording.record(Act::TakeBack(number)),
                        {words.take_out}
                    }
                }
            }
        }
    }
}
