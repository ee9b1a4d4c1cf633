//! A summary: all that a finished visit sends for the picture.

use serde::{Deserialize, Serialize};

use crate::ids::{RoomToken, RoundId, SummaryId};
use crate::library::LookForId;
use crate::round::{GroupNumber, Plan, RoundKey};
use crate::visit::{Visit, answer};

/// One yes, no or unusable per look-for, under a token of the room.
///
/// It has no name, room, visitor, time, minutes, counts or free text, and there is no field to put one in:
/// unknown fields are refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// Random for whoever lacks the round's key.
    pub id: SummaryId,
    /// Which edit of the summary this is, from 1.
    pub revision: u32,
    /// The round.
    pub round: RoundId,
    /// The group that the round's plan puts the room in.
    pub group: GroupNumber,
    /// The room under the round's key.
    pub token: RoomToken,
    /// One for each look-for of the plan, in its order.
    pub answers: Vec<Answered>,
}

/// What a visit says about one look-for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The look-for.
    pub look_for: LookForId,
    /// What its line made of the visit.
    pub answer: Answer,
}

/// What a line makes of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// On the yes side of the line.
    Yes,
    /// On the no side of the line.
    No,
    /// The visit says nothing about it.
    Unusable,
}

/// Why a summary is not one of its round's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SummaryFault {
    /// The plan has no such group.
    #[error("the round has no group {0}")]
    NoSuchGroup(GroupNumber),
    /// The look-fors are not those of the plan, in its order.
    #[error("the look-fors are not those of the round")]
    OtherLookFors,
    /// It answers in a round with fewer than k rooms, where an answer would stand for so few.
    #[error("the round has fewer than {0} rooms, and of so few no answer is taken")]
    FewRooms(u32),
}

impl Summary {
    /// What `visit` sends, `seconds` after it began. Nothing when its room is not one of the round's. In a round of which
    /// nothing can be shown it says nothing of any look-for.
    pub fn of(visit: &Visit, seconds: u32, plan: &Plan, key: &RoundKey, id: SummaryId) -> Option<Summary> {
        let answers = plan.look_fors.iter().map(|planned| {
            let answer = planned
                .unit()
                .map_or(Answer::Unusable, |unit| answer(planned.line, &visit.observed(&planned.id, unit), seconds));
            Answered { look_for: planned.id.clone(), answer }
        });
        let summary = Summary {
            id,
            revision: 1,
            round: visit.round.clone(),
            group: plan.group_of(&visit.room)?,
            token: key.token(&visit.room),
            answers: answers.collect(),
        };
        Some(if plan.can_be_shown() { summary } else { summary.without_answers() })
    }

    /// The same summary, saying nothing of any look-for: for a visit that is taken out of the picture again, or of a round
    /// that has no picture.
    pub fn without_answers(mut self) -> Summary {
        self.answers.iter_mut().for_each(|answered| answered.answer = Answer::Unusable);
        self
    }

    /// Whether the summary can be one of the round that `plan` describes.
    pub fn fits(&self, plan: &Plan) -> Result<(), SummaryFault> {
        if usize::from(self.group) >= plan.groups.len() {
            return Err(SummaryFault::NoSuchGroup(self.group));
        }
        let looked_for = self.answers.iter().map(|answered| &answered.look_for);
        if !looked_for.eq(plan.look_fors.iter().map(|planned| &planned.id)) {
            return Err(SummaryFault::OtherLookFors);
        }
        if !plan.can_be_shown() && self.answers.iter().any(|answered| answered.answer != Answer::Unusable) {
            return Err(SummaryFault::FewRooms(plan.agreement.k()));
        }
        Ok(())
    }
}
