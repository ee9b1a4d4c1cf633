//! What the server deletes when its time has come, and on which day.

use serde::{Deserialize, Serialize};

use crate::access_log::DAYS_LOOKS_STAY;
use crate::agreement::{DAYS_REPORTS_OF_MISUSE_STAY, DAYS_SUMMARIES_STAY};
use crate::time::Day;

/// Days after its last day for which the id of a note that is gone is still refused.
pub const DAYS_GONE_NOTES_ARE_KNOWN: i64 = 30;

/// A kind of thing that is deleted on its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expiring {
    /// The summaries of a closed round, with what its tablets reported.
    Summaries,
    /// Sealed notes after their last day, and those that a card's holder deleted while a legal hold stood.
    Notes,
    /// The ids of notes that are gone.
    NoteIds,
    /// Sessions after their last day, and codes that nobody used.
    Sessions,
    /// Reports of misuse.
    Misuse,
    /// Rows of the access log.
    Looks,
}

impl Expiring {
    /// Every kind.
    pub const ALL: [Expiring; 6] = [
        Expiring::Summaries,
        Expiring::Notes,
        Expiring::NoteIds,
        Expiring::Sessions,
        Expiring::Misuse,
        Expiring::Looks,
    ];

    /// Its word, as it is kept.
    pub fn word(self) -> &'static str {
        match self {
            Expiring::Summaries => "summaries",
            Expiring::Notes => "notes",
            Expiring::NoteIds => "note_ids",
            Expiring::Sessions => "sessions",
            Expiring::Misuse => "misuse",
            Expiring::Looks => "looks",
        }
    }

    /// Whether a legal hold keeps it. A session is a key and no record: one that ended lets nobody in, held or not.
    pub fn is_held(self) -> bool {
        self != Expiring::Sessions
    }

    /// How many days it is still there, at most, after the day that its row names: a round's close, a note's or a session's last
    /// day, the day of a look. It is deleted on the day after those.
    pub fn days(self) -> i64 {
        match self {
            Expiring::Summaries => DAYS_SUMMARIES_STAY,
            Expiring::Notes | Expiring::Sessions => 0,
            Expiring::NoteIds => DAYS_GONE_NOTES_ARE_KNOWN,
            Expiring::Misuse => DAYS_REPORTS_OF_MISUSE_STAY,
            Expiring::Looks => DAYS_LOOKS_STAY,
        }
    }

    /// The day on which it is deleted, when `named` is the day in its row.
    pub fn goes_on(self, named: Day) -> Day {
        named.plus(self.days() + 1)
    }

    /// What is named before this day is due `today`.
    pub fn due_before(self, today: Day) -> Day {
        today.plus(-self.days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_today_is_due_and_what_goes_tomorrow_is_not() {
        let named = Day::parse("2026-11-02").unwrap();
        for kind in Expiring::ALL {
            let day = kind.goes_on(named);
            assert!(named < kind.due_before(day) && named >= kind.due_before(day.plus(-1)), "{kind:?}");
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.word()));
        }
        // Closed on the 2nd: the summaries are there through the 2nd of December, and go on the day after.
        assert_eq!(Expiring::Summaries.goes_on(named).to_string(), "2026-12-03");
    }
}
