//! A door sign that says "not today": one tap notes it, one takes it back.

use std::cell::Cell;

use device::storage::StorageFailure;
use device::tablet::{Tablet, VisitRefused};
use dioxus::prelude::*;
use domain::ids::RoomId;

use crate::browser::clock::steady;
use crate::browser::touch::DOUBLE_TAP;
use crate::words::between::use_between_words;
use crate::words::use_words;

thread_local! {
    /// When a sign was noted last: another room's button may have come under the second half of a double tap.
    static LAST_NOTED: Cell<Option<i64>> = const { Cell::new(None) };
}

/// Notes that the door of a room says "not today".
#[component]
pub fn SaysNotToday(
    room: RoomId,
    /// Called once it is stored.
    #[props(default)]
    noted: Callback,
    /// What the button says.
    children: Element,
) -> Element {
    let tablet: Tablet = use_context();
    let failed = use_signal(|| None::<StorageFailure>);
    let note = move |_| {
        let now = steady();
        if LAST_NOTED.replace(Some(now)).is_some_and(|before| now < before + DOUBLE_TAP) {
            return;
        }
        let (tablet, room) = (tablet.clone(), room.clone());
        spawn(async move { tell(tablet.note_not_today(&room).await, failed, noted) });
    };
    rsx! {
        button { class: "plain", onclick: note, {children} }
        Failed { failed }
    }
}

/// The door sign of a room in a list: one button that notes it and takes it back, so that the focus stays on it.
#[component]
pub fn DoorSign(room: RoomId, name: String, is_not_today: bool) -> Element {
    let said = use_between_words();
    let tablet: Tablet = use_context();
    let failed = use_signal(|| None::<StorageFailure>);
    let change = move |_| {
        let (tablet, room) = (tablet.clone(), room.clone());
        spawn(async move {
            let stored = match is_not_today {
                true => tablet.take_back_not_today(&room).await,
                false => tablet.note_not_today(&room).await,
            };
            tell(stored, failed, Callback::default());
        });
    };
    rsx! {
        button { class: "plain", onclick: change,
            if is_not_today {
                {said.not_today_undo}
            } else {
                {said.not_today_short}
            }
            span { class: "aside", ", {name}" }
        }
        Failed { failed }
    }
}

fn tell(stored: Result<(), StorageFailure>, mut failed: Signal<Option<StorageFailure>>, noted: Callback) {
    match stored {
        Ok(()) => noted.call(()),
        // The button may be gone: what it stood beside is drawn anew.
        Err(failure) if failed.try_peek().is_ok() => failed.set(Some(failure)),
        Err(_) => {}
    }
}

#[component]
fn Failed(failed: ReadSignal<Option<StorageFailure>>) -> Element {
    let words = use_words();
    let Some(failure) = failed() else { return rsx! {} };
    rsx! {
        p { class: "wrong", role: "alert", {(words.visit.not_saved)(&VisitRefused::Storage(failure))} }
    }
}
