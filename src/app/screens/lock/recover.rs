//! Opening a locked tablet by its recovery code, which sets a new PIN.

use device::passphrase::Cost;
use device::tablet::{NotUnlocked, RecoveryCode};
use dioxus::prelude::*;

use super::{CodeShown, DRAWN, NewPinFields, use_pin_typed};
use crate::browser::clock::wait;
use crate::browser::page;
use crate::components::Wrong;
use crate::tablet_context::use_tablet;
use crate::words::{lock, use_words};

/// The form, then the next code.
#[component]
pub fn Recover(
    unlocked: EventHandler,
    /// Set while the next code is shown.
    shows_code: Signal<bool>,
) -> Element {
    let words = use_words();
    let said = lock::of(words.language);
    let tablet = use_tablet();
    let pin = use_pin_typed();
    let mut typed = use_signal(String::new);
    let mut problem = use_signal(|| None::<String>);
    let mut under_way = use_signal(|| false);
    let mut next = use_signal(|| None::<RecoveryCode>);
    use_effect(|| page::focus("#recovery"));
    let hand_in = move |event: FormEvent| {
        event.prevent_default();
        let code = match RecoveryCode::from_code(&typed.peek()) {
            Ok(code) => code,
            Err(misread) => {
                page::focus("#recovery");
                return problem.set(Some((words.sign_in.misread)(&misread)));
            }
        };
        let Some(pin) = pin.read() else { return };
        under_way.set(true);
        let tablet = tablet.clone();
        spawn(async move {
            wait(DRAWN).await;
            let outcome = tablet.recover(&code, &pin, Cost::NOW).await;
            under_way.set(false);
            match outcome {
                Ok(code) => {
                    let mut shows_code = shows_code;
                    shows_code.set(true);
                    next.set(Some(code));
                }
                Err(why) => {
                    problem.set(Some(match why {
                        NotUnlocked::Wrong => said.wrong_code.to_owned(),
                        why => (said.not_unlocked)(&why),
                    }));
                    page::focus("#recovery");
                }
            }
        });
    };
    if let Some(code) = next() {
        return rsx! {
            CodeShown { code: code.code(), written: move |()| unlocked.call(()) }
        };
    }
    rsx! {
        form { class: "card", onsubmit: hand_in, novalidate: true,
            p { class: "soft", {said.forgotten_more} }
            div { class: "field",
                label { r#for: "recovery", {said.code} }
                input {
                    id: "recovery",
                    class: "code",
                    value: "{typed}",
                    autocomplete: "off",
                    autocapitalize: "characters",
                    spellcheck: false,
                    maxlength: 60,
                    "aria-invalid": problem.read().is_some(),
                    "aria-describedby": "recovery-wrong",
                    oninput: move |event| {
                        problem.set(None);
                        typed.set(event.value());
                    },
                }
                Wrong { id: "recovery-wrong", text: problem() }
            }
            NewPinFields { typed: pin }
            div { class: "acts",
                button { class: "main", disabled: under_way(),
                    if under_way() {
                        {said.opening}
                    } else {
                        {said.recover}
                    }
                }
            }
        }
    }
}
