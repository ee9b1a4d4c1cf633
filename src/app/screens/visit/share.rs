//! How many of those in view: five bands, the number in view, or why there is no answer.

use dioxus::prelude::*;
use domain::library::{LookFor, ShareOf};
use domain::visit::{Act, Observed, Share, Shared};

use super::recording::{Recording, use_recording};
use crate::words::use_words;

const BANDS: [Share; 5] = [Share::None, Share::Few, Share::Some, Share::Most, Share::NearlyAll];
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
        let before = chosen();
        if before.map(|shared| shared.share) != Some(share) {
            let in_view = before.and_then(|shared| shared.in_view);
            recording.record(Act::Share(look_for.id.clone(), Shared { share, in_view }));
        }
    };
    let pressed = chosen().map(|shared| shared.share);
    rsx! {
        div { class: "control",
            div { class: "five", role: "group", "aria-label": look_for.label.in_language(words.language).as_str(),
                for (share, text) in BANDS.into_iter().zip(bands) {
                    button { "aria-pressed": pressed == Some(share), onclick: move |_| press(share), {text} }
                }
            }
            div { class: "two unusable",
                for (share, text) in unusable {
                    button { "aria-pressed": pressed == Some(share), onclick: move |_| press(share), {text} }
                }
            }
        }
    }
}

/// How many students or tables are in view. It is kept with a band, so it can be set once a band is chosen.
#[component]
pub fn InView(look_for: &'static LookFor, of: ShareOf) -> Element {
    let words = &use_words().visit;
    let recording = use_recording();
    let chosen = use_memo(move || chosen(recording, look_for));
    let (label, usual) = match of {
        ShareOf::Students => (words.students_in_view, 20),
        ShareOf::Tables => (words.tables_in_view, 5),
    };
    let step = move |more: bool| {
        let Some(shared) = chosen() else { return };
        // The first press begins at a usual number: a class is rarely near none.
        let count = match shared.in_view {
            None => usual,
            Some(count) if more => count.saturating_add(1).min(MOST_IN_VIEW),
            Some(count) => count.saturating_sub(1),
        };
        recording.record(Act::Share(look_for.id.clone(), Shared { in_view: Some(count), ..shared }));
    };
    let in_view = chosen().and_then(|shared| shared.in_view);
    let shown = in_view.map_or_else(|| "–".to_owned(), |count| count.to_string());
    let waits = chosen().is_none();
    rsx! {
        div { class: "step", role: "group", "aria-label": label,
            button {
                "aria-label": words.one_fewer,
                disabled: waits || in_view == Some(0),
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
                disabled: waits || in_view == Some(MOST_IN_VIEW),
                onclick: move |_| step(true),
                "+"
            }
        }
    }
}

fn chosen(recording: Recording, look_for: &LookFor) -> Option<Shared> {
    match recording.drawn.read().observed(&look_for.id, &look_for.unit) {
        Observed::Share(chosen) => chosen,
        _ => None,
    }
}
