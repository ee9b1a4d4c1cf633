//! What the team has covered: rooms by group, and usable rooms by look-for against k, as far as this tablet can tell.

use device::tablet::HeldRound;
use dioxus::prelude::*;
use domain::coverage::{GroupCoverage, Usable};
use domain::library::Library;
use domain::round::Plan;

use crate::components::Gauge;
use crate::tablet_context::use_tablet;
use crate::words::between::use_between_words;
use crate::words::use_words;

/// The coverage of a round that this tablet has joined.
#[component]
pub fn TeamCoverage(round: HeldRound) -> Element {
    let (words, said) = (use_words(), use_between_words());
    let tablet = use_tablet();
    let plan = round.record.plan;
    let Some(coverage) = tablet.held().coverage(&plan.round) else { return rsx! {} };
    let name = |group: &GroupCoverage| match plan.groups.get(usize::from(group.group)) {
        Some(group) if plan.groups.len() > 1 => {
            words.roster.group(&group.values, plan.grouping, tablet.held().roster())
        }
        _ => words.roster.everything.to_owned(),
    };
    let rooms = plan.rooms().count();
    let groups: Vec<(String, GroupCoverage)> =
        coverage.groups.iter().map(|group| (name(group), group.clone())).collect();
    rsx! {
        section { class: "card",
            details {
                summary {
                    h2 { {said.coverage} }
                    span { class: "soft number", {(said.covered)(coverage.visited() as usize, rooms)} }
                }
                for (name, group) in groups {
                    table { key: "{group.group}",
                        caption {
                            strong { {name} }
                            br {}
                            span { class: "small soft", {(said.visited_of)(group.visited, group.rooms)} }
                        }
                        tbody {
                            for look_for in group.look_fors {
                                LookForRow { key: "{look_for.look_for}", plan: plan.clone(), look_for, needed: coverage.needed }
                            }
                        }
                    }
                }
                p { class: "small soft", {said.why_untold} }
            }
        }
    }
}

#[component]
fn LookForRow(plan: Plan, look_for: Usable, needed: Option<u32>) -> Element {
    let (words, said) = (use_words(), use_between_words());
    let planned = plan.look_fors.iter().find(|planned| planned.id == look_for.look_for);
    let known = planned.and_then(|planned| Library::shipped().find(&planned.id, planned.version));
    let label = known.map_or_else(String::new, |known| known.label.in_language(words.language).clone());
    let (usable, untold) = (look_for.usable, look_for.untold);
    rsx! {
        tr {
            th { scope: "row", {label} }
            td {
                if let Some(needed) = needed {
                    strong { {(said.usable_of)(usable, needed)} }
                    " · "
                    {
                        match look_for.lacks(needed) {
                            0 if usable >= needed => said.enough.to_owned(),
                            0 => said.if_usable.to_owned(),
                            lacks => (said.lacks)(lacks),
                        }
                    }
                    Gauge { usable, untold, k: needed }
                } else {
                    strong { {(said.usable)(usable)} }
                }
                if untold > 0 {
                    span { class: "small soft", {(said.untold)(untold)} }
                }
            }
        }
    }
}
