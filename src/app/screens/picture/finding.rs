//! One look-for of a picture: the sentence, the dots, its line, and what came before.

use dioxus::prelude::*;
use domain::release::{Cell, Finding, History, Release};
use domain::roster::Roster;
use domain::time::Day;

use super::dots::RangeDots;
use super::trend_row::TrendRow;
use crate::words::picture::{HowFar, HowMany};
use crate::words::{Words, use_words};

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
                    Said { finding: finding.clone(), history: history.clone() }
                    if is_shown && !has_groups && release.groups.len() > 1 {
                        p { class: "small soft", {words.picture.one_cell} }
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
                for cell in finding.cells {
                    GroupRow { key: "{cell.groups:?}", cell, release: release.clone(), schools: schools.clone() }
                }
            }
        }
    }
}

/// What may be said of a look-for: how common it was, on how many rooms that rests and how far off it could be, and what
/// changed since the round before; or that it is not shown, and why.
#[component]
pub fn Said(finding: Finding, history: History) -> Element {
    let words = use_words();
    let Some(range) = finding.whole() else {
        return rsx! { p { class: "soft", {words.picture.not_shown} } };
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
            {(words.picture.rests_on)(range.rooms, words.picture.how_steady(range))}
        }
        p { {words.picture.changed(&history)} }
        if history.other_schools {
            p { class: "small soft", {words.picture.other_schools} }
        }
    }
}

/// One group, or several that were too small alone.
#[component]
pub fn GroupRow(cell: Cell, release: Release, schools: Roster) -> Element {
    let words = use_words();
    let range = cell.range();
    let values = cell.groups.iter().filter_map(|group| release.groups.get(usize::from(*group))).flatten();
    rsx! {
        div { class: "stack share-row",
            p {
                strong { {group_name(&cell, &release, &schools, words)} }
                br {}
                {words.picture.sentence(range)}
                br {}
                span { class: "small soft",
                    {(words.picture.group_rooms)(range.rooms, words.picture.how_steady(range))}
                    if values.count() > 1 {
                        " "
                        {words.opportunity.merged}
                    }
                }
            }
            RangeDots { range, label: words.picture.sentence(range) }
        }
    }
}

/// What the rooms of a cell share.
pub fn group_name(cell: &Cell, release: &Release, schools: &Roster, words: &Words) -> String {
    let values = cell.groups.iter().filter_map(|group| release.groups.get(usize::from(*group))).flatten();
    words.roster.group(&values.cloned().collect(), release.grouping, schools)
}
