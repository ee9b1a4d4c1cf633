//! The page around a screen: an offer of a new version, the bar, the screen, what stays at its foot.

use dioxus::prelude::*;
use domain::language::Language;

use super::offer::Offer;
use super::{Mark, SavingState};
use crate::navigation::Link;
use crate::route::Route;
use crate::tablet_context::use_tablet_if_open;
use crate::words::{choose, use_language, use_words};

/// The way back from a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Back {
    /// Where to.
    pub to: Route,
    /// What it is called.
    pub label: String,
}

/// A page with the product's bar.
#[component]
pub fn Page(
    /// One narrow column: for forms and for reading.
    #[props(default)]
    narrow: bool,
    /// The way back, where there is one besides the brand.
    back: Option<Back>,
    /// What stays in sight at the end of the page.
    foot: Option<Element>,
    children: Element,
) -> Element {
    let words = use_words();
    let tablet = use_tablet_if_open();
    // Further in, the bar has the way back in its place, and the language is chosen on the screen of this tablet.
    let is_home = back.is_none();
    let home = if tablet.is_some() { Route::Lead {} } else { Route::Start {} };
    rsx! {
        div { class: "app",
            Offer {}
            header { class: "bar",
                Link { class: "brand", to: home, Mark {} {words.frame.brand} }
                if let Some(back) = back {
                    Link { class: "button plain", to: back.to, "‹ {back.label}" }
                }
                div { class: "row",
                    if tablet.is_some() {
                        SavingState {}
                    }
                    if is_home {
                        LanguageButton {}
                    }
                }
            }
            main { class: if narrow { "page narrow" } else { "page" }, {children} }
            if let Some(foot) = foot {
                div { class: "foot", {foot} }
            }
        }
    }
}

/// Switches to the other language; it says so in that language.
#[component]
fn LanguageButton() -> Element {
    let language = use_language();
    let other = match language() {
        Language::En => Language::Es,
        Language::Es => Language::En,
    };
    rsx! {
        button { class: "plain", lang: other.code(), onclick: move |_| choose(language, other), {other.own_name()} }
    }
}
