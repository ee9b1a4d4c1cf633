//! The look-fors of a visit: what each is, what counts, and the control of its unit or of its instrument.

use std::cell::Cell;
use std::rc::Rc;

use dioxus::prelude::*;
use domain::library::{Instrument, Library, LookFor, Unit};
use domain::round::PlannedLookFor;

use super::blocks::Blocks;
use super::grid::VoicesGrid;
use super::presence::PresenceChoice;
use super::share::{InView, ShareChoice};
use super::talk::TalkStrip;
use super::tally::Tally;
use super::voices::VoicesCount;
use crate::browser::page;
use crate::words::use_words;

/// All of them; or the open grid of seats, beside which only the talk strip stays, because both go on at once.
#[component]
pub fn Looks(
    /// The look-fors of the round.
    planned: Vec<PlannedLookFor>,
    /// Called when the visitor asks what counts.
    explain: Callback<&'static LookFor>,
) -> Element {
    let mut open = use_signal(|| None::<&'static LookFor>);
    let closed = use_callback(move |()| open.set(None));
    let was_open = use_hook(|| Rc::new(Cell::new(false)));
    use_effect(move || {
        let is_open = open().is_some();
        // The button that led back is gone; the one that opens the seats is there again.
        if was_open.replace(is_open) && !is_open {
            page::focus("#voices-open");
        }
    });
    let of = |planned: &PlannedLookFor| {
        Library::shipped().find(&planned.id, planned.version).map(|look_for| (look_for, planned.instrument))
    };
    let look_fors: Vec<(&'static LookFor, Option<Instrument>)> = planned.iter().filter_map(of).collect();
    let beside_grid = |instrument: &Option<Instrument>| *instrument == Some(Instrument::TalkStrip);
    let shown = look_fors.into_iter().filter(|(_, instrument)| open().is_none() || beside_grid(instrument));
    rsx! {
        main { class: if open().is_some() { "looks open" } else { "looks" },
            for (look_for, instrument) in shown {
                Look { key: "{look_for.id}", look_for, instrument, explain, open: move |()| open.set(Some(look_for)) }
            }
            if let Some(look_for) = open() {
                VoicesGrid { look_for, closed }
            }
        }
    }
}

/// A look-for with its control.
#[component]
fn Look(
    /// Which one.
    look_for: &'static LookFor,
    /// The instrument that takes the place of its unit.
    instrument: Option<Instrument>,
    /// Called when the visitor asks what counts.
    explain: Callback<&'static LookFor>,
    /// Opens the grid of seats.
    open: Callback,
) -> Element {
    let words = use_words();
    let label = look_for.label.in_language(words.language).as_str();
    let class = match (look_for.unit, instrument) {
        (_, Some(Instrument::TalkStrip)) => "look talks",
        (Unit::Share { .. }, None) => "look share",
        _ => "look",
    };
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
            match (look_for.unit, instrument) {
                (Unit::Tally { of: Some(most) }, Some(Instrument::TalkStrip)) => rsx! { TalkStrip { look_for, most } },
                (_, Some(Instrument::VoicesGrid)) => rsx! { VoicesCount { look_for, open } },
                (Unit::Presence, _) => rsx! { PresenceChoice { look_for } },
                (Unit::Tally { of }, _) => rsx! { Tally { look_for, most: of } },
                (Unit::Interval { method }, _) => rsx! { Blocks { look_for, method } },
                (Unit::Share { of }, _) => rsx! {
                    InView { look_for, of }
                    ShareChoice { look_for, of }
                },
            }
        }
    }
}
