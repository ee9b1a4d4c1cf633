//! A small file beside the database that remembers how far the database had come.
//!
//! A restored SQLite file is an earlier copy of itself; nothing inside it can say so, but this file can, unless the
//! whole folder was put back. In that case the first cursor that a tablet brings does.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::store::cursor::Cursor;

/// The file's name.
const FILE: &str = "high-water";

/// The file, for one district.
pub struct HighWater {
    folder: PathBuf,
    district_id: String,
    written: Mutex<Option<(String, i64)>>,
}

impl HighWater {
    /// The file in `folder`.
    pub fn in_folder(folder: &Path, district_id: &str) -> HighWater {
        HighWater { folder: folder.to_owned(), district_id: district_id.to_owned(), written: Mutex::new(None) }
    }

    /// How far the database had come when the file was last written; nothing when there is no file, it is another
    /// district's, or it cannot be read. `key` is the district's.
    pub fn read(&self, key: &str) -> Option<Cursor> {
        let text = fs::read_to_string(self.folder.join(FILE)).ok()?;
        let (district_id, cursor) = text.trim().split_once(' ')?;
        (district_id == self.district_id).then(|| Cursor::read(cursor, key).ok())?
    }

    /// Remembers `cursor`, after its transaction has committed. Best effort: the file may lag behind, never run ahead.
    pub fn raise(&self, cursor: &Cursor, key: &str) {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if written.as_ref().is_some_and(|(epoch, seq)| *epoch == cursor.epoch && *seq >= cursor.seq) {
            return;
        }
        let (file, draft) = (self.folder.join(FILE), self.folder.join("high-water.new"));
        let text = format!("{} {}\n", self.district_id, cursor.write(key));
        match fs::write(&draft, text).and_then(|()| fs::rename(&draft, &file)) {
            Ok(()) => *written = Some((cursor.epoch.clone(), cursor.seq)),
            Err(cause) => tracing::warn!(%cause, "the high-water file was not written"),
        }
    }
}
