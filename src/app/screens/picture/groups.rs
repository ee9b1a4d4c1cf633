//! The groups of a round beside one another: the sentences first, then each group by itself, in the timetable's order.

use ::words::beside::Group;
use dioxus::prelude::*;
use domain::release::{Finding, Release};
use domain::roster::Roster;

use super::finding::GroupRow;
use super::head::Head;
use super::left_out::LeftOut;
use crate::words::use_words;

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
    let beside = words.published.beside(&release, &schools);
    let has_any = beside.has_any();
    rsx! {
        Head { release: release.clone(), name, schools: schools.clone(), title: beside.title,
            p { strong { {said.asks} } }
            if has_any {
                p { class: "soft", {said.what} }
            }
        }
        if let Some(why) = beside.nothing {
            section { class: "card quiet",
                p { {why} }
            }
        } else {
            for (finding, groups) in release.findings.iter().zip(beside.look_fors) {
                section { key: "{finding.look_for}", class: if groups.is_ok() { "card" } else { "card quiet" },
                    h2 { {words.picture.label(&finding.look_for, finding.version)} }
                    match &groups {
                        Ok(groups) => rsx! {
                            Compared { groups: groups.clone(), finding: finding.clone(), release: release.clone(), schools: schools.clone() }
                        },
                        Err(why_not) => rsx! {
                            for why in why_not {
                                p { class: "soft", {why.as_str()} }
                            }
                        },
                    }
                }
            }
        }
        if has_any {
            p { class: "small soft", {said.when_said} }
        }
        LeftOut { release, schools }
    }
}

/// What may be said of the groups, then each with its rooms and its dots.
#[component]
fn Compared(groups: Vec<Group>, finding: Finding, release: Release, schools: Roster) -> Element {
    let words = use_words();
    rsx! {
        ul { class: "stack",
            for Group { cell, compared } in groups.iter() {
                if let Some(compared) = compared {
                    li { key: "{cell.groups:?}",
                        strong {
                            {(words.opportunity.compared_with)(&words.roster.groups(&cell.groups, &release, &schools), &compared.with)}
                        }
                        " "
                        {compared.how.as_str()}
                    }
                }
            }
        }
        if let Some(line) = words.picture.line_in_words(&finding.look_for, finding.version, finding.line) {
            p { class: "small soft", {(words.picture.line)(&line)} }
        }
        hr {}
        for Group { cell, .. } in groups {
            GroupRow {
                key: "{cell.groups:?}",
                cell,
                finding: finding.clone(),
                release: release.clone(),
                schools: schools.clone(),
            }
        }
    }
}
