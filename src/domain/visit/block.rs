//! Two-minute blocks on the visit's clock: when each begins, when it can be answered, and when it was missed.

use std::collections::BTreeMap;

use crate::library::IntervalMethod;
use crate::visit::{BlockAnswer, Refused};

/// Seconds in a block of the unit `interval`.
pub const BLOCK_SECONDS: u32 = 120;
/// Seconds into a block for which the one before can still be answered.
pub const GRACE_SECONDS: u32 = 30;
/// What is tapped in the last moment of the grace may be stored some seconds later, on a slow tablet.
const STORED_WITHIN: u32 = 10;

/// The block that is running `seconds` after the beginning of a visit, from 1.
pub fn block_at(seconds: u32) -> u8 {
    u8::try_from(seconds / BLOCK_SECONDS + 1).unwrap_or(u8::MAX)
}

/// The second of the visit at which a block ends.
pub fn block_end(block: u8) -> u32 {
    u32::from(block) * BLOCK_SECONDS
}

/// Whether a block can be answered `seconds` after the beginning.
///
/// An event can be answered while its block runs; a momentary sample only after the beep that ends the block, because it
/// is about that moment. Either can be answered until the grace is over; then the block was missed, which is not "no".
///
/// # Errors
/// When it is too early, or too late.
pub fn can_answer(method: IntervalMethod, block: u8, seconds: u32) -> Result<(), Refused> {
    let opens = match method {
        IntervalMethod::Event => block_end(block).saturating_sub(BLOCK_SECONDS),
        IntervalMethod::State => block_end(block),
    };
    if block == 0 || seconds < opens {
        return Err(Refused::BlockToCome(block));
    }
    if seconds >= block_end(block) + GRACE_SECONDS + STORED_WITHIN {
        return Err(Refused::BlockOver(block));
    }
    Ok(())
}

/// How a visit's full blocks were answered. A block that the visit did not fill is in none of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Blocks {
    /// Blocks in which it happened, or after which it was so.
    pub yes: usize,
    /// Blocks in which it did not happen, or after which it was not so.
    pub no: usize,
    /// Blocks that had no place for it.
    pub not_applicable: usize,
    /// Blocks without an answer, which is not "no".
    pub missed: usize,
}

impl Blocks {
    /// The full blocks of a visit of `seconds`.
    pub fn of(answers: &BTreeMap<u8, BlockAnswer>, seconds: u32) -> Blocks {
        let full = 1..=u8::try_from(seconds / BLOCK_SECONDS).unwrap_or(u8::MAX);
        let mut blocks = Blocks::default();
        for block in full {
            *match answers.get(&block) {
                Some(BlockAnswer::Yes) => &mut blocks.yes,
                Some(BlockAnswer::No) => &mut blocks.no,
                Some(BlockAnswer::NotApplicable) => &mut blocks.not_applicable,
                None => &mut blocks.missed,
            } += 1;
        }
        blocks
    }

    /// How many full blocks there were.
    pub fn full(self) -> usize {
        self.yes + self.no + self.not_applicable + self.missed
    }
}
