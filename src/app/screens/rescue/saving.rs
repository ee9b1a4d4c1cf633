//! Saving a rescue file: a passphrase, and a download.

use device::passphrase::NoKey;
use device::rescue::{Contents, NotAPassphrase, RescueFile};
use dioxus::prelude::*;

use crate::browser::random::BrowserRandom;
use crate::browser::{clock, file, page};
use crate::words::{rescue, use_words};

/// What became of the file.
#[derive(Debug, Clone, PartialEq)]
enum Saved {
    NotYet,
    Short,
    /// Handed to the browser under this name.
    As(String),
    NoKey(NoKey),
    NotTaken,
}

/// The form that saves a file.
#[component]
pub fn SaveFile(
    /// What goes into it, asked for when it is saved.
    contents: Callback<(), Contents>,
) -> Element {
    let said = rescue::of(use_words().language);
    let mut passphrase = use_signal(String::new);
    let mut saved = use_signal(|| Saved::NotYet);
    let save = move |event: FormEvent| {
        event.prevent_default();
        let became = write(&contents.call(()), &passphrase.peek());
        if matches!(became, Saved::As(_)) {
            passphrase.set(String::new());
        } else {
            page::focus("#rescue-passphrase");
        }
        saved.set(became);
    };
    let wrong = match &*saved.read() {
        Saved::Short => Some(said.too_short),
        Saved::NoKey(_) => Some(said.no_memory),
        Saved::NotTaken => Some(said.not_saved),
        Saved::NotYet | Saved::As(_) => None,
    };
    rsx! {
        section { class: "card",
            h2 { {said.save_title} }
            p { {said.save_more} }
            form { class: "stack", onsubmit: save,
                div { class: "field",
                    label { r#for: "rescue-passphrase", {said.passphrase} }
                    // It can be read while it is typed: one that was mistyped opens nothing, and there is no other way in.
                    input {
                        id: "rescue-passphrase",
                        r#type: "text",
                        autocomplete: "off",
                        autocapitalize: "none",
                        spellcheck: false,
                        value: "{passphrase}",
                        "aria-describedby": "rescue-hint rescue-wrong",
                        "aria-invalid": wrong.is_some(),
                        oninput: move |event| {
                            passphrase.set(event.value());
                            saved.set(Saved::NotYet);
                        },
                    }
                    p { id: "rescue-hint", class: "small soft", {said.passphrase_hint} }
                    p { id: "rescue-wrong", class: "wrong", role: "alert", hidden: wrong.is_none(), {wrong.unwrap_or_default()} }
                }
                div { class: "acts",
                    button { class: "main", r#type: "submit", {said.save} }
                }
            }
            if let Saved::As(name) = &*saved.read() {
                div { class: "notice tip", role: "status",
                    p { {(said.saved_as)(name)} }
                    p { {said.after_saving} }
                }
            }
            p { class: "small soft", {said.not_in_it} }
        }
    }
}

fn write(contents: &Contents, passphrase: &str) -> Saved {
    if let Err(NotAPassphrase) = RescueFile::check(passphrase) {
        return Saved::Short;
    }
    match RescueFile::write(contents, passphrase, &BrowserRandom) {
        Err(no_key) => Saved::NoKey(no_key),
        Ok(text) => {
            let name = format!("noticeboard-rescue-{}.nbr", clock::today());
            if file::save(&name, &text) { Saved::As(name) } else { Saved::NotTaken }
        }
    }
}
