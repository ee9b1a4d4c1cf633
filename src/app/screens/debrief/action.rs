//! The one thing that a leader will do: who, what, by when. It is stored once all three are there.

use dioxus::prelude::*;
use domain::round::Action;
use domain::text::{Name, NotText, Sentence};
use domain::time::Day;

use super::board::use_board;
use crate::components::Wrong;
use crate::screens::pause::use_pause;
use crate::words::use_words;

/// The action.
#[component]
pub fn ActionCard() -> Element {
    let words = &use_words().debrief;
    let board = use_board();
    let pause = use_pause();
    let stored = use_hook(|| board.drawn().action);
    let of = |text: fn(&Action) -> String| stored.as_ref().map(text).unwrap_or_default();
    let (owner_then, what_then) = (of(|action| action.owner.as_str().into()), of(|action| action.what.as_str().into()));
    let by_then = of(|action| action.by.to_string());
    let mut owner = use_signal(|| owner_then);
    let mut what = use_signal(|| what_then);
    let mut by = use_signal(|| by_then);
    let mut left = use_signal(|| false);

    let changed = use_callback(move |()| {
        let (owner, what, by) = (owner.peek().clone(), what.peek().clone(), by.peek().clone());
        let action = match (Name::parse(&owner), Sentence::parse(&what), Day::parse(&by)) {
            (Ok(owner), Ok(what), Ok(by)) => Some(Action { owner, what, by }),
            _ => None,
        };
        if action.is_some() {
            board.change_soon(&pause, move |board| board.action = action);
        }
    });
    let is_begun = !owner.read().is_empty() || !what.read().is_empty() || !by.read().is_empty();
    let said = |problem: Option<NotText>| {
        problem.filter(|problem| *problem != NotText::Empty || (left() && is_begun)).map(words.problem)
    };
    let (owner_wrong, what_wrong) = (said(Name::parse(&owner.read()).err()), said(Sentence::parse(&what.read()).err()));
    let by_wrong = (left() && is_begun && Day::parse(&by.read()).is_err()).then(|| words.no_day.to_owned());
    let is_whole =
        Name::parse(&owner.read()).is_ok() && Sentence::parse(&what.read()).is_ok() && Day::parse(&by.read()).is_ok();
    rsx! {
        section { class: "card wash", onfocusout: move |_| left.set(true),
            div { class: "row",
                h2 { {words.action} }
                span { class: "tag", {words.required} }
            }
            p { class: "small soft", {words.action_what} }
            div { class: "field",
                label { r#for: "owner", {words.owner} }
                p { id: "owner-hint", class: "small soft", {words.owner_hint} }
                input {
                    id: "owner",
                    value: "{owner}",
                    "aria-describedby": "owner-hint owner-wrong",
                    "aria-invalid": owner_wrong.is_some(),
                    oninput: move |event| {
                        owner.set(event.value());
                        changed.call(());
                    },
                }
                Wrong { id: "owner-wrong", text: owner_wrong.clone() }
            }
            div { class: "field",
                label { r#for: "what", {words.what} }
                textarea {
                    id: "what",
                    value: "{what}",
                    "aria-describedby": "what-wrong",
                    "aria-invalid": what_wrong.is_some(),
                    oninput: move |event| {
                        what.set(event.value());
                        changed.call(());
                    },
                }
                Wrong { id: "what-wrong", text: what_wrong.clone() }
            }
            div { class: "field",
                label { r#for: "by", {words.by} }
                input {
                    id: "by",
                    r#type: "date",
                    value: "{by}",
                    "aria-describedby": "by-wrong",
                    "aria-invalid": by_wrong.is_some(),
                    oninput: move |event| {
                        by.set(event.value());
                        changed.call(());
                    },
                }
                Wrong { id: "by-wrong", text: by_wrong.clone() }
            }
            if is_begun && !is_whole {
                p { class: "state held", {words.kept_when} }
            }
        }
    }
}
