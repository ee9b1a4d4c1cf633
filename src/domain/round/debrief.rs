//! What a team makes of a round before it closes: four steps, one action, one question.

use serde::{Deserialize, Serialize};

use crate::change::{BodyHash, Verdict};
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
    /// The board that this one was written on; nothing for the first of its round.
    pub follows: Option<BodyHash>,
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
            follows: None,
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

    /// What becomes of this board, whose body has `hash`, where one of that revision and hash `stands`.
    ///
    /// Unlike other changes a board is never taken for its revision alone: it must have been written on the one that
    /// stands, or the words that another tablet put there would be gone. Where none stands any is taken, so that a
    /// server that was restored from a backup gets back whatever tablets hold.
    pub fn verdict(&self, hash: &str, stands: Option<(u32, &str)>) -> Verdict {
        match stands {
            None => Verdict::Take,
            Some((_, held)) if held == hash => Verdict::Held,
            Some((revision, held)) => {
                let follows = self.follows.as_ref().is_some_and(|follows| follows.as_str() == held);
                if follows && self.revision > revision { Verdict::Take } else { Verdict::Conflict }
            }
        }
    }

    /// Takes in everything that `other` says and this board does not, for when two tablets wrote at once. Says whether
    /// there was room for all of it: a board that is full takes no more.
    ///
    /// Where both filled the same place, this board's words stay in it and the other's become a pattern, so that no
    /// words are lost.
    pub fn take_in(&mut self, other: &Debrief) -> bool {
        let mut displaced: Vec<Sentence> = other.patterns.clone();
        displaced.extend(fill(&mut self.prediction, &other.prediction));
        displaced.extend(fill(&mut self.next_step, &other.next_step));
        displaced.extend(fill(&mut self.action, &other.action).map(|action| action.what));
        displaced.extend(fill(&mut self.question, &other.question).map(|question| question.asks));
        let described = add(&mut self.described, &other.described);
        add(&mut self.patterns, &displaced) && described
    }

    /// Whether the board holds more than [`MOST_ON_A_BOARD`] statements or patterns.
    pub fn is_too_long(&self) -> bool {
        self.described.len() > MOST_ON_A_BOARD || self.patterns.len() > MOST_ON_A_BOARD
    }
}

/// Adds what is not there yet, and says whether there was room for it.
fn add<T: Clone + PartialEq>(board: &mut Vec<T>, others: &[T]) -> bool {
    for other in others {
        if !board.contains(other) {
            if board.len() >= MOST_ON_A_BOARD {
                return false;
            }
            board.push(other.clone());
        }
    }
    true
}

/// Fills an empty place; gives back what found the place taken by something else.
fn fill<T: Clone + PartialEq>(place: &mut Option<T>, other: &Option<T>) -> Option<T> {
    match (place.as_ref(), other) {
        (None, _) => {
            place.clone_from(other);
            None
        }
        (Some(held), Some(other)) if held != other => Some(other.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_boards_written_at_once_keep_the_words_of_both() {
        let sentence = |text: &str| Sentence::parse(text).unwrap();
        let board = |heard: &str, next: &str| Debrief {
            described: vec![Statement { sense: Sense::Heard, text: sentence(heard) }],
            next_step: Some(sentence(next)),
            ..Debrief::of(RoundId::from_bytes([1; 16]))
        };
        let mut both = board("why", "ask first");
        both.take_in(&board("how", "wait longer"));
        assert_eq!(both.described.len(), 2);
        assert_eq!((both.next_step, both.patterns), (Some(sentence("ask first")), vec![sentence("wait longer")]));
    }

    #[test]
    fn taking_in_the_same_board_again_changes_nothing() {
        let mut board = Debrief::of(RoundId::from_bytes([1; 16]));
        board.patterns = vec![Sentence::parse("students wait").unwrap()];
        let before = board.clone();
        board.take_in(&before);
        assert_eq!(board, before);
    }

    #[test]
    fn a_board_takes_the_place_of_the_one_it_was_written_on_and_of_no_other() {
        let first = Debrief::of(RoundId::from_bytes([1; 16]));
        let (first_hash, other_hash) = (BodyHash::of("the first"), BodyHash::of("another tablet's"));
        let second = Debrief { revision: 2, follows: Some(first_hash.clone()), ..first.clone() };
        let (first_hash, other_hash) = (first_hash.as_str(), other_hash.as_str());
        assert_eq!(first.verdict(first_hash, None), Verdict::Take);
        assert_eq!(second.verdict("the second", None), Verdict::Take, "a restored server holds none");
        assert_eq!(second.verdict("the second", Some((1, first_hash))), Verdict::Take);
        assert_eq!(second.verdict("the second", Some((2, "the second"))), Verdict::Held);
        for stands in [(1, other_hash), (2, other_hash), (3, other_hash), (2, first_hash)] {
            assert_eq!(second.verdict("the second", Some(stands)), Verdict::Conflict, "{stands:?}");
        }
        assert_eq!(first.verdict(first_hash, Some((2, "the second"))), Verdict::Conflict);
    }

    #[test]
    fn an_empty_board_lacks_an_action_and_a_question_and_nothing_else() {
        let board = Debrief::of(RoundId::from_bytes([1; 16]));
        assert_eq!(board.missing(), [Missing::Action, Missing::Question]);
    }
}
