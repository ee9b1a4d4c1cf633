//! The round code, shown when asked for: whoever sees it can visit in the round.

use dioxus::prelude::*;
use domain::code_of::CodeOf;

use crate::browser::address;
use crate::components::{Code, Qr};
use crate::words::use_words;

/// The round code as a QR code and in groups to read aloud.
#[component]
pub fn RoundCode(code: String) -> Element {
    let words = use_words();
    let mut open = use_signal(|| false);
    rsx! {
        section { class: "card",
            details { open: open(),
                summary {
                    onclick: move |event| {
                        event.prevent_default();
                        open.toggle();
                    },
                    {words.round.code_show}
                    br {}
                    span { class: "small soft", {words.round.code_title} }
                }
                // Not in the page until it is asked for: a screen is easily photographed.
                if open() {
                    p { class: "soft", {words.round.code_hint} }
                    div { class: "pair",
                        Qr { text: CodeOf::Round.address(&address::origin(), &code) }
                        Code { code }
                    }
                }
            }
        }
    }
}
