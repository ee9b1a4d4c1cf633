//! Two tablets say something else: both, side by side, and the question which is right.

use device::rescue::{Answer, Fork, NotDecided, Thing, Version};
use device::tablet::{Held, Tablet};
use dioxus::prelude::*;

use crate::browser::{dates, page};
use crate::screens::this_tablet::sentences;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::{Words, rescue, use_words};

/// Everything that waits for a decision; nothing where nothing does.
#[component]
pub fn Forks() -> Element {
    let said = rescue::of(use_words().language);
    let tablet = use_tablet();
    let forks: Vec<Fork> = tablet.held().forks().into_iter().cloned().collect();
    if forks.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { id: "to-decide", tabindex: "-1", {(said.to_decide)(forks.len())} }
            p { class: "soft", {said.decide_more} }
            ul { class: "stack",
                for fork in forks {
                    li { key: "{fork.name()}", class: "card quiet",
                        OneFork { fork }
                    }
                }
            }
        }
    }
}

#[component]
fn OneFork(fork: Fork) -> Element {
    let words = use_words();
    let said = rescue::of(words.language);
    let tablet = use_tablet();
    let sync = use_sync();
    let mut asked = use_signal(|| None::<Answer>);
    let mut failed = use_signal(|| None::<NotDecided>);
    let name = fork.name();
    let id = name.replace('/', "-");
    let (question, first) = (format!("sure-{id}"), format!("here-{id}"));
    let mut was_asked = use_signal(|| false);
    let (to_question, to_first) = (format!("#{question}"), format!("#{first}"));
    // What was pressed gives its place to the question, and the question to it.
    use_effect(move || {
        let had_been_asked = was_asked.replace(asked().is_some());
        if asked().is_some() {
            page::focus(&to_question);
        } else if had_been_asked {
            page::focus(&to_first);
        }
    });
    let (here, what) = {
        let held = tablet.held();
        (held.version(&fork.version.thing()), about(&held, &fork.version, words))
    };
    let decide = use_callback(move |answer: Answer| {
        let (tablet, name): (Tablet, String) = (tablet.clone(), name.clone());
        spawn(async move {
            match tablet.decide(&name, answer).await {
                Ok(()) => {
                    let is_last = tablet.held().forks().is_empty();
                    page::focus(if is_last { "h1" } else { "#to-decide" });
                    sync.start();
                }
                Err(failure) => failed.set(Some(failure)),
            }
        });
    });
    let when = dates::day_and_time(fork.saved, words.language);
    rsx! {
        h3 { {what} }
        p { strong { {said.here} } }
        if let Some(here) = here {
            Says { version: here }
        }
        p { strong { {(said.in_the_file)(&when)} } }
        Says { version: fork.version.clone() }
        match asked() {
            None => rsx! {
                div { class: "acts",
                    button { id: first, onclick: move |_| asked.set(Some(Answer::Here)), {said.here_is_right} }
                    button { onclick: move |_| asked.set(Some(Answer::File)), {said.file_is_right} }
                }
            },
            Some(answer) => rsx! {
                p { id: question, tabindex: "-1", strong { role: "alert", {said.sure} } }
                div { class: "acts",
                    button { class: "main", onclick: move |_| decide.call(answer), {said.yes} }
                    button { onclick: move |_| asked.set(None), {said.no} }
                }
            },
        }
        if let Some(failure) = failed() {
            p { class: "wrong", role: "alert",
                match failure {
                    NotDecided::Unknown => said.was_decided.to_owned(),
                    NotDecided::Storage(failure) => (words.trouble.not_stored)(&failure),
                }
            }
        }
    }
}

/// What a version says: sentences, and of a visit how much was recorded.
#[component]
fn Says(version: Version) -> Element {
    let words = use_words();
    let said = rescue::of(words.language);
    let sentences: Vec<String> = match &version {
        Version::Visit(rescued) => rescued.whole().evidence().map(|evidence| evidence.text.to_owned()).collect(),
        Version::Note(_, draft) => [draft.noticed.clone(), draft.wondered.clone()].into(),
        Version::Board(board, _) => sentences(board, words),
        Version::Plan(plan) => vec![(words.refused.last_day)(&dates::day_and_year(plan.ends, words.language))],
        Version::Phrases(phrases) => phrases.iter().map(|phrase| phrase.as_str().to_owned()).collect(),
    };
    rsx! {
        if let Version::Visit(rescued) = &version {
            {
                let visit = rescued.whole();
                let last = visit.marks.iter().map(|mark| mark.at).max().unwrap_or(0);
                let minutes = visit.finished_after().unwrap_or(last).div_ceil(60);
                rsx! {
                    p { {(said.recorded)(visit.standing().count(), minutes, visit.has_ended())} }
                }
            }
        }
        ul { class: "list",
            for (place, sentence) in sentences.into_iter().filter(|sentence| !sentence.is_empty()).enumerate() {
                li { key: "{place}",
                    span { lang: "", {sentence} }
                }
            }
        }
    }
}

/// What it is about, such as the room of a visit.
fn about(held: &Held, version: &Version, words: &Words) -> String {
    let said = rescue::of(words.language);
    let room_of = |visit| {
        let visit = held.visit(visit).map(|held| &held.visit);
        let room = visit.and_then(|visit| held.roster().room(&visit.room));
        room.map_or(said.some_room.to_owned(), |room| room.name.clone())
    };
    let purpose =
        |round| held.round(round).map(|round| round.record.plan.purpose.as_str().to_owned()).unwrap_or_default();
    match &version.thing() {
        Thing::Visit(visit) => (said.visit_in)(&room_of(visit)),
        Thing::Note(visit) => (said.note_of)(&room_of(visit)),
        Thing::Board(round) => (said.board_of)(&purpose(round)),
        Thing::Plan(round) => (said.plan_of)(&purpose(round)),
        Thing::Phrases => said.phrases.to_owned(),
    }
}
