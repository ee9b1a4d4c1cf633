//! What the design lets a reader know, written from its text and without the program's own rules.

use std::collections::BTreeSet;

use super::history::{Apart, History, Round, World};

/// What is published of one group for one look-for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Own {
    /// Nothing.
    Hidden,
    /// Nothing, because it has more tokens than rooms.
    LeftOut,
    /// It is in a cell.
    Shown {
        /// The groups of the cell.
        groups: Vec<usize>,
        /// Its usable rooms.
        rooms: u32,
        /// 0 for few or none, 11 for nearly all, else tenths.
        code: u32,
    },
}

/// What is published of each group of a round for a look-for, in their order.
pub fn own(round: &Round, world: &World, look_for: usize) -> Vec<Own> {
    let count = round.plan.groups.len();
    let in_time = &round.atoms[round.in_time()];
    let mut own = vec![Own::Hidden; count];
    let mut waiting = BTreeSet::new();
    let mut yes = vec![0; count];
    for (number, group) in round.plan.groups.iter().enumerate() {
        let of_group = in_time.iter().filter(|atom| usize::from(atom.group) == number);
        let (mut tokens, mut usable) = (0, 0);
        for atom in of_group {
            tokens += atom.size(world);
            usable += atom.usable(world, look_for);
            yes[number] += if matches!(atom.apart, Apart::Invented(_)) { 0 } else { atom.yes(world, look_for) };
        }
        if tokens > group.rooms.len() {
            own[number] = Own::LeftOut;
        } else {
            waiting.insert((usable, vec![number]));
        }
    }
    let k = round.plan.agreement.k();
    // The set is in the order of sizes: whoever is first is smallest.
    while let Some((rooms, groups)) = waiting.pop_first() {
        if rooms >= k {
            for group in &groups {
                let yes = groups.iter().map(|group| yes[*group]).sum();
                own[*group] = Own::Shown { groups: groups.clone(), rooms, code: code(yes, rooms) };
            }
        } else if let Some((others, joined)) = waiting.pop_first() {
            let mut together = [groups, joined].concat();
            together.sort_unstable();
            waiting.insert((rooms + others, together));
        }
    }
    own
}

/// The code of `yes` of `rooms`: the ends are two rooms wide, or a tenth; between them tenths, halves upwards.
pub fn code(yes: u32, rooms: u32) -> u32 {
    let end = 2.max(rooms / 10);
    match (yes, rooms - yes) {
        (yes, _) if yes <= end => 0,
        (_, no) if no <= end => 11,
        _ => (1..=10).take_while(|tenth| 20 * yes >= (2 * tenth - 1) * rooms).count() as u32,
    }
}

/// Whether a kind of context is named, on so many cards, in a round of that k.
pub fn is_named(cards: u32, k: u32) -> bool {
    cards >= k
}

/// What is published of everything in a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// By round, look-for and group.
    pub groups: Vec<Vec<Vec<Own>>>,
    /// Whether the context is named, where there is one.
    pub is_named: Option<bool>,
}

/// What the design lets be published if it was as in `world`.
pub fn known(history: &History, world: &World) -> Known {
    let of_round = |round: &Round| -> Vec<Vec<Own>> {
        (0..round.plan.look_fors.len()).map(|look_for| own(round, world, look_for)).collect()
    };
    let k = history.rounds.last().map_or(0, |round| round.plan.agreement.k());
    Known {
        groups: history.rounds.iter().map(of_round).collect(),
        is_named: history.named.map(|named| is_named(world[named], k)),
    }
}

#[cfg(test)]
mod tests {
    use domain::release::Coded;

    use super::code;

    #[test]
    fn the_design_and_the_program_code_every_count_alike() {
        for rooms in 10..=200 {
            for yes in 0..=rooms {
                let coded = match Coded::of(yes, rooms) {
                    Coded::FewOrNone => 0,
                    Coded::Tenths(tenths) => u32::from(tenths),
                    Coded::NearlyAll => 11,
                };
                assert_eq!(code(yes, rooms), coded, "{yes} of {rooms}");
            }
        }
    }
}
