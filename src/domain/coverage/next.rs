//! What to visit next: the largest gap first, and the lot among equals. What a visit came to has no part in it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Coverage, GroupCoverage, Visited};
use crate::ids::{RoomId, TabletId};
use crate::library::LookForId;
use crate::round::{GroupNumber, Plan};
use crate::time::Day;

/// A room that could be visited next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextRoom {
    /// The room.
    pub room: RoomId,
    /// Its group.
    pub group: GroupNumber,
    /// Whether this tablet was there before.
    pub again: bool,
    /// Why it comes where it comes.
    pub why: Why,
}

/// Why a room is proposed. It is about a group of rooms, and never about who teaches in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// So few rooms of its group were visited.
    FewVisited {
        /// Rooms visited by anyone in the team.
        visited: u32,
        /// Rooms that the group needs.
        needed: u32,
    },
    /// Enough rooms of its group were visited, or nearly, and in some of them a look-for could not be answered.
    FewUsable {
        /// Which look-for.
        look_for: LookForId,
        /// Rooms that are usable for it, or may be.
        usable: u32,
        /// Rooms that it needs.
        needed: u32,
    },
    /// Nobody was there yet, and its group has what it needs.
    NotVisited,
}

/// The rooms that could be visited next, the best first: those of the group that lacks most; in it those that nobody
/// visited, then those where this tablet's own visit said nothing about what the group lacks. Rooms of a group that
/// lacks nothing come last, and only if nobody visited them.
///
/// Among equals the lot decides, drawn by each tablet anew each day: two visitors seldom stand at one door, and the
/// rooms that make a picture are not those of one corridor. Rooms that are `out` are not proposed.
pub fn next_rooms(
    plan: &Plan,
    coverage: &Coverage,
    out: impl Fn(&RoomId) -> bool,
    tablet: &TabletId,
    day: Day,
) -> Vec<NextRoom> {
    let needed = coverage.needed.unwrap_or(0);
    let mut next = BTreeMap::new();
    for (group, covered) in plan.groups.iter().zip(&coverage.groups) {
        let (lacks, why) = (covered.lacks(needed), why(covered, needed));
        for room in group.rooms.iter().filter(|room| !out(room)) {
            let again = match coverage.visited.get(room) {
                None => false,
                Some(visited) if visited.left_open(covered, needed) => true,
                Some(_) => continue,
            };
            let proposed = NextRoom { room: room.clone(), group: covered.group, again, why: why.clone() };
            next.insert((Reverse(lacks), again, lot(tablet, day, room)), proposed);
        }
    }
    next.into_values().collect()
}

impl Visited {
    /// Whether this tablet's own visit said nothing about something that the group lacks.
    fn left_open(&self, covered: &GroupCoverage, needed: u32) -> bool {
        let Visited::Here(usable) = self else { return false };
        usable.iter().zip(&covered.look_fors).any(|(usable, look_for)| !usable && look_for.lacks(needed) > 0)
    }
}

fn why(covered: &GroupCoverage, needed: u32) -> Why {
    let lacks = covered.lacks(needed);
    if lacks == 0 {
        return Why::NotVisited;
    }
    let neediest = covered.look_fors.iter().find(|look_for| look_for.lacks(needed) == lacks);
    match neediest {
        Some(look_for) if lacks > needed.saturating_sub(covered.visited) => {
            Why::FewUsable { look_for: look_for.look_for.clone(), usable: look_for.usable + look_for.untold, needed }
        }
        _ => Why::FewVisited { visited: covered.visited, needed },
    }
}

fn lot(tablet: &TabletId, day: Day, room: &RoomId) -> [u8; 32] {
    Sha256::digest(format!("noticeboard/next-room/1 {tablet} {day} {room}")).into()
}
