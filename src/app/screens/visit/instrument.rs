//! The instrument: everything a visitor needs in the room, on one screen.

use device::tablet::Tablet;
use dioxus::prelude::*;
use domain::library::{Library, LookFor};
use domain::round::{Plan, PlannedLookFor};
use domain::visit::Visit;

use super::about::About;
use super::clock::Clock;
use super::evidence::EvidenceSheet;
use super::looks::Looks;
use super::marks::{MarksSheet, use_saying};
use super::not_saved::NotSaved;
use super::recording::{Saving, use_new_recording, use_recording};
use super::sounds::Beep;
use super::still_on::{StillOn, use_asking};
use super::told::{Told, taken_out};
use super::what_counts::WhatCounts;
use crate::browser::wake::{Awake, use_awake};
use crate::browser::{dates, sound};
use crate::components::Title;
use crate::navigation::use_navigator;
use crate::route::Route;
use crate::screens::NotHere;
use crate::screens::finish::goes_on;
use crate::words::marks::use_mark_words;
use crate::words::use_words;

/// What lies over the instrument.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Over {
    WhatCounts(&'static LookFor),
    Evidence,
    /// The same, because a sentence was begun when the visit was to be finished.
    EvidenceFirst,
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
            over.set(Some(Over::EvidenceFirst));
        }
    });
    let can_undo = use_memo(move || recording.can_undo());
    let has_blocks = plan.look_fors.iter().any(PlannedLookFor::has_blocks);
    rsx! {
        div {
            class: "visit",
            // As at the beginning, where the page was loaded anew meanwhile.
            onpointerdown: move |_| {
                if has_blocks && recording.sounds.peek().beep {
                    sound::allow();
                }
            },
            Room {
                room,
                round: plan.round.clone(),
                look_fors: look_fors.clone(),
                minutes: plan.agreement.visit_minutes,
                has_blocks,
                about: move |()| over.set(Some(Over::About)),
            }
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
            Some(at @ (Over::Evidence | Over::EvidenceFirst)) => rsx! {
                EvidenceSheet { look_fors: look_fors.clone(), is_first: at == Over::EvidenceFirst, closed }
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
    look_fors: Vec<&'static LookFor>,
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
                State { look_fors }
            }
            Clock { minutes }
        }
    }
}

/// What is saved, in words, and what was taken out last: a thumb may have come upon "Undo" by itself.
#[component]
fn State(look_fors: Vec<&'static LookFor>) -> Element {
    let (words, marks) = (&use_words().visit, use_mark_words());
    let recording = use_recording();
    let awake = use_awake();
    let saying = use_saying(look_fors);
    let saving = recording.saving;
    rsx! {
        NotSaved {}
        if *saving.read() == Saving::Saved {
            p { class: "small state-line",
                span { class: "state saved", {words.saved} }
                if let Some(what) = taken_out(&recording.drawn.read(), &saying, marks) {
                    // Read aloud it is by itself.
                    span { class: "soft", "aria-hidden": "true", " {what}" }
                }
            }
        }
        if *saving.read() == Saving::UnderWay {
            p { class: "small",
                span { class: "state held", {words.saving} }
            }
        }
        if awake() == Awake::No {
            p { class: "small soft", {words.no_wake_lock} }
        }
    }
}
