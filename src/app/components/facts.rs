//! What a look-for means: the same words in the library and when planning; in the room what counts and no more.

use dioxus::prelude::*;
use domain::library::{Both, Library, LookFor, Unit};

use crate::words::use_words;

/// Indicator, boundary, examples, line and question of a look-for.
#[component]
pub fn LookForFacts(look_for: &'static LookFor) -> Element {
    let words = use_words();
    let said = |both: &'static Both| both.in_language(words.language).as_str();
    rsx! {
        div { class: "stack",
            p { class: "said", {said(&look_for.indicator)} }
            p {
                span { class: "tag", {said(unit_name(look_for.unit))} }
                " "
                if let Some(phase) = phase_name(look_for.phase) {
                    span { class: "tag", {said(phase)} }
                }
            }
            dl { class: "facts",
                Counts { look_for }
                div {
                    dt { {words.library.line} }
                    dd { {said(&look_for.line.words)} }
                }
                div {
                    dt { {words.library.reflect} }
                    dd { {said(&look_for.reflect)} }
                }
            }
        }
    }
}

/// Indicator, boundary and examples: all that is needed while something is counted.
#[component]
pub fn Definition(look_for: &'static LookFor) -> Element {
    let words = use_words();
    rsx! {
        p { class: "said", {look_for.indicator.in_language(words.language).as_str()} }
        dl { class: "facts",
            Counts { look_for }
        }
    }
}

/// What counts and what does not, with examples.
#[component]
fn Counts(look_for: &'static LookFor) -> Element {
    let words = use_words();
    rsx! {
        div {
            dt { {words.library.boundary} }
            dd { {look_for.boundary.in_language(words.language).as_str()} }
        }
        div {
            dt { {words.library.examples} }
            for example in look_for.looks_like.in_language(words.language) {
                dd { {example.as_str()} }
            }
        }
    }
}

fn unit_name(unit: Unit) -> &'static Both {
    let units = &Library::shipped().units;
    match unit {
        Unit::Presence => &units.presence.name,
        Unit::Tally { .. } => &units.tally.name,
        Unit::Interval { .. } => &units.interval.name,
        Unit::Share { .. } => &units.share.name,
    }
}

fn phase_name(number: u8) -> Option<&'static Both> {
    let phases = &Library::shipped().phases;
    phases.iter().find(|phase| phase.number == number).map(|phase| &phase.name)
}
