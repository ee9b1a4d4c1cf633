//! The team's board: describe, group, predict, next step. Everything is stored as it is written.

mod action;
mod board;
mod describe;
mod group;
mod question;
mod sentence;

use dioxus::prelude::*;
use domain::ids::RoundId;
use domain::permission::Act;

use self::action::ActionCard;
use self::board::{BoardState, use_new_board};
use self::describe::Describe;
pub use self::describe::said;
use self::group::Group;
use self::question::QuestionCard;
use self::sentence::SentenceField;
use crate::browser::remembered::leading;
use crate::components::{Back, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::NotHere;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// The board of a round.
#[component]
pub fn Debrief(round: String) -> Element {
    let tablet = use_tablet();
    let found = RoundId::parse(&round).ok().filter(|id| tablet.held().round(id).is_some());
    match found {
        Some(round) => rsx! {
            Board { key: "{round}", round }
        },
        None => rsx! {
            NotHere {}
        },
    }
}

#[component]
fn Board(round: RoundId) -> Element {
    let words = &use_words().debrief;
    let here = use_words();
    let board = use_new_board(&round);
    let mut step = use_signal(|| 0_usize);
    let at = step();
    let back = Back { to: Route::Round { round: round.to_string() }, label: here.frame.this_round.to_owned() };
    let foot = rsx! {
        div { class: "row",
            BoardState {}
            div { class: "acts",
                if at > 0 {
                    button { onclick: move |_| step.set(at - 1), {words.before} }
                }
                if at < 3 {
                    button { class: "main", onclick: move |_| step.set(at + 1), {(words.next)(words.steps[at + 1])} }
                } else if leading().may(Act::CloseRound) {
                    Link { class: "button main", to: Route::Closing { round: round.to_string() }, {words.done} }
                }
            }
        }
    };
    rsx! {
        Page { back, foot,
            div { class: "head",
                Title { key: "{at}", text: words.titles[at] }
                p { class: "soft", {words.whats[at]} }
            }
            if board.is_closed() {
                p { class: "notice", {words.closed} }
            }
            ol { class: "steps",
                for (place, name) in words.steps.into_iter().enumerate() {
                    li { key: "{place}",
                        button { "aria-current": if place == at { "step" }, onclick: move |_| step.set(place),
                            {(words.step)(place + 1, name)}
                        }
                    }
                }
            }
            match at {
                0 => rsx! {
                    Describe { round: round.clone() }
                },
                1 => rsx! {
                    Group {}
                },
                2 => rsx! {
                    section { class: "card",
                        SentenceField {
                            id: "prediction",
                            label: words.prediction,
                            stored: board.drawn().prediction,
                            write: move |(pause, sentence)| board.change_soon(&pause, move |board| board.prediction = sentence),
                        }
                    }
                },
                _ => rsx! {
                    section { class: "card",
                        SentenceField {
                            id: "next-step",
                            label: words.next_step,
                            stored: board.drawn().next_step,
                            write: move |(pause, sentence)| board.change_soon(&pause, move |board| board.next_step = sentence),
                        }
                    }
                    p { class: "soft", {words.to_close} }
                    div { class: "split",
                        ActionCard {}
                        QuestionCard {}
                    }
                },
            }
            p { class: "small soft", {words.shared} }
        }
    }
}
