//! What a round should publish, worked out from the visits that were made, in the plainest way and in code of its own.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{RoomId, RoundId, SummaryId};
use domain::round::Plan;
use domain::visit::{Act, BlockAnswer, Mark, Presence, Share};
use sha2::{Digest, Sha256};

/// The look-fors of every simulated round, one of each unit: how it is read and its line.
pub const LOOK_FORS: [&str; 4] = ["DIS-04", "DIS-06", "DIS-01", "INQ-02"];

/// A finished visit as it truly was.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its round.
    pub round: RoundId,
    /// Its room.
    pub room: RoomId,
    /// What it says about each of [`LOOK_FORS`]; nothing where it is unusable.
    pub said: [Option<bool>; 4],
}

/// A cell: its groups, its usable rooms, and its code: 0 few or none, 1 to 9 tenths, 10 nearly all.
pub type Cell = (BTreeSet<u8>, u32, u8);

/// What a visit of these marks and this length says.
pub fn said(marks: &[Mark], seconds: u32) -> [Option<bool>; 4] {
    let back: BTreeSet<u32> = marks
        .iter()
        .filter_map(|mark| if let Act::TakeBack(number) = mark.act { Some(number) } else { None })
        .collect();
    let (mut count, mut blocks, mut share, mut presence) = (0, BTreeMap::new(), None, None);
    for mark in marks.iter().filter(|mark| !back.contains(&mark.number)) {
        match &mark.act {
            Act::Count(_) => count += 1,
            Act::Block(_, block, answer) => {
                blocks.insert(*block, *answer);
            }
            Act::Share(_, shared) => share = Some(shared.share),
            Act::Presence(_, value) => presence = Some(*value),
            _ => {}
        }
    }
    let minutes = f64::from(seconds) / 60.0;
    let full = |wanted: BlockAnswer| {
        blocks.iter().filter(|(block, answer)| f64::from(**block) * 2.0 <= minutes && **answer == wanted).count()
    };
    let (yes, no) = (full(BlockAnswer::Yes), full(BlockAnswer::No));
    [
        // Three or more in ten whole minutes; nothing under eight minutes.
        (minutes >= 8.0).then(|| f64::from(count) * 10.0 / minutes.floor() >= 3.0 - 1e-9),
        // Two of at least four full blocks.
        (yes + no >= 4).then_some(yes >= 2),
        match share {
            Some(Share::Most | Share::NearlyAll) => Some(true),
            Some(Share::None | Share::Few | Share::Some) => Some(false),
            _ => None,
        },
        match presence {
            Some(Presence::Seen) => Some(true),
            Some(Presence::NotSeen) => Some(false),
            _ => None,
        },
    ]
}

/// The cells of each look-for.
pub fn cells(plan: &Plan, made: &BTreeMap<SummaryId, Made>) -> Vec<Vec<Cell>> {
    (0..LOOK_FORS.len()).map(|place| cells_of(plan, made, place)).collect()
}

fn cells_of(plan: &Plan, made: &BTreeMap<SummaryId, Made>, place: usize) -> Vec<Cell> {
    // Each room once: of its usable visits the one whose summary has the lowest hash.
    let mut rooms: BTreeMap<&RoomId, (Vec<u8>, bool)> = BTreeMap::new();
    for (id, visit) in made {
        if let Some(yes) = visit.said[place] {
            let rank = Sha256::digest(id.as_str().as_bytes()).to_vec();
            let best = rooms.entry(&visit.room).or_insert((rank.clone(), yes));
            if rank < best.0 {
                *best = (rank, yes);
            }
        }
    }
    let mut groups: Vec<(u32, BTreeSet<u8>, u32)> = Vec::new();
    for (number, group) in plan.groups.iter().enumerate() {
        let answers: Vec<bool> = group.rooms.iter().filter_map(|room| rooms.get(room).map(|(_, yes)| *yes)).collect();
        let yes = answers.iter().filter(|yes| **yes).count() as u32;
        groups.push((answers.len() as u32, BTreeSet::from([number as u8]), yes));
    }
    while groups.len() > 1 && groups.iter().any(|(rooms, _, _)| *rooms < 10) {
        groups.sort();
        let (rooms, names, yes) = groups.remove(0);
        groups[0].0 += rooms;
        groups[0].1.extend(names);
        groups[0].2 += yes;
    }
    let mut cells: Vec<Cell> = groups
        .into_iter()
        .filter(|(rooms, _, _)| *rooms >= 10)
        .map(|(rooms, names, yes)| (names, rooms, code(yes, rooms)))
        .collect();
    cells.sort();
    cells
}

fn code(yes: u32, rooms: u32) -> u8 {
    let end = 2.max(rooms / 10);
    if yes <= end {
        0
    } else if rooms - yes <= end {
        10
    } else {
        (f64::from(yes) * 10.0 / f64::from(rooms) + 0.5).floor() as u8
    }
}
