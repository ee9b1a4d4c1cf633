//! The ways to read a school: its picture, its groups beside one another, its talk.

use dioxus::prelude::*;
use domain::ids::SchoolId;

use crate::navigation::Link;
use crate::route::Route;
use crate::words::{Words, use_words};

/// A way to read a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// One round, look-for by look-for.
    Picture,
    /// The groups of one round beside one another.
    Opportunity,
    /// Discourse, participation and inquiry over all rounds.
    Talk,
}

/// The ways, of which one is open.
#[component]
pub fn Ways(school: SchoolId, open: View) -> Element {
    let words = use_words();
    rsx! {
        nav { class: "ways", "aria-label": words.views.ways,
            for view in [View::Picture, View::Opportunity, View::Talk] {
                if view == open {
                    span { class: "button", "aria-current": "page", {view.name(words)} }
                } else {
                    Link { class: "button", to: view.of(&school), {view.name(words)} }
                }
            }
        }
    }
}

impl View {
    fn of(self, school: &SchoolId) -> Route {
        let school = school.to_string();
        match self {
            View::Picture => Route::Picture { school },
            View::Opportunity => Route::Opportunity { school },
            View::Talk => Route::Talk { school },
        }
    }

    fn name(self, words: &Words) -> &'static str {
        match self {
            View::Picture => words.views.picture,
            View::Opportunity => words.opportunity.link,
            View::Talk => words.strands.link,
        }
    }
}
