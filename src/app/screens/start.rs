//! The doors: what the server says is open, and what was opened here before when it does not answer.

use device::reading::{Entrance, entrance};
use device::sync::Stopped;
use dioxus::prelude::*;
use domain::permission::Role;

use crate::browser::network::Fetch;
use crate::browser::remembered;
use crate::components::{Dots, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::words::use_words;

/// The first screen.
#[component]
pub fn Start() -> Element {
    let mut asked = use_resource(|| async { entrance(&Fetch { door: Role::Anyone }).await });
    let answer = asked.read().clone();
    rsx! {
        Page {
            match answer {
                Some(Ok(Entrance { district: None, .. })) => rsx! { Empty {} },
                Some(Ok(Entrance { doors, .. })) if doors.is_empty() => rsx! { NoDoors {} },
                Some(Ok(Entrance { doors, sample_card, .. })) => rsx! { Doors { doors, from: From::Server, sample_card } },
                Some(Err(stopped)) => match remembered::doors() {
                    doors if doors.is_empty() => rsx! { Unreachable { stopped, again: move |()| asked.restart() } },
                    doors => rsx! { Doors { doors, from: From::Memory, sample_card: None } },
                },
                // Shown at once what the answer will most likely be: nothing moves when it comes.
                None => rsx! { Doors { doors: remembered::doors(), from: From::Nobody, sample_card: None } },
            }
        }
    }
}

/// Who said which doors stand open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Server,
    Memory,
    /// The server was asked and has not answered yet.
    Nobody,
}

#[component]
fn Doors(doors: Vec<Role>, from: From, sample_card: Option<String>) -> Element {
    let words = use_words();
    let start = &words.start;
    rsx! {
        div { class: "head",
            Title { text: start.title }
            p { class: "lede soft", {start.lede} }
        }
        if from == From::Memory {
            p { class: "notice tip", role: "status", {start.offline} }
        }
        if from == From::Nobody && doors.is_empty() {
            p { class: "soft", role: "status", {start.asking} }
        }
        nav { class: "cards", "aria-label": start.ways_in,
            if doors.contains(&Role::Lead) {
                Link { class: "card door", to: Route::Lead {}, onclick: |_| remembered::use_door(Role::Lead),
                    h2 { {start.lead} }
                    p { class: "soft", {start.lead_more} }
                }
            }
            if doors.contains(&Role::Reader) {
                Link { class: "card door", to: Route::Pictures {}, onclick: |_| remembered::use_door(Role::Reader),
                    h2 { {start.read} }
                    p { class: "soft", {start.read_more} }
                }
            }
            if from == From::Server {
                // A page of the server's own, outside the app.
                a { class: "card door", href: "/note",
                    h2 { {start.note} }
                    p { class: "soft", {start.note_more} }
                }
            }
        }
        section { class: "card wash share-row",
            p { class: "said", {start.sample_sentence} }
            Dots { full: 7, low: 5, high: 9, label: start.sample_dots }
        }
        p { class: "small soft",
            if from == From::Server {
                "{start.sample} "
            }
            if let Some(card) = sample_card {
                a { href: "/note#{card}", {start.sample_card} }
                " · "
            }
            Link { to: Route::Library {}, {start.library} }
        }
    }
}

#[component]
fn Empty() -> Element {
    let words = use_words();
    let start = &words.start;
    let [export, look, bring] = start.empty_steps;
    let import = |ends: &str| start.import.trim_end_matches(ends).trim_end().to_owned();
    rsx! {
        div { class: "head",
            Title { text: start.empty }
            p { class: "lede soft", {start.empty_more} }
        }
        section { class: "card",
            p { {export} }
            p { {look} }
            p { code { {import("")} } }
            p { {bring} }
            p { code { {import("--dry-run")} } }
        }
        p { Link { to: Route::Library {}, {start.library} } }
    }
}

#[component]
fn NoDoors() -> Element {
    let words = use_words();
    rsx! {
        div { class: "head",
            Title { text: words.start.no_doors }
            p { class: "lede soft", {words.start.no_doors_more} }
        }
        p { Link { to: Route::Library {}, {words.start.library} } }
    }
}

#[component]
fn Unreachable(stopped: Stopped, again: EventHandler) -> Element {
    let words = use_words();
    let more = match &stopped {
        Stopped::NoAnswer => words.start.unreachable_more.to_owned(),
        other => (words.sync.stopped)(other),
    };
    rsx! {
        div { class: "notice",
            Title { text: words.start.unreachable }
            p { {more} }
            div { class: "acts",
                button { class: "main", onclick: move |_| again.call(()), {words.frame.try_again} }
            }
        }
        p { Link { to: Route::Library {}, {words.start.library} } }
    }
}
