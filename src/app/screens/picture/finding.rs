//! One look-for of a picture: the sentence, the dots, its line, and what came before.

use dioxus::prelude::*;
use domain::release::{Cell, Finding, History, Release};
use domain::roster::Roster;

use super::dots::RangeDots;
use super::history::TrendRow;
use crate::words::picture::{HowFar, HowMany};
use crate::words::use_words;

/// A look-for that is shown, or that is not and why.
#[component]
pub fn FindingCard(finding: Finding, label: String, history: History, release: Release, schools: Roster) -> Element {
    let words = use_words();
    let Some(range) = finding.whole() else {
        return rsx! {
            section { class: "card quiet",
                h2 { {label} }
                p { class: "soft", {words.picture.not_shown} }
            }
        };
    };
    let has_groups = finding.cells.len() > 1;
    rsx! {
        section { class: "card",
            div { class: "stack share-row",
                div { class: "stack",
                    h2 { {label} }
                    p {
                        strong { {(words.picture.seen)(HowMany::of(range))} }
                        " "
                        {(words.picture.could_be)(HowFar::of(range))}
                    }
                    p { class: "small soft",
                        if let Some(line) = words.picture.line_in_words(&finding.look_for, finding.version, finding.line) {
                            {(words.picture.line)(&line)}
                            " "
                        }
                        {(words.picture.rests_on)(range.rooms, words.picture.how_steady(range))}
                    }
                    p { {words.picture.changed(&history)} }
                    if history.other_schools {
                        p { class: "small soft", {words.picture.other_schools} }
                    }
                    if !has_groups && release.groups.len() > 1 {
                        p { class: "small soft", {words.picture.one_cell} }
                    }
                }
                div { class: "stack",
                    RangeDots { range, label: words.picture.sentence(range) }
                    TrendRow { history, ends: release.ends, range: Some(range) }
                }
            }
            if has_groups {
                hr {}
                h3 { {words.picture.by_group} }
                for cell in finding.cells {
                    GroupRow { cell, release: release.clone(), schools: schools.clone() }
                }
            }
        }
    }
}

/// One group, or several that were too small alone.
#[component]
fn GroupRow(cell: Cell, release: Release, schools: Roster) -> Element {
    let words = use_words();
    let values =
        cell.groups.iter().filter_map(|group| release.groups.get(usize::from(*group))).flatten().cloned().collect();
    let range = cell.range();
    rsx! {
        div { class: "stack share-row",
            p {
                strong { {words.roster.group(&values, release.grouping, &schools)} }
                br {}
                {words.picture.sentence(range)}
                br {}
                span { class: "small soft", {(words.picture.group_rooms)(range.rooms, words.picture.how_steady(range))} }
            }
            RangeDots { range, label: words.picture.sentence(range) }
        }
    }
}
