//! The voices grid in the place of the look-fors: blank seats, each tapped once when it is heard.

use std::cell::Cell;
use std::rc::Rc;

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, Grid, Seating};

use super::recording::use_recording;
use super::seats::LayOut;
use crate::browser::page;
use crate::words::use_words;
use crate::words::voices::use_voices_words;

/// The open grid.
#[component]
pub fn VoicesGrid(
    look_for: &'static LookFor,
    /// Called when it is to go.
    closed: Callback,
) -> Element {
    let (words, said) = (use_words(), use_voices_words());
    let recording = use_recording();
    let grid = use_memo(move || recording.drawn.read().grid(&look_for.id));
    let mut changing = use_signal(|| grid.peek().is_none());
    let label = look_for.label.in_language(words.language).as_str();
    // What was pressed to lay out or change the seats is gone then: the focus goes on to what took its place.
    let is_laid_out = use_memo(move || !changing() && grid.read().is_some());
    let was_drawn = use_hook(|| Rc::new(Cell::new(false)));
    use_effect(move || {
        let is_laid_out = is_laid_out();
        page::focus(match (was_drawn.replace(true), is_laid_out) {
            (false, _) => "#voices-back",
            (true, true) => ".seats .grid button",
            (true, false) => ".seats .step button",
        });
    });
    rsx! {
        section { class: "look seats", "aria-label": label,
            div { class: "row",
                div {
                    h2 { {label} }
                    p { class: "number",
                        match &*grid.read() {
                            Some(grid) => (said.heard_of)(count(grid), grid.seating.seats),
                            None => said.blank.to_owned(),
                        }
                    }
                }
                button { id: "voices-back", onclick: move |_| closed.call(()), {said.back} }
            }
            // A layout that was taken out leaves none: it is asked for again.
            if changing() || grid.read().is_none() {
                LayOut {
                    now: grid.read().as_ref().map(|grid| grid.seating),
                    least: grid.read().as_ref().and_then(|grid| grid.heard.last().copied()).unwrap_or(1),
                    done: move |seating: Option<Seating>| {
                        if let Some(seating) = seating {
                            recording.record(Act::Seats(look_for.id.clone(), seating));
                        }
                        changing.set(false);
                    },
                }
            } else if let Some(grid) = &*grid.read() {
                Seats { look_for, grid: grid.clone() }
                div { class: "row",
                    p { class: "small soft", {said.tap_when} }
                    button { class: "plain small", onclick: move |_| changing.set(true), {said.change} }
                }
            }
        }
    }
}

/// The seats. One of them is in the order of the Tab key; arrow keys lead from seat to seat.
#[component]
fn Seats(look_for: &'static LookFor, grid: Grid) -> Element {
    let said = use_voices_words();
    let recording = use_recording();
    let mut at = use_signal(|| 1_u8);
    let Seating { seats, across } = grid.seating;
    let walk = move |event: KeyboardEvent| {
        let from = at();
        let to = match event.key() {
            Key::ArrowRight => from.checked_add(1),
            Key::ArrowLeft => from.checked_sub(1),
            Key::ArrowDown => from.checked_add(across),
            Key::ArrowUp => from.checked_sub(across),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to.filter(|to| (1..=seats).contains(to)) {
            at.set(to);
            page::focus(&format!("#seat-{to}"));
        }
    };
    rsx! {
        div { class: "grid", role: "group", "aria-label": said.grid, grid_template_columns: "repeat({across}, minmax(44px, 5.5rem))", onkeydown: walk,
            for seat in 1..=seats {
                button {
                    key: "{seat}",
                    id: "seat-{seat}",
                    tabindex: if seat == at().min(seats) { "0" } else { "-1" },
                    "aria-label": (said.seat)((seat - 1) / across + 1, (seat - 1) % across + 1),
                    "aria-pressed": grid.heard.contains(&seat),
                    onclick: {
                        let is_heard = grid.heard.contains(&seat);
                        move |_| {
                            at.set(seat);
                            // Once is enough: nothing counts how often.
                            if !is_heard {
                                recording.record(Act::Heard(look_for.id.clone(), seat));
                            }
                        }
                    },
                }
            }
        }
    }
}

fn count(grid: &Grid) -> u8 {
    u8::try_from(grid.heard.len()).unwrap_or(u8::MAX)
}
