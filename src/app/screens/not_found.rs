//! An address that is no screen's.

use dioxus::prelude::*;

use crate::components::{Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::words::use_words;

/// There is no such page.
#[component]
pub fn NotFound(path: String) -> Element {
    let words = use_words();
    rsx! {
        Page { narrow: true,
            div { class: "notice",
                Title { text: words.trouble.no_such_page }
                p { {words.trouble.no_such_page_more} }
                p { class: "small soft", {path} }
                div { class: "acts",
                    Link { class: "button main", to: Route::Start {}, {words.trouble.to_start} }
                }
            }
        }
    }
}
