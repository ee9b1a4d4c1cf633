//! What is on this tablet, what of it is nowhere else, and how safe it is here.

mod leaving;
mod lock;
mod refused;

use device::tablet::{Held, Received};
use dioxus::prelude::*;
use domain::change::Kind;
use domain::language::Language;

use self::leaving::WhoLeads;
use self::lock::LockOfTablet;
use self::refused::RefusedChanges;
pub use self::refused::sentences;
use crate::app::use_happenings;
use crate::browser::installed::is_installed;
use crate::browser::keeping::{self, Keeping};
use crate::components::{Back, Page, Title};
use crate::route::Route;
use crate::screens::lead::SyncLine;
use crate::screens::rescue::{AboutRescue, ToDecide};
use crate::tablet_context::use_tablet;
use crate::words::{choose, use_language, use_words};

/// This tablet.
#[component]
pub fn ThisTablet() -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let safe = tablet.held().is_all_sent();
    let back = Back { to: Route::Lead {}, label: words.frame.rounds.to_owned() };
    rsx! {
        Page { narrow: true, back,
            Title { text: words.this_tablet.title }
            if safe {
                div { class: "notice tip",
                    h2 { {words.this_tablet.safe} }
                    p { {words.this_tablet.safe_more} }
                }
            } else {
                div { class: "notice hold",
                    h2 { {words.this_tablet.not_safe} }
                    p { {words.this_tablet.not_safe_more} }
                }
            }
            Where {}
            ToDecide {}
            RefusedChanges {}
            WhoLeads {}
            LockOfTablet {}
            AboutRescue {}
            Kept {}
            crate::screens::keeping_here::KeepingHere {}
            section { class: "card", crate::screens::hand_choice::HandChoice {} }
            LanguageChoice {}
            Version {}
        }
    }
}

#[component]
fn Where() -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let unsent = held.unsent();
    let late = held.received(Kind::Summary, Received::Late);
    let rows = [
        (words.this_tablet.unfinished, unsent.unfinished),
        (words.this_tablet.summaries, unsent.summaries),
        (words.this_tablet.notes, unsent.notes),
        (words.this_tablet.shared, unsent.shared),
    ];
    rsx! {
        section { class: "card",
            h2 { {words.this_tablet.where_title} }
            ul { class: "list",
                for (what, count) in rows {
                    li { key: "{what}",
                        span { {what} }
                        span { class: if count > 0 { "state held number" } else { "state number" }, "{count}" }
                    }
                }
                if late > 0 {
                    li {
                        span { {words.this_tablet.late} }
                        span { class: "state received number", "{late}" }
                    }
                }
                li {
                    span { {words.this_tablet.evidence} }
                    span { class: "state saved number", "{evidence(&held)}" }
                }
            }
            SyncLine {}
        }
    }
}

/// Sentences of evidence on this tablet.
fn evidence(held: &Held) -> usize {
    let rounds = held.rounds();
    let visits = rounds.iter().flat_map(|round| held.visits_of(&round.record.plan.round));
    visits.map(|held| held.visit.evidence().count()).sum()
}

#[component]
fn Kept() -> Element {
    let words = use_words();
    let mut promised = use_resource(keeping::promised);
    let room = use_resource(keeping::room);
    let ask = move |_| async move {
        keeping::ask().await;
        promised.restart();
    };
    let installed = is_installed();
    let answer = promised().unwrap_or(Keeping::NotSaid);
    rsx! {
        section { class: if answer == Keeping::NotPromised { "notice" } else { "card" },
            h2 {
                if answer == Keeping::NotPromised {
                    {words.this_tablet.not_promised_title}
                } else {
                    {words.this_tablet.keeping_title}
                }
            }
            match answer {
                Keeping::Promised => rsx! { p { class: "state saved", {words.this_tablet.promised} } },
                Keeping::NotSaid => rsx! { p { {words.this_tablet.not_said} } },
                Keeping::NotPromised => rsx! {
                    p {
                        if installed {
                            {words.this_tablet.not_promised_installed}
                        } else {
                            {words.this_tablet.not_promised}
                        }
                    }
                    div { class: "acts",
                        button { onclick: ask, {words.this_tablet.ask} }
                    }
                },
            }
            p { class: "small soft",
                if installed {
                    {words.this_tablet.installed}
                } else {
                    {words.this_tablet.not_installed}
                }
                if let Some(Some(room)) = room() {
                    " "
                    {(words.this_tablet.room)(room.used, room.in_all)}
                }
            }
        }
    }
}

#[component]
fn LanguageChoice() -> Element {
    let words = use_words();
    let language = use_language();
    rsx! {
        section { class: "card",
            fieldset {
                legend { {words.this_tablet.language} }
                div { class: "choices",
                    for other in Language::ALL {
                        label { key: "{other.code()}", class: "choice",
                            input {
                                r#type: "radio",
                                name: "language",
                                checked: language() == other,
                                onchange: move |_| choose(language, other),
                            }
                            strong { lang: other.code(), {other.own_name()} }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Version() -> Element {
    let words = use_words();
    let ready = use_happenings().update;
    let visiting = use_tablet().held().visit_under_way().is_some();
    rsx! {
        p { class: "small soft",
            {(words.this_tablet.version)(env!("CARGO_PKG_VERSION"))}
            ". "
            if ready() && visiting {
                {words.this_tablet.update_after_visit}
            } else if !ready() {
                {words.this_tablet.newest}
            }
        }
    }
}
