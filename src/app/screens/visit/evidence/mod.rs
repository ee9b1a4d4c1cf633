//! The sheet for evidence: what was seen or heard, in a sentence that stays on this tablet.
//!
//! What is being written outlives the sheet, so that closing it loses nothing. Dictation is the system keyboard's.

mod hints;
mod phrases;
mod unkept;
mod written;

use device::tablet::Unkept;
use dioxus::prelude::*;
use domain::library::{LookFor, LookForId};
use domain::round::Sense;
use domain::text::{NotText, Passage};
use domain::visit::Act;

use self::hints::Hints;
use self::phrases::Phrases;
pub use self::unkept::put_back;
use self::written::Written;
use super::not_saved::NotSaved;
use super::recording::use_recording;
use super::sheet::{Sheet, close};
use crate::browser::page;
use crate::words::{evidence, use_words};

/// Characters that fit.
const MOST: i64 = 500;

/// The sheet.
#[component]
pub fn EvidenceSheet(
    look_fors: Vec<&'static LookFor>,
    /// Whether a sentence that was begun keeps the visit from being finished.
    is_first: bool,
    closed: Callback,
) -> Element {
    let words = use_words();
    let said = evidence::of(words.language);
    let recording = use_recording();
    let mut unkept = recording.unkept;
    let mut wrong = use_signal(|| None::<NotText>);
    use_hook(|| unkept::take_up(&mut unkept.write(), &recording.drawn.peek(), *recording.seconds.peek()));
    let left = use_memo(move || MOST - unkept.read().text.trim().chars().count() as i64);
    let keep = use_callback(move |()| {
        let Unkept { sense, text, look_for, anew } = unkept.peek().clone();
        match Passage::parse(&text) {
            Ok(passage) => {
                unkept.set(Unkept { sense, ..Unkept::default() });
                // A sentence that was taken out meanwhile is not there to be changed: it is a new one then.
                let stands =
                    |number: &u32| recording.drawn.peek().evidence().any(|evidence| evidence.number == *number);
                recording.record(match anew.filter(stands) {
                    Some(number) => Act::Rewrite(number, sense, passage, look_for),
                    None => Act::Evidence(sense, passage, look_for),
                });
                wrong.set(None);
            }
            Err(problem) => wrong.set(Some(problem)),
        }
    });
    let begin = use_callback(move |phrase: String| {
        unkept::begin_with(&mut unkept.write(), &phrase);
        page::write_on("#evidence", &unkept.peek().text);
    });
    let (now, anew) = (unkept.read().sense, unkept.read().anew.is_some());
    rsx! {
        Sheet { heading: "saw", closed,
            form { class: "stack", onsubmit: move |event: FormEvent| { event.prevent_default(); keep(()); },
                div { class: "row",
                    h2 { id: "saw", {words.visit.what_did_you} }
                    span { class: "state saved small", {words.visit.stays_here} }
                }
                if is_first {
                    p { role: "status", {said.before_finish} }
                }
                div { class: "two", role: "group", "aria-labelledby": "saw",
                    for (value, said) in [(Sense::Saw, words.visit.i_saw), (Sense::Heard, words.visit.i_heard)] {
                        button { r#type: "button", "aria-pressed": now == value, onclick: move |_| unkept.write().sense = value, {said} }
                    }
                }
                Phrases { begin }
                div { class: "field",
                    label { r#for: "evidence", {words.visit.their_words} }
                    textarea {
                        id: "evidence",
                        lang: words.language.code(),
                        autofocus: true,
                        autocapitalize: "sentences",
                        spellcheck: true,
                        enterkeyhint: "done",
                        value: "{unkept.read().text}",
                        "aria-describedby": "evidence-hint evidence-wrong",
                        "aria-invalid": wrong().is_some() || left() < 0,
                        oninput: move |event| {
                            unkept.write().text = event.value();
                            wrong.set(None);
                        },
                        onkeydown: move |event| {
                            let goes_on = event.modifiers().shift() || event.is_composing();
                            if event.key() == Key::Enter && !goes_on {
                                event.prevent_default();
                                keep(());
                            }
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
                    Hints {}
                }
                BelongsTo { look_fors: look_fors.clone() }
                NotSaved {}
                div { class: "acts",
                    button { class: "main", r#type: "submit", if anew { {said.keep_change} } else { {words.visit.keep_it} } }
                    if anew {
                        button { r#type: "button", onclick: move |_| unkept.set(Unkept::default()), {said.leave_as_it_was} }
                    }
                    button { r#type: "button", onclick: move |_| close(closed), {words.visit.back_to_visit} }
                }
                hr {}
                Written { look_fors, keep }
            }
        }
    }
}

/// The round's look-fors; one tap links the sentence, another one takes the link away.
#[component]
fn BelongsTo(look_fors: Vec<&'static LookFor>) -> Element {
    let words = use_words();
    let mut unkept = use_recording().unkept;
    let link = move |id: &LookForId| {
        let id = Some(id.clone()).filter(|id| unkept.peek().look_for.as_ref() != Some(id));
        unkept.write().look_for = id;
    };
    rsx! {
        div { class: "field", role: "group", "aria-labelledby": "belongs",
            span { id: "belongs", class: "label", {words.visit.belongs_to} }
            div { class: "chips",
                for look_for in look_fors {
                    button {
                        key: "{look_for.id}",
                        r#type: "button",
                        "aria-pressed": unkept.read().look_for.as_ref() == Some(&look_for.id),
                        onclick: { let mut link = link; move |_| link(&look_for.id) },
                        {look_for.label.in_language(words.language).as_str()}
                    }
                }
            }
        }
    }
}
