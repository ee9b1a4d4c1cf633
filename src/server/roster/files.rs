//! The files of an export that are opened. Others may lie beside them, with people in them: they are never opened.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use super::Refused;

/// Organisations: the district and its schools.
pub const ORGS: &str = "orgs.csv";
/// Classes: what meets where.
pub const CLASSES: &str = "classes.csv";
/// Courses: what classes are of.
pub const COURSES: &str = "courses.csv";
/// Terms and years.
pub const SESSIONS: &str = "academicSessions.csv";
/// What the export says of itself.
pub const MANIFEST: &str = "manifest.csv";

/// The most bytes of one file: half a million classes.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// The content of the five files, those that are there.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// `orgs.csv`.
    pub orgs: Option<Cow<'static, [u8]>>,
    /// `classes.csv`.
    pub classes: Option<Cow<'static, [u8]>>,
    /// `courses.csv`.
    pub courses: Option<Cow<'static, [u8]>>,
    /// `academicSessions.csv`.
    pub sessions: Option<Cow<'static, [u8]>>,
    /// `manifest.csv`.
    pub manifest: Option<Cow<'static, [u8]>>,
}

impl Files {
    /// Reads the files in `folder`, whatever the case of their names.
    pub fn in_folder(folder: &Path) -> Result<Files, Refused> {
        let read = |file| read(folder, file);
        Ok(Files {
            orgs: read(ORGS)?,
            classes: read(CLASSES)?,
            courses: read(COURSES)?,
            sessions: read(SESSIONS)?,
            manifest: read(MANIFEST)?,
        })
    }
}

/// The file's content; nothing when there is none.
fn read(folder: &Path, file: &'static str) -> Result<Option<Cow<'static, [u8]>>, Refused> {
    let unlisted = |cause| Refused::Folder { folder: folder.to_owned(), cause };
    let mut found = None;
    for entry in fs::read_dir(folder).map_err(unlisted)? {
        let entry = entry.map_err(unlisted)?;
        if entry.file_name().to_string_lossy().eq_ignore_ascii_case(file) {
            found = Some(entry.path());
        }
    }
    let Some(path) = found else { return Ok(None) };
    let unreadable = |cause| Refused::Unreadable { file, cause };
    let bytes = fs::metadata(&path).map_err(unreadable)?.len();
    if bytes > LARGEST {
        return Err(Refused::TooLarge { file, bytes });
    }
    Ok(Some(Cow::Owned(fs::read(&path).map_err(unreadable)?)))
}
