//! Where an app that is opened anew brings a person: back to where they stood, with no tap in between.

use std::cell::Cell;
use std::rc::Rc;

use device::tablet::{Standpoint, Tablet};
use dioxus::prelude::*;

use super::Start;
use crate::browser::{address, keeping, remembered};
use crate::navigation::use_navigator;
use crate::route::Route;
use crate::tablet_context::{OpenedIfFree, Wait, use_is_opening, use_tablet_if_open};

/// Whether the page was opened at the doors and no screen has been shown yet. Later the doors are just the doors.
#[derive(Clone)]
pub struct Arrival(Rc<Cell<bool>>);

impl Arrival {
    /// Made by the root before it shows a screen.
    pub fn new() -> Arrival {
        Arrival(Rc::new(Cell::new(Route::at(&address::path()) == Route::Start {})))
    }
}

/// The doors; or the visit that is under way, or that was just finished, where the app was opened anew meanwhile.
#[component]
pub fn Landing() -> Element {
    let arrival: Arrival = use_context();
    let arrives = use_hook(|| arrival.0.take());
    if arrives {
        rsx! { Arrives {} }
    } else {
        rsx! { Start {} }
    }
}

#[component]
fn Arrives() -> Element {
    // A browser that was killed may have forgotten that somebody leads here, and still holds the tablet.
    let leads = use_resource(|| async {
        remembered::leads() || keeping::tablets().await.iter().any(|name| name == keeping::TABLET)
    });
    match *leads.read() {
        None => rsx! { Wait {} },
        Some(false) => rsx! { Start {} },
        Some(true) => rsx! {
            OpenedIfFree { GoesOn {} }
        },
    }
}

#[component]
fn GoesOn() -> Element {
    let navigator = use_navigator();
    let (tablet, is_opening) = (use_tablet_if_open(), use_is_opening());
    // Asked once: what becomes of the tablet later leads nobody away from the doors.
    let mut asked = use_signal(|| false);
    let stands = tablet.as_ref().and_then(Tablet::standpoint).filter(|_| !asked());
    let to = stands.map(|stands| match stands {
        Standpoint::InTheRoom(visit) => Route::Visit { visit: visit.to_string() },
        Standpoint::AtTheDoor(visit) => Route::Finish { visit: visit.to_string() },
    });
    let leads_on = to.is_some();
    use_effect(use_reactive!(|(to, is_opening)| {
        match to {
            Some(to) => navigator.replace(to),
            None if !is_opening => asked.set(true),
            None => {}
        }
    }));
    // No door is drawn that would go at once.
    if is_opening || leads_on {
        rsx! { Wait {} }
    } else {
        rsx! { Start {} }
    }
}
