//! What the marks of a look-for amount to, in its unit.

use std::collections::BTreeMap;

use crate::library::{IntervalMethod, LookForId, Unit};
use crate::visit::{Act, BlockAnswer, Presence, QUIET_MILLIS, Shared, Visit};

/// What was recorded for one look-for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observed {
    /// The last value chosen.
    Presence(Option<Presence>),
    /// How often it was counted.
    Tally(u32),
    /// Of an event: the last answer of each block that has one, by block from 1.
    Interval(BTreeMap<u8, BlockAnswer>),
    /// Of a state: the last answer at the beep after each block that has one, by block from 1.
    Samples(BTreeMap<u8, BlockAnswer>),
    /// The last band chosen.
    Share(Option<Shared>),
}

impl Visit {
    /// What was recorded for a look-for of this unit, with the unit's own buttons or with an instrument.
    pub fn observed(&self, look_for: &LookForId, unit: &Unit) -> Observed {
        let acts = || self.standing().map(|mark| &mark.act);
        match unit {
            Unit::Presence => Observed::Presence(acts().rev().find_map(|act| match act {
                Act::Presence(id, value) if id == look_for => Some(*value),
                _ => None,
            })),
            Unit::Share { .. } => Observed::Share(self.share(look_for)),
            Unit::Tally { .. } => {
                let counted = acts().filter(|act| match act {
                    Act::Count(id) => id == look_for,
                    Act::Quiet(id, millis) => id == look_for && *millis >= QUIET_MILLIS,
                    _ => false,
                });
                Observed::Tally(u32::try_from(counted.count()).unwrap_or(u32::MAX))
            }
            Unit::Interval { method: IntervalMethod::Event } => Observed::Interval(self.answers(look_for)),
            Unit::Interval { method: IntervalMethod::State } => Observed::Samples(self.answers(look_for)),
        }
    }

    /// How many students or tables are in view, where the visitor said so.
    pub fn in_view(&self, look_for: &LookForId) -> Option<u16> {
        self.standing().rev().find_map(|mark| match &mark.act {
            Act::InView(id, in_view) if id == look_for => Some(*in_view),
            Act::Share(id, shared) if id == look_for => shared.in_view,
            _ => None,
        })
    }

    fn share(&self, look_for: &LookForId) -> Option<Shared> {
        if let Some(voices) = self.voices(look_for).filter(|_| !self.is_set_aside(look_for)) {
            return Some(voices.share());
        }
        let chosen = self.standing().rev().find_map(|mark| match &mark.act {
            Act::Share(id, shared) if id == look_for => Some(shared.share),
            _ => None,
        })?;
        Some(Shared { share: chosen, in_view: self.in_view(look_for) })
    }

    /// Earlier versions recorded samples as blocks; a look-for has one of the two.
    fn answers(&self, look_for: &LookForId) -> BTreeMap<u8, BlockAnswer> {
        let answers = self.standing().filter_map(|mark| match &mark.act {
            Act::Block(id, block, answer) | Act::Sample(id, block, answer) if id == look_for => Some((*block, *answer)),
            _ => None,
        });
        answers.collect()
    }
}
