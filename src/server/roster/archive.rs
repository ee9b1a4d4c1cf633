//! A zip, opened within limits: it may come from anybody, and a few kilobytes can claim to be terabytes.

use std::io::{Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Refused;
use super::offered::LARGEST;

/// The most files in a zip; an export has sixteen.
const MOST_ENTRIES: usize = 1_000;
/// The most bytes that one byte of a zip may become. Timetables become about twenty.
const MOST_RATIO: u64 = 250;
/// Bytes up to which the ratio says nothing: a short file of one repeated row is no bomb.
const SMALL: u64 = 1024 * 1024;

/// What a zip is read from.
pub trait Source: Read + Seek + Send {}
impl<R: Read + Seek + Send> Source for R {}

/// A zip whose list of files was looked through.
pub struct Archive {
    zip: ZipArchive<Box<dyn Source>>,
    /// The path of each file, in the zip's order; of folders nothing.
    pub paths: Vec<Option<String>>,
}

impl Archive {
    /// Opens a zip. Nothing of it is unpacked, and nothing ever onto the disk.
    pub fn open(source: Box<dyn Source>) -> Result<Archive, Refused> {
        let zip = ZipArchive::new(source).map_err(|cause| Refused::NotAZip(cause.to_string()))?;
        if zip.len() > MOST_ENTRIES {
            return Err(Refused::TooManyEntries { entries: zip.len(), most: MOST_ENTRIES });
        }
        let mut paths = Vec::new();
        for place in 0..zip.len() {
            let entry = zip.by_index_data(place).map_err(|cause| Refused::NotAZip(cause.to_string()))?;
            let path = String::from_utf8_lossy(entry.name_raw()).into_owned();
            if leads_outside(&path) {
                return Err(Refused::LeadsOutside(path));
            }
            paths.push((!path.ends_with(['/', '\\'])).then_some(path));
        }
        Ok(Archive { zip, paths })
    }

    /// The content of one file, at most `most` bytes of it.
    pub fn read(&mut self, place: usize, most: u64) -> Result<Vec<u8>, Refused> {
        let mut bytes = Vec::new();
        self.stream(place, most, &mut |reader| {
            bytes.clear();
            reader.read_to_end(&mut bytes).map(drop)
        })?;
        Ok(bytes)
    }

    /// Hands the content of one file to `take` as it is unpacked; what goes beyond `most` bytes, or beyond what a file of
    /// words packs to, ends it.
    pub fn stream(
        &mut self,
        place: usize,
        most: u64,
        take: &mut dyn FnMut(&mut dyn Read) -> std::io::Result<()>,
    ) -> Result<(), Refused> {
        let file = self.paths.get(place).cloned().flatten().unwrap_or_default();
        let entry = self.zip.by_index(place).map_err(|cause| not_opened(&file, &cause))?;
        let honest = SMALL.max(entry.compressed_size().saturating_mul(MOST_RATIO));
        let mut limited = Limited { left: most.min(honest), over: false, inner: entry };
        let taken = take(&mut limited);
        if limited.over {
            return Err(if honest < most { Refused::Bomb(file) } else { Refused::TooLarge { file, most } });
        }
        taken.map_err(|cause| Refused::Damaged { file, cause: cause.to_string() })
    }

    /// Unpacks everything once into nothing, so that a reader without limits can follow.
    pub fn is_harmless(&mut self) -> Result<(), Refused> {
        let mut left = LARGEST;
        for place in 0..self.zip.len() {
            self.stream(place, left, &mut |reader| {
                left = left.saturating_sub(std::io::copy(reader, &mut std::io::sink())?);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// What the zip was read from.
    pub fn into_source(self) -> Box<dyn Source> {
        self.zip.into_inner()
    }
}

/// A reader that stops when it has given all that it may.
struct Limited<R> {
    left: u64,
    over: bool,
    inner: R,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(into)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => {
                self.over = true;
                return Err(std::io::Error::other("more than may be unpacked"));
            }
        }
        Ok(read)
    }
}

/// Whether a path climbs out of the folder into which the zip would be unpacked. Nothing is unpacked here, but whoever
/// made such a zip did not make it from an export.
fn leads_outside(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    drive || path.starts_with(['/', '\\']) || path.split(['/', '\\']).any(|part| part == "..")
}

fn not_opened(file: &str, cause: &ZipError) -> Refused {
    let file = file.to_owned();
    match cause {
        ZipError::UnsupportedArchive(what) if what.to_lowercase().contains("password") || what.contains("ncrypted") => {
            Refused::Encrypted(file)
        }
        ZipError::InvalidPassword => Refused::Encrypted(file),
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => Refused::PackedOtherwise(file),
        cause => Refused::Damaged { file, cause: cause.to_string() },
    }
}
