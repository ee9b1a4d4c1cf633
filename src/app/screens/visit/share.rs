//! How many of those in view: five bands, the number in view, or why there is no answer.

use dioxus::prelude::*;
use domain::library::{LookFor, ShareOf};
use domain::visit::{Act, Observed, Share, Shared};

use super::recording::{Recording, use_recording};
use crate::words::use_words;

/// The largest number in view that the buttons reach.
const MOST_IN_VIEW: u16 = 99;

/// The five bands, and the two ways to say that there is none.
#[component]
pub fn ShareChoice(look_for: &'static LookFor, of: ShareOf) -> Element {
    let words = use_words();
    let recording = use_recording();
    let chosen = use_memo(move || chosen(recording, look_for));
    let bands = match of {
        ShareOf::Students => words.visit.shares,
        ShareOf::Tables => words.visit.table_shares,
    };
    let unusable =
        [(Share::NotApplicable, words.visit.does_not_apply), (Share::NotEnoughTime, words.visit.not_enough_time)];
    let press = move |share: Share| {
        if chosen() != Some(share) {
            recording.record(Act::Share(look_for.id.clone(), Shared { share, in_view: None }));
        }
    };
    let in_view = use_memo(move || recording.drawn.read().in_view(&look_for.id));
    // Which counts a band stands for, once it is known of how many.
    let counts = move |share: Share| {
        let counts = share.counts(in_view()?)?;
        let (first, last) = (counts.start(), counts.end());
        Some(if first == last { first.to_string() } else { format!("{first}–{last}") })
    };
    rsx! {
        div { class: "control",
            div { class: "five", role: "group", "aria-label": look_for.label.in_language(words.language).as_str(),
                for (share, text) in Share::BANDS.into_iter().zip(bands) {
                    button { "aria-pressed": chosen() == Some(share), onclick: move |_| press(share),
                        span {
                            {text}
                            if let Some(counts) = counts(share) {
                                br {}
                                small { "{counts}" }
                            }
                        }
                    }
                }
            }
            div { class: "two unusable",
                for (share, text) in unusable {
                    button { "aria-pressed": chosen() == Some(share), onclick: move |_| press(share), {text} }
                }
            }
        }
    }
}

/// How many students or tables are in view. It can be said before a band is chosen, and after.
#[component]
pub fn InView(look_for: &'static LookFor, of: ShareOf) -> Element {
    let words = &use_words().visit;
    let recording = use_recording();
    let in_view = use_memo(move || recording.drawn.read().in_view(&look_for.id));
    let (label, usual) = match of {
        ShareOf::Students => (words.students_in_view, 20),
        ShareOf::Tables => (words.tables_in_view, 5),
    };
    let step = move |more: bool| {
        // The first press begins at a usual number: a class is rarely near none.
        let count = match in_view() {
            None => usual,
            Some(count) if more => count.saturating_add(1).min(MOST_IN_VIEW),
            Some(count) => count.saturating_sub(1),
        };
        if in_view() != Some(count) {
            recording.record(Act::InView(look_for.id.clone(), count));
        }
    };
    let in_view = in_view();
    let shown = in_view.map_or_else(|| "–".to_owned(), |count| count.to_string());
    rsx! {
        div { class: "step", role: "group", "aria-label": label,
            button {
                "aria-label": words.one_fewer,
                "aria-disabled": in_view == Some(0),
                onclick: move |_| step(false),
                "−"
            }
            span {
                b { {shown} }
                " "
                {words.in_view}
            }
            button {
                "aria-label": words.one_more,
                "aria-disabled": in_view == Some(MOST_IN_VIEW),
                onclick: move |_| step(true),
                "+"
            }
        }
    }
}

fn chosen(recording: Recording, look_for: &LookFor) -> Option<Share> {
    match recording.drawn.read().observed(&look_for.id, &look_for.unit) {
        Observed::Share(chosen) => chosen.map(|shared| shared.share),
        _ => None,
    }
}
