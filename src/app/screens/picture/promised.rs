//! What leaders and teams of a district promised when their rounds closed and what came of it, in the order of the days
//! they named.

use dioxus::prelude::*;
use domain::release::{Promises, Release};
use domain::roster::School;
use domain::round::Delivery;

use super::delivered::{Delivered, use_deliveries};
use crate::browser::clock;
use crate::words::use_words;

/// Every action with its owner, its day and what came of it, and every question.
#[component]
pub fn Promised(releases: Vec<Release>, deliveries: Vec<Delivery>, schools: Vec<School>) -> Element {
    let words = use_words();
    let said = &words.district;
    let deliveries = use_deliveries(deliveries);
    let names = |release: &Release| {
        let here = schools.iter().filter(|school| release.schools.contains(&school.id));
        words.roster.list(here.map(|school| school.name.clone()).collect())
    };
    let delivery = |release: &Release| deliveries.get(&release.round);
    let promises = Promises::count(releases.iter().map(|release| (release, delivery(release))), clock::today());
    let mut releases = releases;
    releases.sort_by_cached_key(|release| (release.action.by, names(release)));
    rsx! {
        section { class: "card wash",
            h2 { {said.promised} }
            p { {(words.delivery.promises)(promises)} }
            p { class: "small soft", {said.promised_what} }
            ul { class: "list",
                for release in releases.iter() {
                    li { key: "{release.round}",
                        div { class: "stack",
                            h3 { {names(release)} }
                            TookOn { release: release.clone(), delivery: delivery(release).cloned() }
                        }
                    }
                }
            }
        }
    }
}

/// What a leader promised at the close and what came of it, and beside it what a team took on.
#[component]
pub fn TookOn(release: Release, delivery: Option<Delivery>) -> Element {
    let words = use_words();
    let (action, question) = (release.action.clone(), release.question.clone());
    rsx! {
        div { class: "split",
            div {
                p { class: "small soft", {(words.picture.owner_will)(action.owner.as_str())} }
                p { lang: "", {action.what.as_str()} }
                Delivered { release, delivery }
            }
            div {
                p { class: "small soft", {(words.picture.team_asks)(question.team.as_str())} }
                p { lang: "", {question.asks.as_str()} }
            }
        }
    }
}
