//! A door sign that says "not today": one tap notes it, one takes it back.

use device::storage::StorageFailure;
use device::tablet::{Tablet, VisitRefused};
use dioxus::prelude::*;
use domain::ids::RoomId;

use crate::words::between::use_between_words;
use crate::words::use_words;

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
        let (tablet, room) = (tablet.clone(), room.clone());
        spawn(async move { tell(tablet.note_not_today(&room).await, failed, noted) });
    };
    rsx! {
        button { class: "plain", onclick: note, {children} }
        Failed { failed }
    }
}

/// Takes it back.
#[component]
pub fn IsOpenAfterAll(room: RoomId) -> Element {
    let said = use_between_words();
    let tablet: Tablet = use_context();
    let failed = use_signal(|| None::<StorageFailure>);
    let take_back = move |_| {
        let (tablet, room) = (tablet.clone(), room.clone());
        spawn(async move { tell(tablet.take_back_not_today(&room).await, failed, Callback::default()) });
    };
    rsx! {
        button { class: "plain", onclick: take_back, {said.not_today_undo} }
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
