//! What a team makes of a round before it closes: four steps, one action, one question.

use serde::{Deserialize, Serialize};

use crate::ids::RoundId;
use crate::text::{Name, Sentence};
use crate::time::Day;

/// The debrief board of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Debrief {
    /// The round it is about.
    pub round: RoundId,
    /// Which edit of the board this is, from 1.
    pub revision: u32,
    /// Step 1, describe: what was seen or heard, with no room named.
    pub described: Vec<Statement>,
    /// Step 2, group: what the statements have in common.
    pub patterns: Vec<Sentence>,
    /// Step 3, predict: what a student who did what was asked would know.
    pub prediction: Option<Sentence>,
    /// Step 4: the next level of work.
    pub next_step: Option<Sentence>,
    /// The one thing that a leader will do.
    pub action: Option<Action>,
    /// The one question that a team takes on.
    pub question: Option<Question>,
}

/// A statement on the board: it begins from something seen or heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Statement {
    /// How it came to the visitor.
    pub sense: Sense,
    /// What it was.
    pub text: Sentence,
}

/// How evidence came to a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// "I saw".
    Saw,
    /// "I heard".
    Heard,
}

/// What a leader will do, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Action {
    /// The leader who owns it, by office rather than by name.
    pub owner: Name,
    /// What will be done.
    pub what: Sentence,
    /// The day by which it is done.
    pub by: Day,
}

/// What a team wants to find out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Question {
    /// The team.
    pub team: Name,
    /// The question.
    pub asks: Sentence,
}

/// What a debrief still lacks before its round can close.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// No leader has taken an action.
    Action,
    /// No team has taken a question.
    Question,
}

/// The most statements, and the most patterns, that one board holds.
pub const MOST_ON_A_BOARD: usize = 60;

impl Debrief {
    /// An empty board.
    pub fn of(round: RoundId) -> Debrief {
        Debrief {
            round,
            revision: 1,
            described: Vec::new(),
            patterns: Vec::new(),
            prediction: None,
            next_step: None,
            action: None,
            question: None,
        }
    }

    /// What is still missing. An unfinished board is kept and shared all the same.
    pub fn missing(&self) -> Vec<Missing> {
        let lacks = [(Missing::Action, self.action.is_none()), (Missing::Question, self.question.is_none())];
        lacks.into_iter().filter_map(|(what, lacking)| lacking.then_some(what)).collect()
    }

    /// Whether the board holds more than [`MOST_ON_A_BOARD`] statements or patterns.
    pub fn is_too_long(&self) -> bool {
        self.described.len() > MOST_ON_A_BOARD || self.patterns.len() > MOST_ON_A_BOARD
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_board_lacks_an_action_and_a_question_and_nothing_else() {
        let board = Debrief::of(RoundId::from_bytes([1; 16]));
        assert_eq!(board.missing(), [Missing::Action, Missing::Question]);
    }
}
