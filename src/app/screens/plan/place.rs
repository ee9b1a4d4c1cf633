//! Where, when and why.

use dioxus::prelude::*;
use domain::roster::School;

use super::form::{Form, Problems};
use crate::components::Wrong;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Schools, window and purpose.
#[component]
pub fn Place(form: Signal<Form>, problems: Problems) -> Element {
    let words = use_words();
    let plan = &words.plan;
    let tablet = use_tablet();
    let schools: Vec<(School, usize)> = {
        let held = tablet.held();
        let roster = held.roster();
        roster.schools.iter().map(|school| (school.clone(), roster.rooms_of(&school.id).count())).collect()
    };
    let mut form = form;
    rsx! {
        section { class: "card",
            fieldset { id: "schools", "aria-describedby": "schools-wrong",
                legend { {plan.where_title} }
                div { class: "choices",
                    for (school, rooms) in schools {
                        label { key: "{school.id}", class: "choice",
                            input {
                                r#type: "checkbox",
                                checked: form.read().schools.contains(&school.id),
                                onchange: move |_| form.write().toggle_school(&school.id),
                            }
                            strong { {school.name.as_str()} }
                            span { class: "small soft", {(words.roster.rooms)(rooms)} }
                        }
                    }
                }
                Wrong { id: "schools-wrong", text: problems.schools }
            }
            div { class: "cards",
                div { class: "field",
                    label { r#for: "opens", {plan.first_day} }
                    input {
                        id: "opens",
                        r#type: "date",
                        value: form.read().opens.clone(),
                        "aria-invalid": problems.opens.is_some(),
                        "aria-describedby": "opens-wrong",
                        oninput: move |event| form.write().opens = event.value(),
                    }
                    Wrong { id: "opens-wrong", text: problems.opens.clone() }
                }
                div { class: "field",
                    label { r#for: "ends", {plan.last_day} }
                    input {
                        id: "ends",
                        r#type: "date",
                        value: form.read().ends.clone(),
                        "aria-invalid": problems.ends.is_some(),
                        "aria-describedby": "ends-wrong",
                        oninput: move |event| form.write().ends = event.value(),
                    }
                    Wrong { id: "ends-wrong", text: problems.ends.clone() }
                }
            }
            div { class: "field",
                label { r#for: "purpose", {plan.purpose} }
                p { id: "purpose-hint", class: "small soft", {plan.purpose_hint} }
                textarea {
                    id: "purpose",
                    value: form.read().purpose.clone(),
                    "aria-invalid": problems.purpose.is_some(),
                    "aria-describedby": "purpose-wrong purpose-hint",
                    oninput: move |event| form.write().purpose = event.value(),
                }
                Wrong { id: "purpose-wrong", text: problems.purpose.clone() }
            }
        }
    }
}
