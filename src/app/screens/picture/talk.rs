//! Productive talk in a school over its rounds: three strands side by side, never added up.

use ::words::strands::{name as strand_name, newest};
use dioxus::prelude::*;
use domain::release::{History, Release, Strand, Thread, productive_talk};
use domain::time::Day;

use super::dots::RangeDots;
use super::finding::Said;
use super::head::Never;
use super::questions::Questions;
use super::trend_row::TrendRow;
use crate::browser::dates;
use crate::components::Title;
use crate::words::use_words;

/// Discourse, participation and inquiry in `releases`.
#[component]
pub fn Talk(
    /// Oldest first; at least one.
    releases: Vec<Release>,
    /// The school's name.
    name: String,
) -> Element {
    let words = use_words();
    let strands = productive_talk(&releases);
    let newest = newest(&strands);
    let title = words.published.talk(&strands);
    let days = newest
        .and_then(|place| releases.get(place))
        .map(|release| (words.picture.round_of)(&dates::window(release.opens, release.ends, words.language)));
    let k = releases.iter().map(|release| release.k).min().unwrap_or_default();
    let threads = strands.iter().flat_map(|strand| &strand.threads);
    let histories: Vec<History> = threads.map(|thread| thread.history.clone()).collect();
    let ends: Vec<Day> = releases.iter().map(|release| release.ends).collect();
    rsx! {
        div { class: "head",
            p { class: "soft", {[Some(name), days].into_iter().flatten().collect::<Vec<_>>().join(" · ")} }
            Title { text: title }
            p { strong { {words.strands.asks} } }
            p { {words.strands.what} }
            Never { k }
        }
        for Strand { group, threads } in strands {
            section { key: "{group:?}", class: "stack",
                h2 { {strand_name(group, words.language)} }
                if threads.is_empty() {
                    p { class: "card quiet soft", {words.strands.none} }
                }
                div { class: "cards",
                    for thread in threads {
                        OneThread {
                            key: "{thread.finding.look_for}",
                            label: words.picture.label(&thread.finding.look_for, thread.finding.version),
                            is_newest: Some(thread.place) == newest,
                            release: releases[thread.place].clone(),
                            thread,
                            ends: ends.clone(),
                        }
                    }
                }
            }
        }
        Questions { histories, releases }
    }
}

/// A look-for of a strand: the sentence of its newest round, the dots, and the rounds before.
#[component]
fn OneThread(
    thread: Thread,
    label: String,
    /// Its round's.
    release: Release,
    /// Whether its round is the newest that looked for any talk, which the head names.
    is_newest: bool,
    /// The last days of all releases, by their places.
    ends: Vec<Day>,
) -> Element {
    let words = use_words();
    let Thread { place, finding, history } = thread;
    let range = finding.whole();
    rsx! {
        section { class: if range.is_some() { "card" } else { "card quiet" },
            h3 { {label} }
            if !is_newest {
                p { class: "small soft", {(words.strands.newest)(&dates::day(ends[place], words.language))} }
            }
            Said { finding, history: history.clone(), release }
            if let Some(range) = range {
                RangeDots { range, label: words.picture.sentence(range) }
            }
            TrendRow { history, ends }
        }
    }
}
