//! The room that could be visited next, and why, in one sentence.

use device::tablet::HeldRound;
use dioxus::prelude::*;
use domain::coverage::{NextRoom as Proposed, Why};
use domain::ids::RoundId;
use domain::library::Library;
use domain::roster::Room;

use super::not_today::SaysNotToday;
use crate::navigation::Link;
use crate::route::Route;
use crate::tablet_context::use_tablet;
use crate::words::between::{Between, use_between_words};
use crate::words::{Words, use_words};

/// The next room of a round that is open; nothing while a visit is under way.
#[component]
pub fn NextRoom(round: RoundId) -> Element {
    let (words, said) = (use_words(), use_between_words());
    let tablet = use_tablet();
    let mut passed = use_signal(|| 0_usize);
    let open = {
        let held = tablet.held();
        let is_free = held.visit_under_way().is_none();
        let is_free = is_free && held.paused(&round).is_none();
        held.round(&round).filter(|round| is_free && !round.is_closed() && round.record.key.is_some()).cloned()
    };
    let Some(held) = open else { return rsx! {} };
    let proposed = tablet.next_rooms(&round);
    let count = proposed.len();
    // Round and round: after the last comes the first again.
    let next = proposed.into_iter().nth(passed() % count.max(1));
    let found = next.and_then(|next| Some((tablet.held().roster().room(&next.room)?.clone(), next)));
    let Some((room, next)) = found else {
        return rsx! {
            section { class: "card quiet",
                h2 { {said.next} }
                p { class: "soft", {said.none_left} }
            }
        };
    };
    let tags = words.roster.tags(&room.tags);
    let school = (held.record.plan.schools.len() > 1).then(|| school_of(&tablet, &room));
    let tags = school.into_iter().flatten().chain([tags]).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let why = why(&next, &held, words, said, &tablet);
    let confirm = Route::Confirm { round: round.to_string(), room: room.id.to_string() };
    rsx! {
        section { class: "card wash next",
            div {
                h2 { class: "small", {said.next} }
                p { class: "said", {room.name.as_str()} }
                p { class: "small soft", {tags.join(" · ")} }
            }
            div { role: "status",
                p { {why} }
                if next.again {
                    p { class: "small soft", {said.again} }
                }
            }
            div { class: "acts",
                Link { class: "button main", to: confirm,
                    {said.begin_here}
                    span { class: "aside", ", {room.name}" }
                }
                if count > 1 {
                    button { onclick: move |_| passed += 1, {said.another} }
                }
                SaysNotToday { room: room.id.clone(), {said.not_today} }
            }
            p { class: "small soft", {said.lot} }
        }
    }
}

/// Why a room is proposed: a sentence about its group, never about a person.
fn why(
    next: &Proposed,
    held: &HeldRound,
    words: &'static Words,
    said: &'static Between,
    tablet: &device::tablet::Tablet,
) -> String {
    let plan = &held.record.plan;
    let group = match plan.groups.get(usize::from(next.group)) {
        Some(group) if plan.groups.len() > 1 => {
            words.roster.group(&group.values, plan.grouping, tablet.held().roster())
        }
        _ => words.roster.everything.to_owned(),
    };
    match &next.why {
        Why::FewVisited { visited, needed } => (said.few_visited)(&group, *visited, *needed),
        Why::FewUsable { look_for, usable, needed } => {
            let planned = plan.look_fors.iter().find(|planned| planned.id == *look_for);
            let known = planned.and_then(|planned| Library::shipped().find(&planned.id, planned.version));
            let label =
                known.map_or_else(|| look_for.to_string(), |known| known.label.in_language(words.language).clone());
            (said.few_usable)(&label, &group, *usable, *needed)
        }
        Why::NotVisited => said.not_visited.to_owned(),
    }
}

fn school_of(tablet: &device::tablet::Tablet, room: &Room) -> Option<String> {
    tablet.held().roster().school(&room.school).map(|school| school.name.clone())
}
