//! Tries every answer that rooms could have given, and keeps those under which exactly the same would be published.
//!
//! Nothing is exposed when, of every count, the values that are left are those that the coded value of its own cell
//! leaves; and when they are all left together, so that two cells say nothing that each of them does not.

use std::collections::BTreeSet;
use std::fmt;

use super::broken::Broken;
use super::history::{Apart, History, Kind, World};
use super::publisher::{everything, is_same};
use super::reference::{self, Known};

/// What is said of numbers that go together.
const TOGETHER: &str = "how counts go together";

/// What an attack of one history found.
#[derive(Debug)]
pub struct Tried {
    /// How many answers were tried.
    pub worlds: u64,
    /// What was exposed.
    pub exposures: Vec<Exposure>,
}

/// Something that is published says more, or other things, than the coded values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposure {
    /// In what kind of district.
    pub kind: Kind,
    /// Of what.
    pub of: String,
    /// Whether the attacker used what was seen in their own room.
    pub with_own_room: bool,
    /// What its own coded value leaves possible.
    pub own: BTreeSet<u32>,
    /// What everything that is published leaves possible.
    pub left: BTreeSet<u32>,
}

impl Exposure {
    /// How clear it is: 0 where of one number less is left than its own value leaves, 1 where numbers go together, 2 where
    /// something else is said than the own values say.
    pub fn rank(&self) -> u8 {
        match self {
            _ if self.of.starts_with(TOGETHER) => 1,
            Exposure { left, own, .. } if left.is_subset(own) => 0,
            _ => 2,
        }
    }
}

impl Tried {
    /// The clearest exposure; of several the one that leaves least.
    pub fn clearest(self) -> Option<Exposure> {
        self.exposures.into_iter().min_by_key(|exposure| (exposure.rank(), exposure.left.len()))
    }
}

/// A number that the attacker wants to know, and what says something of it by itself.
struct Wanted {
    what: String,
    /// The unknowns whose sum it is.
    sum_of: Vec<usize>,
    says: Says,
}

/// What says something of a number by itself.
enum Says {
    /// What is published of a group for a look-for.
    Group { round: usize, look_for: usize, group: usize },
    /// Whether the context is named.
    Named,
    /// Nothing.
    Nothing,
}

/// One way in which it could have been.
struct Possible {
    world: World,
    /// Whether exactly the same would be published.
    same: bool,
    /// What the design lets be published.
    known: Known,
}

/// Attacks what is published of a history.
pub fn attack(history: &History, broken: Option<Broken>) -> Tried {
    let truth = reference::known(history, &history.truth);
    let possible = possible(history, broken);
    let mut exposures = Vec::new();
    let own_room = history.own_room.map(|unknown| (unknown, history.truth[unknown]));
    for knows in [None, own_room] {
        let fits = |world: &World| knows.is_none_or(|(unknown, answer)| world[unknown] == answer);
        let fitting = || possible.iter().filter(|possible| fits(&possible.world));
        for wanted in wanted(history) {
            let by_itself = fitting().filter(|possible| wanted.says.same(&possible.known, &truth));
            let own: BTreeSet<u32> = by_itself.map(|possible| wanted.value(&possible.world)).collect();
            let left =
                fitting().filter(|possible| possible.same).map(|possible| wanted.value(&possible.world)).collect();
            if own != left {
                let (kind, of) = (history.kind, wanted.what);
                exposures.push(Exposure { kind, of, with_own_room: knows.is_some(), own, left });
            }
        }
    }
    // Each number alone may say nothing new, and two of them together something.
    if exposures.is_empty() && possible.iter().any(|possible| possible.same != (possible.known == truth)) {
        let count = |wanted: &dyn Fn(&Possible) -> bool| possible.iter().filter(|possible| wanted(possible)).count();
        let (left, own) = (count(&|possible| possible.same), count(&|possible| possible.known == truth));
        let of = format!("{TOGETHER}: their own values leave {own} ways, everything published {left}");
        let nothing = BTreeSet::new;
        exposures.push(Exposure { kind: history.kind, of, with_own_room: false, own: nothing(), left: nothing() });
    }
    Tried { worlds: possible.len() as u64, exposures }
}

/// Every world, with what would be published in it.
fn possible(history: &History, broken: Option<Broken>) -> Vec<Possible> {
    let published = everything(history, &history.truth, broken);
    let mut all = Vec::new();
    let mut world: World = vec![0; history.unknowns.len()];
    loop {
        if history.is_possible(&world) {
            let same = is_same(history, &world, broken, &published);
            all.push(Possible { world: world.clone(), same, known: reference::known(history, &world) });
        }
        if !next(history, &mut world) {
            return all;
        }
    }
}

impl Wanted {
    fn value(&self, world: &World) -> u32 {
        self.sum_of.iter().map(|unknown| world[*unknown]).sum()
    }
}

impl Says {
    /// Whether it says the same in two worlds.
    fn same(&self, one: &Known, other: &Known) -> bool {
        match *self {
            Says::Group { round, look_for, group } => {
                one.groups[round][look_for][group] == other.groups[round][look_for][group]
            }
            Says::Named => one.is_named == other.is_named,
            Says::Nothing => true,
        }
    }
}

/// Every number that the attacker wants: of each group and of each set of rooms that can be told apart how many said yes,
/// and whatever else is unknown.
fn wanted(history: &History) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for (number, round) in history.rounds.iter().enumerate() {
        for look_for in 0..round.plan.look_fors.len() {
            for group in 0..round.plan.groups.len() {
                let says = || Says::Group { round: number, look_for, group };
                let atoms = || round.atoms.iter().filter(|atom| usize::from(atom.group) == group);
                let counted = atoms().filter(|atom| atom.apart != Apart::Late);
                wanted.push(Wanted {
                    what: format!("round {}, group {}", number + 1, group + 1),
                    sum_of: counted.map(|atom| atom.yes[look_for]).collect(),
                    says: says(),
                });
                for atom in atoms() {
                    let what = format!("round {}, group {}, {}", number + 1, group + 1, atom.name);
                    let is_late = atom.apart == Apart::Late;
                    let says = if is_late { Says::Nothing } else { says() };
                    wanted.push(Wanted { what, sum_of: vec![atom.yes[look_for]], says });
                    let others =
                        [atom.unknown_usable, if let Apart::Invented(more) = atom.apart { Some(more) } else { None }];
                    for unknown in others.into_iter().flatten() {
                        let what = history.unknowns[unknown].what.clone();
                        wanted.push(Wanted {
                            what,
                            sum_of: vec![unknown],
                            says: Says::Group { round: number, look_for, group },
                        });
                    }
                }
            }
        }
    }
    wanted.extend(history.named.map(|named| Wanted {
        what: history.unknowns[named].what.clone(),
        sum_of: vec![named],
        says: Says::Named,
    }));
    wanted
}

/// Goes on to the next world; says whether there was one.
fn next(history: &History, world: &mut World) -> bool {
    for (value, unknown) in world.iter_mut().zip(&history.unknowns) {
        if *value < unknown.most {
            *value += 1;
            return true;
        }
        *value = 0;
    }
    false
}

impl fmt::Display for Exposure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Exposure { kind, of, with_own_room, own, left } = self;
        write!(formatter, "{kind:?}: {of}")?;
        if !of.starts_with(TOGETHER) {
            write!(formatter, ": its own value leaves {own:?}, everything published {left:?}")?;
        }
        if *with_own_room { write!(formatter, ", from one's own room") } else { Ok(()) }
    }
}
