//! Which two-minute block runs, and which can be answered.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use domain::library::IntervalMethod;
use domain::visit::{BLOCK_SECONDS, BlockAnswer, GRACE_SECONDS, block_at, block_end};

/// Blocks on the strip.
const ON_STRIP: u8 = 5;

/// Where a visit stands among its blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockClock {
    /// The block that runs, from 1.
    pub now: u8,
    /// Whether the one before it can still be answered.
    pub grace: bool,
}

/// Where a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It has not begun.
    ToCome,
    /// It runs.
    Now,
    /// It is over and can still be answered.
    Waits,
    /// It is over and has no answer, which is not "no".
    Missed,
    /// It has an answer.
    Answered(BlockAnswer),
}

impl BlockClock {
    /// `seconds` after the visit began.
    pub fn at(seconds: u32) -> BlockClock {
        let now = block_at(seconds);
        BlockClock { now, grace: now > 1 && seconds % BLOCK_SECONDS < GRACE_SECONDS }
    }

    /// From which minute to which a block runs.
    pub fn minutes(block: u8) -> (u32, u32) {
        let to = block_end(block) / 60;
        (to - BLOCK_SECONDS / 60, to)
    }

    /// The blocks on the strip: the first five, later the last five.
    pub fn strip(self) -> RangeInclusive<u8> {
        let last = self.now.max(ON_STRIP);
        last - ON_STRIP + 1..=last
    }

    /// The block that the answers are for.
    ///
    /// A state is looked at when a block ends, so only the block that has just ended can be answered. An event can be
    /// answered while the block runs: the one before as long as it lacks an answer, or is picked, in its grace.
    pub fn open(self, method: IntervalMethod, picked: Option<u8>, answers: &BTreeMap<u8, BlockAnswer>) -> Option<u8> {
        let before = self.grace.then(|| self.now - 1);
        match method {
            IntervalMethod::State => before,
            IntervalMethod::Event if picked == Some(self.now) => Some(self.now),
            IntervalMethod::Event => match before {
                Some(before) if picked == Some(before) || !answers.contains_key(&before) => Some(before),
                _ => Some(self.now),
            },
        }
    }

    /// Whether picking `block` on the strip changes what the answers are for: only of an event, and only while it can be
    /// answered.
    pub fn can_be_picked(self, method: IntervalMethod, block: u8) -> bool {
        method == IntervalMethod::Event && (block == self.now || self.grace && block + 1 == self.now)
    }

    /// Where `block` stands, given its answer.
    pub fn place(self, block: u8, answer: Option<BlockAnswer>) -> Place {
        match answer {
            Some(answer) => Place::Answered(answer),
            None if block > self.now => Place::ToCome,
            None if block == self.now => Place::Now,
            None if self.grace && block + 1 == self.now => Place::Waits,
            None => Place::Missed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_before_waits_half_a_minute_for_its_answer() {
        let none = BTreeMap::new();
        assert_eq!(BlockClock::at(125).open(IntervalMethod::Event, None, &none), Some(1));
        assert_eq!(BlockClock::at(150).open(IntervalMethod::Event, None, &none), Some(2));
        let first = BTreeMap::from([(1, BlockAnswer::No)]);
        assert_eq!(BlockClock::at(125).open(IntervalMethod::Event, None, &first), Some(2));
        assert_eq!(BlockClock::at(125).open(IntervalMethod::Event, Some(1), &first), Some(1));
        assert_eq!(BlockClock::at(155).open(IntervalMethod::Event, Some(1), &first), Some(2));
    }

    #[test]
    fn a_state_is_answered_only_after_the_beep() {
        let none = BTreeMap::new();
        assert_eq!(BlockClock::at(100).open(IntervalMethod::State, None, &none), None);
        assert_eq!(BlockClock::at(120).open(IntervalMethod::State, None, &none), Some(1));
        assert_eq!(BlockClock::at(149).open(IntervalMethod::State, None, &none), Some(1));
        assert_eq!(BlockClock::at(150).open(IntervalMethod::State, None, &none), None);
    }

    #[test]
    fn the_strip_goes_on_with_a_long_visit() {
        assert_eq!(BlockClock::at(30).strip(), 1..=5);
        assert_eq!(BlockClock::at(13 * 60).strip(), 3..=7);
        assert_eq!(BlockClock::minutes(7), (12, 14));
    }

    #[test]
    fn a_block_can_be_picked_only_while_it_can_be_answered() {
        let picked = |seconds, method| {
            let clock = BlockClock::at(seconds);
            clock.strip().filter(|block| clock.can_be_picked(method, *block)).collect::<Vec<u8>>()
        };
        assert_eq!(picked(130, IntervalMethod::Event), [1, 2]);
        assert_eq!(picked(160, IntervalMethod::Event), [2]);
        assert_eq!(picked(130, IntervalMethod::State), [] as [u8; 0]);
    }

    #[test]
    fn a_block_without_an_answer_is_missed_once_its_grace_is_over() {
        assert_eq!(BlockClock::at(140).place(1, None), Place::Waits);
        assert_eq!(BlockClock::at(160).place(1, None), Place::Missed);
        assert_eq!(BlockClock::at(160).place(3, None), Place::ToCome);
    }
}
