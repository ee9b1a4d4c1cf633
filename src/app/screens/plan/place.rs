//! Where, when and why.

use dioxus::prelude::*;

use super::form::{Form, Problems};
use super::schools::Schools;
use crate::components::Wrong;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Schools, window and purpose.
#[component]
pub fn Place(form: Signal<Form>, problems: Problems) -> Element {
    let words = use_words();
    let plan = &words.plan;
    let notice = use_tablet().held().agreement().further.notice_days;
    let mut form = form;
    rsx! {
        section { class: "card",
            Schools { form, problems: problems.clone() }
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
                    p { class: "small soft", {(words.agreement.notice)(notice)} }
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
