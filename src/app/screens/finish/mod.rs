//! Finishing a visit: what leaves the tablet, the note, and the card that is handed over, or the door it goes to.

mod card_choice;
mod door_card;
mod ended;
mod handed;
mod in_hand;
mod leaving;
mod note;
mod recorded;
mod summary;

use dioxus::prelude::*;
use domain::ids::VisitId;

pub use self::ended::{goes_on, is_forgotten};
use self::handed::Handed;
use self::leaving::Leaving;
pub use self::recorded::Said;
use crate::components::{Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::NotHere;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Before the end of a visit what would leave, after it the card.
#[component]
pub fn Finish(visit: String) -> Element {
    let tablet = use_tablet();
    let found = VisitId::parse(&visit).ok().and_then(|id| {
        let held = tablet.held();
        let visit = &held.visit(&id)?.visit;
        Some((id, visit.round.to_string(), visit.is_abandoned(), visit.finished_after().is_some()))
    });
    match found {
        None => rsx! {
            NotHere {}
        },
        Some((_, round, true, _)) => rsx! {
            WasLeft { round }
        },
        Some((id, _, false, true)) => rsx! {
            Handed { visit: id }
        },
        Some((id, _, false, false)) => rsx! {
            Leaving { visit: id }
        },
    }
}

/// The visit was left without a result.
#[component]
fn WasLeft(round: String) -> Element {
    let words = use_words();
    rsx! {
        Page { narrow: true,
            div { class: "notice",
                Title { text: words.visit.about_visit }
                p { {words.finish.was_left} }
                div { class: "acts",
                    Link { class: "button main", to: Route::Round { round }, {words.finish.next_room} }
                }
            }
        }
    }
}
