//! The field for a PIN or passphrase.

use dioxus::prelude::*;

use crate::words::{lock, use_words};

/// A field whose letters are hidden until somebody wants to see them.
///
/// It is no password field: a browser offers to keep what is typed there, and then both keys would lie in one place.
#[component]
pub fn PinField(
    id: &'static str,
    label: &'static str,
    typed: Signal<String>,
    /// Whether the PIN is digits alone, for the keyboard.
    #[props(default)]
    is_digits: bool,
    /// Whether it was wrong; `id-wrong` then says how.
    #[props(default)]
    is_wrong: bool,
    hint: Option<&'static str>,
    /// Whether there is no way to see it: it only says once more what another field can show.
    #[props(default)]
    stays_hidden: bool,
) -> Element {
    let said = lock::of(use_words().language);
    let mut shown = use_signal(|| false);
    let described = [hint.map(|_| "hint"), is_wrong.then_some("wrong")];
    let described = described.into_iter().flatten().map(|by| format!("{id}-{by}")).collect::<Vec<_>>().join(" ");
    rsx! {
        div { class: "field",
            label { r#for: id, {label} }
            if let Some(hint) = hint {
                p { id: "{id}-hint", class: "small soft", {hint} }
            }
            input {
                id,
                class: if shown() { "pin" } else { "pin hides" },
                value: "{typed}",
                inputmode: if is_digits { "numeric" } else { "text" },
                autocomplete: "off",
                autocapitalize: "off",
                autocorrect: "off",
                spellcheck: false,
                maxlength: 200,
                "aria-invalid": is_wrong,
                "aria-describedby": described,
                oninput: move |event| typed.set(event.value()),
            }
            if !stays_hidden {
                label { class: "choice",
                    input { r#type: "checkbox", checked: shown(), onchange: move |_| shown.toggle() }
                    span { {said.show} }
                }
            }
        }
    }
}
