//! How errors become HTTP: the one place. Causes are logged, never sent.

use std::error::Error;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::change::write;
use domain::release::NotYet;
use domain::text::shown;
use protocol::MOST_BYTES;
use protocol::problem::{MEDIA_TYPE, Problem, ProblemKind};

use crate::store::Failure;

/// What any path may answer with, for the OpenAPI document.
#[derive(utoipa::IntoResponses)]
#[response(status = "default", description = "why it had no effect", content_type = "application/problem+json")]
pub struct Problems(#[expect(dead_code, reason = "read by the derive only")] Problem);

/// A request that had no effect, with what is told about it.
#[derive(Debug)]
pub struct Refused(Problem);

impl Refused {
    /// The request is not what its path takes.
    pub fn malformed(detail: String) -> Refused {
        Refused::of(ProblemKind::Malformed, detail)
    }

    /// The body is longer than is taken.
    pub fn too_large() -> Refused {
        Refused::of(ProblemKind::TooLarge, format!("a request may have {MOST_BYTES} bytes; send fewer items at once"))
    }

    /// The body is said to be something else than JSON. A page of another site can send that without asking first.
    pub fn not_json() -> Refused {
        Refused::of(ProblemKind::NotJson, "this path takes a body of the type application/json only".to_owned())
    }

    /// The request is meant for a server of another name, such as one that a page made to lead to this machine.
    pub fn another_host() -> Refused {
        let detail = "this server answers on its own machine only, as localhost, 127.0.0.1 or [::1]";
        Refused::of(ProblemKind::AnotherHost, detail.to_owned())
    }

    /// Somebody who may not.
    pub fn not_allowed() -> Refused {
        Refused::of(ProblemKind::NotAllowed, "whoever asks may not do this here; nothing was changed".to_owned())
    }

    /// Nobody, or nobody any longer.
    pub fn not_signed_in() -> Refused {
        let detail = "sign in with a code from your administrator and send the same again; nothing was changed";
        Refused::of(ProblemKind::NotSignedIn, detail.to_owned())
    }

    /// A file could not be written.
    pub fn unwritten(cause: &dyn Error) -> Refused {
        tracing::error!(%cause, "a file was not written");
        Refused::of(
            ProblemKind::Unavailable,
            "the server could not write this file; what it would hold is as it was".to_owned(),
        )
    }

    /// Nothing answers at this path.
    pub fn no_such_path() -> Refused {
        Refused::of(ProblemKind::NotFound, "nothing answers at this path; it may be one of another version".to_owned())
    }

    /// Something answers at this path, but not to this method.
    pub fn method_not_allowed() -> Refused {
        let refused = Refused::of(ProblemKind::NotFound, "this path does not take that method".to_owned());
        Refused(Problem { status: StatusCode::METHOD_NOT_ALLOWED.as_u16(), ..refused.0 })
    }

    /// A note is not here; it is not said whether it ever was.
    pub fn note_not_here() -> Refused {
        Refused::of(ProblemKind::NotFound, "not here: not arrived yet, or gone".to_owned())
    }

    fn of(kind: ProblemKind, detail: String) -> Refused {
        let (status, title) = match kind {
            ProblemKind::Malformed => (StatusCode::BAD_REQUEST, "the request is not what this path takes"),
            ProblemKind::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "the request is too large"),
            ProblemKind::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "the request is not JSON"),
            ProblemKind::AnotherHost => (StatusCode::MISDIRECTED_REQUEST, "not the name of this server"),
            ProblemKind::NotAllowed => (StatusCode::FORBIDDEN, "not allowed"),
            ProblemKind::NotSignedIn => (StatusCode::UNAUTHORIZED, "nobody is signed in"),
            ProblemKind::Mistyped => (StatusCode::BAD_REQUEST, "no code is written so"),
            ProblemKind::CodeUnknown => (StatusCode::FORBIDDEN, "the code lets nobody in"),
            ProblemKind::TooMany => (StatusCode::TOO_MANY_REQUESTS, "too many wrong codes"),
            ProblemKind::NotFound => (StatusCode::NOT_FOUND, "not here"),
            ProblemKind::DebriefUnfinished => (StatusCode::CONFLICT, "the debrief is unfinished"),
            ProblemKind::TooSoon => (StatusCode::CONFLICT, "too soon after the last release"),
            ProblemKind::Paused => (StatusCode::CONFLICT, "paused"),
            ProblemKind::LacksAgreement => (StatusCode::CONFLICT, "no agreement is signed"),
            ProblemKind::UnsentWork => (StatusCode::CONFLICT, "a tablet still has unsent work"),
            ProblemKind::Restored => (StatusCode::CONFLICT, "waiting for tablets after a restore"),
            ProblemKind::AnotherDistrict => (StatusCode::CONFLICT, "another district"),
            ProblemKind::RoundClosed => (StatusCode::CONFLICT, "the round is closed"),
            ProblemKind::OtherRelease => (StatusCode::CONFLICT, "not the release that stands"),
            ProblemKind::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "not now"),
        };
        // What a request holds may be repeated in it.
        Refused(Problem { kind, title: title.to_owned(), status: status.as_u16(), detail: shown(&detail) })
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Refused {
        let kind = match &failure {
            Failure::Malformed(_) | Failure::OnlyAdministrator(_) => ProblemKind::Malformed,
            Failure::TooMuch(_) => ProblemKind::TooLarge,
            Failure::NotFound(_) => ProblemKind::NotFound,
            Failure::Mistyped(_) => ProblemKind::Mistyped,
            Failure::CodeUnknown => ProblemKind::CodeUnknown,
            Failure::TooMany => ProblemKind::TooMany,
            Failure::NotYet(NotYet::Debrief(_)) => ProblemKind::DebriefUnfinished,
            Failure::NotYet(NotYet::TooSoon { .. }) => ProblemKind::TooSoon,
            Failure::Paused { .. } => ProblemKind::Paused,
            Failure::LacksAgreement => ProblemKind::LacksAgreement,
            Failure::UnsentWork { .. } => ProblemKind::UnsentWork,
            Failure::Restored { .. } => ProblemKind::Restored,
            Failure::AnotherDistrict => ProblemKind::AnotherDistrict,
            Failure::RoundClosed => ProblemKind::RoundClosed,
            Failure::OtherRelease(_) => ProblemKind::OtherRelease,
            Failure::Database(_) | Failure::Spoiled { .. } => ProblemKind::Unavailable,
        };
        let detail = match &failure {
            Failure::Paused { .. } => {
                format!("{failure}; nothing was changed, and the round can close once it is resumed")
            }
            Failure::LacksAgreement => {
                format!("{failure}; the district lead drafts one in the office and a staff representative signs it")
            }
            Failure::UnsentWork { .. } => {
                format!("{failure}; sync them, or close without that work, which is then not in the picture")
            }
            Failure::Restored { until, .. } => {
                format!("{failure}; sync every tablet that was in the round, or close on {until} or later")
            }
            Failure::AnotherDistrict => {
                format!("{failure}; nothing was taken and nothing was told, and the tablet keeps what it holds")
            }
            Failure::Database(_) | Failure::Spoiled { .. } => {
                log_cause(&failure);
                "the server could not do this now and nothing was changed; the same request may succeed later"
                    .to_owned()
            }
            _ => failure.to_string(),
        };
        Refused::of(kind, detail)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let kind = [(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE))];
        (status, kind, write(&self.0)).into_response()
    }
}

/// Logs why something failed: the kinds of the errors behind it. Not their texts as a whole, because a database
/// repeats the values of a row in some of them.
pub fn log_cause(failure: &Failure) {
    let cause = match failure {
        Failure::Database(sqlx::Error::Database(cause)) => {
            format!("the database answered with code {}", cause.code().unwrap_or_default())
        }
        Failure::Database(cause) => cause.to_string(),
        other => other.source().map(ToString::to_string).unwrap_or_default(),
    };
    tracing::error!(%failure, cause, "a request failed");
}
