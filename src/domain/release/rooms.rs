//! One value a room, however often it was visited.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::ids::RoomToken;
use crate::release::Tally;
use crate::round::{GroupNumber, Plan};
use crate::visit::{Answer, Summary};

/// What a round's summaries amount to before anything is merged or coded. It is never stored and never sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Rooms visited, in the groups that are counted.
    pub rooms: u32,
    /// For each look-for of the plan, one tally a group; refused groups are left out.
    pub tallies: Vec<Vec<Tally>>,
    /// Groups with more tokens than rooms: some token was made under another key or out of nothing.
    pub refused: BTreeSet<GroupNumber>,
}

/// Counts each room once per look-for.
///
/// Where a room has several visits that are usable for a look-for, the one whose summary's id has the lowest
/// SHA-256 counts, so that nobody chooses; the same rule puts a token that was sent under two groups into one.
pub fn count(plan: &Plan, summaries: &[Summary]) -> Counted {
    let rooms = by_room(plan, summaries);
    let mut tokens_in: BTreeMap<GroupNumber, usize> = BTreeMap::new();
    for (group, _) in rooms.values() {
        *tokens_in.entry(*group).or_default() += 1;
    }
    let over = |(group, tokens): &(&GroupNumber, &usize)| **tokens > plan.groups[usize::from(**group)].rooms.len();
    let refused: BTreeSet<GroupNumber> = tokens_in.iter().filter(over).map(|(group, _)| *group).collect();

    let counted: Vec<&(GroupNumber, Vec<&Summary>)> =
        rooms.values().filter(|(group, _)| !refused.contains(group)).collect();
    let tallies = (0..plan.look_fors.len()).map(|place| {
        let groups = (0..plan.groups.len()).filter_map(|group| GroupNumber::try_from(group).ok());
        let mut tallies: Vec<Tally> = groups.filter(|group| !refused.contains(group)).map(Tally::empty).collect();
        for (group, visits) in &counted {
            let usable =
                visits.iter().map(|summary| summary.answers[place].answer).find(|answer| *answer != Answer::Unusable);
            let tally = tallies.iter_mut().find(|tally| tally.groups.contains(group));
            if let (Some(answer), Some(tally)) = (usable, tally) {
                tally.rooms += 1;
                tally.yes += u32::from(answer == Answer::Yes);
            }
        }
        tallies
    });
    Counted { rooms: u32::try_from(counted.len()).unwrap_or(u32::MAX), tallies: tallies.collect(), refused }
}

/// Each room's group and its summaries, lowest hash first. Summaries that are not the round's are left out.
fn by_room<'summary>(
    plan: &Plan,
    summaries: &'summary [Summary],
) -> BTreeMap<&'summary RoomToken, (GroupNumber, Vec<&'summary Summary>)> {
    let mut fitting: Vec<([u8; 32], &Summary)> = summaries
        .iter()
        .filter(|summary| summary.round == plan.round && summary.fits(plan).is_ok())
        .map(|summary| (Sha256::digest(summary.id.as_str().as_bytes()).into(), summary))
        .collect();
    fitting.sort_by_key(|(hash, _)| *hash);
    let mut rooms: BTreeMap<&RoomToken, (GroupNumber, Vec<&Summary>)> = BTreeMap::new();
    for (_, summary) in fitting {
        rooms.entry(&summary.token).or_insert_with(|| (summary.group, Vec::new())).1.push(summary);
    }
    rooms
}
