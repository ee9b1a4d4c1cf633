//! Confirming a room, and the visit: an instrument on one screen.
//!
//! [`recording`] takes taps and stores them in order; [`looks`] draws a control for each look-for; the sheets lie over
//! them. The clock alone is drawn every second.

mod about;
mod block_clock;
mod blocks;
mod clock;
mod confirm;
mod evidence;
mod grid;
mod hold;
mod instrument;
mod looks;
mod marks;
mod not_saved;
mod presence;
mod quiet;
mod recording;
mod seats;
mod share;
mod sheet;
mod sounds;
mod still_on;
mod talk;
mod tally;
mod told;
mod voices;
mod what_counts;

use device::tablet::Tablet;
use dioxus::prelude::*;
use domain::ids::VisitId;

pub use self::about::Leave;
pub use self::confirm::Confirm;
use self::instrument::Instrument;
pub use self::recording::left_behind;
pub use self::talk::clock;
use crate::navigation::use_navigator;
use crate::route::Route;
use crate::screens::NotHere;

/// A visit that is under way; one that has ended leads on to what it sent.
#[component]
pub fn Visit(visit: String) -> Element {
    let tablet: Tablet = use_context();
    let navigator = use_navigator();
    let held = VisitId::parse(&visit).ok().and_then(|id| tablet.held().visit(&id).cloned());
    let has_ended = held.as_ref().is_some_and(|held| held.visit.has_ended());
    use_effect(use_reactive!(|(visit, has_ended)| {
        if has_ended {
            navigator.replace(Route::Finish { visit });
        }
    }));
    match held {
        Some(held) if !has_ended => rsx! {
            Instrument { key: "{held.visit.id}", visit: held.visit }
        },
        Some(_) => rsx! {},
        None => rsx! {
            NotHere {}
        },
    }
}
