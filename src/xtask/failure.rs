//! Why a task stopped.

use std::io;
use std::path::{Path, PathBuf};

use crate::library::LibraryError;

/// What a task answers.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Each message names the offender and, where there is one, the mend.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A program ran and ended with another status than success.
    #[error("`{program}` failed ({status})")]
    Program {
        /// As a person would type it.
        program: String,
        /// Its code, or the signal that ended it.
        status: String,
    },
    /// A program could not be started.
    #[error("`{program}` did not start: {cause}")]
    NotStarted {
        /// As a person would type it.
        program: String,
        /// What the system said.
        cause: io::Error,
    },
    /// A file or folder could not be read or written.
    #[error("{}: {cause}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// Something the machine lacks.
    #[error("{what} is missing: {mend}")]
    Missing {
        /// What is not there.
        what: String,
        /// What to do about it.
        mend: String,
    },
    /// The look-for library is not as it should be.
    #[error("{0}")]
    Library(#[from] LibraryError),
    /// A check found something.
    #[error("{0}")]
    Found(String),
    /// A named step of a longer task failed.
    #[error("step \"{step}\" failed: {cause}")]
    Step {
        /// The step's headline.
        step: String,
        /// Why.
        cause: Box<Failure>,
    },
}

impl Failure {
    /// For `map_err`: the failure of a file operation on `path`.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Failure + use<> {
        let path = path.to_owned();
        move |cause| Failure::File { path, cause }
    }
}
