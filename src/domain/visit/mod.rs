//! A visit is the list of its marks; everything else about it is worked out from them.

mod block;
mod check;
mod copies;
mod evidence;
mod line;
mod mark;
mod observed;
mod record;
mod share;
mod summary;
mod talk;
mod voices;

pub use self::block::{BLOCK_SECONDS, Blocks, GRACE_SECONDS, block_at, block_end, can_answer};
pub use self::evidence::Evidence;
pub use self::line::{FEWEST_FULL_BLOCKS, FEWEST_MINUTES, answer, per_ten_minutes};
pub use self::mark::{Act, BlockAnswer, Mark, MarkNumber, Presence, Refused, Share, Shared};
pub use self::observed::Observed;
pub use self::record::Visit;
pub use self::summary::{Answer, Answered, Summary, SummaryFault};
pub use self::talk::{QUIET_MILLIS, Talk, TalkTimes};
pub use self::voices::{Ending, Grid, MOST_ACROSS, MOST_SEATS, Seating, Voices};

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
