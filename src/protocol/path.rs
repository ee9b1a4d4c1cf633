//! Where the server answers. A path is written here and nowhere else.

use domain::ids::{NoteId, RoundId, SchoolId};
use domain::time::Day;

/// Takes a [`crate::push::Push`].
pub const PUSH: &str = "/api/v1/push";
/// Takes a [`crate::pull::Pull`].
pub const PULL: &str = "/api/v1/pull";
/// Lists [`crate::schools::Schools`].
pub const SCHOOLS: &str = "/api/v1/schools";
/// Gives [`crate::schools::TermReleases`] of the term that holds the day in [`HOLDING`], else of the one now.
pub const DISTRICT_TERM: &str = "/api/v1/district/term";
/// The parameter of [`DISTRICT_TERM`]: a day such as `2026-11-23`.
pub const HOLDING: &str = "holding";
/// Says which doors the sample has: [`crate::schools::Doors`].
pub const DOORS: &str = "/api/v1/doors";
/// Takes a [`crate::people::SignIn`] and gives a [`crate::people::SignedIn`].
pub const SIGN_IN: &str = "/api/v1/sign-in";
/// Ends the session that asks; answered with 204 and no body.
pub const SIGN_OUT: &str = "/api/v1/sign-out";
/// Gives [`crate::schools::Releases`] of a school: the newest, or those before the round in [`BEFORE`].
pub const RELEASES: &str = "/api/v1/schools/{school}/releases";
/// The parameter of [`RELEASES`]: the id of a round.
pub const BEFORE: &str = "before";
/// Gives what was published about a round of a school as a file, in the form and language that the query names.
pub const EXPORT: &str = "/api/v1/schools/{school}/export";
/// Gives the groups of a round of a school beside one another, in the same way.
pub const EXPORT_OPPORTUNITY: &str = "/api/v1/schools/{school}/export/opportunity";
/// Gives the productive talk in a school over its rounds, in the same way.
pub const EXPORT_TALK: &str = "/api/v1/schools/{school}/export/talk";
/// The page for a school's families, for anyone: HTML.
pub const FAMILY_PAGE: &str = "/family/{school}";
/// Gives a term of the district as a file.
pub const DISTRICT_TERM_EXPORT: &str = "/api/v1/district/term/export";
/// Gives [`crate::round::Tokens`].
pub const TOKENS: &str = "/api/v1/rounds/{round}/tokens";
/// Takes a [`crate::round::Report`]; answered with 204 and no body.
pub const REPORT: &str = "/api/v1/rounds/{round}/report";
/// Gives a [`crate::round::BeforeClose`].
pub const PREVIEW: &str = "/api/v1/rounds/{round}/preview";
/// Closes a round and gives [`crate::round::Closed`].
pub const CLOSE: &str = "/api/v1/rounds/{round}/close";
/// Takes a [`crate::round::Published`] back after a restore.
pub const OFFER: &str = "/api/v1/rounds/{round}/release";
/// Gives, or deletes, a sealed note; deleting is answered with 204, or with a [`crate::note::NoteHeld`].
pub const NOTE: &str = "/api/v1/notes/{note}";

/// Gives [`crate::letters::Letters`] after one; after 32 zeros, the first.
pub const LETTERS: &str = "/api/v1/letters/after/{letter}";
/// Takes a [`crate::context::AddContext`].
pub const CONTEXT: &str = "/api/v1/rounds/{round}/context";
/// Takes a [`crate::context::WithdrawContext`].
pub const WITHDRAW_CONTEXT: &str = "/api/v1/rounds/{round}/context/withdraw";

/// The path of one round's tokens, report, preview, close, release or context.
pub fn of_round(pattern: &str, round: &RoundId) -> String {
    pattern.replace("{round}", round.as_str())
}

/// The path of one school's releases.
pub fn of_school(pattern: &str, school: &SchoolId) -> String {
    pattern.replace("{school}", school.as_str())
}

/// The path of the releases of a school that came before that of a round.
pub fn of_school_before(school: &SchoolId, round: &RoundId) -> String {
    format!("{}?{BEFORE}={round}", of_school(RELEASES, school))
}

/// The path of the term that holds a day.
pub fn of_term(holding: Day) -> String {
    format!("{DISTRICT_TERM}?{HOLDING}={holding}")
}

/// The path of one note.
pub fn of_note(note: &NoteId) -> String {
    NOTE.replace("{note}", note.as_str())
}
