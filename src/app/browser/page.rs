//! The page itself: its language, its title, where the focus is.

use domain::language::Language;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlTextAreaElement, VisibilityState};

use super::document;
use super::remembered::Hand;

/// Says which language the page is in, for voices and hyphens.
pub fn set_language(language: Language) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language.code());
    }
}

/// Says for which hand the page is laid out, for the style sheet.
pub fn set_hand(hand: Hand) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-hand", if hand == Hand::Left { "left" } else { "right" });
    }
}

/// What the browser shows for this page in its tabs and history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus to the first element that fits the selector; does nothing when there is none.
pub fn focus(selector: &str) {
    if let Some(element) = element::<HtmlElement>(selector) {
        let _ = element.focus();
    }
}

/// Opens the dialog that fits the selector over the rest of the page, which then cannot be reached.
pub fn open_dialog(selector: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(selector).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog that fits the selector.
pub fn close_dialog(selector: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(selector) {
        dialog.close();
    }
}

/// Whether a point of the page, in CSS pixels, lies beside the element that fits the selector.
pub fn is_beside(selector: &str, x: f64, y: f64) -> bool {
    element::<HtmlElement>(selector).is_some_and(|element| {
        let place = element.get_bounding_client_rect();
        x < place.left() || x > place.right() || y < place.top() || y > place.bottom()
    })
}

/// Goes on writing in the box that fits the selector, behind `text`, which is now in it.
pub fn write_on(selector: &str, text: &str) {
    if let Some(area) = element::<HtmlTextAreaElement>(selector) {
        area.set_value(text);
        let _ = area.focus();
    }
}

/// Whether somebody can see the page.
pub fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// Opens the browser's way to print the page.
pub fn print() {
    let _ = super::window().print();
}

/// The same with everything open that can be: what is folded on the screen would be missing on paper.
pub fn print_unfolded() {
    while let Some(folded) = element::<HtmlElement>("details:not([open])") {
        if folded.set_attribute("open", "").is_err() {
            break;
        }
    }
    print();
}

fn element<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}
