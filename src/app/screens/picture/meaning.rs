//! What a picture can say, and what it cannot.

use dioxus::prelude::*;

use crate::words::use_words;

/// The disclosure at the end of every picture.
#[component]
pub fn Meaning() -> Element {
    let words = &use_words().picture;
    rsx! {
        details { id: "meaning",
            summary { {words.can_and_cannot} }
            div { class: "split",
                ul { class: "stack",
                    for sentence in words.can {
                        li { {sentence} }
                    }
                }
                ul { class: "stack",
                    for sentence in words.cannot {
                        li { {sentence} }
                    }
                }
            }
        }
    }
}
