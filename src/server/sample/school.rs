//! The sample school's timetable, inside the binary, so that it stands alone.

use super::NotFilled;
use crate::roster::{Act, Files, import_files};
use crate::store::Store;

macro_rules! file {
    ($name:literal) => {
        Some(include_bytes!(concat!("../../../data/sample-school/", $name)).as_slice().into())
    };
}

/// Imports the school as `noticeboard import roster data/sample-school` would.
pub async fn import(store: &Store) -> Result<(), NotFilled> {
    let files = Files {
        orgs: file!("orgs.csv"),
        classes: file!("classes.csv"),
        courses: file!("courses.csv"),
        sessions: file!("academicSessions.csv"),
        manifest: file!("manifest.csv"),
    };
    import_files(&files, store, Act::Import).await?;
    Ok(())
}
