//! A rescue file of a tablet that does not open: what can be read of it is read, and nothing is written.

use std::rc::Rc;

use device::rescue::{Salvaged, salvage};
use device::storage::indexed_db::IndexedDb;
use device::tablet::NotUnlocked;
use dioxus::prelude::*;

use super::saved_by;
use super::saving::SaveFile;
use crate::browser::{clock, page};
use crate::screens::lock::PinField;
use crate::tablet_context::database;
use crate::words::{lock, rescue, use_words};

/// What is to be rescued.
#[derive(Clone, PartialEq)]
enum Reading {
    NotAsked,
    UnderWay,
    Read(Rc<Salvaged>),
    Failed(String),
}

/// Looks for what can be read, and offers to save it.
#[component]
pub fn RescueUnopened() -> Element {
    let said = rescue::of(use_words().language);
    let reading = use_signal(|| Reading::NotAsked);
    // What was found takes the place of the button, or of the form, that had the focus.
    use_effect(move || match &*reading.read() {
        Reading::NotAsked | Reading::UnderWay => (),
        Reading::Read(salvaged) if salvaged.is_locked => page::focus("#unopened-pin"),
        Reading::Read(_) => page::focus("#what-was-read"),
        Reading::Failed(_) => page::focus("#nothing-read"),
    });
    let contents = use_callback(move |()| match &*reading.peek() {
        Reading::Read(salvaged) => salvaged.rescued(saved_by(), clock::now()),
        _ => unreachable!("a file is saved only of what was read"),
    });
    rsx! {
        match &*reading.read() {
            Reading::NotAsked | Reading::UnderWay => rsx! {
                section { class: "card",
                    h2 { {said.title} }
                    p { {said.unopened} }
                    div { class: "acts",
                        button { onclick: move |_| look(reading), disabled: *reading.read() == Reading::UnderWay, {said.look_for_it} }
                    }
                }
            },
            Reading::Read(salvaged) => rsx! {
                if salvaged.is_locked {
                    Pin { reading }
                }
                div { id: "what-was-read", class: "notice tip", role: "status", tabindex: "-1",
                    p { {(said.could_not_read)(salvaged.unreadable, salvaged.behind_pin)} }
                    if salvaged.unplaced() > 0 {
                        p { {(said.unplaced)(salvaged.unplaced())} " " {said.unplaced_go} }
                    }
                }
                SaveFile { contents }
            },
            Reading::Failed(reason) => rsx! {
                div { id: "nothing-read", class: "notice", role: "alert", tabindex: "-1",
                    p { {said.nothing_read} }
                    p { class: "small soft", lang: "en", {reason.as_str()} }
                }
            },
        }
    }
}

/// Asks for the PIN of a tablet that has one: without it only what waits to be sent can be read.
#[component]
fn Pin(reading: Signal<Reading>) -> Element {
    let words = use_words();
    let said = lock::of(words.language);
    let typed = use_signal(String::new);
    let mut problem = use_signal(|| None::<NotUnlocked>);
    let hand_in = move |event: FormEvent| {
        event.prevent_default();
        let mut reading = reading;
        spawn(async move {
            match read(Some(typed.peek().trim())).await {
                Ok(salvaged) => reading.set(Reading::Read(Rc::new(salvaged))),
                Err(wrong) => {
                    problem.set(Some(wrong));
                    page::focus("#unopened-pin");
                }
            }
        });
    };
    rsx! {
        section { class: "card",
            h2 { {said.is_locked} }
            p { {rescue::of(words.language).pin_brings_more} }
            form { class: "stack", onsubmit: hand_in,
                PinField { id: "unopened-pin", label: said.pin, typed, is_wrong: problem.read().is_some() }
                if let Some(wrong) = &*problem.read() {
                    p { id: "unopened-pin-wrong", class: "wrong", role: "alert", {(said.not_unlocked)(wrong)} }
                }
                div { class: "acts",
                    button { class: "main", r#type: "submit", {said.open} }
                }
            }
        }
    }
}

fn look(mut reading: Signal<Reading>) {
    reading.set(Reading::UnderWay);
    spawn(async move {
        reading.set(match read(None).await {
            Ok(salvaged) => Reading::Read(Rc::new(salvaged)),
            Err(failure) => Reading::Failed(failure.to_string()),
        });
    });
}

async fn read(pin: Option<&str>) -> Result<Salvaged, NotUnlocked> {
    let (storage, vault) = IndexedDb::open_to_read(&database()).await?;
    salvage(&storage, vault, pin).await
}
