//! What two tablets can each say something else of, and which version of it goes on from the other.

use std::collections::BTreeSet;
use std::fmt;

use domain::change::{BodyHash, hash, write};
use domain::ids::{RoundId, VisitId};
use domain::round::{Debrief, Plan};
use domain::text::Phrase;
use domain::time::Moment;
use domain::visit::{Mark, Visit};
use serde::{Deserialize, Serialize};

use crate::tablet::{Draft, Held, HeldRound, HeldVisit};

/// Something that is edited on a tablet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A visit with its marks.
    Visit(VisitId),
    /// The note of a visit.
    Note(VisitId),
    /// A round's board.
    Board(RoundId),
    /// A round's plan.
    Plan(RoundId),
    /// The phrases with which evidence begins.
    Phrases,
}

/// What one tablet says of a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Version {
    /// A visit with its marks.
    Visit(RescuedVisit),
    /// The note of a visit.
    Note(VisitId, Draft),
    /// A board, and the boards that it grew from.
    Board(Box<Debrief>, BTreeSet<BodyHash>),
    /// A plan.
    Plan(Box<Plan>),
    /// Phrases.
    Phrases(Vec<Phrase>),
}

/// A visit as a tablet held it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RescuedVisit {
    /// Its beginning.
    pub(super) visit: Visit,
    /// Its marks.
    pub(super) marks: Vec<Mark>,
    /// When it ended, in that tablet's own time.
    pub(super) ended: Option<Moment>,
    /// The revision of the summary that the tablet sent, or may have; 0 where it was not finished.
    pub(super) summary: u32,
}

impl fmt::Display for Thing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Thing::Visit(visit) => write!(formatter, "visit/{visit}"),
            Thing::Note(visit) => write!(formatter, "note/{visit}"),
            Thing::Board(round) => write!(formatter, "board/{round}"),
            Thing::Plan(round) => write!(formatter, "plan/{round}"),
            Thing::Phrases => formatter.write_str("phrases/own"),
        }
    }
}

impl RescuedVisit {
    /// The visit with its marks.
    pub fn whole(&self) -> Visit {
        Visit { marks: self.marks.clone(), ..self.visit.clone() }
    }

    /// The same, with its end in the past of whoever holds it now, or nothing would ever be old enough to be forgotten.
    pub(super) fn ended_by(&self, now: Option<Moment>) -> Option<Moment> {
        self.ended.map(|ended| now.map_or(ended, |now| ended.min(now)))
    }
}

impl Version {
    /// What it is about.
    pub fn thing(&self) -> Thing {
        match self {
            Version::Visit(rescued) => Thing::Visit(rescued.visit.id.clone()),
            Version::Note(visit, _) => Thing::Note(visit.clone()),
            Version::Board(board, _) => Thing::Board(board.round.clone()),
            Version::Plan(plan) => Thing::Plan(plan.round.clone()),
            Version::Phrases(_) => Thing::Phrases,
        }
    }

    /// Tells it from other versions of the same thing: 16 digits.
    pub(super) fn mark(&self) -> String {
        let mut mark = hash(&match self {
            Version::Visit(rescued) => write(&rescued.marks),
            Version::Note(_, draft) => write(&(&draft.noticed, &draft.wondered)),
            Version::Board(board, _) => write(board),
            Version::Plan(plan) => write(plan),
            Version::Phrases(phrases) => write(phrases),
        });
        mark.truncate(16);
        mark
    }

    /// Whether nothing that `other` says is lost where this one is kept.
    ///
    /// Marks are only ever added, so of two lists of which one begins the other the longer one is right; a board says which
    /// boards it grew from; a plan's edits are numbered.
    pub(super) fn goes_on_from(&self, other: &Version) -> bool {
        match (self, other) {
            (Version::Visit(this), Version::Visit(other)) => this.whole().goes_on_from(&other.whole()),
            (Version::Note(_, this), Version::Note(_, other)) => {
                let same_words = (&this.noticed, &this.wondered) == (&other.noticed, &other.wondered);
                same_words && this.sealed >= other.sealed || !other.has_text() && other.sealed.is_none()
            }
            (Version::Board(this, grown_from), Version::Board(other, _)) => {
                this == other || grown_from.contains(&BodyHash::of(&write(other)))
            }
            (Version::Plan(this), Version::Plan(other)) => this == other || this.revision > other.revision,
            (Version::Phrases(this), Version::Phrases(other)) => other.iter().all(|phrase| this.contains(phrase)),
            _ => false,
        }
    }

    /// The board of a round.
    pub(super) fn board_of(round: &HeldRound) -> Option<Version> {
        let board = round.debrief.clone()?;
        Some(Version::Board(Box::new(board), round.grown_from.clone()))
    }

    pub(super) fn visit_of(held: &Held, visit: &HeldVisit) -> Version {
        let HeldVisit { visit, ended, .. } = visit;
        let (marks, ended) = (visit.marks.clone(), *ended);
        let visit = Visit { marks: Vec::new(), ..visit.clone() };
        Version::Visit(RescuedVisit { summary: held.summary_revision(&visit.id), visit, marks, ended })
    }
}

impl Held {
    /// What this tablet says of a thing; nothing where it holds none.
    pub fn version(&self, thing: &Thing) -> Option<Version> {
        match thing {
            Thing::Visit(visit) => self.visit(visit).map(|visit| Version::visit_of(self, visit)),
            Thing::Note(visit) => {
                let draft = self.visit(visit).map(|held| held.draft.clone()).filter(|draft| *draft != Draft::default());
                draft.map(|draft| Version::Note(visit.clone(), draft))
            }
            Thing::Board(round) => self.round(round).and_then(Version::board_of),
            Thing::Plan(round) => self.round(round).map(|round| Version::Plan(Box::new(round.record.plan.clone()))),
            Thing::Phrases => self.phrases.clone().map(Version::Phrases),
        }
    }
}
