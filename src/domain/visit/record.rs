//! What a visit's marks amount to.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ids::{RoomId, RoundId, VisitId};
use crate::library::{LookForId, Unit};
use crate::roster::SubjectArea;
use crate::round::PlannedLookFor;
use crate::time::Moment;
use crate::visit::evidence::written_anew_by;
use crate::visit::{Act, BlockAnswer, Mark, MarkNumber, Presence, Refused, Shared};

/// Seconds in a block of the unit `interval`.
pub const BLOCK_SECONDS: u32 = 120;

/// One visitor, one room, ten minutes or so. It stays on its tablet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The visit.
    pub id: VisitId,
    /// The round it belongs to.
    pub round: RoundId,
    /// The room visited.
    pub room: RoomId,
    /// When it began, by the tablet's clock.
    pub began: Moment,
    /// Its marks by number.
    #[serde(skip)]
    pub marks: Vec<Mark>,
}

/// What was recorded for one look-for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observed {
    /// The last value chosen.
    Presence(Option<Presence>),
    /// How often it was counted.
    Tally(u32),
    /// The last answer of each block that has one, by block from 1.
    Interval(BTreeMap<u8, BlockAnswer>),
    /// The last band chosen.
    Share(Option<Shared>),
}

impl Visit {
    /// The mark that recording `act` at `now` would add, or why it cannot be recorded.
    ///
    /// `looked_for` are the look-fors of the round.
    pub fn next_mark(&self, act: Act, now: Moment, looked_for: &[PlannedLookFor]) -> Result<Mark, Refused> {
        if self.has_ended() {
            return Err(Refused::Ended);
        }
        let at = self.elapsed(now);
        self.check(&act, at, looked_for)?;
        let number = self.marks.iter().map(|mark| mark.number).max().unwrap_or(0) + 1;
        Ok(Mark { number, at, act })
    }

    /// Marks that were not taken back, oldest first.
    pub fn standing(&self) -> impl DoubleEndedIterator<Item = &Mark> {
        let taken_back: BTreeSet<MarkNumber> = self.marks.iter().filter_map(taken_back_by).collect();
        // What was written anew goes with the sentence it stands for.
        let is_gone = move |number: MarkNumber| taken_back.contains(&number);
        let stands = move |mark: &&Mark| {
            taken_back_by(mark).is_none() && !is_gone(mark.number) && !written_anew_by(mark).is_some_and(&is_gone)
        };
        self.marks.iter().filter(stands)
    }

    /// The mark that "undo" would take back.
    pub fn last_standing(&self) -> Option<&Mark> {
        self.standing().next_back()
    }

    /// What was recorded for a look-for of this unit.
    pub fn observed(&self, look_for: &LookForId, unit: &Unit) -> Observed {
        let acts = || self.standing().map(|mark| &mark.act);
        match unit {
            Unit::Presence => Observed::Presence(acts().rev().find_map(|act| match act {
                Act::Presence(id, value) if id == look_for => Some(*value),
                _ => None,
            })),
            Unit::Share { .. } => Observed::Share(acts().rev().find_map(|act| match act {
                Act::Share(id, shared) if id == look_for => Some(*shared),
                _ => None,
            })),
            Unit::Tally { .. } => {
                let counted = acts().filter(|act| matches!(act, Act::Count(id) if id == look_for)).count();
                Observed::Tally(u32::try_from(counted).unwrap_or(u32::MAX))
            }
            Unit::Interval { .. } => {
                let answers = acts().filter_map(|act| match act {
                    Act::Block(id, block, answer) if id == look_for => Some((*block, *answer)),
                    _ => None,
                });
                Observed::Interval(answers.collect())
            }
        }
    }

    /// The subject confirmed in the room.
    pub fn subject(&self) -> Option<SubjectArea> {
        self.standing().rev().find_map(|mark| match mark.act {
            Act::Subject(subject) => Some(subject),
            _ => None,
        })
    }

    /// How long the visit lasted, in seconds, once it is finished.
    pub fn finished_after(&self) -> Option<u32> {
        self.standing().find_map(|mark| match mark.act {
            Act::Finish(seconds) => Some(seconds),
            _ => None,
        })
    }

    /// Whether it was left without a result.
    pub fn is_abandoned(&self) -> bool {
        self.standing().any(|mark| mark.act == Act::Abandon)
    }

    /// Whether it was finished or left.
    pub fn has_ended(&self) -> bool {
        self.finished_after().is_some() || self.is_abandoned()
    }

    /// Seconds from the beginning to `now`, never before the last mark: a clock that was set back does not undo time.
    pub fn elapsed(&self, now: Moment) -> u32 {
        let last = self.marks.iter().map(|mark| mark.at).max().unwrap_or(0);
        now.seconds_since(self.began).max(last)
    }

    /// The block of the unit `interval` that is running `seconds` after the beginning, from 1.
    pub fn block_at(seconds: u32) -> u8 {
        u8::try_from(seconds / BLOCK_SECONDS + 1).unwrap_or(u8::MAX)
    }

    fn check(&self, act: &Act, at: u32, looked_for: &[PlannedLookFor]) -> Result<(), Refused> {
        let unit_of = |id: &LookForId| {
            let planned = looked_for.iter().find(|planned| planned.id == *id);
            planned.and_then(PlannedLookFor::unit).ok_or_else(|| Refused::NotLookedFor(id.clone()))
        };
        match act {
            Act::Count(id) => match (unit_of(id)?, self.observed(id, unit_of(id)?)) {
                (Unit::Tally { of: Some(most) }, Observed::Tally(count)) if count >= u32::from(*most) => {
                    Err(Refused::CountedOut(id.clone(), *most))
                }
                (Unit::Tally { .. }, _) => Ok(()),
                _ => Err(Refused::NotLookedFor(id.clone())),
            },
            Act::Presence(id, _) if unit_of(id)? != &Unit::Presence => Err(Refused::NotLookedFor(id.clone())),
            Act::Share(id, _) if !matches!(unit_of(id)?, Unit::Share { .. }) => Err(Refused::NotLookedFor(id.clone())),
            Act::Block(id, block, _) => match unit_of(id)? {
                Unit::Interval { .. } if *block == 0 || *block > Self::block_at(at) => {
                    Err(Refused::BlockToCome(*block))
                }
                Unit::Interval { .. } => Ok(()),
                _ => Err(Refused::NotLookedFor(id.clone())),
            },
            Act::Rewrite(number, ..) if !self.evidence().any(|evidence| evidence.number == *number) => {
                Err(Refused::NothingToRewrite(*number))
            }
            Act::Evidence(_, _, Some(id)) | Act::Rewrite(_, _, _, Some(id)) => unit_of(id).map(|_| ()),
            Act::TakeBack(number) if !self.standing().any(|mark| mark.number == *number) => {
                Err(Refused::NothingToTakeBack(*number))
            }
            Act::Finish(seconds) if *seconds > at => Err(Refused::EndToCome(*seconds)),
            _ => Ok(()),
        }
    }
}

fn taken_back_by(mark: &Mark) -> Option<MarkNumber> {
    match mark.act {
        Act::TakeBack(number) => Some(number),
        _ => None,
    }
}
