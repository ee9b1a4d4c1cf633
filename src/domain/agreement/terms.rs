//! The terms of an agreement.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::agreement::{DAYS_EVIDENCE_STAYS, DAYS_SUMMARIES_STAY, Fault, NoteDeadline, SMALLEST_K, Term};
use crate::permission::Role;

/// The roles that an agreement may let visit.
pub const VISITORS: [Role; 3] = [Role::DistrictLead, Role::Principal, Role::Visitor];

/// What the visits of a round are held to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Agreement {
    k: u32,
    /// How long a visit is meant to last, in minutes.
    pub visit_minutes: u32,
    /// Days after the end of a round's window for which a note can be read.
    pub note_days: i64,
    /// The other clauses. Plans from before there were any do not have them, and are written as they were.
    #[serde(default = "Further::of_before", skip_serializing_if = "Further::is_of_before")]
    pub further: Further,
}

/// The clauses that came with signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Further {
    /// Who may visit: some of [`VISITORS`].
    pub visitors: BTreeSet<Role>,
    /// Whether whoever formally evaluates the teachers of a school may visit its rooms. The program takes its principal
    /// for that.
    pub evaluators: bool,
    /// Days that lie between the planning of a round and the opening of its window, at least.
    pub notice_days: i64,
    /// By when the teacher has the note.
    pub note_deadline: NoteDeadline,
    /// Days after the close of a round for which its summaries stay on the server.
    pub summary_days: i64,
    /// Days for which marks and evidence of a visit that ended stay on its tablet; they go with the close in any case.
    pub evidence_days: i64,
}

impl Agreement {
    /// The terms that Noticeboard began with before there were signatures.
    pub fn before_signatures() -> Agreement {
        Agreement { further: Further::of_before(), ..Agreement::default() }
    }

    /// The fewest distinct rooms that anything is shown about: never under [`SMALLEST_K`].
    pub fn k(&self) -> u32 {
        self.k.max(SMALLEST_K)
    }

    /// Every term, in the order in which an agreement is read.
    pub fn terms(&self) -> [Term; 9] {
        let further = &self.further;
        [
            Term::VisitMinutes(self.visit_minutes),
            Term::FewestRooms(self.k()),
            Term::Visitors(further.visitors.clone()),
            Term::Evaluators(further.evaluators),
            Term::NoticeDays(further.notice_days),
            Term::NoteDeadline(further.note_deadline),
            Term::SummaryDays(further.summary_days),
            Term::NoteDays(self.note_days),
            Term::EvidenceDays(further.evidence_days),
        ]
    }

    /// The same agreement with another term. A k below [`SMALLEST_K`] has no effect.
    pub fn with(self, term: Term) -> Agreement {
        let further = match term {
            Term::FewestRooms(k) => return self.with_k(k),
            Term::VisitMinutes(visit_minutes) => return Agreement { visit_minutes, ..self },
            Term::NoteDays(note_days) => return Agreement { note_days, ..self },
            Term::Visitors(visitors) => Further { visitors, ..self.further },
            Term::Evaluators(evaluators) => Further { evaluators, ..self.further },
            Term::NoticeDays(notice_days) => Further { notice_days, ..self.further },
            Term::NoteDeadline(note_deadline) => Further { note_deadline, ..self.further },
            Term::SummaryDays(summary_days) => Further { summary_days, ..self.further },
            Term::EvidenceDays(evidence_days) => Further { evidence_days, ..self.further },
        };
        Agreement { further, ..self }
    }

    /// The same agreement with another k; a smaller one than [`SMALLEST_K`] has no effect.
    pub fn with_k(self, k: u32) -> Agreement {
        Agreement { k, ..self }
    }

    /// Everything in it that people could not have signed.
    pub fn faults(&self) -> Vec<Fault> {
        self.terms().iter().filter_map(Term::fault).collect()
    }

    /// Whether every term is one that people could have signed.
    pub fn is_sound(&self) -> bool {
        self.faults().is_empty()
    }
}

impl Default for Agreement {
    /// The terms that Noticeboard begins with, until a first agreement is signed: cautious in whom they let in and in when,
    /// so that nothing happens to a teacher that staff have not agreed to.
    fn default() -> Agreement {
        Agreement {
            k: SMALLEST_K,
            visit_minutes: 10,
            note_days: 60,
            further: Further {
                evaluators: false,
                notice_days: 5,
                note_deadline: NoteDeadline::EndOfDay,
                ..Further::of_before()
            },
        }
    }
}

impl Further {
    /// What held while agreements had none of these clauses. It is what their absence means, so it never changes.
    pub fn of_before() -> Further {
        Further {
            visitors: VISITORS.into(),
            evaluators: true,
            notice_days: 0,
            note_deadline: NoteDeadline::TwoWorkDays,
            summary_days: DAYS_SUMMARIES_STAY,
            evidence_days: DAYS_EVIDENCE_STAYS,
        }
    }

    fn is_of_before(&self) -> bool {
        *self == Further::of_before()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_agreement_lowers_k_not_even_one_that_arrives_from_elsewhere() {
        let arrived: Agreement = serde_json::from_str(r#"{"k":3,"visit_minutes":10,"note_days":60}"#).unwrap();
        assert_eq!(arrived.k(), 10);
        assert_eq!(Agreement::default().with_k(12).k(), 12);
    }

    #[test]
    fn terms_that_nobody_signs_are_not_sound() {
        let notes_for = |note_days| Agreement { note_days, ..Agreement::default() };
        assert!(Agreement::default().is_sound() && notes_for(365).is_sound());
        for note_days in [0, -9000, i64::MAX] {
            assert!(!notes_for(note_days).is_sound(), "{note_days}");
        }
    }

    #[test]
    fn an_agreement_from_before_there_were_these_clauses_is_read_and_written_as_it_was() {
        let before = r#"{"k":12,"visit_minutes":15,"note_days":30}"#;
        let agreement: Agreement = serde_json::from_str(before).unwrap();
        assert_eq!(agreement.further, Further::of_before());
        assert_eq!(serde_json::to_string(&agreement).unwrap(), before);
    }

    #[test]
    fn an_agreement_with_all_clauses_is_read_as_it_was_written() {
        let written = serde_json::to_string(&Agreement::default()).unwrap();
        assert!(written.contains(r#""evaluators":false"#), "{written}");
        assert_eq!(serde_json::from_str::<Agreement>(&written).unwrap(), Agreement::default());
    }
}
