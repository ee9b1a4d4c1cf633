//! One look-for of a picture: the sentence, the dots, its line, and what came before.

use dioxus::prelude::*;
use domain::release::{Cell, Finding, History, Release};
use domain::roster::Roster;
use domain::time::Day;

use super::dots::RangeDots;
use super::trend_row::TrendRow;
use crate::words::picture::{HowFar, HowMany};
use crate::words::use_words;

/// A look-for that is shown, or that is not and why.
#[component]
pub fn FindingCard(
    finding: Finding,
    label: String,
    history: History,
    /// The last days of all releases, by their places in the history.
    ends: Vec<Day>,
    release: Release,
    schools: Roster,
) -> Element {
    let words = use_words();
    let is_shown = finding.is_shown();
    let has_groups = finding.cells.len() > 1;
    rsx! {
        section { class: if is_shown { "card" } else { "card quiet" },
            div { class: "stack share-row",
                div { class: "stack",
                    h2 { {label} }
                    Said { finding: finding.clone(), history: history.clone(), release: release.clone() }
                    if is_shown && !has_groups {
                        for why in words.published.why_together(&finding, &release, None, &schools) {
                            p { class: "small soft", {why} }
                        }
                    }
                }
                div { class: "stack",
                    if let Some(range) = finding.whole() {
                        RangeDots { range, label: words.picture.sentence(range) }
                    }
                    TrendRow { history, ends }
                }
            }
            if has_groups {
                hr {}
                h3 { {words.picture.by_group} }
                for cell in &finding.cells {
                    GroupRow {
                        key: "{cell.groups:?}",
                        cell: cell.clone(),
                        finding: finding.clone(),
                        release: release.clone(),
                        schools: schools.clone(),
                    }
                }
            }
        }
    }
}

/// What may be said of a look-for: how common it was, on how many rooms that rests and how far off it could be, and what
/// changed since the round before; or that it is not shown, and why.
#[component]
pub fn Said(finding: Finding, history: History, release: Release) -> Element {
    let words = use_words();
    let Some(range) = finding.whole() else {
        return rsx! { p { class: "soft", {words.picture.why_hidden(&finding, &release)} } };
    };
    rsx! {
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
            {words.published.rests_on(range)}
        }
        p { {words.published.change(&finding, &history)} }
        if let Some(other_schools) = words.published.other_schools(&finding, &history) {
            p { class: "small soft", {other_schools} }
        }
    }
}

/// One group, or several that were too small alone.
#[component]
pub fn GroupRow(cell: Cell, finding: Finding, release: Release, schools: Roster) -> Element {
    let words = use_words();
    let range = cell.range();
    rsx! {
        div { class: "stack share-row",
            p {
                strong { {words.roster.groups(&cell.groups, &release, &schools)} }
                br {}
                {words.picture.sentence(range)}
                br {}
                span { class: "small soft",
                    {words.published.group_rooms(range)}
                    for why in words.published.why_together(&finding, &release, Some(&cell.groups), &schools) {
                        " "
                        {why}
                    }
                }
            }
            RangeDots { range, label: words.picture.sentence(range) }
        }
    }
}
