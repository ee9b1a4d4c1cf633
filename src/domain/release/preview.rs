//! What a close would show, before it is closed: which look-fors and groups, never their values.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::library::LookForId;
use crate::release::{count, merge};
use crate::round::{GroupNumber, Plan};
use crate::visit::Summary;

/// Which cells a close would show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Preview {
    /// The fewest usable rooms that a cell needs.
    pub k: u32,
    /// Rooms visited so far.
    pub rooms: u32,
    /// Groups with more tokens than rooms, which will be left out.
    pub refused: BTreeSet<GroupNumber>,
    /// One for each look-for, in the order of the plan.
    pub findings: Vec<PreviewFinding>,
}

/// What a close would show of one look-for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PreviewFinding {
    /// The look-for.
    pub look_for: LookForId,
    /// The version of its wording.
    pub version: u32,
    /// Usable rooms in all groups.
    pub usable: u32,
    /// The cells; none when the look-for would not be shown.
    pub cells: Vec<PreviewCell>,
}

/// A cell that would be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PreviewCell {
    /// The groups of the round that would be in it.
    pub groups: BTreeSet<GroupNumber>,
    /// Its usable rooms.
    pub usable: u32,
}

/// What closing now would show.
pub fn preview(plan: &Plan, summaries: &[Summary]) -> Preview {
    let (k, counted) = (plan.agreement.k(), count(plan, summaries));
    let findings = plan.look_fors.iter().zip(counted.tallies).map(|(planned, tallies)| PreviewFinding {
        look_for: planned.id.clone(),
        version: planned.version,
        usable: tallies.iter().map(|tally| tally.rooms).sum(),
        cells: merge(tallies, k)
            .into_iter()
            .map(|tally| PreviewCell { groups: tally.groups, usable: tally.rooms })
            .collect(),
    });
    Preview { k, rooms: counted.rooms, refused: counted.refused, findings: findings.collect() }
}
