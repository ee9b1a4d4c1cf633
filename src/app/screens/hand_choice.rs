//! The hand that taps: chosen on a visit's own sheet or for the whole tablet, and taken up at once.

use dioxus::prelude::*;

use crate::browser::page;
use crate::browser::remembered::{self, Hand};
use crate::words::hand::use_hand_words;

/// Left or right.
#[component]
pub fn HandChoice() -> Element {
    let words = use_hand_words();
    let mut chosen = use_signal(remembered::hand);
    rsx! {
        fieldset {
            legend { {words.which} }
            p { class: "small soft", {words.what} }
            div { class: "choices",
                for (hand, name) in [(Hand::Left, words.left), (Hand::Right, words.right)] {
                    label { class: "choice",
                        input {
                            r#type: "radio",
                            name: "hand",
                            checked: chosen() == hand,
                            onchange: move |_| {
                                chosen.set(hand);
                                remembered::set_hand(hand);
                                page::set_hand(hand);
                            },
                        }
                        strong { {name} }
                    }
                }
            }
        }
    }
}
