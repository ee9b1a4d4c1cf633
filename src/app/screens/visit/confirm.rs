//! Before a visit: is this the room, and which subject is on?

use std::collections::BTreeSet;

use device::tablet::{Tablet, VisitRefused};
use dioxus::prelude::*;
use domain::agreement::NotBegun;
use domain::ids::{RoomId, RoundId};
use domain::roster::{Room, SubjectArea};
use domain::round::{Plan, PlannedLookFor};
use domain::visit::Act;

use super::recording::leave_behind;
use crate::browser::clock::today;
use crate::browser::{dates, remembered, sound};
use crate::components::{Back, Page, Title};
use crate::navigation::{Link, use_navigator};
use crate::route::Route;
use crate::screens::NotHere;
use crate::screens::keeping_here::BeforeFirstVisit;
use crate::screens::round::SaysNotToday;
use crate::words::between::use_between_words;
use crate::words::{Words, use_words};

/// Confirms a room and its subject, then begins.
#[component]
pub fn Confirm(round: String, room: String) -> Element {
    // Not drawn again when the visit begins: what is asked here goes on until the instrument is there.
    let tablet: Tablet = use_context();
    let found = {
        let held = tablet.held();
        let plan = RoundId::parse(&round).ok().and_then(|id| held.round(&id).map(|round| round.record.plan.clone()));
        let room = RoomId::parse(&room).ok().and_then(|id| held.roster().room(&id).cloned());
        plan.zip(room).filter(|(plan, room)| plan.group_of(&room.id).is_some())
    };
    let under_way = {
        let held = tablet.held();
        held.visit_under_way().map(|other| {
            let name = held.roster().room(&other.visit.room).map_or(String::new(), |room| room.name.clone());
            (other.visit.id.to_string(), name)
        })
    };
    match (found, under_way) {
        (None, _) => rsx! {
            NotHere {}
        },
        (_, Some((visit, name))) => rsx! {
            UnderWay { round, visit, name }
        },
        (Some((plan, room)), None) => rsx! {
            Begin { plan, room }
        },
    }
}

/// Another visit is under way: one at a time.
#[component]
fn UnderWay(round: String, visit: String, name: String) -> Element {
    let words = use_words();
    let back = Back { to: Route::Round { round }, label: words.frame.this_round.to_owned() };
    rsx! {
        Page { narrow: true, back,
            Title { text: words.visit.about_visit }
            div { class: "notice",
                p { {(words.visit.under_way)(&name)} }
                div { class: "acts",
                    Link { class: "button main", to: Route::Visit { visit }, {words.visit.go_on} }
                }
            }
        }
    }
}

#[component]
fn Begin(plan: Plan, room: Room) -> Element {
    let (words, said) = (use_words(), use_between_words());
    let tablet: Tablet = use_context();
    let navigator = use_navigator();
    let in_the_way = tablet.held().may_begin(&plan, &room.id, &remembered::leading(), today()).err();
    let fixed = room.tags.fixed_subject();
    let mut subject = use_signal(|| fixed);
    let mut unchosen = use_signal(|| false);
    let mut refused = use_signal(|| None::<VisitRefused>);
    let mut beginning = use_signal(|| false);
    let (round, room_id) = (plan.round.clone(), room.id.clone());
    let has_blocks = plan.look_fors.iter().any(PlannedLookFor::has_blocks);
    let begin = use_callback(move |()| {
        let Some(subject) = subject() else {
            unchosen.set(true);
            return;
        };
        if beginning() {
            return;
        }
        beginning.set(true);
        // Some browsers let a page make a sound only after a tap, and the first beep comes by itself.
        if has_blocks && remembered::sounds().beep {
            sound::allow();
        }
        let (tablet, round, room) = (tablet.clone(), round.clone(), room_id.clone());
        spawn(async move {
            match tablet.begin_visit(&round, &room, &remembered::leading()).await {
                Ok(visit) => {
                    // The visit is under way: a subject that was not stored is said there, and can be chosen again.
                    if let Err(why) = tablet.mark(&visit, Act::Subject(subject)).await {
                        leave_behind(visit.clone(), why);
                    }
                    navigator.replace(Route::Visit { visit: visit.to_string() });
                }
                Err(reason) => refused.set(Some(reason)),
            }
            beginning.set(false);
        });
    });
    let back = Back { to: Route::Round { round: plan.round.to_string() }, label: words.frame.this_round.to_owned() };
    let to_round = Route::Round { round: plan.round.to_string() };
    let foot = rsx! {
        div { class: "acts",
            if in_the_way.is_none() {
                button { class: "main", onclick: move |_| begin.call(()), {words.visit.begin} }
            }
            Link { class: "button", to: Route::Round { round: plan.round.to_string() }, {words.visit.another_room} }
            SaysNotToday { room: room.id.clone(), noted: move |()| navigator.replace(to_round.clone()), {said.not_today} }
        }
    };
    rsx! {
        Page { narrow: true, back, foot,
            div { class: "head",
                Title { text: (words.visit.confirm)(&room.name) }
                p { class: "soft", "{words.roster.tags(&room.tags)}" }
                p { class: "soft",
                    if fixed.is_some() {
                        {words.visit.confirm_fixed}
                        " "
                    }
                    {words.visit.confirm_why}
                }
            }
            if let Some(why) = &in_the_way {
                div { class: "notice hold", role: "status",
                    p { {not_begun(why, words)} }
                }
            }
            BeforeFirstVisit { round: plan.round.clone() }
            fieldset { "aria-describedby": "subject-wrong",
                legend { class: "aside", {words.visit.subject} }
                div { class: "choices",
                    for area in offered(&room.tags.subject_areas) {
                        label { class: "choice",
                            input {
                                r#type: "radio",
                                name: "subject",
                                checked: subject() == Some(area),
                                onchange: move |_| {
                                    subject.set(Some(area));
                                    unchosen.set(false);
                                },
                            }
                            strong { {(words.roster.subject)(area)} }
                        }
                    }
                }
            }
            if unchosen() {
                p { id: "subject-wrong", class: "wrong", role: "alert", {words.visit.choose_subject} }
            }
            if let Some(refused) = refused() {
                p { class: "wrong", role: "alert",
                    match &refused {
                        VisitRefused::NotBegun(why) => not_begun(why, words),
                        other => (words.visit.not_saved)(other),
                    }
                }
            }
            div { class: "notice tip",
                p { {(words.visit.before)(plan.agreement.visit_minutes, plan.look_fors.len())} }
            }
        }
    }
}

/// Why the agreement, or a pause, lets no visit begin.
fn not_begun(why: &NotBegun, words: &Words) -> String {
    let day = match why {
        NotBegun::Paused { since: day, .. } | NotBegun::NotOpen(day) => dates::day(*day, words.language),
        NotBegun::Visiting(_) => String::new(),
    };
    (words.agreement.not_begun)(why, &day)
}

/// Every subject area, those of the timetable first.
fn offered(timetable: &BTreeSet<SubjectArea>) -> Vec<SubjectArea> {
    let others = SubjectArea::ALL.into_iter().filter(|area| !timetable.contains(area));
    timetable.iter().copied().chain(others).collect()
}
