//! The clauses of an agreement, the range of each, and how it is kept.

use std::collections::BTreeSet;

use crate::agreement::{DAYS_EVIDENCE_STAYS, DAYS_SUMMARIES_STAY, LARGEST_K, NoteDeadline, SMALLEST_K, VISITORS};
use crate::permission::Role;

/// What an agreement says something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clause {
    /// How long a visit lasts.
    VisitMinutes,
    /// The fewest rooms that anything is shown about.
    FewestRooms,
    /// Who may visit.
    Visitors,
    /// Whether formal evaluators may visit the rooms of their own school.
    Evaluators,
    /// How long before it opens a window is announced.
    NoticeDays,
    /// By when a teacher has the note.
    NoteDeadline,
    /// How long summaries stay on the server.
    SummaryDays,
    /// How long notes stay.
    NoteDays,
    /// How long marks and evidence stay on a tablet.
    EvidenceDays,
    /// That nothing here is ever used to evaluate anybody. It has no term: it holds in every agreement.
    NeverForEvaluation,
}

/// What an agreement says about one clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// Minutes that a visit lasts: 1 to 60.
    VisitMinutes(u32),
    /// Rooms: 10 to 200.
    FewestRooms(u32),
    /// Some of [`VISITORS`].
    Visitors(BTreeSet<Role>),
    /// Whether they may.
    Evaluators(bool),
    /// Days: 0 to 60.
    NoticeDays(i64),
    /// One of three.
    NoteDeadline(NoteDeadline),
    /// Days after the close: 1 to 30.
    SummaryDays(i64),
    /// Days after the window: 1 to 365.
    NoteDays(i64),
    /// Days after the visit: 1 to 7.
    EvidenceDays(i64),
}

/// How a clause is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// The program does not let it be broken.
    Program,
    /// The program does its part of it, and the rest is a promise between people.
    Both,
    /// A promise between people: software cannot see whether it is kept.
    People,
}

/// Why a term is none that people could have signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A number is out of its range.
    #[error("{clause:?} is {found}, and {least} to {most} are possible")]
    Range {
        /// Of which clause.
        clause: Clause,
        /// The number.
        found: i64,
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A choice that only the district and its staff can make was not made.
    #[error("{0:?} was not chosen")]
    Unsaid(Clause),
    /// Nobody may visit, or somebody whose role is not one that visits.
    #[error("those who may visit are none, or not some of district leads, principals and visitors")]
    Visitors,
}

impl Clause {
    /// Every clause, in the order in which an agreement is read.
    pub const ALL: [Clause; 10] = [
        Clause::VisitMinutes,
        Clause::FewestRooms,
        Clause::Visitors,
        Clause::Evaluators,
        Clause::NoticeDays,
        Clause::NoteDeadline,
        Clause::SummaryDays,
        Clause::NoteDays,
        Clause::EvidenceDays,
        Clause::NeverForEvaluation,
    ];

    /// How it is kept.
    pub fn keeping(self) -> Keeping {
        match self {
            Clause::FewestRooms | Clause::Visitors | Clause::SummaryDays => Keeping::Program,
            // A note does not say its round, so the server cannot hold its last day to what was agreed for that. A tablet
            // that nobody opens erases nothing.
            Clause::Evaluators
            | Clause::NoticeDays
            | Clause::NoteDays
            | Clause::EvidenceDays
            | Clause::NeverForEvaluation => Keeping::Both,
            Clause::VisitMinutes | Clause::NoteDeadline => Keeping::People,
        }
    }

    /// The least and the most that its number may be; nothing where it is no number.
    pub fn range(self) -> Option<(i64, i64)> {
        Some(match self {
            Clause::VisitMinutes => (1, 60),
            Clause::FewestRooms => (SMALLEST_K.into(), LARGEST_K.into()),
            Clause::NoticeDays => (0, 60),
            Clause::SummaryDays => (1, DAYS_SUMMARIES_STAY),
            Clause::NoteDays => (1, 365),
            Clause::EvidenceDays => (1, DAYS_EVIDENCE_STAYS),
            Clause::Visitors | Clause::Evaluators | Clause::NoteDeadline | Clause::NeverForEvaluation => return None,
        })
    }
}

impl Term {
    /// What it is about.
    pub fn clause(&self) -> Clause {
        match self {
            Term::VisitMinutes(_) => Clause::VisitMinutes,
            Term::FewestRooms(_) => Clause::FewestRooms,
            Term::Visitors(_) => Clause::Visitors,
            Term::Evaluators(_) => Clause::Evaluators,
            Term::NoticeDays(_) => Clause::NoticeDays,
            Term::NoteDeadline(_) => Clause::NoteDeadline,
            Term::SummaryDays(_) => Clause::SummaryDays,
            Term::NoteDays(_) => Clause::NoteDays,
            Term::EvidenceDays(_) => Clause::EvidenceDays,
        }
    }

    /// Why people could not have signed it; nothing where they could.
    pub fn fault(&self) -> Option<Fault> {
        let found = match self {
            Term::Visitors(visitors) => {
                let sound = !visitors.is_empty() && visitors.iter().all(|role| VISITORS.contains(role));
                return (!sound).then_some(Fault::Visitors);
            }
            Term::Evaluators(_) | Term::NoteDeadline(_) => return None,
            Term::VisitMinutes(number) | Term::FewestRooms(number) => i64::from(*number),
            Term::NoticeDays(days) | Term::SummaryDays(days) | Term::NoteDays(days) | Term::EvidenceDays(days) => *days,
        };
        let clause = self.clause();
        let (least, most) = clause.range()?;
        (!(least..=most).contains(&found)).then_some(Fault::Range { clause, found, least, most })
    }
}
