//! The school, or the schools, of a round.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use domain::ids::SchoolId;
use domain::roster::School;

use super::form::{Form, Problems};
use crate::components::Wrong;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// From so many schools on one looks for a school by its name.
const MANY: usize = 12;
/// No more than these stand below one another; a large district has a thousand.
const MOST_SHOWN: usize = 30;

/// Every school of a small district; in a large one those that are chosen and those that fit what is typed.
#[component]
pub fn Schools(form: Signal<Form>, problems: Problems) -> Element {
    let words = use_words();
    let plan = &words.plan;
    let tablet = use_tablet();
    let mut typed = use_signal(String::new);
    let held = tablet.held();
    let schools = &held.roster().schools;
    let (shown, left_out) = fitting(schools, &form.read(), &typed.read());
    let mut rooms: BTreeMap<&SchoolId, usize> = BTreeMap::new();
    for room in held.roster().rooms.iter().filter(|room| room.active) {
        *rooms.entry(&room.school).or_default() += 1;
    }
    let mut form = form;
    rsx! {
        fieldset { id: "schools", "aria-describedby": "schools-wrong",
            legend { {plan.where_title} }
            if schools.len() > MANY {
                div { class: "field",
                    label { r#for: "find", {plan.find_school} }
                    input {
                        id: "find",
                        r#type: "search",
                        autocomplete: "off",
                        value: "{typed}",
                        oninput: move |event| typed.set(event.value()),
                    }
                }
            }
            div { class: "choices",
                for school in shown {
                    label { key: "{school.id}", class: "choice",
                        input {
                            r#type: "checkbox",
                            checked: form.read().schools.contains(&school.id),
                            onchange: {
                                let id = school.id.clone();
                                move |_| form.write().toggle_school(&id)
                            },
                        }
                        strong { {school.name.as_str()} }
                        span { class: "small soft",
                            {(words.roster.rooms)(rooms.get(&school.id).copied().unwrap_or_default())}
                        }
                    }
                }
            }
            if left_out > 0 {
                p { class: "small soft", role: "status", {(plan.more_schools)(left_out)} }
            }
            Wrong { id: "schools-wrong", text: problems.schools }
        }
    }
}

/// The schools to show, the chosen ones first, and how many more there are that fit.
fn fitting(schools: &[School], form: &Form, typed: &str) -> (Vec<School>, usize) {
    let wanted = typed.trim().to_lowercase();
    let (chosen, others): (Vec<&School>, Vec<&School>) = if schools.len() > MANY {
        schools.iter().partition(|school| form.schools.contains(&school.id))
    } else {
        (Vec::new(), schools.iter().collect())
    };
    let fitting: Vec<&School> =
        others.into_iter().filter(|school| school.name.to_lowercase().contains(&wanted)).collect();
    let left_out = fitting.len().saturating_sub(MOST_SHOWN);
    (chosen.into_iter().chain(fitting.into_iter().take(MOST_SHOWN)).cloned().collect(), left_out)
}
