//! What is wrong with a field, said beside it.

use dioxus::prelude::*;

/// A problem, or nothing; the field names it by `id` in `aria-describedby`.
#[component]
pub fn Wrong(id: String, text: Option<String>) -> Element {
    rsx! {
        if let Some(text) = text {
            p { class: "wrong", id, {text} }
        }
    }
}
