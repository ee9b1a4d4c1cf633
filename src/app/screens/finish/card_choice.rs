//! On which card: the next unused one, another by its number, or the one in hand; and a new pack where none is left.

use device::storage::StorageFailure;
use device::tablet::VisitRefused;
use dioxus::prelude::*;
use domain::ids::NoteId;

use super::in_hand::InHand;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Symbols of a code by which a visitor tells a card from the others.
const BEGINNING: usize = 3;

/// The choice of a card for a note.
#[component]
pub fn CardChoice(
    /// The card that will be used.
    chosen: Signal<Option<NoteId>>,
    /// Called after another was chosen.
    changed: Callback,
) -> Element {
    let words = &use_words().finish;
    let unused = use_unused_cards();
    let mut card = chosen;
    // The next card is chosen until somebody chooses another.
    use_effect(use_reactive!(|unused| {
        let is_there = |id: &NoteId| unused.iter().any(|card| card.id == *id);
        let chosen = card.peek().clone();
        if !chosen.as_ref().is_some_and(is_there) {
            let next = unused.first().map(|card| card.id.clone());
            if next != chosen {
                card.set(next);
                changed.call(());
            }
        }
    }));
    if unused.is_empty() {
        return rsx! {
            NoCards {}
        };
    }
    let left = unused.len();
    rsx! {
        fieldset {
            legend { class: "small", {words.which_card} }
            div { class: "choices",
                for (place, one) in unused.into_iter().enumerate() {
                    label { key: "{one.id}", class: "choice",
                        input {
                            r#type: "radio",
                            name: "card",
                            checked: card().as_ref() == Some(&one.id),
                            onchange: move |_| {
                                card.set(Some(one.id.clone()));
                                changed.call(());
                            },
                        }
                        strong {
                            if place == 0 { {(words.next_card)(one.number)} } else { {(words.other_card)(one.number)} }
                        }
                        span { class: "small soft",
                            {(words.begins_with)(&one.beginning)}
                            if !one.printed {
                                " · "
                                {words.not_printed}
                            }
                            if place == 0 {
                                " · "
                                {(words.cards_left)(left)}
                            }
                        }
                    }
                }
            }
        }
        InHand {
            chosen,
            choose: move |id| {
                card.set(Some(id));
                changed.call(());
            },
        }
    }
}

/// A card that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Unused {
    /// The id of the note it will hold.
    pub id: NoteId,
    /// Printed on it.
    pub number: u32,
    /// How its code begins.
    pub beginning: String,
    /// Whether it is on paper.
    pub printed: bool,
}

/// The cards of this tablet that are not used, by number.
pub fn use_unused_cards() -> Vec<Unused> {
    let tablet = use_tablet();
    let held = tablet.held();
    let unused = held.unused_cards().map(|card| Unused {
        id: card.card.note_id(),
        number: card.number,
        beginning: card.card.code().chars().take(BEGINNING).collect(),
        printed: card.printed,
    });
    unused.collect()
}

/// No card is left: eight more can be made here.
#[component]
pub fn NoCards() -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let mut failed = use_signal(|| None::<StorageFailure>);
    let make = move |_| {
        let tablet = tablet.clone();
        spawn(async move { failed.set(tablet.make_card_pack().await.err()) });
    };
    rsx! {
        div { class: "notice tip",
            p { {words.finish.no_cards} }
            div { class: "acts",
                button { onclick: make, {words.finish.make_cards} }
            }
            if let Some(failure) = failed() {
                p { class: "wrong", role: "alert", {(words.visit.not_saved)(&VisitRefused::Storage(failure))} }
            }
        }
    }
}
