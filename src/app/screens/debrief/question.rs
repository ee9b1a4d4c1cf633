//! The one question that a team takes on. It is stored once both parts are there.

use dioxus::prelude::*;
use domain::round::Question;
use domain::text::{Name, NotText, Sentence};

use super::board::use_board;
use crate::components::Wrong;
use crate::screens::pause::use_pause;
use crate::words::use_words;

/// The question.
#[component]
pub fn QuestionCard() -> Element {
    let words = &use_words().debrief;
    let board = use_board();
    let pause = use_pause();
    let stored = use_hook(|| board.drawn().question);
    let team_then = stored.as_ref().map(|question| question.team.as_str().to_owned()).unwrap_or_default();
    let asks_then = stored.as_ref().map(|question| question.asks.as_str().to_owned()).unwrap_or_default();
    let mut team = use_signal(|| team_then);
    let mut asks = use_signal(|| asks_then);
    let mut left = use_signal(|| false);

    let changed = use_callback(move |()| {
        let (team, asks) = (team.peek().clone(), asks.peek().clone());
        if let (Ok(team), Ok(asks)) = (Name::parse(&team), Sentence::parse(&asks)) {
            board.change_soon(&pause, move |board| board.question = Some(Question { team, asks }));
        }
    });
    let is_begun = !team.read().is_empty() || !asks.read().is_empty();
    let said = |problem: Option<NotText>| {
        problem.filter(|problem| *problem != NotText::Empty || (left() && is_begun)).map(words.problem)
    };
    let (team_wrong, asks_wrong) = (said(Name::parse(&team.read()).err()), said(Sentence::parse(&asks.read()).err()));
    let is_whole = Name::parse(&team.read()).is_ok() && Sentence::parse(&asks.read()).is_ok();
    rsx! {
        section { class: "card wash", onfocusout: move |_| left.set(true),
            div { class: "row",
                h2 { {words.question} }
                span { class: "tag", {words.required} }
            }
            p { class: "small soft", {words.question_what} }
            div { class: "field",
                label { r#for: "team", {words.team} }
                input {
                    id: "team",
                    value: "{team}",
                    "aria-describedby": "team-wrong",
                    "aria-invalid": team_wrong.is_some(),
                    oninput: move |event| {
                        team.set(event.value());
                        changed.call(());
                    },
                }
                Wrong { id: "team-wrong", text: team_wrong.clone() }
            }
            div { class: "field",
                label { r#for: "asks", {words.asks} }
                textarea {
                    id: "asks",
                    value: "{asks}",
                    "aria-describedby": "asks-wrong",
                    "aria-invalid": asks_wrong.is_some(),
                    oninput: move |event| {
                        asks.set(event.value());
                        changed.call(());
                    },
                }
                Wrong { id: "asks-wrong", text: asks_wrong.clone() }
            }
            if is_begun && !is_whole {
                p { class: "state held", {words.kept_when} }
            }
        }
    }
}
