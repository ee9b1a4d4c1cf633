//! The head of whatever shows one round: which, the sentence, and what it is never used for.

use dioxus::prelude::*;
use domain::release::Release;
use domain::roster::Roster;

use crate::browser::dates;
use crate::components::Title;
use crate::words::{Words, use_words};

/// School, days and rooms, then the sentence, then what is `children`, then what protects everyone.
#[component]
pub fn Head(
    release: Release,
    /// The school's name.
    name: String,
    /// The names of all schools.
    schools: Roster,
    /// The sentence.
    title: String,
    children: Element,
) -> Element {
    let words = use_words();
    let days = dates::window(release.opens, release.ends, words.language);
    let rooms = match release.rooms {
        Some(rooms) => (words.picture.rooms)(rooms),
        None => (words.picture.few_rooms)(release.k),
    };
    rsx! {
        div { class: "head",
            p { class: "soft", {[name, (words.picture.round_of)(&days), rooms].join(" · ")} }
            Title { text: title }
            {children}
            if let Some(together) = together(&release, &schools, words) {
                p { class: "soft", {together} }
            }
            Never { k: release.k }
        }
    }
}

/// With which schools a round was visited and is shown; nothing where it was one.
pub fn together(release: &Release, schools: &Roster, words: &Words) -> Option<String> {
    let names = release.schools.iter().filter_map(|id| schools.school(id)).map(|school| school.name.clone());
    let names: Vec<String> = names.collect();
    (names.len() > 1).then(|| (words.picture.together_with)(&words.roster.list(names)))
}

/// Nobody is rated, nothing small is shown, and who visited has not been calibrated.
#[component]
pub fn Never(k: u32) -> Element {
    let words = use_words();
    rsx! {
        p { class: "soft", {words.picture.protects(k)} }
    }
}
