//! Joining a round with its code, typed or carried by the address that a QR code opened.

use device::tablet::{Joined, RoundRefused};
use dioxus::prelude::*;
use domain::code_of::CodeOf;
use domain::round::RoundKey;
use domain::symbols::Misread;

use crate::browser::{address, page};
use crate::components::{Back, Page, Scanner, Title, Wrong};
use crate::navigation::{Link, use_navigator};
use crate::route::Route;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::{Words, use_words};

/// Symbols of a round code, its check included.
const SYMBOLS: usize = 27;

/// What became of the code that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    None,
    Waiting,
    Refused(RoundRefused),
}

/// Joining.
#[component]
pub fn Join() -> Element {
    let words = use_words();
    let mut typed = use_signal(|| address::code().unwrap_or_default());
    let mut answer = use_signal(|| Answer::None);
    let back = Back { to: Route::Lead {}, label: words.frame.rounds.to_owned() };
    rsx! {
        Page { narrow: true, back,
            div { class: "head",
                Title { text: words.join.title }
                p { class: "soft", {words.join.hint} }
            }
            if *answer.read() == Answer::Waiting {
                div { class: "notice tip", role: "status",
                    h2 { {words.join.waiting} }
                    p { {words.join.waiting_more} }
                    div { class: "acts",
                        Link { class: "button main", to: Route::Lead {}, {words.trouble.to_rounds} }
                        button {
                            onclick: move |_| {
                                typed.set(String::new());
                                answer.set(Answer::None);
                            },
                            {words.join.another}
                        }
                    }
                }
            } else {
                CodeForm { typed, answer }
            }
        }
    }
}

#[component]
fn CodeForm(typed: Signal<String>, answer: Signal<Answer>) -> Element {
    let words = use_words();
    let (tablet, sync, navigator) = (use_tablet(), use_sync(), use_navigator());
    let mut typed = typed;
    let mut answer = answer;
    let reading = RoundKey::from_code(&typed.read());
    let problem = match (&*answer.read(), &reading) {
        (Answer::Refused(refused), _) => Some(why(refused, words)),
        // While the code is shorter than it will be, only what can never be right is said.
        (_, Err(misread)) if is_certain(misread) => Some((words.join.misread)(misread)),
        _ => None,
    };
    let so_far = match &reading {
        Ok(_) => words.join.complete.to_owned(),
        Err(Misread::Length { found, .. }) => (words.join.so_far)(*found),
        Err(_) => String::new(),
    };
    let hand_in = use_callback(move |()| {
        let tablet = tablet.clone();
        spawn(async move {
            let code = typed.peek().clone();
            match tablet.join_round(&code).await {
                Ok(Joined::Round(round)) => {
                    sync.start();
                    navigator.replace(Route::Round { round: round.to_string() });
                }
                Ok(Joined::WaitingForPlan) => {
                    sync.start();
                    answer.set(Answer::Waiting);
                }
                Err(refused) => {
                    answer.set(Answer::Refused(refused));
                    page::focus("#code");
                }
            }
        });
    });
    let scanned = use_callback(move |code: String| {
        typed.set(code);
        answer.set(Answer::None);
        hand_in.call(());
        Ok(())
    });
    let submit = move |event: FormEvent| {
        event.prevent_default();
        hand_in.call(());
    };
    rsx! {
        form { class: "card", onsubmit: submit,
            Scanner { of: CodeOf::Round, taken: scanned }
            div { class: "field",
                label { r#for: "code", {words.join.field} }
                textarea {
                    id: "code",
                    class: "typed",
                    rows: "1",
                    autocomplete: "off",
                    autocapitalize: "characters",
                    spellcheck: "false",
                    "aria-invalid": problem.is_some(),
                    "aria-describedby": "code-wrong code-so-far",
                    value: "{typed}",
                    oninput: move |event| {
                        typed.set(event.value());
                        answer.set(Answer::None);
                    },
                }
                Wrong { id: "code-wrong", text: problem.clone() }
                p { id: "code-so-far", class: "small soft number", role: "status", {so_far} }
            }
            div { class: "acts",
                button { class: "main", r#type: "submit", {words.join.join} }
            }
        }
    }
}

/// Whether more typing cannot mend it.
fn is_certain(misread: &Misread) -> bool {
    match misread {
        Misread::Symbol(_) | Misread::Check => true,
        Misread::Length { found, .. } => *found > SYMBOLS,
    }
}

fn why(refused: &RoundRefused, words: &Words) -> String {
    match refused {
        RoundRefused::Misread(misread) => (words.join.misread)(misread),
        other => (words.trouble.round_refused)(other),
    }
}
