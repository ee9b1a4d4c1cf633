//! Marks: everything that can be recorded in a visit, each a value that is only ever added.

use serde::{Deserialize, Serialize};

use crate::library::LookForId;
use crate::roster::SubjectArea;
use crate::round::Sense;
use crate::text::Passage;
use crate::visit::{Seating, Talk, Voices};

/// A mark's place in its visit, from 1.
pub type MarkNumber = u32;

/// One thing recorded in a visit. It is never changed; taking it back is another mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its place in the visit.
    pub number: MarkNumber,
    /// Seconds from the beginning of the visit.
    pub at: u32,
    /// What was recorded.
    pub act: Act,
}

/// What a visitor can do in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Confirm which subject is on.
    Subject(SubjectArea),
    /// Count once.
    Count(LookForId),
    /// Choose one of the four values.
    Presence(LookForId, Presence),
    /// Choose a band; earlier versions put the number in view beside it.
    Share(LookForId, Shared),
    /// Say how many students or tables are in view.
    InView(LookForId, u16),
    /// Say whether an event happened at least once in a two-minute block, numbered from 1.
    Block(LookForId, u8, BlockAnswer),
    /// Say whether something was so at the beep that ended a two-minute block, numbered from 1.
    Sample(LookForId, u8, BlockAnswer),
    /// From now on this is who talks.
    Talk(LookForId, Talk),
    /// After the next of the first open questions it stayed quiet for so many milliseconds.
    Quiet(LookForId, u32),
    /// Lay out a blank grid of seats, in the place of the one before. It is destroyed when the visit ends.
    Seats(LookForId, Seating),
    /// Mark that a seat of the grid was heard, numbered from 1. It is destroyed when the visit ends.
    Heard(LookForId, u8),
    /// What is left of a grid when the visit ends. Only the end of a visit records it.
    Voices(LookForId, Voices),
    /// Write down what was seen or heard.
    Evidence(Sense, Passage, Option<LookForId>),
    /// Write a sentence of evidence, by its mark, in other words; it keeps its second.
    Rewrite(MarkNumber, Sense, Passage, Option<LookForId>),
    /// Take an earlier mark back. A mark that takes back cannot be taken back itself.
    TakeBack(MarkNumber),
    /// End the visit at this second. Nothing is recorded afterwards.
    Finish(u32),
    /// Leave without a result: the wrong room, a lesson that did not happen. Nothing leaves the tablet.
    Abandon,
}

impl Act {
    /// The look-for for which something was observed; none for a sentence, whatever it belongs to.
    pub fn observes(&self) -> Option<&LookForId> {
        match self {
            Act::Count(id)
            | Act::Presence(id, _)
            | Act::Share(id, _)
            | Act::InView(id, _)
            | Act::Block(id, ..)
            | Act::Sample(id, ..)
            | Act::Talk(id, _)
            | Act::Quiet(id, _)
            | Act::Seats(id, _)
            | Act::Heard(id, _)
            | Act::Voices(id, _) => Some(id),
            Act::Subject(_)
            | Act::Evidence(..)
            | Act::Rewrite(..)
            | Act::TakeBack(_)
            | Act::Finish(_)
            | Act::Abandon => None,
        }
    }
}

/// How a look-for with the unit `presence` was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It was seen.
    Seen,
    /// It was not seen in these minutes, which is not "does not happen".
    NotSeen,
    /// The minutes had no place for it.
    NotApplicable,
    /// There was too little time to tell.
    NotEnoughTime,
}

/// A choice for a look-for with the unit `share`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// The band, or why there is none.
    pub share: Share,
    /// Students or tables in view, where the visitor counted them.
    pub in_view: Option<u16>,
}

/// How many of those in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// Not one.
    None,
    /// Under a quarter.
    Few,
    /// A quarter to a half.
    Some,
    /// Over a half, to three quarters.
    Most,
    /// Over three quarters.
    NearlyAll,
    /// The minutes had no place for it.
    NotApplicable,
    /// There was too little time to tell.
    NotEnoughTime,
}

/// What was seen in a two-minute block. A block without an answer was missed, which is not "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockAnswer {
    /// It happened, or was so at the beep.
    Yes,
    /// It did not happen, or was not so.
    No,
    /// The block had no place for it.
    NotApplicable,
}

/// Why a mark was not taken. The visit is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The visit has ended.
    #[error("the visit has ended")]
    Ended,
    /// The round does not look for this, or not in this unit.
    #[error("look-for {0} is not recorded this way in this round")]
    NotLookedFor(LookForId),
    /// The look-for is a sample of so many, and all were counted.
    #[error("look-for {0} is counted {1} times at most")]
    CountedOut(LookForId, u8),
    /// The block has not begun, or the beep that ends it has not come.
    #[error("two-minute block {0} cannot be answered yet")]
    BlockToCome(u8),
    /// The block is over for too long: it was missed.
    #[error("two-minute block {0} is over")]
    BlockOver(u8),
    /// The grid has no such seat, or no grid was laid out, or none of this size can be.
    #[error("there is no seat {0}")]
    NoSeat(u8),
    /// The seat was heard before; nothing counts how often.
    #[error("seat {0} was heard before")]
    HeardBefore(u8),
    /// A smaller grid would drop a seat that was heard.
    #[error("seat {0} was heard, and the grid cannot be smaller")]
    SeatInUse(u8),
    /// There is nothing with this number to take back.
    #[error("there is no mark {0} to take back")]
    NothingToTakeBack(MarkNumber),
    /// No sentence of evidence stands under this number.
    #[error("there is no evidence {0} to write anew")]
    NothingToRewrite(MarkNumber),
    /// A visit cannot end before it began to be recorded.
    #[error("the visit cannot end at second {0}, which has not come yet")]
    EndToCome(u32),
}
