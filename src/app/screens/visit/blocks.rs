//! Two-minute blocks: a strip that says where each stands, and the answers for one of them.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use domain::library::{IntervalMethod, LookFor};
use domain::visit::{Act, BlockAnswer, Observed};

use super::block_clock::{BlockClock, Place};
use super::recording::use_recording;
use crate::browser::clock::steady;
use crate::browser::touch::DOUBLE_TAP;
use crate::words::use_words;

/// The blocks of a look-for.
#[component]
pub fn Blocks(look_for: &'static LookFor, method: IntervalMethod) -> Element {
    let words = &use_words().visit;
    let recording = use_recording();
    let answers = use_memo(move || match recording.drawn.read().observed(&look_for.id, &look_for.unit) {
        Observed::Interval(answers) | Observed::Samples(answers) => answers,
        _ => BTreeMap::new(),
    });
    // Drawn again when the block changes or its grace ends, not every second.
    let clock = use_memo(move || BlockClock::at((recording.seconds)()));
    let mut picked = use_signal(|| None::<u8>);
    // The block that was answered last, when by the page's own counter, and when by the clock of the visit.
    let mut last = use_signal(|| None::<(u8, i64, u32)>);

    let clock = clock();
    let open = clock.open(method, picked(), &answers.read());
    let press = use_callback(move |answer: BlockAnswer| {
        let Some(block) = open else { return };
        let (now, seconds) = (steady(), *recording.seconds.peek());
        // The second half of a double tap must not answer for the block that took the first one's place.
        let doubled = last
            .peek()
            .is_some_and(|(other, at, second)| other != block && now < at + DOUBLE_TAP && seconds < second + 2);
        if !doubled && answers.peek().get(&block) != Some(&answer) {
            last.set(Some((block, now, seconds)));
            let id = look_for.id.clone();
            recording.record(match method {
                IntervalMethod::Event => Act::Block(id, block, answer),
                IntervalMethod::State => Act::Sample(id, block, answer),
            });
        }
    });
    // A state can have no place at the beep: during directions, say. An event that had none was not seen.
    let offered: &[(BlockAnswer, &str)] = match method {
        IntervalMethod::Event => &[(BlockAnswer::Yes, words.seen), (BlockAnswer::No, words.not_seen)],
        IntervalMethod::State => &[
            (BlockAnswer::Yes, words.state_yes),
            (BlockAnswer::No, words.state_no),
            (BlockAnswer::NotApplicable, words.block_not_applicable),
        ],
    };
    let asked = match (method, open) {
        (IntervalMethod::State, Some(block)) => (words.block_state)(BlockClock::minutes(block).1),
        (IntervalMethod::State, None) => (words.next_beep)(BlockClock::minutes(clock.now).1),
        (IntervalMethod::Event, block) => {
            let (from, to) = BlockClock::minutes(block.unwrap_or(clock.now));
            (words.block_minutes)(from, to)
        }
    };
    let place = |block: u8| clock.place(block, answers.read().get(&block).copied());
    let pressed = |answer: BlockAnswer| open.is_some_and(|block| answers.read().get(&block) == Some(&answer));
    rsx! {
        div { class: "control",
            ol { class: "strip", "aria-label": words.blocks,
                for block in clock.strip() {
                    li { key: "{block}",
                        button {
                            class: class(place(block), open == Some(block)),
                            "aria-current": if block == clock.now { "step" },
                            disabled: !clock.can_be_picked(method, block),
                            onclick: move |_| picked.set(Some(block)),
                            "{BlockClock::minutes(block).0}–{BlockClock::minutes(block).1}"
                            span { class: "aside",
                                " "
                                {match place(block) {
                                    Place::ToCome => "",
                                    Place::Now => words.block_now,
                                    Place::Waits => words.block_waits,
                                    Place::Missed => words.block_missed,
                                    Place::Answered(BlockAnswer::Yes) => words.block_yes,
                                    Place::Answered(BlockAnswer::No) => words.block_no,
                                    Place::Answered(BlockAnswer::NotApplicable) => words.block_not_applicable,
                                }}
                            }
                        }
                    }
                }
            }
            div { class: "two", role: "group", "aria-label": "{asked}",
                for (answer, text) in offered.iter().copied() {
                    button {
                        "aria-disabled": open.is_none(),
                        "aria-pressed": pressed(answer),
                        onclick: move |_| press.call(answer),
                        span {
                            {text}
                            br {}
                            small { "{asked}" }
                        }
                    }
                }
            }
        }
    }
}

fn class(place: Place, is_open: bool) -> &'static str {
    match (place, is_open) {
        (Place::Answered(BlockAnswer::Yes), true) => "yes now",
        (Place::Answered(BlockAnswer::Yes), false) => "yes",
        (Place::Missed, false) => "missed",
        (_, true) => "now",
        _ => "",
    }
}
