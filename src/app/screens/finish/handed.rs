//! After the end: the card is handed over, then the next room.

use std::cell::RefCell;
use std::rc::Rc;

use device::tablet::VisitRefused;
use dioxus::prelude::*;
use domain::code_of::CodeOf;
use domain::ids::{NoteId, VisitId};

use super::card_choice::{CardChoice, use_unused_cards};
use crate::browser::address;
use crate::components::{Code, Page, Qr, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::round::NextRoom;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::hallway::use_hallway_words;
use crate::words::use_words;

/// The card of a finished visit, or thanks where no note was written.
#[component]
pub fn Handed(visit: VisitId) -> Element {
    let (words, hallway) = (use_words(), use_hallway_words());
    let tablet = use_tablet();
    let (round, note, card, to_door) = {
        let held = tablet.held();
        let visit = held.visit(&visit);
        let round = visit.map(|held| held.visit.round.clone());
        let note = visit.and_then(|held| held.draft.card.clone().filter(|_| held.draft.sealed.is_some()));
        let card = held.cards().into_iter().find(|card| note.as_ref() == Some(&card.card.note_id()));
        let to_door = visit.is_some_and(|held| held.draft.door.is_some() && held.draft.sealed.is_some());
        (round, note, card.map(|card| (card.number, card.card.code())), to_door)
    };
    // With a network the code is erased before anybody could have seen it: this page shows it until it is left.
    let last = use_hook(|| Rc::new(RefCell::new(None::<(u32, String)>)));
    let is_erased = card.is_none();
    if card.is_some() {
        last.replace(card);
    }
    let card = last.borrow().clone();
    let round_screen = Route::Round { round: round.as_ref().map_or(String::new(), ToString::to_string) };
    let foot = rsx! {
        div { class: "acts",
            Link { class: "button main", to: round_screen, {words.finish.next_room} }
            Link { class: "button", to: Route::Hallway { visit: visit.to_string() }, {hallway.open} }
        }
    };
    rsx! {
        Page { narrow: true, foot,
            if to_door {
                div { class: "head",
                    Title { text: words.finish.to_door }
                    p { class: "soft", {words.finish.to_door_what} }
                }
                Again { visit }
            } else if note.is_none() {
                div { class: "head",
                    Title { text: words.finish.finished }
                    p { class: "soft", {words.finish.finished_without} }
                }
                // Beside a card it would be read by whoever is given the card; then it waits in the hallway.
                if let Some(round) = round {
                    NextRoom { round }
                }
            } else {
                div { class: "head",
                    Title { text: words.finish.hand_over }
                    p { class: "soft", {words.finish.only_to_them} }
                }
                if let Some((number, code)) = card {
                    section { class: "card",
                        div { class: "pair",
                            Qr { text: CodeOf::Card.address(&address::origin(), &code) }
                            div { class: "stack",
                                p { class: "said", {words.finish.note_for_you} }
                                Code { code }
                                p { class: "small soft", {(words.finish.card_number)(number)} }
                            }
                        }
                    }
                    if is_erased {
                        p { class: "state received", {words.finish.code_here} }
                    } else {
                        p { class: "small soft", {words.finish.code_erased} }
                    }
                } else {
                    p { class: "state received", {words.finish.code_gone} }
                }
                Again { visit }
            }
        }
    }
}

/// The same note on another card, for when the first was lost.
#[component]
fn Again(visit: VisitId) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let sync = use_sync();
    let unused = use_unused_cards();
    let mut refused = use_signal(|| None::<VisitRefused>);
    let chosen = use_signal(|| None::<NoteId>);
    let issue = use_callback(move |()| {
        let (tablet, visit) = (tablet.clone(), visit.clone());
        let Some(card) = chosen.peek().clone() else { return };
        spawn(async move {
            match tablet.issue_note_again(&visit, &card).await {
                Ok(()) => {
                    refused.set(None);
                    sync.start();
                }
                Err(reason) => refused.set(Some(reason)),
            }
        });
    });
    let number = unused.iter().find(|card| chosen.read().as_ref() == Some(&card.id)).map(|card| card.number);
    rsx! {
        details {
            summary { {words.finish.again} }
            div { class: "stack",
                p { class: "soft", {words.finish.again_what} }
                CardChoice { chosen, changed: |()| () }
                if let Some(number) = number {
                    p {
                        button { onclick: move |_| issue.call(()), {(words.finish.again_on)(number)} }
                    }
                }
                if let Some(refused) = refused() {
                    p { class: "wrong", role: "alert", {(words.visit.not_saved)(&refused)} }
                }
            }
        }
    }
}
