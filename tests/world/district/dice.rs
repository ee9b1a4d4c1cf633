//! One stream of chance for a whole history.

use std::cell::Cell;
use std::rc::Rc;

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same on every machine.
#[derive(Debug, Clone)]
pub struct Dice {
    state: Rc<Cell<u64>>,
}

impl Dice {
    /// The stream of a seed.
    pub fn of(seed: u64) -> Dice {
        Dice { state: Rc::new(Cell::new(seed)) }
    }

    /// The next 64 bits.
    pub fn next(&self) -> u64 {
        let state = self.state.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.state.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is at least 1.
    pub fn below(&self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// True in `percent` of 100 cases.
    pub fn percent(&self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `all`, or nothing when there is none.
    pub fn pick<'all, T>(&self, all: &'all [T]) -> Option<&'all T> {
        if all.is_empty() { None } else { all.get(self.below(all.len())) }
    }
}
