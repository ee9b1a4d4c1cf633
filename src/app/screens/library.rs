//! All look-fors, by group, each opened with one tap.

use dioxus::prelude::*;
use domain::library::{GroupWords, Library as LookFors};

use crate::components::{LookForFacts, Page, Title};
use crate::words::use_words;

/// The library.
#[component]
pub fn Library() -> Element {
    let words = use_words();
    let library = LookFors::shipped();
    rsx! {
        Page { narrow: true,
            div { class: "head",
                Title { text: (words.library.title)(library.look_fors.len()) }
                p { class: "soft", {library.status.in_language(words.language).as_str()} }
            }
            for group in &library.groups {
                Group { key: "{group.group.code()}", group }
            }
            section { class: "card quiet",
                h2 { {words.library.never} }
                ul {
                    for never in library.never_record.in_language(words.language) {
                        li { {never.as_str()} }
                    }
                }
            }
        }
    }
}

#[component]
fn Group(group: &'static GroupWords) -> Element {
    let words = use_words();
    rsx! {
        section { class: "card",
            h2 { {group.name.in_language(words.language).as_str()} }
            div {
                for look_for in LookFors::shipped().of_group(group.group) {
                    details { key: "{look_for.id}",
                        summary { {look_for.label.in_language(words.language).as_str()} }
                        LookForFacts { look_for }
                    }
                }
            }
        }
    }
}
