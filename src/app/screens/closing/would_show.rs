//! Which look-fors and groups a close would show, with their usable rooms against k. Never their values.

use dioxus::prelude::*;
use domain::library::Library;
use domain::release::{Preview, PreviewFinding};
use domain::round::{GroupNumber, Plan};

use crate::components::Gauge;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// The table.
#[component]
pub fn WouldShow(plan: Plan, preview: Preview) -> Element {
    let words = use_words();
    let said = &words.closing;
    let tablet = use_tablet();
    let group_name = |groups: &std::collections::BTreeSet<GroupNumber>| {
        if groups.len() == plan.groups.len() {
            return said.all_rooms.to_owned();
        }
        let values = groups.iter().filter_map(|group| plan.groups.get(usize::from(*group)));
        let values = values.flat_map(|group| group.values.iter().cloned()).collect();
        words.roster.group(&values, plan.grouping, tablet.held().roster())
    };
    let rows: Vec<(String, String, u32)> = preview
        .findings
        .iter()
        .flat_map(|finding| {
            let label = label(finding, words.language);
            let all = || vec![(said.all_rooms.to_owned(), finding.usable)];
            let cells: Vec<(String, u32)> =
                finding.cells.iter().map(|cell| (group_name(&cell.groups), cell.usable)).collect();
            let cells = if cells.is_empty() { all() } else { cells };
            cells.into_iter().map(move |(group, usable)| (label.clone(), group, usable))
        })
        .collect();
    let k = preview.k;
    rsx! {
        section { class: "card",
            p { class: "soft", {(said.rooms_so_far)(preview.rooms)} }
            table {
                thead {
                    tr {
                        th { scope: "col", {said.look_for_and_group} }
                        th { scope: "col", {said.usable_rooms} }
                    }
                }
                tbody {
                    for (label, group, usable) in rows {
                        tr {
                            th { scope: "row",
                                {label}
                                br {}
                                span { class: "small soft", {group} }
                            }
                            td {
                                if usable >= k { {said.shown} } else { {(said.not_shown)(k - usable)} }
                                br {}
                                span { class: "small soft", {(said.of_k)(usable, k)} }
                                Gauge { usable, untold: 0, k }
                            }
                        }
                    }
                }
            }
            if !preview.refused.is_empty() {
                p { class: "notice", {said.left_out} }
            }
        }
    }
}

fn label(finding: &PreviewFinding, language: domain::language::Language) -> String {
    let look_for = Library::shipped().find(&finding.look_for, finding.version);
    look_for.map_or_else(|| finding.look_for.to_string(), |look_for| look_for.label.in_language(language).clone())
}
