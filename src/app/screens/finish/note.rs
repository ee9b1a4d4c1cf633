//! The note to the teacher: a noticing and a wondering, stored as they are typed.

use device::tablet::{Draft, Tablet, VisitRefused};
use dioxus::prelude::*;
use domain::ids::{NoteId, VisitId};
use domain::language::Language;
use domain::library::{Library, LookFor};
use domain::note::DoorKey;
use domain::text::{NotText, Passage};

use super::card_choice::CardChoice;
use super::door_card::DoorCard;
use crate::components::Wrong;
use crate::screens::pause::{Pause, use_pause};
use crate::words::{use_language, use_words};

/// A note as it stands on the screen.
#[derive(Clone, Copy, PartialEq)]
pub struct Note {
    /// "We noticed".
    pub noticed: Signal<String>,
    /// "We wonder".
    pub wondered: Signal<String>,
    /// The card it will be sealed to.
    pub card: Signal<Option<NoteId>>,
    /// The door card that was scanned in its place.
    pub door: Signal<Option<DoorKey>>,
    /// What it is written in.
    pub language: Signal<Language>,
    /// Whether its problems are shown: from the first try to finish on.
    tried: Signal<bool>,
    kept: Signal<Kept>,
}

/// Whether what was typed is stored.
#[derive(Debug, Clone, PartialEq)]
enum Kept {
    Yes,
    UnderWay,
    Not(VisitRefused),
}

/// The note of a visit, as it was last stored.
pub fn use_note(visit: &VisitId) -> Note {
    let tablet: Tablet = use_context();
    let language = use_language();
    let draft = use_hook(|| tablet.held().visit(visit).map(|held| held.draft.clone()).unwrap_or_default());
    let (noticed, wondered) = (draft.noticed.clone(), draft.wondered.clone());
    Note {
        noticed: use_signal(move || noticed),
        wondered: use_signal(move || wondered),
        card: use_signal(move || draft.card),
        door: use_signal(move || draft.door),
        language: use_signal(move || draft.language.unwrap_or(*language.peek())),
        tried: use_signal(|| false),
        kept: use_signal(|| Kept::Yes),
    }
}

impl Note {
    /// Whether anything is written.
    pub fn has_text(self) -> bool {
        !self.noticed.read().trim().is_empty() || !self.wondered.read().trim().is_empty()
    }

    /// Whether the visit can be finished with it. Where it cannot, its problems are shown from now on.
    pub fn is_ready(self) -> bool {
        let mut note = self;
        note.tried.set(true);
        let fits = |text: Signal<String>| Passage::parse(&text.peek()).is_ok();
        !self.has_text()
            || (fits(self.noticed) && fits(self.wondered) && (self.card.peek().is_some() || self.door.peek().is_some()))
    }

    /// Stores it as it stands.
    pub async fn store(self, tablet: &Tablet, visit: &VisitId) -> Result<(), VisitRefused> {
        tablet.write_draft(visit, self.draft()).await
    }

    fn draft(self) -> Draft {
        let (noticed, wondered) = (self.noticed.peek().clone(), self.wondered.peek().clone());
        let language = Some(*self.language.peek());
        let (card, door) = (self.card.peek().clone(), self.door.peek().clone());
        Draft { noticed, wondered, card, door, language, sealed: None }
    }

    /// Stores it once the person pauses.
    fn store_soon(self, pause: &Pause, tablet: &Tablet, visit: &VisitId) {
        let mut kept = self.kept;
        kept.set(Kept::UnderWay);
        let (tablet, visit, draft) = (tablet.clone(), visit.clone(), self.draft());
        pause.then(async move {
            let outcome = tablet.write_draft(&visit, draft).await;
            // A visit that was finished in the meantime took the note with it.
            if kept.try_peek().is_ok() {
                kept.set(outcome.map_or_else(Kept::Not, |()| Kept::Yes));
            }
        });
    }

    fn problem(self, text: Signal<String>) -> Option<NotText> {
        let problem = Passage::parse(&text.read()).err()?;
        match problem {
            NotText::TooLong { .. } => Some(problem),
            NotText::Empty => ((self.tried)() && self.has_text()).then_some(problem),
        }
    }
}

/// The form of a note.
#[component]
pub fn NoteForm(visit: VisitId, note: Note) -> Element {
    let words = use_words();
    let tablet: Tablet = use_context();
    let pause = use_pause();
    let look_fors: Vec<&'static LookFor> = {
        let held = tablet.held();
        let round = held.visit(&visit).and_then(|held_visit| held.round(&held_visit.visit.round));
        let planned = round.into_iter().flat_map(|round| &round.record.plan.look_fors);
        planned.filter_map(|planned| Library::shipped().find(&planned.id, planned.version)).collect()
    };
    let changed = use_callback(move |()| note.store_soon(&pause, &tablet, &visit));
    let set = move |mut text: Signal<String>, typed: String| {
        text.set(typed);
        changed.call(());
    };
    let problem = |text| {
        note.problem(text).map(|problem| match problem {
            NotText::Empty => words.finish.other_half.to_owned(),
            NotText::TooLong { length, most } => (words.finish.too_long)(length, most),
        })
    };
    let mut wondered = note.wondered;
    rsx! {
        section { class: "card",
            h2 { {words.finish.for_teacher} }
            p { class: "soft", {words.finish.sealed_to_card} }
            p { class: "soft", {words.finish.no_duty} }
            div { class: "field",
                label { r#for: "noticed", {words.finish.we_noticed} }
                p { id: "noticed-hint", class: "small soft", {words.finish.noticed_hint} }
                textarea {
                    id: "noticed",
                    value: "{note.noticed}",
                    "aria-describedby": "noticed-hint noticed-wrong",
                    "aria-invalid": problem(note.noticed).is_some(),
                    oninput: move |event| set(note.noticed, event.value()),
                }
                Wrong { id: "noticed-wrong", text: problem(note.noticed) }
            }
            div { class: "field",
                label { r#for: "wondered", {words.finish.we_wonder} }
                p { id: "wondered-hint", class: "small soft", {words.finish.wonder_hint} }
                textarea {
                    id: "wondered",
                    value: "{note.wondered}",
                    "aria-describedby": "wondered-hint wondered-wrong",
                    "aria-invalid": problem(note.wondered).is_some(),
                    oninput: move |event| set(note.wondered, event.value()),
                }
                Wrong { id: "wondered-wrong", text: problem(note.wondered) }
            }
            if note.wondered.read().trim().is_empty() {
                details {
                    summary { {words.finish.begin_from} }
                    ul { class: "stack",
                        for look_for in look_fors {
                            li { key: "{look_for.id}",
                                button {
                                    onclick: move |_| {
                                        let question = look_for.reflect.in_language((note.language)());
                                        wondered.set(question.clone());
                                        changed.call(());
                                    },
                                    {look_for.reflect.in_language((note.language)()).as_str()}
                                }
                            }
                        }
                    }
                }
            }
            if note.has_text() {
                Draftkeeping { note, changed }
                if note.door.read().is_none() {
                    CardChoice { chosen: note.card, changed }
                }
                DoorCard { door: note.door, changed }
            }
        }
    }
}

/// Whether the note is stored, in which language it is, and the way to drop it.
#[component]
fn Draftkeeping(note: Note, changed: Callback) -> Element {
    let words = use_words();
    let (mut noticed, mut wondered, mut language) = (note.noticed, note.wondered, note.language);
    rsx! {
        match &*note.kept.read() {
            Kept::Yes => rsx! {
                p { class: "state saved", {words.finish.draft_kept} }
            },
            Kept::UnderWay => rsx! {
                p { class: "state held", {words.finish.draft_typing} }
            },
            Kept::Not(refused) => rsx! {
                p { class: "wrong", role: "alert", {(words.visit.not_saved)(refused)} }
            },
        }
        fieldset {
            legend { class: "small", {words.finish.note_language} }
            div { class: "two",
                for choice in Language::ALL {
                    button { lang: choice.code(), "aria-pressed": language() == choice, onclick: move |_| {
                            language.set(choice);
                            changed.call(());
                        },
                        {choice.own_name()}
                    }
                }
            }
        }
        p {
            button {
                class: "plain",
                onclick: move |_| {
                    noticed.set(String::new());
                    wondered.set(String::new());
                    changed.call(());
                },
                {words.finish.erase}
            }
        }
    }
}
