//! Which rooms of a round were visited and are usable, as far as one tablet can tell.
//!
//! A tablet hears from the server which room tokens have arrived, and nothing of what they said. Whether a visit is
//! usable for a look-for it knows of its own visits alone. The rest stays untold on purpose: a number of usable rooms
//! that goes up, or not, when one token more has arrived would tell what one visit in one room came to.

mod next;

use std::collections::{BTreeMap, BTreeSet};

pub use self::next::{NextRoom, Why, next_rooms};
use crate::ids::{RoomId, RoomToken};
use crate::library::LookForId;
use crate::round::{GroupNumber, Plan, RoundKey};
use crate::visit::{Answer, Summary};

#[cfg(test)]
mod laws;

/// What a tablet can tell of the rooms of a round. It has no yes and no no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Usable rooms that a group needs before anything is shown of it: the agreement's k. Nothing where the round has
    /// fewer rooms than that and no number of visits would do.
    pub needed: Option<u32>,
    /// One for each group of the plan, in its order.
    pub groups: Vec<GroupCoverage>,
    /// Rooms that were visited.
    visited: BTreeMap<RoomId, Visited>,
}

/// What a tablet can tell of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCoverage {
    /// Which group.
    pub group: GroupNumber,
    /// Its rooms.
    pub rooms: u32,
    /// Those of them that anyone in the team visited.
    pub visited: u32,
    /// One for each look-for of the plan, in its order.
    pub look_fors: Vec<Usable>,
}

/// What a tablet can tell of a look-for in one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usable {
    /// Which look-for.
    pub look_for: LookForId,
    /// Rooms that are usable for it by this tablet's own visits.
    pub usable: u32,
    /// Visited rooms of which this tablet cannot tell.
    pub untold: u32,
}

/// What a tablet can tell of a visited room.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Visited {
    /// Visits of this tablet: for each look-for of the plan, whether one of them is usable.
    Here(Vec<bool>),
    /// Its token arrived, and this tablet holds no visit to it, or none any more.
    Elsewhere,
}

impl Coverage {
    /// Works it out from the tokens that have arrived and the summaries of this tablet's own visits; others are left out.
    pub fn of<'summary>(
        plan: &Plan,
        key: &RoundKey,
        arrived: &BTreeSet<RoomToken>,
        own: impl IntoIterator<Item = &'summary Summary>,
    ) -> Coverage {
        let fitting = own.into_iter().filter(|summary| summary.round == plan.round && summary.fits(plan).is_ok());
        let mut usable: BTreeMap<&RoomToken, Vec<bool>> = BTreeMap::new();
        for summary in fitting {
            let known = usable.entry(&summary.token).or_insert_with(|| vec![false; plan.look_fors.len()]);
            for (known, answered) in known.iter_mut().zip(&summary.answers) {
                *known |= answered.answer != Answer::Unusable;
            }
        }
        let visited = plan.rooms().filter_map(|room| {
            let token = key.token(room);
            match usable.remove(&token) {
                Some(usable) => Some((room.clone(), Visited::Here(usable))),
                None => arrived.contains(&token).then(|| (room.clone(), Visited::Elsewhere)),
            }
        });
        let visited: BTreeMap<RoomId, Visited> = visited.collect();
        let k = plan.agreement.k();
        let groups = plan.groups.iter().enumerate().filter_map(|(number, group)| {
            let of_group: Vec<&Visited> = group.rooms.iter().filter_map(|room| visited.get(room)).collect();
            let look_fors = plan.look_fors.iter().enumerate().map(|(place, planned)| Usable {
                look_for: planned.id.clone(),
                usable: count(of_group.iter().filter(|room| room.is_usable(place))),
                untold: count(of_group.iter().filter(|room| ***room == Visited::Elsewhere)),
            });
            Some(GroupCoverage {
                group: GroupNumber::try_from(number).ok()?,
                rooms: count(group.rooms.iter()),
                visited: count(of_group.iter()),
                look_fors: look_fors.collect(),
            })
        });
        let groups: Vec<GroupCoverage> = groups.collect();
        Coverage { needed: plan.can_be_shown().then_some(k), groups, visited }
    }

    /// Rooms that anyone in the team visited.
    pub fn visited(&self) -> u32 {
        count(self.visited.keys())
    }
}

impl GroupCoverage {
    /// How many rooms more its neediest look-for lacks, if everything that is untold is usable.
    pub fn lacks(&self, needed: u32) -> u32 {
        self.look_fors.iter().map(|usable| usable.lacks(needed)).max().unwrap_or(0)
    }
}

impl Usable {
    /// How many rooms more it lacks, if everything that is untold is usable.
    pub fn lacks(&self, needed: u32) -> u32 {
        needed.saturating_sub(self.usable + self.untold)
    }
}

impl Visited {
    fn is_usable(&self, place: usize) -> bool {
        matches!(self, Visited::Here(usable) if usable[place])
    }
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}
