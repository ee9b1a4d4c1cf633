//! The rooms to visit.

use device::tablet::HeldRound;
use dioxus::prelude::*;
use domain::ids::RoundId;
use domain::roster::Room;

use super::not_today::DoorSign;
use super::rooms::{Rooms, Visited};
use crate::browser::clock::today;
use crate::navigation::Link;
use crate::route::Route;
use crate::tablet_context::use_tablet;
use crate::words::between::use_between_words;
use crate::words::hallway::use_hallway_words;
use crate::words::use_words;

/// From so many rooms on one looks for a room by its name.
const MANY: usize = 12;

/// The rooms of a round that this tablet has joined.
#[component]
pub fn RoomList(round: HeldRound) -> Element {
    let (words, said) = (use_words(), use_between_words());
    let tablet = use_tablet();
    let mut typed = use_signal(String::new);
    let rooms = Rooms::of(&tablet.held(), &round);
    let shown = rooms.named(&typed.read());
    let some_not_today = shown.iter().any(|(room, _)| tablet.held().is_not_today(&room.id, today()));
    let id = round.record.plan.round.to_string();
    rsx! {
        section { class: "card",
            div { class: "row",
                h2 { {words.round.rooms} }
                span { class: "soft number", {(words.lead.visited)(rooms.visited(), rooms.count())} }
            }
            if rooms.count() > MANY {
                div { class: "field",
                    label { r#for: "find", {words.round.search} }
                    input {
                        id: "find",
                        r#type: "search",
                        autocomplete: "off",
                        value: "{typed}",
                        oninput: move |event| typed.set(event.value()),
                    }
                }
            }
            if shown.is_empty() {
                p { class: "soft", role: "status", {(words.round.none_found)(typed.read().trim())} }
            }
            ul { class: "list",
                for (room, visited) in shown {
                    RoomRow { key: "{room.id}", round: id.clone(), room, visited }
                }
            }
            if some_not_today {
                p { class: "small soft", {said.not_today_what} }
            }
            p { class: "small soft", {words.round.other_tablets} }
        }
    }
}

#[component]
fn RoomRow(round: String, room: Room, visited: Visited) -> Element {
    let (words, said, hallway) = (use_words(), use_between_words(), use_hallway_words());
    let tablet = use_tablet();
    let tags = words.roster.tags(&room.tags);
    let is_not_today = tablet.held().is_not_today(&room.id, today());
    // The last visit that ended here, while it is on this tablet.
    let ended = {
        let held = tablet.held();
        let visits = RoundId::parse(&round).map(|id| held.visits_of(&id).into_iter().cloned().collect::<Vec<_>>());
        let mut here = visits.into_iter().flatten().map(|held| held.visit).filter(|visit| visit.room == room.id);
        here.rfind(|visit| visit.finished_after().is_some()).map(|visit| visit.id.to_string())
    };
    let visiting = {
        let held = tablet.held();
        let under_way = held.visit_under_way().map(|held| &held.visit);
        under_way
            .filter(|visit| visit.room == room.id && visit.round.as_str() == round)
            .map(|visit| visit.id.to_string())
    };
    let confirm = Route::Confirm { round, room: room.id.to_string() };
    rsx! {
        li {
            span {
                strong { {room.name.as_str()} }
                if !tags.is_empty() {
                    br {}
                    span { class: "small soft", {tags} }
                }
            }
            match visited {
                Visited::Received => rsx! { span { class: "state received", {words.round.visited} } },
                Visited::Here => rsx! { span { class: "state held", {words.round.visited_here} } },
                Visited::NotYet if is_not_today => rsx! { span { class: "small soft", {said.not_today_is} } },
                Visited::NotYet => rsx! {},
            }
            if let Some(visit) = ended {
                Link { class: "button plain", to: Route::Hallway { visit },
                    {hallway.again}
                    span { class: "aside", ", {room.name}" }
                }
            }
            if let Some(visit) = visiting {
                Link { class: "button main", to: Route::Visit { visit }, {words.lead.go_on} }
            } else if is_not_today || visited == Visited::NotYet {
                DoorSign { room: room.id, name: room.name.clone(), is_not_today }
                if !is_not_today {
                    Link { class: "button", to: confirm, {words.round.begin} span { class: "aside", ", {room.name}" } }
                }
            } else {
                Link { class: "button plain", to: confirm,
                    {words.round.visit_again}
                    span { class: "aside", ", {room.name}" }
                }
            }
        }
    }
}
