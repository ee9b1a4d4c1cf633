//! Phrases to begin a sentence with; whoever uses the tablet can choose their own.

use device::storage::StorageFailure;
use device::tablet::{MOST_PHRASES, Tablet, VisitRefused};
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
    let offered = offered(own.read().as_deref(), said.phrases);
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
    let change = use_callback(move |phrases: Option<Vec<String>>| {
        let (tablet, mut own) = (tablet.clone(), own);
        spawn(async move {
            let outcome = match phrases {
                Some(phrases) => {
                    tablet.keep_phrases(phrases.iter().filter_map(|phrase| Phrase::parse(phrase).ok()).collect()).await
                }
                None => tablet.forget_phrases().await,
            };
            failed.set(outcome.err());
            own.set(tablet.held().phrases().map(<[Phrase]>::to_vec));
        });
    });
    let with_another = offered.clone();
    let add = use_callback(move |()| {
        let phrase = typed.peek().trim().to_owned();
        if Phrase::parse(&phrase).is_ok() && !with_another.contains(&phrase) {
            change(Some(with_another.iter().cloned().chain([phrase]).collect()));
            typed.set(String::new());
        }
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
                            let rest: Vec<String> = offered.iter().filter(|other| **other != phrase).cloned().collect();
                            move |_| change(Some(rest.clone()))
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

fn offered(own: Option<&[Phrase]>, shipped: &[&str]) -> Vec<String> {
    match own {
        Some(own) => own.iter().map(|phrase| phrase.as_str().to_owned()).collect(),
        None => shipped.iter().map(|phrase| (*phrase).to_owned()).collect(),
    }
}
