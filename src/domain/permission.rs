//! Who may do what: one table, asked on every request.

use serde::{Deserialize, Serialize};

/// In whose place a request is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads and visits: plans, records, debriefs, closes.
    Lead,
    /// Reads a school's pictures.
    Reader,
    /// Nobody in particular: a phone that may hold a card.
    Anyone,
}

/// Something that a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Send plans, debriefs, summaries and sealed notes.
    Push,
    /// Fetch rosters, plans, debriefs and releases.
    Pull,
    /// Fetch the tokens of the rooms that a round has visited, without values.
    ReadTokens,
    /// Say whether a tablet still has unsent work in a round.
    ReportUnsent,
    /// See which cells a close would show, never their values.
    PreviewClose,
    /// Close a round.
    CloseRound,
    /// Give a release back to a server that was restored from a backup.
    OfferRelease,
    /// List the schools whose pictures there are.
    ListSchools,
    /// Read a school's releases.
    ReadReleases,
    /// Fetch a sealed note by the id that its card gives.
    FetchNote,
    /// Delete a sealed note by the id that its card gives.
    DeleteNote,
}

impl Act {
    /// Every act.
    pub const ALL: [Act; 11] = [
        Act::Push,
        Act::Pull,
        Act::ReadTokens,
        Act::ReportUnsent,
        Act::PreviewClose,
        Act::CloseRound,
        Act::OfferRelease,
        Act::ListSchools,
        Act::ReadReleases,
        Act::FetchNote,
        Act::DeleteNote,
    ];
}

/// Whether `role` may do `act`.
///
/// A note's id is as secret as its card, so whoever knows it may fetch or delete what it names.
pub fn may(role: Role, act: Act) -> bool {
    match act {
        Act::FetchNote | Act::DeleteNote => true,
        Act::ListSchools | Act::ReadReleases => matches!(role, Role::Lead | Role::Reader),
        Act::Push
        | Act::Pull
        | Act::ReadTokens
        | Act::ReportUnsent
        | Act::PreviewClose
        | Act::CloseRound
        | Act::OfferRelease => role == Role::Lead,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_reads_pictures_and_nothing_of_a_round_that_is_still_open() {
        let allowed: Vec<Act> = Act::ALL.into_iter().filter(|act| may(Role::Reader, *act)).collect();
        assert_eq!(allowed, [Act::ListSchools, Act::ReadReleases, Act::FetchNote, Act::DeleteNote]);
    }

    #[test]
    fn whoever_holds_no_role_can_use_a_card_and_nothing_else() {
        let allowed: Vec<Act> = Act::ALL.into_iter().filter(|act| may(Role::Anyone, *act)).collect();
        assert_eq!(allowed, [Act::FetchNote, Act::DeleteNote]);
    }
}
