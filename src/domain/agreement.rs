//! The terms a district and its staff signed; a round keeps those it was planned under.

use serde::{Deserialize, Serialize};

/// The smallest number of distinct rooms that anything may be shown about. Nothing lowers it.
pub const SMALLEST_K: u32 = 10;
/// The most look-fors that one visit may carry.
pub const MOST_LOOK_FORS: usize = 4;
/// Days between the closes of two rounds of one school, at least.
pub const DAYS_BETWEEN_RELEASES: i64 = 21;
/// Days after its close for which a round's summaries stay on the server.
pub const DAYS_SUMMARIES_STAY: i64 = 30;

/// What the visits of a round are held to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Agreement {
    k: u32,
    /// How long a visit is meant to last, in minutes.
    pub visit_minutes: u32,
    /// Days after the end of a round's window for which a note can be read.
    pub note_days: i64,
}

impl Agreement {
    /// The fewest distinct rooms that anything is shown about: never under [`SMALLEST_K`].
    pub fn k(&self) -> u32 {
        self.k.max(SMALLEST_K)
    }

    /// Whether every term is one that people could have signed: visits of 1 to 60 minutes, notes for 1 to 365 days.
    pub fn is_sound(&self) -> bool {
        (1..=60).contains(&self.visit_minutes) && (1..=365).contains(&self.note_days)
    }

    /// The same agreement with visits of that many minutes, and notes for that many days.
    pub fn with_terms(self, visit_minutes: u32, note_days: i64) -> Agreement {
        Agreement { visit_minutes, note_days, ..self }
    }

    /// The same agreement with another k; a smaller one than [`SMALLEST_K`] has no effect.
    pub fn with_k(self, k: u32) -> Agreement {
        Agreement { k, ..self }
    }
}

impl Default for Agreement {
    /// Ten rooms, ten minutes, notes for sixty days.
    fn default() -> Agreement {
        Agreement { k: SMALLEST_K, visit_minutes: 10, note_days: 60 }
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
}
