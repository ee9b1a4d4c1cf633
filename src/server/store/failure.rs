//! Why an act had no effect, and why a store was not opened.

use std::error::Error;
use std::io;
use std::path::PathBuf;

use domain::release::NotYet;
use domain::symbols::Misread;
use domain::time::Day;

/// Why an act had no effect.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// What was asked is not what the act takes.
    #[error("{0}")]
    Malformed(String),
    /// More was handed over than is taken at once.
    #[error("{0}")]
    TooMuch(String),
    /// Without them nobody could let anyone in.
    #[error("{0} is the only administrator")]
    OnlyAdministrator(String),
    /// There is no such thing here.
    #[error("{0}")]
    NotFound(String),
    /// The round does not close yet.
    #[error(transparent)]
    NotYet(#[from] NotYet),
    /// The staff representative paused the round, or everything.
    #[error("the staff representative paused it on {since}")]
    Paused {
        /// Since when.
        since: Day,
    },
    /// Nothing is published before staff have signed an agreement.
    #[error("no agreement is signed yet")]
    LacksAgreement,
    /// Tablets last reported unsent work.
    #[error("{tablets} of the round's tablets last reported unsent work")]
    UnsentWork {
        /// How many.
        tablets: u32,
    },
    /// The server was restored, and a tablet that is still away may hold the round's release.
    #[error("the server was restored from a backup, and a tablet that has not been back may hold the round's picture")]
    Restored {
        /// The first day on which the round can close.
        until: Day,
    },
    /// What a tablet hands over, or back, is of another district.
    #[error("this is not the server of the district that the tablet works for")]
    AnotherDistrict,
    /// The round is closed.
    #[error("the round is closed, and what it published does not change")]
    RoundClosed,
    /// Another release stands, or the offered one was not published here.
    #[error("{0}")]
    OtherRelease(String),
    /// No code is written so.
    #[error("{0}")]
    Mistyped(Misread),
    /// The code fits nothing.
    #[error(
        "this code lets nobody in: it was used, is older than ten minutes, was tried too often, or was never given"
    )]
    CodeUnknown,
    /// Too many wrong codes, or reports of misuse, came in one minute.
    #[error("too many came in this minute; wait one and try again")]
    TooMany,
    /// The database did not do it.
    #[error("the database did not do it")]
    Database(#[from] sqlx::Error),
    /// What is kept cannot be read.
    #[error("what is kept as {what} cannot be read")]
    Spoiled {
        /// Which table and column.
        what: &'static str,
        /// How it was not read.
        #[source]
        cause: serde_json::Error,
    },
}

impl Failure {
    /// Whether the same act may succeed when it is tried again at once: PostgreSQL's serialization failure (40001) and
    /// deadlock (40P01).
    pub(super) fn is_passing(&self) -> bool {
        let Failure::Database(sqlx::Error::Database(cause)) = self else { return false };
        matches!(cause.code().as_deref(), Some("40001" | "40P01"))
    }
}

/// Why a store was not opened. Each is one line for whoever started the server.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// The data folder cannot be made or written.
    #[error("the data folder {folder} cannot be written ({cause}); choose another with --data")]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// The database cannot be reached or read.
    #[error("{place} cannot be opened ({cause}); nothing in it was changed")]
    Unreadable {
        /// Which database.
        place: String,
        /// Why not.
        cause: Box<dyn Error + Send + Sync>,
    },
    /// The database was opened, and the first act on it failed.
    #[error("the database was opened and then refused ({0})")]
    Refused(#[from] Failure),
}
