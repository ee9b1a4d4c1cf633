//! The picture of one release.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use domain::language::Language;
use domain::note::Context;
use domain::release::{History, Release, history};
use domain::roster::Roster;
use domain::round::Delivery;
use domain::time::Day;

use super::delivered::Delivered;
use super::finding::FindingCard;
use super::head::Head;
use super::left_out::LeftOut;
use super::questions::Questions;
use super::saying::Saying;
use super::table::AsTable;
use crate::words::use_words;

/// The last of `releases`, with what the ones before it say.
#[component]
pub fn Released(
    /// Oldest first; at least one.
    releases: Vec<Release>,
    /// The school's name.
    name: String,
    /// The names of all schools.
    schools: Roster,
    /// What was last said of the release's action.
    delivery: Option<Delivery>,
) -> Element {
    let words = use_words();
    let Some((release, earlier)) = releases.split_last() else { return rsx! {} };
    let histories: Vec<History> = release.findings.iter().map(|finding| history(finding, release, earlier)).collect();
    let ends: Vec<Day> = releases.iter().map(|release| release.ends).collect();
    let labels: Vec<String> =
        release.findings.iter().map(|finding| words.picture.label(&finding.look_for, finding.version)).collect();
    let said = release.findings.iter().zip(&labels).zip(&histories);
    let title =
        words.picture.title(said.map(|((finding, label), history)| (finding.whole(), label.clone(), history.trend())));
    rsx! {
        Head { release: release.clone(), name, schools: schools.clone(), title,
            p { {(words.picture.purpose)(release.purpose.as_str())} }
        }
        for ((finding, history), label) in release.findings.iter().zip(histories.iter()).zip(labels.iter()) {
            FindingCard {
                key: "{finding.look_for}",
                finding: finding.clone(),
                label: label.clone(),
                history: history.clone(),
                ends: ends.clone(),
                release: release.clone(),
                schools: schools.clone(),
            }
        }
        if !release.contexts.is_empty() {
            p { class: "notice", {(words.picture.teachers_said)(&said_in(&release.contexts, words.language))} }
        }
        LeftOut { release: release.clone(), schools: schools.clone() }
        Next { release: release.clone(), delivery }
        Questions { histories, releases: releases.clone() }
        AsTable { releases: releases.clone(), schools }
    }
}

/// What adults will do and by when, and what came of it.
#[component]
fn Next(release: Release, delivery: Option<Delivery>) -> Element {
    let words = use_words();
    let saying = try_use_context::<Saying>();
    let (action, question) = (&release.action, &release.question);
    rsx! {
        section { class: "card wash",
            h2 { {words.picture.next} }
            div { class: "split",
                div {
                    p { class: "small soft", {(words.picture.owner_will)(action.owner.as_str())} }
                    p { class: "said", lang: "", {action.what.as_str()} }
                    Delivered { release: release.clone(), delivery }
                    if let Some(Saying(draw)) = saying {
                        {draw(release.clone())}
                    }
                }
                div {
                    p { class: "small soft", {(words.picture.team_asks)(question.team.as_str())} }
                    p { class: "said", lang: "", {question.asks.as_str()} }
                }
            }
        }
    }
}

/// What teachers said of the visits, in a row.
fn said_in(contexts: &BTreeSet<Context>, language: Language) -> String {
    contexts.iter().map(|kind| kind.said_in(language)).collect::<Vec<_>>().join("; ")
}
