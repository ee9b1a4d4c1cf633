//! The instrument: everything a visitor needs in the room, on one screen.

use device::tablet::{Tablet, VisitRefused};
use dioxus::prelude::*;
use domain::library::{Library, LookFor};
use domain::round::{Plan, PlannedLookFor};
use domain::visit::Visit;

use super::about::About;
use super::clock::Clock;
use super::evidence::EvidenceSheet;
use super::looks::Looks;
use super::marks::MarksSheet;
use super::recording::{Saving, use_new_recording, use_recording};
use super::sounds::Beep;
use super::still_on::{StillOn, use_asking};
use super::told::Told;
use super::what_counts::WhatCounts;
use crate::browser::dates;
use crate::browser::wake::{Awake, use_awake};
use crate::components::Title;
use crate::navigation::{Link, use_navigator};
use crate::route::Route;
use crate::screens::NotHere;
use crate::screens::finish::goes_on;
use crate::words::marks::use_mark_words;
use crate::words::{rescue, use_words};

/// What lies over the instrument.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Over {
    WhatCounts(&'static LookFor),
    Evidence,
    Marks,
    About,
    StillOn,
}

/// A visit that is under way.
#[component]
pub fn Instrument(visit: Visit) -> Element {
    let tablet: Tablet = use_context();
    let plan = tablet.held().round(&visit.round).map(|round| round.record.plan.clone());
    use_hook(|| goes_on(&visit));
    match plan {
        Some(plan) => rsx! {
            OfRound { visit, plan }
        },
        None => rsx! {
            NotHere {}
        },
    }
}

#[component]
fn OfRound(visit: Visit, plan: Plan) -> Element {
    let (words, marks) = (use_words(), use_mark_words());
    let looked_for = plan.look_fors.clone();
    let id = visit.id.to_string();
    let room = visit.room.clone();
    let recording = use_new_recording(visit, looked_for);
    // A sentence that was being written when the tablet was locked, or ended, is gone on with.
    let mut over = use_signal(|| (!recording.unkept.peek().text.trim().is_empty()).then_some(Over::Evidence));
    let closed = use_callback(move |()| over.set(None));
    use_asking(
        recording.drawn,
        Callback::new(move |()| {
            // What is being written stands in its own sheet, and says itself that the visit goes on.
            if recording.unkept.peek().text.trim().is_empty() {
                over.set(Some(Over::StillOn));
            }
        }),
    );
    let explain = use_callback(move |look_for| over.set(Some(Over::WhatCounts(look_for))));
    let look_fors = plan.look_fors.iter().filter_map(|planned| Library::shipped().find(&planned.id, planned.version));
    let look_fors: Vec<&'static LookFor> = look_fors.collect();
    let (navigator, to) = (use_navigator(), Route::Finish { visit: id.clone() });
    let finish = use_callback(move |()| {
        // A sentence that was begun is asked about first: it is nowhere else.
        if recording.unkept.peek().text.trim().is_empty() {
            navigator.push(to.clone());
        } else {
            over.set(Some(Over::Evidence));
        }
    });
    let can_undo = use_memo(move || recording.can_undo());
    let has_blocks = plan.look_fors.iter().any(PlannedLookFor::has_blocks);
    rsx! {
        div { class: "visit",
            Room { room, round: plan.round.clone(), minutes: plan.agreement.visit_minutes, has_blocks, about: move |()| over.set(Some(Over::About)) }
            Told { look_fors: look_fors.clone() }
            Looks { planned: plan.look_fors.clone(), explain }
            footer { class: "tools",
                button { onclick: move |_| over.set(Some(Over::Evidence)), {words.visit.i_saw_dots} }
                button { onclick: move |_| over.set(Some(Over::Marks)), {marks.so_far_short} }
                button { "aria-disabled": !can_undo(), onclick: move |_| recording.undo(), {words.visit.undo} }
                button { class: "main", onclick: move |_| finish(()), {words.visit.finish} }
            }
        }
        match over() {
            Some(Over::WhatCounts(look_for)) => rsx! {
                WhatCounts { look_for, closed }
            },
            Some(Over::Evidence) => rsx! {
                EvidenceSheet { look_fors: look_fors.clone(), closed }
            },
            Some(Over::Marks) => rsx! {
                MarksSheet { look_fors: look_fors.clone(), has_blocks, closed }
            },
            Some(Over::About) => rsx! {
                About { visit: id, round: plan.round.to_string(), closed }
            },
            Some(Over::StillOn) => rsx! {
                StillOn { finish, minutes: (recording.seconds)() / 60, closed }
            },
            None => rsx! {},
        }
    }
}

/// The head: room, subject, what the visit is for, whether it is saved, and the clock.
#[component]
fn Room(
    room: domain::ids::RoomId,
    round: domain::ids::RoundId,
    minutes: u32,
    has_blocks: bool,
    about: Callback,
) -> Element {
    let words = use_words();
    let tablet: Tablet = use_context();
    let recording = use_recording();
    let room = tablet.held().roster().room(&room).cloned();
    let paused = tablet.held().paused(&round).map(|(_, since)| dates::day(since, words.language));
    let name = room.as_ref().map_or(String::new(), |room| room.name.clone());
    let subject = use_memo(move || recording.drawn.read().subject());
    let subject = subject().map(|subject| (words.roster.subject)(subject).to_owned());
    let bands =
        room.iter().flat_map(|room| &room.tags.grade_bands).map(|band| (words.roster.grade_band)(*band).to_owned());
    let tags = bands.chain(subject).collect::<Vec<_>>().join(" · ");
    rsx! {
        header { class: "room",
            div {
                div { class: "row",
                    Title { text: name }
                    button { class: "plain small", onclick: move |_| about.call(()), {words.visit.this_visit} }
                    if has_blocks {
                        Beep {}
                    }
                }
                p { class: "soft small", "{tags}" }
                if let Some(since) = paused {
                    p { class: "small", role: "status", strong { {(words.agreement.paused_visit)(&since)} } }
                } else {
                    p { class: "soft small", {words.visit.for_learning} }
                }
                State {}
            }
            Clock { minutes }
        }
    }
}

/// What is saved, in words; a failure is said aloud and stays until a tap is saved again.
#[component]
fn State() -> Element {
    let words = use_words();
    let (language, words) = (words.language, &words.visit);
    let recording = use_recording();
    let awake = use_awake();
    rsx! {
        match &*recording.saving.read() {
            Saving::Saved => rsx! {
                p { class: "small",
                    span { class: "state saved", {words.saved} }
                }
            },
            Saving::UnderWay => rsx! {
                p { class: "small",
                    span { class: "state held", {words.saving} }
                }
            },
            Saving::Not(refused) => rsx! {
                div { class: "notice hold", role: "alert",
                    p { class: "wrong", {(words.not_saved)(refused)} }
                    if matches!(refused, VisitRefused::Storage(_)) {
                        p {
                            Link { to: Route::Rescue {}, {rescue::of(language).to_rescue} }
                        }
                    }
                }
            },
        }
        if awake() == Awake::No {
            p { class: "small soft", {words.no_wake_lock} }
        }
    }
}
