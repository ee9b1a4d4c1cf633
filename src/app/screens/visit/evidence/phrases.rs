//! Phrases to begin a sentence with; whoever uses the tablet can choose their own.

use device::storage::StorageFailure;
use device::tablet::{MOST_PHRASES, Tablet, VisitRefused};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use domain::text::Phrase;

use crate::words::{evidence, use_words};

/// The phrases, and the way to change them.
#[component]
pub fn Phrases(
    /// Called with the phrase that was chosen.
    begin: Callback<String>,
) -> Element {
    let said = evidence::of(use_words().language);
    let tablet: Tablet = use_context();
    let own = use_signal(|| tablet.held().phrases().map(<[Phrase]>::to_vec));
    let mut changing = use_signal(|| false);
    let offered = offered_of(own.read().as_deref(), said.phrases);
    rsx! {
        div { class: "field", role: "group", "aria-label": said.begin_with,
            if changing() {
                Own { own, offered: offered.clone() }
            }
            // One row, so that the sentence and what is said of it stay in sight above a keyboard.
            div { class: "begin",
                if !changing() {
                    for phrase in offered {
                        button {
                            key: "{phrase}",
                            r#type: "button",
                            onclick: {
                                let phrase = phrase.clone();
                                move |_| begin(phrase.clone())
                            },
                            {phrase.clone()}
                        }
                    }
                }
                button {
                    r#type: "button",
                    class: "plain",
                    "aria-expanded": changing(),
                    onclick: move |_| changing.toggle(),
                    if changing() {
                        {said.phrases_done}
                    } else {
                        {said.change_phrases}
                    }
                }
            }
        }
    }
}

/// The phrases in use, each with a way to remove it, and a box for another one.
#[component]
fn Own(own: Signal<Option<Vec<Phrase>>>, offered: Vec<String>) -> Element {
    let words = use_words();
    let said = evidence::of(words.language);
    let tablet: Tablet = use_context();
    let mut typed = use_signal(String::new);
    let mut failed = use_signal(|| None::<StorageFailure>);
    // What is meant runs ahead of what is stored and drawn: a second change goes on from the first.
    let mut meant = use_signal(|| own.peek().clone());
    let change = use_callback(move |phrases: Option<Vec<String>>| {
        let (tablet, mut own) = (tablet.clone(), own);
        let parsed = |phrases: Vec<String>| phrases.iter().filter_map(|phrase| Phrase::parse(phrase).ok()).collect();
        let phrases: Option<Vec<Phrase>> = phrases.map(parsed);
        meant.set(phrases.clone());
        // Not a task of this box: what was changed is stored even when it is closed at once.
        spawn_forever(async move {
            let outcome = match phrases {
                Some(phrases) => tablet.keep_phrases(phrases).await,
                None => tablet.forget_phrases().await,
            };
            let stored = tablet.held().phrases().map(<[Phrase]>::to_vec);
            if own.try_peek().is_ok() {
                own.set(stored.clone());
            }
            if failed.try_peek().is_err() {
                return;
            }
            if outcome.is_err() {
                meant.set(stored);
            }
            failed.set(outcome.err());
        });
    });
    let add = use_callback(move |()| {
        let phrase = typed.peek().trim().to_owned();
        let meant = offered_of(meant.peek().as_deref(), said.phrases);
        if Phrase::parse(&phrase).is_ok() && !meant.contains(&phrase) {
            change(Some(meant.into_iter().chain([phrase]).collect()));
            typed.set(String::new());
        }
    });
    let take_out = use_callback(move |phrase: String| {
        let meant = offered_of(meant.peek().as_deref(), said.phrases);
        change(Some(meant.into_iter().filter(|other| *other != phrase).collect()));
    });
    rsx! {
        ul { class: "list",
            for phrase in offered.clone() {
                li { key: "{phrase}",
                    span { {phrase.clone()} }
                    button {
                        r#type: "button",
                        class: "plain",
                        "aria-label": (said.remove_phrase)(&phrase),
                        onclick: {
                            let phrase = phrase.clone();
                            move |_| take_out(phrase.clone())
                        },
                        {words.visit.take_out}
                    }
                }
            }
        }
        if offered.len() < MOST_PHRASES {
            label { r#for: "phrase", {said.new_phrase} }
            input {
                id: "phrase",
                maxlength: 60,
                autocomplete: "off",
                enterkeyhint: "done",
                value: "{typed}",
                oninput: move |event| typed.set(event.value()),
                onkeydown: move |event| {
                    if event.key() == Key::Enter && !event.is_composing() {
                        // Not the sentence, which is in the same form.
                        event.prevent_default();
                        add(());
                    }
                },
            }
        }
        div { class: "chips",
            if offered.len() < MOST_PHRASES {
                button { r#type: "button", onclick: move |_| add(()), {said.add_phrase} }
            }
            if own.read().is_some() {
                button { r#type: "button", class: "plain", onclick: move |_| change(None), {said.phrases_as_before} }
            }
        }
        if let Some(failure) = failed() {
            p { class: "wrong", role: "alert", {(words.visit.not_saved)(&VisitRefused::Storage(failure))} }
        }
    }
}

fn offered_of(own: Option<&[Phrase]>, shipped: &[&str]) -> Vec<String> {
    match own {
        Some(own) => own.iter().map(|phrase| phrase.as_str().to_owned()).collect(),
        None => shipped.iter().map(|phrase| (*phrase).to_owned()).collect(),
    }
}
