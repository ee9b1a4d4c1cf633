//! The card that the visitor has in hand: scanned, or typed.

use dioxus::prelude::*;
use domain::code_of::CodeOf;
use domain::ids::NoteId;
use domain::note::Card;
use domain::symbols::Misread;

use super::card_choice::{Unused, use_unused_cards};
use crate::components::{Scanner, Wrong};
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Symbols of a card's code, its checks included.
const SYMBOLS: usize = 18;

/// Chooses a card by its code. A card that opens another note is told from one that is free.
#[component]
pub fn InHand(
    /// The card that will be used.
    chosen: Signal<Option<NoteId>>,
    /// Chooses another.
    choose: Callback<NoteId>,
) -> Element {
    let words = &use_words().finish;
    let tablet = use_tablet();
    let unused = use_unused_cards();
    let mut typed = use_signal(String::new);
    let mut answer = use_signal(|| None::<Result<Unused, String>>);
    let take = use_callback(move |card: Card| -> Result<Unused, String> {
        let id = card.note_id();
        let Some(free) = unused.iter().find(|card| card.id == id) else {
            let is_used = tablet.held().cards().iter().any(|card| card.card.note_id() == id);
            return Err(if is_used { words.card_used } else { words.card_elsewhere }.to_owned());
        };
        choose.call(id);
        Ok(free.clone())
    });
    let scanned = use_callback(move |code: String| {
        typed.set(String::new());
        answer.set(None);
        let card = Card::from_code(&code).map_err(|misread| (words.card_misread)(&misread))?;
        answer.set(Some(Ok(take.call(card)?)));
        Ok(())
    });
    let so_far = match Card::from_code(&typed.read()) {
        Err(Misread::Length { found: 0, .. }) | Ok(_) => None,
        Err(misread) => Some(misread),
    };
    // While the code is shorter than it will be, only what can never be right is a problem.
    let is_short = matches!(so_far, Some(Misread::Length { found, .. }) if found < SYMBOLS);
    let said = so_far.map(|misread| (words.card_misread)(&misread));
    let (short, problem) = if is_short { (said, None) } else { (None, said) };
    let (answered, problem) = match (&*answer.read(), problem) {
        (_, Some(problem)) => (None, Some(problem)),
        // Another may have been chosen by its number since.
        (Some(Ok(card)), None) if chosen.read().as_ref() == Some(&card.id) => {
            (Some((words.card_taken)(card.number)), None)
        }
        (Some(Ok(_)), None) => (None, None),
        (Some(Err(why)), None) => (None, Some(why.clone())),
        (None, None) => (short, None),
    };
    let is_wrong = problem.is_some();
    rsx! {
        details {
            summary { {words.in_hand} }
            div { class: "stack",
                Scanner { of: CodeOf::Card, taken: scanned }
                div { class: "field",
                    label { r#for: "in-hand", {words.card_code} }
                    input {
                        id: "in-hand",
                        class: "typed",
                        autocomplete: "off",
                        autocapitalize: "characters",
                        spellcheck: "false",
                        "aria-invalid": is_wrong,
                        "aria-describedby": "in-hand-wrong in-hand-chosen",
                        value: "{typed}",
                        oninput: move |event| {
                            typed.set(event.value());
                            answer.set(Card::from_code(&event.value()).ok().map(|card| take.call(card)));
                        },
                    }
                    Wrong { id: "in-hand-wrong", text: problem }
                    p { id: "in-hand-chosen", class: "small", role: "status", {answered.unwrap_or_default()} }
                }
            }
        }
    }
}
