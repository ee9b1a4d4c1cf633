//! The screen of a locked tablet: the PIN, or the recovery code; and what setting a lock needs too.

mod code_shown;
mod new_pin;
mod pin_field;
mod recover;

use device::tablet::{NotUnlocked, Tablet};
use dioxus::prelude::*;

pub use self::code_shown::CodeShown;
pub use self::new_pin::{NewPinFields, use_pin_typed};
pub use self::pin_field::PinField;
use self::recover::Recover;
use crate::browser::clock::wait;
use crate::browser::{page, remembered};
use crate::components::Page;
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::rescue::RescueUnopened;
use crate::tablet_context::use_tablet;
use crate::words::{lock, use_words};

/// Milliseconds in which the page draws that it is at work, before it is.
pub const DRAWN: i32 = 40;
const SECOND: i32 = 1_000;

/// A locked tablet.
#[component]
pub fn LockScreen(
    /// Called once it is open.
    unlocked: EventHandler,
) -> Element {
    let words = use_words();
    let said = lock::of(words.language);
    let tablet = use_tablet();
    let mut forgotten = use_signal(|| false);
    let shows_code = use_signal(|| false);
    let waiting = tablet.held().unsent().on_their_way();
    let title = said.is_locked;
    use_effect(use_reactive!(|title| page::set_title(&format!("{title} · Noticeboard"))));
    rsx! {
        Page { narrow: true,
            div { class: "head",
                h1 { {said.is_locked} }
                if let Some(leader) = remembered::leader() {
                    p { class: "soft", {(words.sign_in.signed_in_as)(&leader.name)} }
                }
            }
            if forgotten() {
                Recover { unlocked, shows_code }
            } else {
                Pin { unlocked }
            }
            // The next recovery code is shown once; nothing leads away from it but that it was written down.
            div { class: "acts", hidden: shows_code(),
                button { class: "plain", onclick: move |_| forgotten.toggle(),
                    if forgotten() {
                        {said.back_to_pin}
                    } else {
                        {said.forgotten}
                    }
                }
                if remembered::leader().is_some() {
                    Link { class: "button plain", to: Route::Start {}, {words.sign_in.somebody_else} }
                }
            }
            if waiting > 0 {
                p { class: "small",
                    span { class: "state held", {(words.sync.still_here)(waiting)} }
                    " "
                    {said.goes_out}
                }
            }
        }
    }
}

/// The form of the PIN.
#[component]
fn Pin(unlocked: EventHandler) -> Element {
    let words = use_words();
    let said = lock::of(words.language);
    let tablet = use_tablet();
    let typed = use_signal(String::new);
    let mut problem = use_signal(|| None::<NotUnlocked>);
    let mut under_way = use_signal(|| false);
    let is_digits = tablet.held().locking().is_some_and(|locking| locking.is_digits);
    let seconds = use_wait(&tablet);
    use_effect(|| page::focus("#pin"));
    let is_unreadable = use_memo(move || matches!(*problem.read(), Some(NotUnlocked::NotOpened(_))));
    let hand_in = move |event: FormEvent| {
        event.prevent_default();
        if under_way() {
            return;
        }
        under_way.set(true);
        let tablet = tablet.clone();
        let mut typed = typed;
        spawn(async move {
            wait(DRAWN).await;
            let outcome = tablet.unlock(&typed.peek()).await;
            under_way.set(false);
            match outcome {
                Ok(()) => unlocked.call(()),
                Err(why) => {
                    typed.set(String::new());
                    problem.set(Some(why));
                    page::focus("#pin");
                }
            }
        });
    };
    rsx! {
        if !is_unreadable() {
            form { class: "card", onsubmit: hand_in, novalidate: true,
                p { class: "soft", {said.is_locked_more} }
                PinField { id: "pin", label: said.pin, typed, is_digits, is_wrong: problem.read().is_some() }
                p { id: "pin-wrong", class: "wrong", role: "alert", hidden: problem.read().is_none(),
                    if let Some(why) = &*problem.read() {
                        {(said.not_unlocked)(why)}
                    }
                }
                if seconds() > 0 {
                    p { class: "number", {(said.next_try)(seconds())} }
                }
                div { class: "acts",
                    button { class: "main", disabled: under_way() || seconds() > 0,
                        if under_way() {
                            {said.opening}
                        } else {
                            {said.open}
                        }
                    }
                }
            }
        } else {
            // The PIN was right, and what it opens could not be read.
            p { class: "notice", role: "alert", {words.trouble.not_opened} " " {words.trouble.nothing_deleted} }
            RescueUnopened {}
        }
    }
}

/// Seconds until the next PIN may be tried, counted down.
fn use_wait(tablet: &Tablet) -> Signal<u32> {
    let mut seconds = use_signal(|| tablet.wait_before_next_try());
    let tablet = tablet.clone();
    use_future(move || {
        let tablet = tablet.clone();
        async move {
            loop {
                let left = tablet.wait_before_next_try();
                if left != *seconds.peek() {
                    seconds.set(left);
                }
                wait(SECOND / 4).await;
            }
        }
    });
    seconds
}
