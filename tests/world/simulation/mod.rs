//! Seeded histories: real tablets and real server handlers over real SQLite, with a clock, a network and a storage that
//! can be told to fail.
//!
//! A seed decides everything: who does what, which requests are dropped, answered in vain, doubled or delayed, when a
//! tablet crashes between two steps, when the server restarts, and whether it is restored from a backup. After the
//! history all faults end, everyone syncs, and the [`oracles`] look at what is left. The same seed gives the same history.

mod acts;
mod history;
mod oracles;
mod reference;

use std::collections::BTreeMap;

pub use self::history::Told;

/// Something that must never happen, and did.
#[derive(Debug)]
pub struct Violation {
    /// The seed that found it.
    pub seed: u64,
    /// After how many acts.
    pub after: usize,
    /// What was found.
    pub what: String,
    /// The last acts before it.
    pub acts: Vec<String>,
}

/// What many histories came to.
#[derive(Debug, Default)]
pub struct Tally {
    /// Histories played.
    pub histories: u64,
    /// How often each thing happened in all of them.
    pub happened: BTreeMap<&'static str, u64>,
    /// What must never happen.
    pub violations: Vec<Violation>,
}

/// Whether the tablets of a history have a lock. A seed plays another history then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locks {
    /// None has.
    None,
    /// All have, and send what waits now open and now locked.
    Set,
}

/// Plays the histories of `seeds`.
pub fn play(seeds: impl IntoIterator<Item = u64>, locks: Locks, mut watch: impl FnMut(&Tally)) -> Tally {
    let mut tally = Tally::default();
    for seed in seeds {
        match history::play(seed, locks) {
            Ok(told) => {
                for (what, times) in told.happened {
                    *tally.happened.entry(what).or_default() += times;
                }
            }
            Err(violation) => tally.violations.push(*violation),
        }
        tally.histories += 1;
        watch(&tally);
    }
    tally
}
