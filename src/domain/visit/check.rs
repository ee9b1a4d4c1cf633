//! Whether something can be recorded: is it looked for, in this way, and is it the time for it?

use crate::library::{Instrument, IntervalMethod, LookForId, Unit};
use crate::round::PlannedLookFor;
use crate::visit::{Act, Refused, Share, Visit, can_answer};

impl Visit {
    /// Whether `act` can be recorded `at` seconds into the visit of a round that looks for `looked_for`.
    pub(super) fn check(&self, act: &Act, at: u32, looked_for: &[PlannedLookFor]) -> Result<(), Refused> {
        if let Some(id) = act.observes() {
            let other = || Refused::NotLookedFor(id.clone());
            let planned = looked_for.iter().find(|planned| planned.id == *id).ok_or_else(other)?;
            let unit = planned.unit().ok_or_else(other)?;
            return self.check_way(act, id, *unit, planned.instrument, at);
        }
        match act {
            Act::Rewrite(number, ..) if !self.evidence().any(|evidence| evidence.number == *number) => {
                Err(Refused::NothingToRewrite(*number))
            }
            Act::Evidence(_, _, Some(id)) | Act::Rewrite(_, _, _, Some(id))
                if !looked_for.iter().any(|planned| planned.id == *id) =>
            {
                Err(Refused::NotLookedFor(id.clone()))
            }
            Act::TakeBack(number) if !self.standing().any(|mark| mark.number == *number) => {
                Err(Refused::NothingToTakeBack(*number))
            }
            Act::TakeBack(number) => self.check_grids_without(*number),
            Act::Finish(seconds) if *seconds > at => Err(Refused::EndToCome(*seconds)),
            _ => Ok(()),
        }
    }

    /// Each look-for is recorded in its own way: with its unit's buttons, or with the instrument that was planned.
    fn check_way(
        &self,
        act: &Act,
        id: &LookForId,
        unit: Unit,
        instrument: Option<Instrument>,
        at: u32,
    ) -> Result<(), Refused> {
        use IntervalMethod::{Event, State};
        match (act, unit, instrument) {
            (Act::Presence(..), Unit::Presence, None) => Ok(()),
            (Act::Share(..) | Act::InView(..), Unit::Share { .. }, None) => Ok(()),
            (Act::Block(_, block, _), Unit::Interval { method: Event }, None) => can_answer(Event, *block, at),
            (Act::Sample(_, block, _), Unit::Interval { method: State }, None) => can_answer(State, *block, at),
            (Act::Count(_), Unit::Tally { of }, None) => {
                let counted = || self.standing().filter(|mark| mark.act == *act).count();
                check_sample(id, of, counted)
            }
            (Act::Talk(..), _, Some(Instrument::TalkStrip)) => Ok(()),
            (Act::Quiet(..), Unit::Tally { of }, Some(Instrument::TalkStrip)) => {
                check_sample(id, of, || self.quiets(id).count())
            }
            (Act::Share(_, shared), _, Some(Instrument::VoicesGrid)) => match shared.share {
                Share::NotApplicable | Share::NotEnoughTime => Ok(()),
                _ => Err(Refused::NotLookedFor(id.clone())),
            },
            (Act::Seats(_, seating), _, Some(Instrument::VoicesGrid)) => self.check_seats(id, *seating),
            (Act::Heard(_, seat), _, Some(Instrument::VoicesGrid)) => self.check_heard(id, *seat),
            _ => Err(Refused::NotLookedFor(id.clone())),
        }
    }
}

/// A sample of so many is full once they were counted; what is counted openly never is.
fn check_sample(id: &LookForId, of: Option<u8>, counted: impl Fn() -> usize) -> Result<(), Refused> {
    match of {
        Some(most) if counted() >= usize::from(most) => Err(Refused::CountedOut(id.clone(), most)),
        _ => Ok(()),
    }
}
