//! The heading of a screen, which takes the focus when the screen is shown.

use dioxus::prelude::*;

use crate::browser::page;

/// The screen's `h1`. Voices begin to read here, and the browser's tab has the same name.
#[component]
pub fn Title(text: String) -> Element {
    use_effect(|| page::focus("h1"));
    use_effect(use_reactive!(|text| page::set_title(&format!("{text} · Noticeboard"))));
    rsx! {
        h1 { tabindex: "-1", {text} }
    }
}
