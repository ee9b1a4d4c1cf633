//! What leaders and teams of a district promised when their rounds closed, in the order of the days they named.

use dioxus::prelude::*;
use domain::release::Release;
use domain::roster::School;

use crate::browser::{clock, dates};
use crate::words::use_words;

/// Every action with its owner and its day, and every question.
#[component]
pub fn Promised(releases: Vec<Release>, schools: Vec<School>) -> Element {
    let words = use_words();
    let (said, today) = (&words.district, clock::today());
    let names = |release: &Release| {
        let here = schools.iter().filter(|school| release.schools.contains(&school.id));
        words.roster.list(here.map(|school| school.name.clone()).collect())
    };
    let by = |release: &Release| {
        let day = dates::day(release.action.by, words.language);
        if release.action.by < today { (said.passed)(&day) } else { (said.due)(&day) }
    };
    let mut releases = releases;
    releases.sort_by_cached_key(|release| (release.action.by, names(release)));
    rsx! {
        section { class: "card wash",
            h2 { {said.promised} }
            p { class: "small soft", {said.promised_what} }
            ul { class: "list",
                for release in releases.iter() {
                    li { key: "{release.round}",
                        div { class: "stack",
                            h3 { {names(release)} }
                            div { class: "split",
                                div {
                                    p { class: "small soft", {(words.picture.owner_will)(release.action.owner.as_str())} }
                                    p { {release.action.what.as_str()} }
                                    p { class: "small soft", {by(release)} }
                                }
                                div {
                                    p { class: "small soft", {(words.picture.team_asks)(release.question.team.as_str())} }
                                    p { {release.question.asks.as_str()} }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
