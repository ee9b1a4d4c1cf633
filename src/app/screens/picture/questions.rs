//! What teams took on between the rounds that are drawn, under the numbers that stand in their rows.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use domain::release::{History, Release};

use crate::browser::dates;
use crate::words::use_words;

/// The questions behind the numbers in `histories`; nothing where no row has one.
#[component]
pub fn Questions(histories: Vec<History>, releases: Vec<Release>) -> Element {
    let words = use_words();
    let points = histories.iter().flat_map(|history| &history.points);
    let places: BTreeSet<usize> = points.flat_map(|point| point.inquiries.iter().copied()).collect();
    let began = places.into_iter().filter_map(|place| Some((place, releases.get(place)?)));
    let began: Vec<(usize, &Release)> = began.collect();
    if began.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { {words.trend.questions} }
            ol { class: "stack",
                for (place, release) in began {
                    li { key: "{place}", class: "question",
                        span { class: "began", "{place + 1}" }
                        p {
                            span { class: "small soft",
                                {(words.trend.after)(&dates::day(release.ends, words.language), release.question.team.as_str())}
                            }
                            br {}
                            span { lang: "", {release.question.asks.as_str()} }
                        }
                    }
                }
            }
            p { class: "small soft", {words.trend.questions_what} }
        }
    }
}
