//! The talk in the hallway after a visit: three questions, what was written and counted, and four minutes. It can be
//! passed over, and taken up again for as long as the visit is on the tablet. Nothing said there is recorded.

mod looked_for;
mod minutes;

use device::tablet::Tablet;
use dioxus::prelude::*;
use domain::ids::VisitId;
use domain::round::Sense;
use domain::visit::Visit;

use self::looked_for::LookedFor;
use self::minutes::{Minutes, is_over};
use crate::components::{Back, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::NotHere;
use crate::screens::round::NextRoom;
use crate::words::hallway::use_hallway_words;
use crate::words::use_words;

/// The talk about a visit that was finished.
#[component]
pub fn Hallway(visit: String) -> Element {
    let tablet: Tablet = use_context();
    let found = VisitId::parse(&visit).ok().and_then(|id| tablet.held().visit(&id).map(|held| held.visit.clone()));
    match found.filter(|visit| visit.finished_after().is_some()) {
        Some(visit) => rsx! { About { visit } },
        None => rsx! { NotHere {} },
    }
}

#[component]
fn About(visit: Visit) -> Element {
    let (words, said) = (use_words(), use_hallway_words());
    let tablet: Tablet = use_context();
    let room = tablet.held().roster().room(&visit.room).map(|room| room.name.clone()).unwrap_or_default();
    let round = Route::Round { round: visit.round.to_string() };
    let back = Back { to: round.clone(), label: words.frame.this_round.to_owned() };
    let (id, of_round) = (visit.id.clone(), visit.round.clone());
    let foot = rsx! {
        div { class: "acts",
            Link { class: "button main", to: round, onclick: move |()| is_over(&id), {said.next} }
        }
    };
    rsx! {
        Page { narrow: true, back, foot,
            div { class: "row",
                div { class: "head",
                    p { class: "soft", {room} }
                    Title { text: said.title }
                }
                Minutes { visit: visit.id.clone() }
            }
            p { class: "lede soft", {said.lede} }
            section { class: "card wash",
                h2 { class: "aside", {said.prompts_title} }
                ol { class: "numbered stack",
                    for prompt in said.prompts {
                        li { class: "said", {prompt} }
                    }
                }
            }
            Written { visit: visit.clone() }
            LookedFor { visit }
            section { class: "card",
                details {
                    summary { {said.same_room} }
                    p { {said.same_room_what} }
                }
            }
            p { class: "small soft", {said.stays} }
            NextRoom { round: of_round }
        }
    }
}

/// The sentences of the visit, large enough to be read over a shoulder.
#[component]
fn Written(visit: Visit) -> Element {
    let (words, said) = (use_words(), use_hallway_words());
    let sense = |sense| if sense == Sense::Saw { words.visit.i_saw } else { words.visit.i_heard };
    let sentences: Vec<(u32, String)> = visit
        .evidence()
        .map(|evidence| (evidence.number, format!("{} {}", sense(evidence.sense), evidence.text)))
        .collect();
    rsx! {
        section { class: "card",
            h2 { {said.written} }
            if sentences.is_empty() {
                p { class: "soft", {said.nothing_written} }
            }
            ul { class: "list aloud",
                for (number, sentence) in sentences {
                    li { key: "{number}", lang: "", {sentence} }
                }
            }
        }
    }
}
