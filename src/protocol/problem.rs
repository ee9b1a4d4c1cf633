//! Problems: how the server says that a request had no effect, as `application/problem+json` (RFC 9457).

use serde::{Deserialize, Serialize};

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Why a request had no effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Which problem, for programs.
    #[serde(rename = "type")]
    pub kind: ProblemKind,
    /// What happened, in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What exactly, what was kept, and what to do.
    pub detail: String,
}

/// Which problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum ProblemKind {
    /// The request is not what its path takes.
    #[serde(rename = "urn:noticeboard:malformed")]
    Malformed,
    /// The request is larger than is taken.
    #[serde(rename = "urn:noticeboard:too-large")]
    TooLarge,
    /// The body is not said to be `application/json`.
    #[serde(rename = "urn:noticeboard:not-json")]
    NotJson,
    /// The request names another server than this one.
    #[serde(rename = "urn:noticeboard:another-host")]
    AnotherHost,
    /// Nobody, or somebody who may not.
    #[serde(rename = "urn:noticeboard:not-allowed")]
    NotAllowed,
    /// Nobody is signed in, or no longer: sign in, and send the same again.
    #[serde(rename = "urn:noticeboard:not-signed-in")]
    NotSignedIn,
    /// No code of a person or of a school's staff is written so.
    #[serde(rename = "urn:noticeboard:mistyped")]
    Mistyped,
    /// The code fits nothing: it was used, is too old, was changed, or was never given.
    #[serde(rename = "urn:noticeboard:code-unknown")]
    CodeUnknown,
    /// Too many wrong codes came in one minute.
    #[serde(rename = "urn:noticeboard:too-many")]
    TooMany,
    /// There is no such thing here.
    #[serde(rename = "urn:noticeboard:not-found")]
    NotFound,
    /// The debrief lacks its action or its question.
    #[serde(rename = "urn:noticeboard:debrief-unfinished")]
    DebriefUnfinished,
    /// The last release of one of the schools is too fresh.
    #[serde(rename = "urn:noticeboard:too-soon")]
    TooSoon,
    /// The staff representative paused the round, or everything.
    #[serde(rename = "urn:noticeboard:paused")]
    Paused,
    /// Staff have not signed an agreement, and nothing is published before.
    #[serde(rename = "urn:noticeboard:lacks-agreement")]
    LacksAgreement,
    /// A tablet last reported unsent work, and the lead has not said to close without it.
    #[serde(rename = "urn:noticeboard:unsent-work")]
    UnsentWork,
    /// The server was restored from a backup and a tablet that may hold the release is not back.
    #[serde(rename = "urn:noticeboard:restored")]
    Restored,
    /// The tablet works for another district than this server; nothing was taken and nothing was told.
    #[serde(rename = "urn:noticeboard:another-district")]
    AnotherDistrict,
    /// The round is closed, and what it published does not change.
    #[serde(rename = "urn:noticeboard:round-closed")]
    RoundClosed,
    /// Another release of the round stands, or the offered one was not published here.
    #[serde(rename = "urn:noticeboard:other-release")]
    OtherRelease,
    /// The server could not do it now; the same request may succeed later.
    #[serde(rename = "urn:noticeboard:unavailable")]
    Unavailable,
}
