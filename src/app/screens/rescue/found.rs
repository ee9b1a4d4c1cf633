//! What is in a rescue file, and what would become of each thing.

use std::collections::BTreeMap;

use device::rescue::{Becomes, Found, Thing};
use dioxus::prelude::*;

use crate::browser::dates;
use crate::words::rescue::{self, Counted};
use crate::words::use_words;

/// Rounds and visits one by one, everything else counted.
#[component]
pub fn InFile(found: Found) -> Element {
    let words = use_words();
    let said = rescue::of(words.language);
    let mut counted: BTreeMap<(Counted, Becomes), usize> = BTreeMap::new();
    let of_thing = |thing: &Thing| match thing {
        Thing::Note(_) | Thing::Visit(_) => Counted::Notes,
        Thing::Board(_) => Counted::Boards,
        Thing::Plan(_) => Counted::Plans,
        Thing::Phrases => Counted::Phrases,
    };
    let others = found.others.iter().map(|(thing, becomes)| (of_thing(thing), *becomes));
    let unsent = found.unsent.iter().map(|becomes| (Counted::Unsent, *becomes));
    let cards = found.cards.iter().map(|becomes| (Counted::Cards, *becomes));
    for one in others.chain(unsent).chain(cards) {
        *counted.entry(one).or_default() += 1;
    }
    rsx! {
        ul { class: "list",
            for (round, purpose, becomes) in found.rounds {
                li { key: "{round}",
                    // Its language is the writer's, which nobody knows.
                    span { lang: "", {purpose.as_str()} }
                    span { class: "small soft", {(said.becomes)(becomes)} }
                }
            }
            for (place, visit) in found.visits.iter().enumerate() {
                li { key: "{place}",
                    span {
                        {visit.room.as_deref().unwrap_or(said.some_room)}
                        " · "
                        {dates::day_and_time(visit.began, words.language)}
                        " · "
                        {(said.minutes)(visit.seconds.div_ceil(60), visit.has_ended)}
                    }
                    span { class: "small soft", {(said.becomes)(visit.becomes)} }
                }
            }
            for ((what, becomes), how_many) in counted {
                li { key: "{what:?}{becomes:?}",
                    span { {(said.counted)(what, how_many)} }
                    span { class: "small soft", {(said.becomes)(becomes)} }
                }
            }
        }
    }
}
