//! How the rooms are grouped, and what that gives: each group against k, before anybody is visited.

use dioxus::prelude::*;
use domain::round::{Group, Grouping};

use super::form::Form;
use crate::components::Wrong;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Width of a gauge in its own units.
const WIDTH: usize = 100;

/// The choice of a grouping, with its groups.
#[component]
pub fn Groups(form: Signal<Form>, groups: Vec<Group>, problem: Option<String>) -> Element {
    let words = use_words();
    let mut form = form;
    let (grouping, several_schools) = (form.read().grouping, form.read().schools.len() > 1);
    let k = use_tablet().held().agreement().k();
    rsx! {
        section { class: "card",
            fieldset {
                legend { {words.plan.grouping} }
                div { class: "choices",
                    for other in Grouping::ALL {
                        label { key: "{other:?}", class: "choice",
                            input {
                                r#type: "radio",
                                name: "grouping",
                                checked: grouping == other,
                                disabled: other == Grouping::School && !several_schools,
                                onchange: move |_| form.write().group_by(other),
                            }
                            strong { {(words.roster.grouping)(other)} }
                            if other == Grouping::School && !several_schools {
                                span { class: "small soft", {words.plan.needs_schools} }
                            }
                        }
                    }
                }
            }
            if !groups.is_empty() {
                Table { groups: groups.clone(), grouping, k }
                Warnings { groups: groups.clone(), grouping, k }
            }
            if grouping.needs_teachers_confirmed() {
                label { class: "choice",
                    input {
                        id: "teachers",
                        r#type: "checkbox",
                        checked: form.read().teachers,
                        "aria-invalid": problem.is_some(),
                        "aria-describedby": "teachers-wrong",
                        onchange: move |event| form.write().teachers = event.checked(),
                    }
                    strong { {(words.plan.teachers)(k)} }
                    span { class: "small soft", {words.plan.teachers_hint} }
                }
                Wrong { id: "teachers-wrong", text: problem.clone() }
            }
        }
    }
}

#[component]
fn Table(groups: Vec<Group>, grouping: Grouping, k: u32) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    // The longest gauge is that of the largest group, or of twice k where all are small.
    let most = groups.iter().map(|group| group.rooms.len()).max().unwrap_or(0).max(2 * k as usize);
    rsx! {
        table {
            caption { {(words.plan.groups)(k)} }
            thead {
                tr {
                    th { scope: "col", {words.plan.group} }
                    th { scope: "col", {words.plan.rooms} }
                    th { scope: "col",
                        span { class: "aside", {(words.plan.against)(k)} }
                    }
                }
            }
            tbody {
                for (place, group) in groups.iter().enumerate() {
                    tr { key: "{place}",
                        th { scope: "row",
                            {words.roster.group(&group.values, grouping, held.roster())}
                            if group.values.len() > 1 {
                                br {}
                                span { class: "small soft", {words.plan.merged} }
                            }
                        }
                        td { "{group.rooms.len()}" }
                        td { Gauge { rooms: group.rooms.len(), k: k as usize, most } }
                    }
                }
            }
        }
    }
}

/// A bar for the rooms with a stroke at k, for the eye only.
#[component]
fn Gauge(rooms: usize, k: usize, most: usize) -> Element {
    let (width, least) = (rooms * WIDTH / most, k * WIDTH / most);
    rsx! {
        svg { class: "gauge", view_box: "0 0 {WIDTH} 8", preserve_aspect_ratio: "none", "aria-hidden": "true",
            rect { class: "track", y: "2", width: "{WIDTH}", height: "4" }
            rect { class: "run", y: "2", width: "{width}", height: "4" }
            path { class: "least", d: "M{least} 0v8" }
        }
    }
}

#[component]
fn Warnings(groups: Vec<Group>, grouping: Grouping, k: u32) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let rooms: usize = groups.iter().map(|group| group.rooms.len()).sum();
    let just_enough = groups.iter().filter(|group| groups.len() > 1 && group.rooms.len() <= k as usize + 1);
    rsx! {
        div { class: "stack", role: "status",
            if rooms < k as usize {
                p { class: "notice", {(words.plan.too_few)(rooms, k)} }
            } else if groups.len() == 1 && grouping != Grouping::None {
                p { class: "notice tip", {words.plan.one_group} }
            }
            for group in just_enough {
                p { class: "notice tip",
                    {(words.plan.just_enough)(&words.roster.group(&group.values, grouping, held.roster()), group.rooms.len())}
                }
            }
        }
    }
}
