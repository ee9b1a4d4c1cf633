//! A recovery code, shown once.

use dioxus::prelude::*;

use crate::browser::page;
use crate::components::Code;
use crate::words::{lock, use_words};

/// The code, and the way on for whoever has written it down.
#[component]
pub fn CodeShown(code: String, written: EventHandler) -> Element {
    let said = lock::of(use_words().language);
    use_effect(|| page::focus("#recovery-code"));
    rsx! {
        section { class: "card", role: "status",
            h2 { id: "recovery-code", tabindex: "-1", {said.code_title} }
            Code { code }
            p { {said.code_more} }
            div { class: "acts",
                button { class: "main", onclick: move |_| written.call(()), {said.code_written} }
            }
        }
    }
}
