//! A code in groups, to be read aloud and typed.

use dioxus::prelude::*;
use domain::symbols::in_groups;

/// A code in groups of three.
#[component]
pub fn Code(code: String) -> Element {
    rsx! {
        p { class: "code",
            for group in in_groups(&code, 3).split(' ') {
                span { {group} }
            }
        }
    }
}
