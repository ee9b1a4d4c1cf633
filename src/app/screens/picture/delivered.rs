//! What a reader is told about an action: by which day it is promised, or what came of it.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use domain::ids::RoundId;
use domain::release::{Promise, Release};
use domain::round::Delivery;

use crate::browser::{clock, dates};
use crate::tablet_context::use_tablet_if_open;
use crate::words::use_words;

/// What was last said of each round's action: what was read from the server, and what this tablet has said since.
pub fn use_deliveries(read: Vec<Delivery>) -> BTreeMap<RoundId, Delivery> {
    let tablet = use_tablet_if_open();
    let mut deliveries: BTreeMap<RoundId, Delivery> = BTreeMap::new();
    let kept: Vec<Delivery> = tablet.map_or_else(Vec::new, |tablet| {
        tablet.held().rounds().into_iter().filter_map(|round| round.delivery.clone()).collect()
    });
    for delivery in read.into_iter().chain(kept) {
        let known = deliveries.get(&delivery.round).map(|known| known.revision);
        if known.is_none_or(|known| known <= delivery.revision) {
            deliveries.insert(delivery.round.clone(), delivery);
        }
    }
    deliveries
}

/// How the action of a release stands today.
#[component]
pub fn Delivered(release: Release, delivery: Option<Delivery>) -> Element {
    let words = use_words();
    let said = &words.delivery;
    let by = dates::day(release.action.by, words.language);
    let promise = Promise::of(&release, delivery.as_ref(), clock::today());
    let sentence = delivery.as_ref().and_then(|delivery| delivery.delivered.sentence());
    let how = match promise {
        Promise::Done if sentence.is_some() => said.done_and,
        Promise::Done => said.done,
        Promise::NotDone => said.not_done,
        Promise::Due => return rsx! { p { class: "small soft", {(said.by)(&by)} } },
        Promise::NoWord => return rsx! { p { class: "small soft", {(said.passed)(&by)} } },
    };
    rsx! {
        p {
            strong { {how} }
            if let Some(sentence) = sentence {
                " "
                // Its language is the writer's, which nobody knows.
                span { lang: "", {sentence.as_str()} }
            }
        }
        p { class: "small soft",
            {(said.by)(&by)}
            if let Some(delivery) = delivery {
                "; "
                {(said.said)(&dates::day(delivery.said, words.language))}
            }
        }
    }
}
