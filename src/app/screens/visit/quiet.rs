//! Quiet after an open question: held for as long as it lasts, by finger or key, or tapped at both ends.

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, QUIET_MILLIS};

use super::hold::Hold;
use super::recording::use_recording;
use crate::browser::clock::{steady, wait};
use crate::words::talk::use_talk_words;

/// Between two looks at the clock, in milliseconds: whole seconds are shown.
const LOOK: i32 = 200;
/// A quiet that was tapped and runs for longer was forgotten, and is not kept. One that is held goes on.
const FORGOTTEN: i64 = 60_000;

/// One dot for each of the questions, the button that is held, and the one for an answer that came at once.
#[component]
pub fn Quiet(look_for: &'static LookFor, most: u8) -> Element {
    let words = use_talk_words();
    let recording = use_recording();
    let quiets = use_memo(move || recording.drawn.read().quiets(&look_for.id).collect::<Vec<u32>>());
    let mut hold = use_signal(|| Hold::Idle);
    let mut shown = use_signal(|| 0_u32);
    // A pointer or a key says itself what it does; a click that neither made is a screen reader's.
    let mut by_press = use_signal(|| false);

    let moves = use_callback(move |(after, ran): (Hold, Option<u32>)| {
        let begins = hold.peek().since().is_none();
        hold.set(after);
        if let Some(millis) = ran {
            recording.record(Act::Quiet(look_for.id.clone(), millis));
        }
        let Some(since) = after.since().filter(|_| begins) else { return };
        shown.set(0);
        spawn(async move {
            while hold.peek().since() == Some(since) {
                let ran = steady() - since;
                let seconds = u32::try_from(ran / 1_000).unwrap_or(0);
                if seconds != *shown.peek() {
                    shown.set(seconds);
                }
                if ran > FORGOTTEN && matches!(*hold.peek(), Hold::Running(_)) {
                    hold.set(Hold::Idle);
                }
                wait(LOOK).await;
            }
        });
    });
    // A question too many has no place: neither does holding for it, unless one runs that began before.
    let has_place = move || hold.peek().since().is_some() || quiets.peek().len() < usize::from(most);
    let press = use_callback(move |()| {
        by_press.set(true);
        if !has_place() {
            return;
        }
        let before = *hold.peek();
        moves.call(before.pressed(steady()));
    });
    let let_go = move || {
        let before = *hold.peek();
        moves.call(before.let_go(steady()));
    };
    let presses = |event: &KeyboardEvent| event.key() == Key::Enter || event.code() == Code::Space;

    let timed = quiets.read().len();
    let is_full = timed >= usize::from(most);
    let runs = hold().since().is_some();
    let (said, below) = match (runs, is_full) {
        (true, _) => ((words.quiet_so_far)(shown()), words.until.to_owned()),
        (false, true) => ((words.all_timed)(most), String::new()),
        (false, false) => (words.hold.to_owned(), (words.question)(timed + 1, most)),
    };
    rsx! {
        div { class: "pause", role: "group", "aria-label": words.questions,
            button {
                class: if runs { "press main" } else { "press" },
                "aria-disabled": is_full && !runs,
                "aria-pressed": runs,
                onpointerdown: move |event| {
                    if event.data().is_primary() {
                        press.call(());
                    }
                },
                onpointerup: move |_| let_go(),
                // What was still held and is let go elsewhere makes no click here.
                onpointerleave: move |_| {
                    if matches!(*hold.peek(), Hold::Held(_)) {
                        by_press.set(false);
                    }
                    let_go();
                },
                onpointercancel: move |_| {
                    by_press.set(false);
                    let_go();
                },
                onkeydown: move |event| {
                    if presses(&event) {
                        event.prevent_default();
                        press.call(());
                    }
                },
                onkeyup: move |event| {
                    if presses(&event) {
                        event.prevent_default();
                        by_press.set(false);
                        let_go();
                    }
                },
                onclick: move |_| {
                    if !by_press() && has_place() {
                        let before = *hold.peek();
                        moves.call(before.tapped(steady()));
                    }
                    by_press.set(false);
                },
                // A long press must not open the browser's own menu.
                oncontextmenu: move |event| event.prevent_default(),
                span {
                    // While it runs, seconds are for the eye: in the name they would be read aloud one by one.
                    span { "aria-hidden": if runs { "true" }, {said} }
                    br {}
                    small { {below} }
                }
                span { class: "pips", "aria-hidden": "true",
                    for number in 0..usize::from(most) {
                        i { key: "{number}", class: pip(quiets.read().get(number)) }
                    }
                }
            }
            button {
                "aria-disabled": is_full && !runs,
                onclick: move |_| {
                    if hold.peek().since().is_some() {
                        hold.set(Hold::Idle);
                    } else if !is_full {
                        recording.record(Act::Quiet(look_for.id.clone(), 0));
                    }
                },
                if runs {
                    {words.not_kept}
                } else {
                    {words.at_once}
                }
            }
        }
    }
}

/// How a question's dot is drawn: to come, with time to think, or without.
fn pip(quiet: Option<&u32>) -> &'static str {
    match quiet {
        None => "",
        Some(millis) if *millis >= QUIET_MILLIS => "long",
        Some(_) => "short",
    }
}
