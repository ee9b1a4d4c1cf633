//! The lock of this tablet: setting, changing and removing it, and locking now.

use device::passphrase::Cost;
use device::tablet::{LOCK_AFTER, NotUnlocked, RecoveryCode};
use dioxus::prelude::*;

use crate::browser::clock::wait;
use crate::browser::page;
use crate::locking;
use crate::screens::lock::{CodeShown, DRAWN, NewPinFields, PinField, use_pin_typed};
use crate::tablet_context::{TabletContext, use_tablet};
use crate::words::{lock, use_words};

/// Minutes that are chosen until somebody chooses others: longer than a visitor watches without a tap.
const AT_FIRST: u16 = 15;

/// What is being done to the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Set,
    Change,
    Remove,
}

impl Doing {
    /// What begins it.
    fn button(self) -> &'static str {
        match self {
            Doing::Set => "#lock-set",
            Doing::Change => "#lock-change",
            Doing::Remove => "#lock-remove",
        }
    }

    /// The first field of its form.
    fn field(self) -> &'static str {
        if self == Doing::Set { "#new-pin" } else { "#pin" }
    }
}

/// The lock of this tablet.
#[component]
pub fn LockOfTablet() -> Element {
    let said = lock::of(use_words().language);
    let tablet = use_tablet();
    let context = use_context::<TabletContext>();
    let mut doing = use_signal(|| None::<Doing>);
    let mut code = use_signal(|| None::<String>);
    // Where the focus goes once what had it is not drawn any more. The code that is shown takes it by itself.
    let mut next = use_signal(|| None::<&'static str>);
    use_effect(move || {
        let goes_to = doing().map(Doing::field).or(*next.peek());
        if code.read().is_none()
            && let Some(goes_to) = goes_to
        {
            page::focus(goes_to);
        }
    });
    if let Some(shown) = code() {
        return rsx! {
            CodeShown { code: shown, written: move |()| code.set(None) }
        };
    }
    let done = move |shown: Option<RecoveryCode>| {
        next.set(Some("#lock-of-tablet"));
        doing.set(None);
        code.set(shown.map(|code| code.code()));
    };
    let locking = tablet.held().locking();
    rsx! {
        section { class: "card",
            h2 { id: "lock-of-tablet", tabindex: "-1", {said.title} }
            p {
                match locking {
                    Some(locking) => (said.is_set)(locking.after_minutes),
                    None => said.none_set.to_owned(),
                }
            }
            match doing() {
                Some(doing_now) => rsx! {
                    LockForm {
                        doing: doing_now,
                        done,
                        left: move |()| {
                            next.set(Some(doing_now.button()));
                            doing.set(None);
                        },
                    }
                },
                None if locking.is_some() => rsx! {
                    After {}
                    div { class: "acts",
                        button { class: "main", onclick: move |_| locking::lock(context), {said.lock_now} }
                        button { id: "lock-change", onclick: move |_| doing.set(Some(Doing::Change)), {said.change} }
                        button { id: "lock-remove", class: "plain", onclick: move |_| doing.set(Some(Doing::Remove)), {said.remove} }
                    }
                },
                None => rsx! {
                    div { class: "acts",
                        button { id: "lock-set", onclick: move |_| doing.set(Some(Doing::Set)), {said.set} }
                    }
                },
            }
        }
    }
}

/// After how long the tablet locks itself; what is chosen counts at once.
#[component]
fn After() -> Element {
    let said = lock::of(use_words().language);
    let tablet = use_tablet();
    let now = tablet.held().locking().map(|locking| locking.after_minutes);
    rsx! {
        fieldset {
            legend { {said.after} }
            div { class: "choices",
                for minutes in LOCK_AFTER {
                    label { key: "{minutes}", class: "choice",
                        input {
                            r#type: "radio",
                            name: "lock-after",
                            checked: now == Some(minutes),
                            onchange: {
                                let tablet = tablet.clone();
                                move |_| {
                                    let tablet = tablet.clone();
                                    // What could not be stored is not shown as chosen.
                                    async move { drop(tablet.set_lock_after(minutes).await) }
                                }
                            },
                        }
                        span { {(said.minutes)(minutes)} }
                    }
                }
            }
        }
    }
}

/// The form of whatever is being done.
#[component]
fn LockForm(doing: Doing, done: EventHandler<Option<RecoveryCode>>, left: EventHandler) -> Element {
    let said = lock::of(use_words().language);
    let tablet = use_tablet();
    let mut now = use_signal(String::new);
    let pin = use_pin_typed();
    let mut problem = use_signal(|| None::<NotUnlocked>);
    let mut under_way = use_signal(|| false);
    let is_digits = tablet.held().locking().is_some_and(|locking| locking.is_digits);
    let hand_in = move |event: FormEvent| {
        event.prevent_default();
        let new = if doing == Doing::Remove { None } else { pin.read() };
        if under_way() || (doing != Doing::Remove && new.is_none()) {
            return;
        }
        under_way.set(true);
        let (tablet, typed) = (tablet.clone(), now.peek().clone());
        spawn(async move {
            wait(DRAWN).await;
            let outcome = match (doing, new) {
                (Doing::Set, Some(pin)) => tablet.set_lock(&pin, AT_FIRST, Cost::NOW).await.map(Some),
                (_, Some(pin)) => tablet.change_lock(&typed, &pin, Cost::NOW).await.map(Some),
                (_, None) => tablet.remove_lock(&typed).await.map(|()| None),
            };
            under_way.set(false);
            match outcome {
                Ok(code) => done.call(code),
                Err(why) => {
                    if why == NotUnlocked::Wrong {
                        now.set(String::new());
                    }
                    problem.set(Some(why));
                    // The button that was pressed could not be for a while, and had lost it.
                    page::focus(doing.field());
                }
            }
        });
    };
    rsx! {
        form { class: "stack", onsubmit: hand_in, novalidate: true,
            if doing == Doing::Remove {
                p { {said.remove_more} }
            }
            if doing != Doing::Set {
                PinField { id: "pin", label: said.pin_now, typed: now, is_digits, is_wrong: problem.read().is_some() }
            }
            p { id: "pin-wrong", class: "wrong", role: "alert", hidden: problem.read().is_none(),
                match &*problem.read() {
                    Some(NotUnlocked::Wait(seconds)) => (said.next_try)(*seconds),
                    Some(why) => (said.not_unlocked)(why),
                    None => String::new(),
                }
            }
            if doing != Doing::Remove {
                NewPinFields { typed: pin }
            }
            div { class: "acts",
                button { class: "main", disabled: under_way(),
                    match doing {
                        Doing::Set => said.set_it,
                        Doing::Change => said.change_it,
                        Doing::Remove => said.remove_it,
                    }
                }
                button { r#type: "button", class: "plain", onclick: move |_| left.call(()), {said.leave} }
            }
        }
    }
}
