//! Putting the app on a device: by a button where the browser has one, else step by step; other devices folded below.

use dioxus::prelude::*;

use crate::app::use_happenings;
use crate::browser::installed::{self, Way};
use crate::components::{Back, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::words::{install, use_words};

/// Putting the app on this device.
#[component]
pub fn Install() -> Element {
    let words = use_words();
    let said = install::of(words.language);
    let here = installed::way();
    let back = Back { to: Route::Lead {}, label: words.frame.rounds.to_owned() };
    let others = Way::ALL.into_iter().filter(|way| *way != here);
    rsx! {
        Page { narrow: true, back,
            div { class: "head",
                Title { text: said.title }
                p { class: "lede soft", {said.lede} }
            }
            if installed::is_installed() {
                p { class: "notice tip", {said.is_installed} }
            } else {
                ByButton {}
                section { class: "card",
                    h2 { {(said.name)(here)} }
                    Steps { way: here }
                    p { class: "small soft",
                        {(said.moves)(here)}
                        " "
                        Link { to: Route::ThisTablet {}, {words.lead.tablet} }
                    }
                }
            }
            section { class: "card",
                h2 { {said.others} }
                div {
                    for way in others {
                        details { key: "{(said.name)(way)}",
                            summary { {(said.name)(way)} }
                            Steps { way }
                        }
                    }
                    details {
                        summary { {said.managing} }
                        ul { class: "stack",
                            for line in said.managing_more {
                                li { {line} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The button that really installs, where the browser has offered it.
#[component]
fn ByButton() -> Element {
    let said = install::of(use_words().language);
    let installable = use_happenings().installable;
    let mut began = use_signal(|| false);
    let ask = move |_| async move { began.set(installed::install().await) };
    if began() {
        return rsx! {
            p { class: "notice tip", role: "status", {said.began} }
        };
    }
    if !installable() {
        return rsx! {};
    }
    rsx! {
        section { class: "card wash",
            p { {said.button_more} }
            div { class: "acts",
                button { class: "main", onclick: ask, {said.button} }
            }
        }
    }
}

#[component]
fn Steps(way: Way) -> Element {
    let said = install::of(use_words().language);
    rsx! {
        ol { class: "numbered stack",
            for step in (said.steps)(way) {
                li { key: "{step}", {*step} }
            }
        }
    }
}
