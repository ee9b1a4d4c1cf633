//! Puts a backup back. Whatever was in the data folder is moved aside and never deleted, and the database says from its
//! first moment that it was restored, so that tablets offer again what they hold.

use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::time::Moment;

use super::file::{self, Contents, Unusable};
use super::in_use::{InUse, NotUsable};
use super::owner::{give, settle};
use crate::store::{NotOpened, Place, Store, newest_schema};
use crate::surroundings::Random;

/// Where the database is made ready, inside the data folder, so that it only has to be renamed.
const READY: &str = "restoring";
/// What moves: SQLite's file and, of a server that was cut off, its log, and the file that remembers how far it had come.
const MOVED: [&str; 4] = ["noticeboard.sqlite3-wal", "noticeboard.sqlite3-shm", "high-water", "noticeboard.sqlite3"];

/// A backup that was put back.
#[derive(Debug)]
pub struct Restored {
    contents: Contents,
    folder: PathBuf,
    aside: Option<PathBuf>,
}

/// Why nothing was put back. Each is one line for whoever started the program.
#[derive(Debug, thiserror::Error)]
pub enum NotRestored {
    /// The file is no good backup.
    #[error(transparent)]
    Unusable(#[from] Unusable),
    /// The data folder cannot be used.
    #[error("{0}; nothing was changed")]
    NotUsable(#[from] NotUsable),
    /// The district is in PostgreSQL.
    #[error(
        "this district is kept in PostgreSQL: put a dump back with `pg_restore`, then start the server once with \
         --restored; docs/backup.md says how"
    )]
    Postgres,
    /// The database in the backup does not open.
    #[error("the database in the backup does not open: {0}")]
    NotOpened(#[from] NotOpened),
    /// Something in the data folder could not be written or moved.
    #[error("{} cannot be restored into ({cause}); run this again", folder.display())]
    NotMoved {
        /// Which folder.
        folder: PathBuf,
        /// Why not.
        cause: io::Error,
    },
}

/// Puts the backup `from` in the place of what is kept at `place`. A file that is refused changes nothing there.
pub async fn restore(
    place: &Place,
    from: &Path,
    random: Arc<dyn Random>,
    now: Moment,
) -> Result<Restored, NotRestored> {
    if place.file().is_none() {
        return Err(NotRestored::Postgres);
    }
    let folder = place.folder();
    // All of it once before the folder is touched at all.
    let contents = file::read(from, newest_schema(), io::sink())?;
    let alone = InUse::alone(folder)?;
    let ready = Ready(folder.join(READY));
    let database = Place::in_folder(&ready.0);
    let not_moved = |cause| NotRestored::NotMoved { folder: folder.to_owned(), cause };
    let file = ready.make(&database).map_err(not_moved)?;
    file::read(from, newest_schema(), &file)?;
    file.sync_all().map_err(not_moved)?;
    say_restored(database, random, now).await?;
    let aside = exchange(&alone, folder, &ready.0).map_err(not_moved)?;
    Ok(Restored { contents, folder: folder.to_owned(), aside })
}

async fn say_restored(place: Place, random: Arc<dyn Random>, now: Moment) -> Result<(), NotOpened> {
    let store = Store::open(place, random, now).await?;
    let said = store.was_restored(now).await;
    store.shut().await;
    Ok(said?)
}

/// Moves what is in `folder` aside and what is in `ready` into its place; answers where the former is, if there was any.
fn exchange(alone: &InUse, folder: &Path, ready: &Path) -> io::Result<Option<PathBuf>> {
    for entry in fs::read_dir(ready)? {
        let path = entry?.path();
        give(&path, folder)?;
        File::open(&path)?.sync_all()?;
    }
    alone.begin_moving()?;
    settle(folder)?;
    let aside = free(folder);
    let mut found = None;
    for name in MOVED {
        if folder.join(name).exists() {
            fs::create_dir_all(&aside)?;
            fs::rename(folder.join(name), aside.join(name))?;
            found = Some(&aside);
        }
    }
    if found.is_some() {
        give(&aside, folder)?;
        settle(&aside)?;
    }
    for name in MOVED.iter().filter(|name| ready.join(name).exists()) {
        fs::rename(ready.join(name), folder.join(name))?;
    }
    settle(folder)?;
    alone.end_moving()?;
    settle(folder)?;
    Ok(found.cloned())
}

/// The first of `before-restore-1`, `before-restore-2` … that is not there.
fn free(folder: &Path) -> PathBuf {
    let names = (1_u32..).map(|number| folder.join(format!("before-restore-{number}")));
    names.into_iter().find(|name| !name.exists()).unwrap_or_else(|| folder.join("before-restore"))
}

/// A folder that is gone again at the end, however it ends.
struct Ready(PathBuf);

impl Ready {
    /// Makes it empty, and the database's file in it.
    fn make(&self, database: &Place) -> io::Result<File> {
        if self.0.exists() {
            fs::remove_dir_all(&self.0)?;
        }
        fs::create_dir(&self.0)?;
        File::create(database.file().unwrap_or_else(|| self.0.clone()))
    }
}

impl Drop for Ready {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl fmt::Display for Restored {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Contents { made, .. } = self.contents;
        writeln!(formatter, "Restored the backup of {made} into {}.", self.folder.display())?;
        if let Some(aside) = &self.aside {
            writeln!(
                formatter,
                "What was there before is in {}; delete it when you no longer need it.",
                aside.display()
            )?;
        }
        write!(formatter, "Start the server: tablets offer again what they still hold.")
    }
}
