//! A teacher's door card in the place of a paper card: scanned, or typed.

use dioxus::prelude::*;
use domain::code_of::CodeOf;
use domain::note::DoorKey;
use domain::symbols::Misread;

use crate::components::{Scanner, Wrong};
use crate::words::use_words;

/// The way to a door card, and back to a paper card. A paper card is chosen unless somebody scans a door card.
#[component]
pub fn DoorCard(
    /// The door that the note will be sealed to.
    door: Signal<Option<DoorKey>>,
    /// Called after another was chosen.
    changed: Callback,
) -> Element {
    let words = &use_words().finish;
    let mut door = door;
    let mut typed = use_signal(String::new);
    let choose = use_callback(move |key: Option<DoorKey>| {
        typed.set(String::new());
        door.set(key);
        changed.call(());
    });
    let scanned = use_callback(move |code: String| {
        let key = DoorKey::from_code(&code).map_err(|misread| (words.door_misread)(&misread))?;
        choose.call(Some(key));
        Ok(())
    });
    if door.read().is_some() {
        return rsx! {
            div { class: "notice",
                p { role: "status", {words.door_chosen} }
                div { class: "acts",
                    button { onclick: move |_| choose.call(None), {words.paper_instead} }
                }
            }
        };
    }
    let misread = match DoorKey::from_code(&typed.read()) {
        Err(Misread::Length { found: 0, .. }) | Ok(_) => None,
        Err(misread) => Some(misread),
    };
    // While the code is shorter than it will be, only what can never be right is a problem.
    let is_short = matches!(misread, Some(Misread::Length { found, wanted }) if found < wanted);
    let said = misread.map(|misread| (words.door_misread)(&misread));
    let (short, problem) = if is_short { (said, None) } else { (None, said) };
    let is_wrong = problem.is_some();
    rsx! {
        details {
            summary { {words.door} }
            div { class: "stack",
                p { class: "soft", {words.door_what} }
                Scanner { of: CodeOf::Door, taken: scanned }
                div { class: "field",
                    label { r#for: "door-code", {words.door_code} }
                    input {
                        id: "door-code",
                        class: "typed",
                        autocomplete: "off",
                        autocapitalize: "characters",
                        spellcheck: "false",
                        "aria-invalid": is_wrong,
                        "aria-describedby": "door-wrong door-short",
                        value: "{typed}",
                        oninput: move |event| {
                            typed.set(event.value());
                            if let Ok(key) = DoorKey::from_code(&event.value()) {
                                choose.call(Some(key));
                            }
                        },
                    }
                    Wrong { id: "door-wrong", text: problem }
                    p { id: "door-short", class: "small", role: "status", {short.unwrap_or_default()} }
                }
            }
        }
    }
}
