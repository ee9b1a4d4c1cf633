//! One round: its code, its rooms, what comes after the visits.

mod agreement;
mod code;
mod coverage;
mod next_room;
mod not_today;
mod room_list;
mod rooms;

use device::tablet::{HeldRound, Standing};
use dioxus::prelude::*;
use domain::ids::RoundId;
use domain::library::Library;
use domain::permission::Act;
use domain::round::PlannedLookFor;

use self::agreement::{NotesDue, PausedNotice};
use self::code::RoundCode;
use self::coverage::TeamCoverage;
pub use self::next_room::NextRoom;
pub use self::not_today::SaysNotToday;
use self::room_list::RoomList;
pub use self::rooms::Rooms;
use crate::browser::clock::today;
use crate::browser::remembered::leading;
use crate::components::{Back, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::NotHere;
use crate::screens::keeping_here::BeforeFirstVisit;
use crate::screens::lead::{UnderWay, WhereAndWhen};
use crate::tablet_context::use_tablet;
use crate::words::instruments::use_instrument_words;
use crate::words::use_words;

/// One round.
#[component]
pub fn Round(round: String) -> Element {
    let tablet = use_tablet();
    let id = RoundId::parse(&round).ok();
    let found = id.and_then(|id| tablet.held().round(&id).cloned());
    match found {
        Some(round) => rsx! { Shown { round } },
        None => rsx! { NotHere {} },
    }
}

#[component]
fn Shown(round: HeldRound) -> Element {
    let words = use_words();
    let standing = round.standing();
    let closed = standing == Standing::Closed;
    let k = round.record.plan.agreement.k();
    let rooms = round.record.plan.rooms().count();
    let back = Back { to: Route::Lead {}, label: words.frame.rounds.to_owned() };
    rsx! {
        Page { back,
            Heading { round: round.clone() }
            UnderWay {}
            if !closed {
                PausedNotice { round: round.record.plan.round.clone() }
                NotesDue { round: round.record.plan.round.clone() }
            }
            NextRoom { round: round.record.plan.round.clone() }
            if !closed && rooms < k as usize {
                p { class: "notice", {(words.round.too_few)(rooms, k)} }
            }
            if !closed && round.record.plan.ends < today() {
                p { class: "notice tip", {words.round.window_over} }
            }
            if !closed {
                Ways { round: round.record.plan.round.to_string() }
            }
            if !closed && round.record.key.is_some() {
                BeforeFirstVisit { round: round.record.plan.round.clone() }
            }
            if let Some(key) = round.record.key.clone() {
                RoundCode { code: key.code() }
            }
            div { class: "split",
                if closed {
                    Closed { round: round.clone() }
                } else if round.record.key.is_some() {
                    div { class: "stack",
                        TeamCoverage { round: round.clone() }
                        RoomList { round: round.clone() }
                    }
                } else {
                    NotJoined {}
                }
                LookFors { round }
            }
        }
    }
}

#[component]
fn Heading(round: HeldRound) -> Element {
    let words = use_words();
    let plan = &round.record.plan;
    rsx! {
        div { class: "head",
            p { class: "row",
                span { class: "soft",
                    WhereAndWhen { plan: plan.clone() }
                }
                span { class: "tag", {(words.lead.standing)(round.standing())} }
            }
            // Its language is the writer's, which nobody knows.
            div { lang: "", Title { text: plan.purpose.as_str() } }
        }
    }
}

#[component]
fn NotJoined() -> Element {
    let words = use_words();
    rsx! {
        section { class: "card",
            h2 { {words.round.not_joined_title} }
            p { class: "soft", {words.round.not_joined} }
            div { class: "acts",
                Link { class: "button main", to: Route::Join {}, {words.lead.join} }
            }
        }
    }
}

#[component]
fn Closed(round: HeldRound) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let schools = round.record.plan.schools.iter().filter_map(|school| held.roster().school(school));
    rsx! {
        section { class: "card",
            h2 { {words.round.closed_title} }
            p { class: "soft", {words.round.closed} }
            for school in schools.filter(|_| leading().may(Act::ReadReleases)) {
                div { class: "acts", key: "{school.id}",
                    Link { class: "button main", to: Route::Picture { school: school.id.to_string() },
                        "{words.round.picture}: {school.name}"
                    }
                }
            }
            if round.record.key.is_none() {
                p { class: "small soft", {words.round.key_gone} }
            }
        }
    }
}

/// What comes before the first visit and after the last.
#[component]
fn Ways(round: String) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let left = tablet.held().unused_cards().count();
    rsx! {
        nav { class: "acts", "aria-label": words.round.ways,
            Link { class: "button", to: Route::Cards { round: round.clone() }, {(words.round.cards)(left)} }
            Link { class: "button", to: Route::Debrief { round: round.clone() }, {words.round.debrief} }
            if leading().may(Act::CloseRound) {
                Link { class: "button", to: Route::Closing { round }, {words.round.close} }
            }
        }
    }
}

#[component]
fn LookFors(round: HeldRound) -> Element {
    let words = use_words();
    let planned = round.record.plan.look_fors.iter();
    let of = |planned: &PlannedLookFor| {
        Library::shipped().find(&planned.id, planned.version).map(|look_for| (look_for, planned.instrument))
    };
    let known = planned.filter_map(of);
    let instruments = use_instrument_words();
    rsx! {
        section { class: "card",
            h2 { {words.round.look_fors} }
            div {
                for (look_for, instrument) in known {
                    details { key: "{look_for.id}",
                        summary {
                            {look_for.label.in_language(words.language).as_str()}
                            if let Some(instrument) = instrument {
                                span { class: "tag", {(instruments.name)(instrument)} }
                            }
                        }
                        crate::components::LookForFacts { look_for }
                    }
                }
            }
        }
    }
}
