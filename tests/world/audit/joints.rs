//! The same where there are too many answers to try all of them.
//!
//! The argument: everything that is published of a round's answers is worked out from the codes of its cells, and a code
//! from the count of its cell alone. So every choice of counts with those codes, cell by cell, publishes the very same,
//! and nothing that is published tells such choices apart. It is tested where it could break: each cell's count is
//! replaced by the smallest and the largest ones of its code, given to its first rooms or to its last, and all cells together by drawn ones;
//! the counts of what is hidden are replaced by any. What is published must stay the same, byte for byte.

use std::collections::BTreeSet;

use super::adversary::Exposure;
use super::history::{Atom, History, World};
use super::publisher::{everything, is_same};
use super::reference::{self, Own};
use crate::district::Dice;

/// What was tried.
#[derive(Debug)]
pub struct Tried {
    /// Replaced counts.
    pub replaced: u64,
    /// The first exposure, if there was one.
    pub exposure: Option<Exposure>,
}

/// Rooms whose answers are published as one code, or not at all.
struct Joint {
    what: String,
    /// The unknowns whose sum is coded, each with the largest value it can have.
    unknowns: Vec<(usize, u32)>,
    /// The counts that its own value leaves.
    counts: Vec<u32>,
}

/// How many drawn choices of all cells together are tried.
const TOGETHER: usize = 12;
/// How many of a cell's counts are tried from either end.
const FROM_EACH_END: usize = 3;

/// Replaces counts at every joint of a history.
pub fn attack(history: &History, dice: &Dice) -> Tried {
    let published = everything(history, &history.truth, None);
    let mut tried = Tried { replaced: 0, exposure: None };
    let joints = joints(history);
    for joint in &joints {
        for count in joint.ends() {
            for first_rooms in [true, false] {
                let mut world = history.truth.clone();
                joint.set(&mut world, *count, first_rooms);
                tried.holds(history, &world, &published, joint);
            }
        }
    }
    for _ in 0..TOGETHER {
        let mut world = history.truth.clone();
        for joint in &joints {
            let Some(count) = dice.pick(&joint.counts) else { continue };
            joint.set(&mut world, *count, dice.percent(50));
        }
        if let Some(joint) = joints.first() {
            tried.holds(history, &world, &published, joint);
        }
    }
    tried
}

impl Tried {
    fn holds(&mut self, history: &History, world: &World, published: &[String], joint: &Joint) {
        self.replaced += 1;
        if self.exposure.is_none() && !is_same(history, world, None, published) {
            let count =
                |world: &World| BTreeSet::from([joint.unknowns.iter().map(|(unknown, _)| world[*unknown]).sum()]);
            let (own, left) = (count(world), count(&history.truth));
            let of = joint.what.clone();
            self.exposure = Some(Exposure { kind: history.kind, of, with_own_room: false, own, left });
        }
    }
}

impl Joint {
    /// The smallest counts and the largest.
    fn ends(&self) -> impl Iterator<Item = &u32> {
        let from_the_end = self.counts.iter().rev().take(FROM_EACH_END);
        self.counts.iter().take(FROM_EACH_END).chain(from_the_end)
    }

    fn set(&self, world: &mut World, count: u32, first_rooms: bool) {
        let mut left = count;
        let mut give = |(unknown, most): &(usize, u32)| {
            world[*unknown] = left.min(*most);
            left -= world[*unknown];
        };
        if first_rooms {
            self.unknowns.iter().for_each(&mut give)
        } else {
            self.unknowns.iter().rev().for_each(&mut give)
        }
    }
}

fn joints(history: &History) -> Vec<Joint> {
    let mut joints = Vec::new();
    for (number, round) in history.rounds.iter().enumerate() {
        for look_for in 0..round.plan.look_fors.len() {
            let own = reference::own(round, &history.truth, look_for);
            let mut seen = BTreeSet::new();
            for (group, own) in own.iter().enumerate() {
                let groups = if let Own::Shown { groups, .. } = own { groups.clone() } else { vec![group] };
                if !seen.insert(groups.clone()) {
                    continue;
                }
                let of_cell = |atom: &&Atom| groups.contains(&usize::from(atom.group));
                let atoms = round.atoms.iter().filter(of_cell);
                let unknowns: Vec<(usize, u32)> =
                    atoms.map(|atom| (atom.yes[look_for], atom.usable(&history.truth, look_for))).collect();
                let rooms = unknowns.iter().map(|(_, most)| most).sum();
                let counts = (0..=rooms).filter(|count| match own {
                    Own::Shown { code, .. } => reference::code(*count, rooms) == *code,
                    Own::Hidden | Own::LeftOut => true,
                });
                let what = format!("round {}, look-for {}, groups {groups:?}", number + 1, look_for + 1);
                joints.push(Joint { what, counts: counts.collect(), unknowns });
            }
        }
    }
    joints
}
