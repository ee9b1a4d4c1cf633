//! Choosing what to look for, with each definition one tap away.

use dioxus::prelude::*;
use domain::agreement::MOST_LOOK_FORS;
use domain::library::{GroupWords, Library, LookFor};

use super::form::Form;
use crate::browser::page;
use crate::components::{LookForFacts, Wrong};
use crate::words::instruments::use_instrument_words;
use crate::words::use_words;

/// The look-fors by group; at most four can be chosen.
#[component]
pub fn LookFors(form: Signal<Form>, problem: Option<String>) -> Element {
    let words = use_words();
    let chosen = form.read().look_fors.len();
    let mut defined = use_signal(|| None::<&'static LookFor>);
    let define = move |look_for| {
        defined.set(Some(look_for));
        page::open_dialog("#definition");
    };
    rsx! {
        section { id: "look-fors", class: "card",
            h2 { {words.plan.look_fors} }
            p { class: "soft", role: "status", {(words.plan.at_most)(chosen, MOST_LOOK_FORS)} }
            Wrong { id: "look-fors-wrong", text: problem }
            div {
                for group in &Library::shipped().groups {
                    Group { key: "{group.group.code()}", form, group, define }
                }
            }
        }
        dialog { id: "definition", class: "sheet", "aria-labelledby": "definition-title",
            div { class: "stack",
                if let Some(look_for) = defined() {
                    h2 { id: "definition-title", {look_for.label.in_language(words.language).as_str()} }
                    LookForFacts { look_for }
                }
                div { class: "acts",
                    button { class: "main", onclick: |_| page::close_dialog("#definition"), {words.frame.close} }
                }
            }
        }
    }
}

#[component]
fn Group(form: Signal<Form>, group: &'static GroupWords, define: EventHandler<&'static LookFor>) -> Element {
    let words = use_words();
    let look_fors: Vec<&'static LookFor> = Library::shipped().of_group(group.group).collect();
    let chosen = look_fors.iter().filter(|look_for| form.read().look_fors.contains(&look_for.id)).count();
    rsx! {
        details {
            summary {
                span { {group.name.in_language(words.language).as_str()} }
                span { class: "tag", {(words.plan.chosen_of)(chosen, look_fors.len())} }
            }
            div { class: "choices",
                for look_for in look_fors {
                    Choice { key: "{look_for.id}", form, look_for, define }
                }
            }
        }
    }
}

#[component]
fn Choice(form: Signal<Form>, look_for: &'static LookFor, define: EventHandler<&'static LookFor>) -> Element {
    let words = use_words();
    let mut form = form;
    let label = look_for.label.in_language(words.language).as_str();
    let is_chosen = form.read().look_fors.contains(&look_for.id);
    let instruments = use_instrument_words();
    let is_full = form.read().look_fors.len() >= MOST_LOOK_FORS;
    rsx! {
        div {
            label { class: "choice",
                input {
                    r#type: "checkbox",
                    checked: is_chosen,
                    disabled: is_full && !is_chosen,
                    onchange: move |_| form.write().toggle(&look_for.id),
                }
                strong { {label} }
                span { class: "small soft", {look_for.line.words.in_language(words.language).as_str()} }
            }
            button {
                class: "plain small",
                "aria-label": (words.plan.what_counts_of)(label),
                onclick: move |_| define.call(look_for),
                {words.frame.what_counts}
            }
            if let Some(instrument) = look_for.instrument.filter(|_| is_chosen) {
                label { class: "choice",
                    input {
                        r#type: "checkbox",
                        checked: form.read().instruments.contains(&look_for.id),
                        onchange: move |_| form.write().toggle_instrument(&look_for.id),
                    }
                    strong { {(instruments.choose)(instrument)} }
                    span { class: "small soft", {(instruments.what)(instrument)} }
                }
            }
        }
    }
}
