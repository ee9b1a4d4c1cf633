//! Pages for when a screen cannot be shown: what happened, what was kept, what to do.

use dioxus::prelude::*;

use crate::components::{Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::rescue::RescueUnopened;
use crate::tablet_context::Reason;
use crate::words::{lock, rescue, use_words};

/// The round or the visit of this address is not on this tablet.
#[component]
pub fn NotHere() -> Element {
    let words = use_words();
    rsx! {
        Page { narrow: true,
            div { class: "notice",
                Title { text: words.trouble.not_here }
                p { {words.trouble.not_here_more} }
                div { class: "acts",
                    Link { class: "button main", to: Route::Lead {}, {words.trouble.to_rounds} }
                }
            }
        }
    }
}

/// Another tab has the tablet.
#[component]
pub fn AlreadyOpen(
    /// Takes the tablet over; the other tab then shows this page.
    take_over: EventHandler,
) -> Element {
    let words = use_words();
    rsx! {
        Page { narrow: true,
            div { class: "notice",
                Title { text: words.trouble.other_tab }
                p { {words.trouble.other_tab_more} }
                div { class: "acts",
                    button { class: "main", onclick: move |_| take_over.call(()), {words.trouble.go_on_here} }
                }
            }
        }
    }
}

/// Nobody knows whether the lock was changed. The next opening finds out.
#[component]
pub fn LockLost(
    /// Opens the tablet anew.
    again: EventHandler,
) -> Element {
    let words = use_words();
    let said = lock::of(words.language);
    rsx! {
        Page { narrow: true,
            div { class: "notice",
                Title { text: said.lost }
                p { {words.trouble.nothing_deleted} }
                p { {said.lost_more} }
                div { class: "acts",
                    button { class: "main", onclick: move |_| again.call(()), {words.frame.try_again} }
                }
            }
        }
    }
}

/// The browser has thrown away what was stored.
#[component]
pub fn ThrownAway(
    /// Opens an empty tablet.
    begin: EventHandler,
) -> Element {
    let said = rescue::of(use_words().language);
    rsx! {
        Page { narrow: true,
            div { class: "notice",
                Title { text: said.thrown_away }
                p { {said.thrown_away_more} }
                p { {said.thrown_away_next} }
                div { class: "acts",
                    button { class: "main", onclick: move |_| begin.call(()), {said.begin_empty} }
                }
            }
        }
    }
}

/// What is stored did not open. Nothing was deleted.
#[component]
pub fn NotOpened(
    reason: Reason,
    /// Tries once more.
    again: EventHandler,
) -> Element {
    let words = use_words();
    let trouble = &words.trouble;
    // Where another tab holds it back nothing is lost, and a file of it would only be a second copy.
    let can_be_rescued = reason != Reason::Blocked;
    let (what, detail) = match reason {
        Reason::Full => (trouble.full, None),
        Reason::Blocked => (trouble.blocked, None),
        Reason::Unreadable(text) => (trouble.unreadable, Some(text)),
        Reason::NewerVersion(text) => (trouble.newer_version, Some(text)),
        Reason::Browser(text) => (trouble.browser, Some(text)),
    };
    rsx! {
        Page { narrow: true,
            div { class: "notice",
                Title { text: trouble.not_opened }
                p { {trouble.nothing_deleted} }
                p { {what} }
                div { class: "acts",
                    button { class: "main", onclick: move |_| again.call(()), {words.frame.try_again} }
                }
            }
            if can_be_rescued {
                RescueUnopened {}
            }
            if let Some(detail) = detail {
                details {
                    summary { {trouble.for_support} }
                    p { class: "small soft", lang: "en", {detail} }
                }
            }
        }
    }
}
