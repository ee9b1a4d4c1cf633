//! Disjoint groups of at least k usable rooms, per look-for.

use std::collections::BTreeSet;

use crate::round::GroupNumber;

/// The usable rooms of one group, or of several merged ones, for one look-for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The groups of the plan that are in it.
    pub groups: BTreeSet<GroupNumber>,
    /// Rooms with a usable answer.
    pub rooms: u32,
    /// Those of them that said yes.
    pub yes: u32,
}

impl Tally {
    /// A group with no usable room yet.
    pub fn empty(group: GroupNumber) -> Tally {
        Tally { groups: [group].into(), rooms: 0, yes: 0 }
    }
}

/// Merges groups with fewer than `k` usable rooms, smallest first, until each has `k`.
///
/// When one is left it is simply the whole; when even that has fewer than `k`, there is nothing to show.
/// Which groups are merged depends on how many rooms are usable, never on what they said.
pub fn merge(mut tallies: Vec<Tally>, k: u32) -> Vec<Tally> {
    while tallies.len() > 1 && tallies.iter().any(|tally| tally.rooms < k) {
        tallies.sort_by(|left, right| left.rooms.cmp(&right.rooms).then_with(|| left.groups.cmp(&right.groups)));
        let smallest = tallies.remove(0);
        let next = &mut tallies[0];
        next.groups.extend(smallest.groups);
        next.rooms += smallest.rooms;
        next.yes += smallest.yes;
    }
    tallies.sort_by(|left, right| left.groups.cmp(&right.groups));
    tallies.retain(|tally| tally.rooms >= k);
    tallies
}
