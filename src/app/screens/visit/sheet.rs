//! A sheet over the visit.

use dioxus::prelude::*;

use crate::browser::page;

/// The dialog on screen; there is one at a time.
const SHEET: &str = "dialog.sheet";

/// A sheet. Escape and the way back in it both call `closed`; the focus returns to what opened it.
#[component]
pub fn Sheet(
    /// The id of its heading.
    heading: &'static str,
    /// Called when it is to go.
    closed: Callback,
    children: Element,
) -> Element {
    use_effect(|| page::open_dialog(SHEET));
    rsx! {
        dialog {
            class: "sheet",
            "aria-labelledby": heading,
            oncancel: move |event| {
                event.prevent_default();
                close(closed);
            },
            {children}
        }
    }
}

/// Closes the sheet on screen, then calls `closed`.
pub fn close(closed: Callback) {
    page::close_dialog(SHEET);
    closed.call(());
}
