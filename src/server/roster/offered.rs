//! What was handed over: a folder, a zip, a spreadsheet, or rooms typed on a screen; from a disk or from a browser.

use std::borrow::Cow;
use std::fs;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use protocol::roster::TypedRooms;

use super::archive::{Archive, Source};
use super::names::{CLASSES, COURSES, ENROLLMENTS, MANIFEST, ORGS, SESSIONS, file_name, find};
use super::sheet::{self, Sheet};
use super::{Refused, workbook};

/// The most bytes of one file: half a million classes.
pub const LARGEST: u64 = 64 * 1024 * 1024;
/// The most bytes of `enrollments.csv`, which is read row by row: ten million of them.
pub const LARGEST_ENROLLMENTS: u64 = 1024 * 1024 * 1024;

/// Something that may be a roster.
pub enum Offered {
    /// Files of an export in OneRoster CSV.
    Export(Box<Files>),
    /// Rooms, row by row.
    Sheet(Sheet),
}

/// The content of the five files that are read, those that are there, and where the sixth is. Others may lie beside
/// them, with people in them: they are never opened.
#[derive(Default)]
pub struct Files {
    /// `orgs.csv`.
    pub orgs: Option<File>,
    /// `classes.csv`.
    pub classes: Option<File>,
    /// `courses.csv`.
    pub courses: Option<File>,
    /// `academicSessions.csv`.
    pub sessions: Option<File>,
    /// `manifest.csv`.
    pub manifest: Option<File>,
    /// `enrollments.csv`, not yet opened.
    pub enrollments: Option<Unopened>,
    /// The names of what was offered, for messages.
    pub there: Vec<String>,
}

/// A file in memory.
pub struct File {
    /// What it is called, for messages.
    pub name: Arc<str>,
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
}

/// A file that nobody has opened.
pub struct Unopened {
    /// What it is called, for messages.
    pub name: Arc<str>,
    place: Place,
}

enum Place {
    OnDisk(PathBuf),
    InArchive(Archive, usize),
    InMemory(Cow<'static, [u8]>),
}

impl Offered {
    /// What is at a path: a folder of CSV files, a zip of them, or a spreadsheet.
    pub fn at(path: &Path) -> Result<Offered, Refused> {
        let unlisted = |cause| Refused::Path { path: path.to_owned(), cause };
        if fs::metadata(path).map_err(unlisted)?.is_dir() {
            return Ok(Offered::Export(Box::new(in_folder(path)?)));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        of_source(&name, Box::new(fs::File::open(path).map_err(unlisted)?))
    }

    /// What a browser sent: a zip or a spreadsheet, and what its file was called.
    pub fn uploaded(name: &str, bytes: Vec<u8>) -> Result<Offered, Refused> {
        of_source(file_name(name).unwrap_or("roster"), Box::new(Cursor::new(bytes)))
    }

    /// Files that are at hand, by their names.
    pub fn files(at_hand: Vec<(&str, Cow<'static, [u8]>)>) -> Result<Offered, Refused> {
        let there: Vec<String> = at_hand.iter().map(|(name, _)| (*name).to_owned()).collect();
        let mut bytes: Vec<Option<Cow<'static, [u8]>>> = at_hand.into_iter().map(|(_, bytes)| Some(bytes)).collect();
        let mut files = named(there, &mut |place, _| Ok(bytes[place].take().unwrap_or_default()))?;
        if let Some(place) = files.1 {
            let name = Arc::from(files.0.there[place].as_str());
            let place = Place::InMemory(bytes[place].take().unwrap_or_default());
            files.0.enrollments = Some(Unopened { name, place });
        }
        Ok(Offered::Export(Box::new(files.0)))
    }

    /// Rooms typed on a screen.
    pub fn typed(rooms: &TypedRooms) -> Offered {
        Offered::Sheet(sheet::typed(rooms))
    }
}

impl Unopened {
    /// Opens the file and hands its content to `take` as it comes.
    pub fn open(self, take: &mut dyn FnMut(&mut dyn Read) -> std::io::Result<()>) -> Result<(), Refused> {
        let unreadable = |cause| Refused::Unreadable { file: self.name.to_string(), cause };
        match self.place {
            Place::OnDisk(path) => take(&mut fs::File::open(path).map_err(unreadable)?).map_err(unreadable),
            Place::InArchive(mut archive, place) => archive.stream(place, LARGEST_ENROLLMENTS, take),
            Place::InMemory(bytes) => take(&mut Cursor::new(bytes)).map_err(unreadable),
        }
    }
}

/// What a file is by its first bytes, whatever it is called.
fn of_source(name: &str, mut source: Box<dyn Source>) -> Result<Offered, Refused> {
    let unreadable = |cause| Refused::Unreadable { file: name.to_owned(), cause };
    let mut start = Vec::new();
    source.by_ref().take(4).read_to_end(&mut start).map_err(unreadable)?;
    source.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    match start.as_slice() {
        b"PK\x03\x04" | b"PK\x05\x06" => {
            let mut archive = Archive::open(source)?;
            if archive.paths.iter().flatten().any(|path| path == "[Content_Types].xml") {
                archive.is_harmless()?;
                return Ok(Offered::Sheet(workbook::read(name, archive.into_source())?));
            }
            Ok(Offered::Export(Box::new(in_archive(archive)?)))
        }
        // What Office wrote before 2007, and what it still puts around a file with a password.
        [0xd0, 0xcf, 0x11, 0xe0] => Err(Refused::OldOrLocked(name.to_owned())),
        _ => {
            let bytes = limited(name, &mut source)?;
            Ok(Offered::Sheet(sheet::of_csv(&File { name: Arc::from(name), bytes: Cow::Owned(bytes) })?))
        }
    }
}

/// The files in a folder. A folder that is called like a file is none.
fn in_folder(folder: &Path) -> Result<Files, Refused> {
    let unlisted = |cause| Refused::Path { path: folder.to_owned(), cause };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unlisted)? {
        let path = entry.map_err(unlisted)?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    let names = paths.iter().map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect();
    let (mut files, enrollments) = named(names, &mut |place, name| {
        let unreadable = |cause| Refused::Unreadable { file: name.to_owned(), cause };
        Ok(Cow::Owned(limited(name, &mut fs::File::open(&paths[place]).map_err(unreadable)?)?))
    })?;
    files.enrollments = enrollments.map(|place| Unopened {
        name: Arc::from(files.there[place].as_str()),
        place: Place::OnDisk(paths[place].clone()),
    });
    Ok(files)
}

/// The files in a zip, in whichever folder of it they are.
fn in_archive(mut archive: Archive) -> Result<Files, Refused> {
    let paths: Vec<String> = archive.paths.iter().map(|path| path.clone().unwrap_or_default()).collect();
    let (mut files, enrollments) = named(paths, &mut |place, _| archive.read(place, LARGEST).map(Cow::Owned))?;
    files.enrollments = enrollments.map(|place| Unopened {
        name: Arc::from(files.there[place].as_str()),
        place: Place::InArchive(archive, place),
    });
    Ok(files)
}

/// Reads a file by its place and its name.
type Reading<'offered> = dyn FnMut(usize, &str) -> Result<Cow<'static, [u8]>, Refused> + 'offered;

/// Reads the five files among `there`, and gives the place of the sixth.
fn named(there: Vec<String>, read: &mut Reading) -> Result<(Files, Option<usize>), Refused> {
    let place = |canonical| find(there.iter().map(String::as_str).enumerate(), canonical);
    let mut file = |canonical| -> Result<Option<File>, Refused> {
        let Some(place) = place(canonical)? else { return Ok(None) };
        Ok(Some(File { name: Arc::from(there[place].as_str()), bytes: read(place, &there[place])? }))
    };
    let files = Files {
        orgs: file(ORGS)?,
        classes: file(CLASSES)?,
        courses: file(COURSES)?,
        sessions: file(SESSIONS)?,
        manifest: file(MANIFEST)?,
        enrollments: None,
        there: Vec::new(),
    };
    let enrollments = place(ENROLLMENTS)?;
    Ok((Files { there, ..files }, enrollments))
}

/// The whole content, when it is not larger than any district's.
fn limited(name: &str, source: &mut dyn Read) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    let unreadable = |cause| Refused::Unreadable { file: name.to_owned(), cause };
    source.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Refused::TooLarge { file: name.to_owned(), most: LARGEST });
    }
    Ok(bytes)
}
