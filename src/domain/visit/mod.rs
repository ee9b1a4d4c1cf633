//! A visit is the list of its marks; everything else about it is worked out from them.

mod evidence;
mod line;
mod mark;
mod record;
mod summary;

pub use self::evidence::Evidence;
pub use self::line::{FEWEST_FULL_BLOCKS, FEWEST_MINUTES, answer};
pub use self::mark::{Act, BlockAnswer, Mark, MarkNumber, Presence, Refused, Share, Shared};
pub use self::record::{BLOCK_SECONDS, Observed, Visit};
pub use self::summary::{Answer, Answered, Summary, SummaryFault};

#[cfg(test)]
mod tests;
