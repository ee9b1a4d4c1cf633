//! Between two visits: what the team has covered, which room is next, and which doors said "not today".

use std::collections::BTreeSet;

use domain::coverage::{Coverage, NextRoom, next_rooms};
use domain::ids::{RoomId, RoundId, VisitId};
use domain::time::Day;
use serde::{Deserialize, Serialize};

use crate::storage::StorageFailure;
use crate::tablet::outbox::summary_of;
use crate::tablet::{Edit, Held, Key, Record, Tablet};

/// The doors that said "not today", on one day. There is no place for a reason, nor for a second day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotToday {
    /// The day by the calendar on the wall.
    pub day: Day,
    /// The rooms.
    pub rooms: BTreeSet<RoomId>,
}

/// Milliseconds after the end of a visit in which its visitor is most likely still before its door: a quarter of an hour.
const STILL_AT_THE_DOOR: i64 = 15 * 60 * 1000;

/// Where whoever holds the tablet stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standpoint {
    /// In a visit that is under way.
    InTheRoom(VisitId),
    /// Before the door of a room whose visit was finished a moment ago.
    AtTheDoor(VisitId),
}

impl Tablet {
    /// Where whoever opens the app stands; nothing when they have been nowhere for a while.
    pub fn standpoint(&self) -> Option<Standpoint> {
        let (held, now) = (self.held(), self.now());
        if let Some(under_way) = held.visit_under_way() {
            return Some(Standpoint::InTheRoom(under_way.visit.id.clone()));
        }
        let finished = held.visits.values().map(|held| &held.visit).filter(|visit| visit.finished_after().is_some());
        let (ended, last) = finished.map(|visit| (visit.last_marked(), visit)).max_by_key(|(ended, _)| *ended)?;
        let is_open = held.round(&last.round).is_some_and(|round| !round.is_closed());
        let just_now = (0..=STILL_AT_THE_DOOR).contains(&(now.0 - ended.0));
        (is_open && just_now).then(|| Standpoint::AtTheDoor(last.id.clone()))
    }

    /// Notes that a door says "not today". Whatever doors said on another day is forgotten with it.
    pub async fn note_not_today(&self, room: &RoomId) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        let day = self.day_of(self.now());
        let today = self.held().not_today.clone().filter(|noted| noted.day == day);
        let mut noted = today.unwrap_or(NotToday { day, rooms: BTreeSet::new() });
        noted.rooms.insert(room.clone());
        self.keep(&acting, vec![Edit::Keep(Record::NotToday(noted))]).await
    }

    /// The door is open after all.
    pub async fn take_back_not_today(&self, room: &RoomId) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        let Some(noted) = self.held().not_today.clone() else { return Ok(()) };
        self.keep(&acting, noted.without(|noted| noted == room)).await
    }

    /// The rooms of a round that could be visited next, the best first: none that the timetable has no longer, and none
    /// whose door said "not today". As long as there are any, those of the school in which the day's last visit was.
    pub fn next_rooms(&self, round: &RoundId) -> Vec<NextRoom> {
        let today = self.day_of(self.now());
        let held = self.held();
        let (Some(of_round), Some(coverage)) = (held.round(round), held.coverage(round)) else { return Vec::new() };
        let known = held.roster.by_id();
        let last = held.visits_of(round).pop().filter(|last| self.day_of(last.visit.began) == today);
        let here = last.and_then(|last| known.get(&last.visit.room)).map(|room| &room.school);
        let record = &of_round.record;
        let out = |room: &RoomId| known.get(room).is_none_or(|room| !room.active) || held.is_not_today(room, today);
        let mut next = next_rooms(&record.plan, &coverage, out, &record.tablet, today);
        let is_here = |next: &NextRoom| known.get(&next.room).is_some_and(|room| here == Some(&room.school));
        if next.iter().any(is_here) {
            next.retain(is_here);
        }
        next
    }
}

impl Held {
    /// Whether a room's door said "not today" on that day.
    pub fn is_not_today(&self, room: &RoomId, today: Day) -> bool {
        self.not_today.as_ref().is_some_and(|noted| noted.day == today && noted.rooms.contains(room))
    }

    /// What this tablet can tell of a round's rooms; nothing where it has not joined, or the round's key was erased.
    pub fn coverage(&self, round: &RoundId) -> Option<Coverage> {
        let record = &self.round(round)?.record;
        let own: Vec<_> = self.own_items().filter_map(summary_of).collect();
        Some(Coverage::of(&record.plan, record.key.as_ref()?, &record.tokens, &own))
    }

    /// What doors said on another day goes, and what they said in rounds that are over.
    pub(crate) fn doors_to_forget(&self, today: Day) -> Vec<Edit> {
        let Some(noted) = self.not_today.clone() else { return Vec::new() };
        let is_open = |room: &RoomId| {
            let mut open = self.rounds.values().filter(|round| !round.is_closed());
            open.any(|round| round.record.plan.group_of(room).is_some())
        };
        if noted.day != today {
            return vec![Edit::Forget(Key::NotToday)];
        }
        if noted.rooms.iter().all(is_open) { Vec::new() } else { noted.without(|room| !is_open(room)) }
    }
}

impl NotToday {
    /// The edits that leave only rooms that are not `gone`, or nothing at all.
    fn without(mut self, gone: impl Fn(&RoomId) -> bool) -> Vec<Edit> {
        self.rooms.retain(|room| !gone(room));
        if self.rooms.is_empty() { vec![Edit::Forget(Key::NotToday)] } else { vec![Edit::Keep(Record::NotToday(self))] }
    }
}
