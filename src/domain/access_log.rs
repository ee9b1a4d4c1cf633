//! The access log: who looked at what was published, by the day and never by the minute.
//!
//! It is about what was published and nothing else. Notes, cards, visits, plans and the pulls of a tablet have no word
//! here, because a list of those would say who visited where.

use serde::{Deserialize, Serialize};

/// Days for which a row of the access log is kept: a school year, and the summer in which it is looked at.
pub const DAYS_LOOKS_STAY: i64 = 400;

/// What somebody looked at. What is printed was looked at: a browser prints without asking a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// The pictures of a school.
    Picture,
    /// The pictures of a term, of the whole district.
    Term,
    /// A file with the cells of a round's picture.
    Export,
    /// A file with the groups of a round beside one another.
    ExportOpportunity,
    /// A file with what productive talk is made of.
    ExportTalk,
    /// A file with the pictures of a term.
    ExportTerm,
}

impl Seen {
    /// Everything that is logged.
    pub const ALL: [Seen; 6] =
        [Seen::Picture, Seen::Term, Seen::Export, Seen::ExportOpportunity, Seen::ExportTalk, Seen::ExportTerm];

    /// Its word, as it is kept.
    pub fn word(self) -> &'static str {
        match self {
            Seen::Picture => "picture",
            Seen::Term => "term",
            Seen::Export => "export",
            Seen::ExportOpportunity => "export_opportunity",
            Seen::ExportTalk => "export_talk",
            Seen::ExportTerm => "export_term",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_looked_at_is_kept_as_its_word() {
        for seen in Seen::ALL {
            assert_eq!(serde_json::to_string(&seen).unwrap(), format!("\"{}\"", seen.word()));
        }
    }
}
