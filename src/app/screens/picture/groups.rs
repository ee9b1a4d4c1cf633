//! The groups of a round beside one another: the sentences first, then each group by itself, in the timetable's order.

use std::collections::BTreeSet;

use dioxus::prelude::*;
use domain::release::{Beside, Contrast, Finding, NotCompared, Release, opportunity};
use domain::roster::Roster;
use domain::round::GroupNumber;

use super::finding::GroupRow;
use super::head::Head;
use super::left_out::LeftOut;
use crate::words::{Words, use_words};

/// Whether the same opportunity is there in every group of a round.
#[component]
pub fn Groups(
    release: Release,
    /// The school's name.
    name: String,
    /// The names of all schools.
    schools: Roster,
) -> Element {
    let words = use_words();
    let said = &words.opportunity;
    let compared: Vec<(String, Result<Vec<Beside>, NotCompared>)> = release
        .findings
        .iter()
        .map(|finding| (words.picture.label(&finding.look_for, finding.version), opportunity(&release, finding)))
        .collect();
    let is_clear = |beside: &Beside| beside.contrast() != Contrast::NoClearDifference;
    let set_beside = || compared.iter().filter_map(|(label, compared)| Some((label, compared.as_ref().ok()?)));
    let clear: Vec<String> =
        set_beside().filter(|(_, groups)| groups.iter().any(is_clear)).map(|(label, _)| label.clone()).collect();
    let any = set_beside().next().is_some();
    let title = if any { (said.title)(&clear) } else { said.nothing.to_owned() };
    // A reason that all look-fors share is said once.
    let of_the_round = compared.iter().find_map(|(_, compared)| match compared {
        Err(NotCompared::NotGrouped) => Some(said.not_grouped),
        Err(NotCompared::Schools) => Some(said.by_school),
        Err(NotCompared::OneValue) => Some(said.one_value),
        Err(NotCompared::TooFewRooms | NotCompared::OneCell) | Ok(_) => None,
    });
    rsx! {
        Head { release: release.clone(), name, schools: schools.clone(), title,
            p { strong { {said.asks} } }
            if any {
                p { class: "soft", {said.what} }
            }
        }
        if let Some(why) = of_the_round {
            section { class: "card quiet",
                p { {why} }
            }
        } else {
            for (finding, (label, compared)) in release.findings.iter().zip(compared) {
                section { key: "{finding.look_for}", class: if compared.is_ok() { "card" } else { "card quiet" },
                    h2 { {label} }
                    match &compared {
                        Ok(groups) => rsx! {
                            Compared { groups: groups.clone(), finding: finding.clone(), release: release.clone(), schools: schools.clone() }
                        },
                        Err(_) => rsx! {
                            for why in why_not(finding, &release, &schools, words) {
                                p { class: "soft", {why} }
                            }
                        },
                    }
                }
            }
        }
        if any {
            p { class: "small soft", {said.when_said} }
        }
        LeftOut { release, schools }
    }
}

/// What may be said of the groups, then each with its rooms and its dots.
#[component]
fn Compared(groups: Vec<Beside>, finding: Finding, release: Release, schools: Roster) -> Element {
    let words = use_words();
    let said = &words.opportunity;
    let name = |beside: &Beside| words.roster.groups(&beside.cell.groups, &release, &schools);
    // Of two groups, one sentence says both.
    let (others, many) = match groups.as_slice() {
        [_, second] => (name(second), 1),
        _ => (said.the_others.to_owned(), groups.len()),
    };
    rsx! {
        ul { class: "stack",
            for beside in groups.iter().take(many) {
                li { key: "{beside.cell.groups:?}",
                    strong { {(said.compared_with)(&name(beside), &others)} }
                    " "
                    {(said.contrast)(beside.contrast(), beside.difference.tenths())}
                }
            }
        }
        if let Some(line) = words.picture.line_in_words(&finding.look_for, finding.version, finding.line) {
            p { class: "small soft", {(words.picture.line)(&line)} }
        }
        hr {}
        for beside in groups {
            GroupRow {
                key: "{beside.cell.groups:?}",
                cell: beside.cell,
                finding: finding.clone(),
                release: release.clone(),
                schools: schools.clone(),
            }
        }
    }
}

/// Why a look-for has no groups to set beside one another: it is hidden, all but one are left out, or they stand together.
fn why_not(finding: &Finding, release: &Release, schools: &Roster, words: &Words) -> Vec<String> {
    let name = |groups: &BTreeSet<GroupNumber>| words.roster.groups(groups, release, schools);
    if let Some(hidden) = words.picture.why_hidden(finding, release) {
        return vec![hidden];
    }
    match release.groups.len() - release.refused.len() {
        1 => words.picture.why_left_out(release, name).into_iter().collect(),
        _ => words.picture.why_together(finding, release, None, name),
    }
}
