//! A new PIN or passphrase, typed twice.

use device::tablet::{NewPin, NotAPin};
use dioxus::prelude::*;

use super::PinField;
use crate::browser::page;
use crate::words::{lock, use_words};

/// A new PIN as it is typed.
#[derive(Clone, Copy, PartialEq)]
pub struct PinTyped {
    once: Signal<String>,
    again: Signal<String>,
    wrong: Signal<Option<Wrong>>,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Pin(NotAPin),
    NotTheSame,
}

/// An empty one.
pub fn use_pin_typed() -> PinTyped {
    PinTyped { once: use_signal(String::new), again: use_signal(String::new), wrong: use_signal(|| None) }
}

impl PinTyped {
    /// The PIN, if it is one and was typed twice; else its fields say what is wrong, and the focus goes there.
    pub fn read(self) -> Option<NewPin> {
        let mut wrong = self.wrong;
        let pin = NewPin::parse(&self.once.peek());
        let is_same = self.once.peek().trim() == self.again.peek().trim();
        wrong.set(match &pin {
            Err(why) => Some(Wrong::Pin(*why)),
            Ok(_) if !is_same => Some(Wrong::NotTheSame),
            Ok(_) => None,
        });
        match *wrong.peek() {
            Some(Wrong::Pin(_)) => page::focus("#new-pin"),
            Some(Wrong::NotTheSame) => page::focus("#pin-again"),
            None => (),
        }
        pin.ok().filter(|_| is_same)
    }
}

/// Its two fields.
#[component]
pub fn NewPinFields(typed: PinTyped) -> Element {
    let said = lock::of(use_words().language);
    let wrong = (typed.wrong)();
    rsx! {
        PinField {
            id: "new-pin",
            label: said.new_pin,
            hint: said.new_pin_hint,
            typed: typed.once,
            is_wrong: matches!(wrong, Some(Wrong::Pin(_))),
        }
        if let Some(Wrong::Pin(why)) = wrong {
            p { id: "new-pin-wrong", class: "wrong", role: "alert", {(said.not_a_pin)(why)} }
        }
        PinField {
            id: "pin-again",
            label: said.again,
            typed: typed.again,
            stays_hidden: true,
            is_wrong: wrong == Some(Wrong::NotTheSame),
        }
        if wrong == Some(Wrong::NotTheSame) {
            p { id: "pin-again-wrong", class: "wrong", role: "alert", {said.not_the_same} }
        }
    }
}
