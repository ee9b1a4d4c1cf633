//! What a visit's marks amount to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ids::{RoomId, RoundId, VisitId};
use crate::roster::SubjectArea;
use crate::round::PlannedLookFor;
use crate::time::Moment;
use crate::visit::evidence::written_anew_by;
use crate::visit::{Act, Mark, MarkNumber, Refused};

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

    /// When its last mark was made, by the tablet's clock as it was when the visit began.
    pub fn last_marked(&self) -> Moment {
        Moment(self.began.0 + 1000 * i64::from(self.elapsed(self.began)))
    }

    /// Seconds from the beginning to `now`, never before the last mark: a clock that was set back does not undo time.
    pub fn elapsed(&self, now: Moment) -> u32 {
        let last = self.marks.iter().map(|mark| mark.at).max().unwrap_or(0);
        now.seconds_since(self.began).max(last)
    }
}

fn taken_back_by(mark: &Mark) -> Option<MarkNumber> {
    match mark.act {
        Act::TakeBack(number) => Some(number),
        _ => None,
    }
}
