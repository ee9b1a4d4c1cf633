//! What the agreement says on this tablet: terms for new rounds, pauses, who may begin a visit, and notes that are due.

use domain::agreement::{Agreement, NotBegun, Pause, may_begin, standing};
use domain::change::Kind;
use domain::ids::{RoomId, RoundId};
use domain::permission::Mandate;
use domain::round::Plan;
use domain::time::Day;

use crate::tablet::{Held, HeldVisit, Tablet};

impl Held {
    /// The agreement that new rounds are planned under: the district's, or the one that Noticeboard begins with.
    pub fn agreement(&self) -> Agreement {
        self.agreement.clone().unwrap_or_default()
    }

    /// Whether the server has told of an agreement.
    pub fn has_agreement(&self) -> bool {
        self.agreement.is_some()
    }

    /// The pause that stops a round, as far as this tablet has heard, and since when.
    pub fn paused(&self, round: &RoundId) -> Option<(&Pause, Day)> {
        standing(self.pauses.values(), round)
    }

    /// Whether a visit to the room may begin `today`, by its round's agreement and by what is paused.
    pub fn may_begin(&self, plan: &Plan, room: &RoomId, mandate: &Mandate, today: Day) -> Result<(), NotBegun> {
        let in_roster = self.roster().rooms.iter().find(|known| known.id == *room).map(|known| &known.school);
        // A room that no roster here has is one of the round's schools.
        let Some(school) = in_roster.or_else(|| plan.schools.first()) else { return Ok(()) };
        may_begin(plan, school, mandate, self.pauses.values(), today)
    }
}

impl Tablet {
    /// Rooms of a round whose note is sealed and at no server yet, each with the last day on which its agreement has the
    /// teacher read it, the soonest first.
    pub fn notes_due(&self, round: &RoundId) -> Vec<(RoomId, Day)> {
        let held = self.held();
        let Some(plan) = held.round(round).map(|round| &round.record.plan) else { return Vec::new() };
        let waits = |held_visit: &&HeldVisit| {
            let card = held_visit.draft.card.as_ref().filter(|_| held_visit.draft.sealed.is_some());
            card.is_some_and(|card| held.outgoing.contains_key(&(Kind::Note, card.to_string())))
        };
        let deadline = plan.agreement.further.note_deadline;
        let due = |held_visit: &HeldVisit| {
            (held_visit.visit.room.clone(), deadline.last_day(self.day_of(held_visit.visit.began)))
        };
        let mut all: Vec<(RoomId, Day)> = held.visits_of(round).into_iter().filter(waits).map(due).collect();
        all.sort_by_key(|(_, by)| *by);
        all
    }
}
