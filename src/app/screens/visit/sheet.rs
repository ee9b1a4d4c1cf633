//! A sheet over the visit.

use dioxus::html::geometry::ClientPoint;
use dioxus::prelude::*;

use super::recording::use_recording;
use crate::browser::page;

/// The dialog on screen; there is one at a time.
const SHEET: &str = "dialog.sheet";

/// CSS pixels that a finger has to go for a swipe.
const SWIPE: f64 = 48.0;

/// A sheet. Escape, a tap beside it, a swipe of its head and the way back in it all call `closed`; the focus returns to
/// what opened it, and the clock of the visit goes on in its head.
#[component]
pub fn Sheet(
    /// The id of its heading.
    heading: &'static str,
    /// Called when it is to go.
    closed: Callback,
    children: Element,
) -> Element {
    use_effect(|| page::open_dialog(SHEET));
    let mut pressed_beside = use_signal(|| false);
    rsx! {
        dialog {
            class: "sheet",
            "aria-labelledby": heading,
            oncancel: move |event| {
                event.prevent_default();
                close(closed);
            },
            // A key that presses a button also clicks, at a place of its own; only a finger presses beside the sheet.
            onpointerdown: move |event| pressed_beside.set(is_beside(event.client_coordinates())),
            onclick: move |event| {
                if pressed_beside.replace(false) && is_beside(event.client_coordinates()) {
                    close(closed);
                }
            },
            Head { closed }
            {children}
        }
    }
}

/// Closes the sheet on screen, then calls `closed`.
pub fn close(closed: Callback) {
    page::close_dialog(SHEET);
    closed.call(());
}

fn is_beside(point: ClientPoint) -> bool {
    page::is_beside(SHEET, point.x, point.y)
}

/// Where the sheet is taken to be swiped away: down, or to a side. The time of the visit is in it.
#[component]
fn Head(closed: Callback) -> Element {
    let seconds = use_recording().seconds;
    let mut from = use_signal(|| None::<ClientPoint>);
    let swiped = move |event: PointerEvent| {
        let Some(from) = from.take() else { return };
        let moved = event.client_coordinates() - from;
        if moved.x.abs().max(moved.y) >= SWIPE {
            close(closed);
        }
    };
    let (minutes, rest) = (seconds() / 60, seconds() % 60);
    rsx! {
        div {
            class: "grip",
            "aria-hidden": "true",
            onpointerdown: move |event| from.set(Some(event.client_coordinates())),
            onpointerup: swiped,
            onpointercancel: move |_| from.set(None),
            span { class: "number small soft", "{minutes}:{rest:02}" }
        }
    }
}
