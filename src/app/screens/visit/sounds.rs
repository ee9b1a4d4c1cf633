//! The sounds of a visit: a beep when two minutes are over, and which sounds are wanted.

use dioxus::prelude::*;
use domain::visit::{BLOCK_SECONDS, block_at};

use super::block_clock::BlockClock;
use super::recording::use_recording;
use crate::browser::pulse::pulse;
use crate::browser::remembered::{self, Sounds};
use crate::browser::sound;
use crate::words::marks::use_mark_words;

/// A beep that comes later than this after its moment, because the tablet slept, would be about another moment.
const ON_TIME: u32 = 3;

/// Beeps when two minutes are over, and has a button that silences it at once. By ear it is told in words too: whoever
/// does not see the blocks change has no other sign of it where the beep is off.
#[component]
pub fn Beep() -> Element {
    let words = use_mark_words();
    let recording = use_recording();
    let mut last = use_signal(|| block_at(*recording.seconds.peek()));
    let mut over = use_signal(String::new);
    use_effect(move || {
        let seconds = (recording.seconds)();
        let block = block_at(seconds);
        if block == *last.peek() {
            return;
        }
        last.set(block);
        if seconds % BLOCK_SECONDS < ON_TIME {
            let (from, to) = BlockClock::minutes(block - 1);
            over.set((words.block_over)(from, to));
            pulse();
            if recording.sounds.peek().beep {
                sound::beep();
            }
        }
    });
    let beeps = (recording.sounds)().beep;
    rsx! {
        button {
            class: "plain small",
            "aria-pressed": beeps,
            onclick: move |_| choose(recording.sounds, |sounds| sounds.beep = !sounds.beep),
            if beeps {
                {words.beep_on}
            } else {
                {words.beep_off}
            }
        }
        span { class: "aside", role: "status", {over} }
    }
}

/// Which sounds are wanted.
#[component]
pub fn SoundChoice(
    /// Whether the round has two-minute blocks.
    has_blocks: bool,
) -> Element {
    let words = use_mark_words();
    let sounds = use_recording().sounds;
    let Sounds { tick, beep, .. } = sounds();
    rsx! {
        fieldset {
            legend { {words.sounds} }
            div { class: "choices",
                label { class: "choice",
                    input {
                        r#type: "checkbox",
                        checked: tick,
                        onchange: move |event| choose(sounds, |sounds| sounds.tick = event.checked()),
                    }
                    strong { {words.tick} }
                    span { class: "small soft", {words.tick_what} }
                }
                if has_blocks {
                    label { class: "choice",
                        input {
                            r#type: "checkbox",
                            checked: beep,
                            onchange: move |event| choose(sounds, |sounds| sounds.beep = event.checked()),
                        }
                        strong { {words.beep} }
                        span { class: "small soft", {words.beep_what} }
                    }
                }
            }
        }
    }
}

/// Takes a choice up at once, and remembers it for the next visit.
fn choose(mut sounds: Signal<Sounds>, change: impl FnOnce(&mut Sounds)) {
    change(&mut sounds.write());
    remembered::set_sounds(*sounds.peek());
    sound::allow();
}
