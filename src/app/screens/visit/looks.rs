//! One look-for on the instrument: what it is, what counts, and the control of its unit.

use dioxus::prelude::*;
use domain::library::{LookFor, Unit};

use super::blocks::Blocks;
use super::presence::PresenceChoice;
use super::share::{InView, ShareChoice};
use super::tally::Tally;
use crate::words::use_words;

/// A look-for with its control.
#[component]
pub fn Look(
    /// Which one.
    look_for: &'static LookFor,
    /// Called when the visitor asks what counts.
    explain: Callback<&'static LookFor>,
) -> Element {
    let words = use_words();
    let label = look_for.label.in_language(words.language).as_str();
    let class = if matches!(look_for.unit, Unit::Share { .. }) { "look share" } else { "look" };
    rsx! {
        section { class, "aria-label": label,
            div {
                h2 {
                    button { class: "about", onclick: move |_| explain.call(look_for),
                        {label}
                        " "
                        br {}
                        span { {words.visit.what_counts} }
                    }
                }
                p { {look_for.indicator.in_language(words.language).as_str()} }
            }
            match look_for.unit {
                Unit::Presence => rsx! { PresenceChoice { look_for } },
                Unit::Tally { of } => rsx! { Tally { look_for, most: of } },
                Unit::Interval { method } => rsx! { Blocks { look_for, method } },
                Unit::Share { of } => rsx! {
                    InView { look_for, of }
                    ShareChoice { look_for, of }
                },
            }
        }
    }
}
