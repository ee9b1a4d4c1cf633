//! How well this device keeps what is recorded: what to do on shared ones, and one word before a round's first visit.

use device::tablet::Tablet;
use dioxus::prelude::*;
use domain::ids::RoundId;

use crate::browser::installed::is_installed;
use crate::browser::keeping::{self, Keeping};
use crate::navigation::Link;
use crate::route::Route;
use crate::words::{install, use_words};

/// For the screen of this tablet: shared and managed devices, the way to install, and what is kept where.
#[component]
pub fn KeepingHere() -> Element {
    let words = use_words();
    let said = install::of(words.language);
    rsx! {
        section { class: "card",
            h2 { {said.shared_title} }
            dl { class: "facts",
                for (device, more) in said.shared {
                    div { key: "{device}",
                        dt { {device} }
                        dd { {more} }
                    }
                }
            }
            div { class: "acts",
                if !is_installed() {
                    Link { class: "button", to: Route::Install {}, {said.put_here} }
                }
                // A page of the server's own, outside the app.
                a { class: "button plain", href: "/inventory?language={words.language.code()}", {said.inventory} }
            }
        }
    }
}

/// Bytes below which a morning of visits may not fit: a visit takes some hundred thousand at most, and a browser wants room
/// of its own to write.
const LITTLE_ROOM: u64 = 20_000_000;

/// Before the first visit of a round on this tablet, where the browser promises nothing or has little room. It asks the
/// browser first.
#[component]
pub fn BeforeFirstVisit(round: RoundId) -> Element {
    let words = use_words();
    let said = install::of(words.language);
    let tablet: Tablet = use_context();
    let is_first = tablet.held().visits_of(&round).is_empty();
    let answer = use_resource(move || async move {
        match is_first {
            true if keeping::promised().await != Keeping::Promised => Some(keeping::ask().await),
            _ => None,
        }
    });
    let room = use_resource(keeping::room);
    let left = room().flatten().map(|room| room.in_all.saturating_sub(room.used));
    let is_full = is_first && left.is_some_and(|left| left < LITTLE_ROOM);
    let promises_nothing = matches!(answer(), Some(Some(Keeping::NotPromised | Keeping::NotSaid)));
    rsx! {
        if is_full {
            p { class: "notice hold", role: "status", {said.little_room} }
        }
        if promises_nothing {
            PromisesNothing {}
        }
    }
}

#[component]
fn PromisesNothing() -> Element {
    let said = install::of(use_words().language);
    rsx! {
        div { class: "notice", role: "status",
            p { {said.first_visit} }
            p {
                if is_installed() {
                    Link { to: Route::ThisTablet {}, {said.how_safe} }
                } else {
                    Link { to: Route::Install {}, {said.put_here} }
                }
            }
        }
    }
}
