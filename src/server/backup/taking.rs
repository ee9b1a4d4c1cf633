//! Takes a backup while the server runs: SQLite copies what is committed at one moment, and nobody waits for it.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use domain::time::Day;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use super::file::{self, Contents};
use super::in_use::{InUse, NotUsable};
use super::owner::settle;
use crate::store::Place;

/// A backup that was taken.
#[derive(Debug)]
pub struct Taken {
    file: PathBuf,
    contents: Contents,
}

/// Why no backup was taken. Each is one line for whoever started the program.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// The data folder cannot be used.
    #[error(transparent)]
    NotUsable(#[from] NotUsable),
    /// The district is in PostgreSQL.
    #[error(
        "this district is kept in PostgreSQL: back it up with `pg_dump --format=custom --file FILE \"$DATABASE_URL\"`; \
         docs/backup.md says how it is put back"
    )]
    Postgres,
    /// There is nothing to back up.
    #[error("there is no database in {}; name the data folder of your server with --data", .0.display())]
    Nothing(PathBuf),
    /// A file that is no backup has the name.
    #[error("{} is there and is no backup; choose another name", .0.display())]
    InTheWay(PathBuf),
    /// The database was not copied.
    #[error("{} cannot be copied ({cause})", file.display())]
    NotCopied {
        /// Which database.
        file: PathBuf,
        /// Why not.
        cause: sqlx::Error,
    },
    /// The copy has faults, which the database must have had before.
    #[error("{} is damaged: {said}; restore the last good backup", file.display())]
    Damaged {
        /// Which database.
        file: PathBuf,
        /// What SQLite says of it.
        said: String,
    },
    /// The backup was not written.
    #[error("{} cannot be written ({cause})", file.display())]
    NotWritten {
        /// Which file.
        file: PathBuf,
        /// Why not.
        cause: io::Error,
    },
}

/// Writes everything that is kept at `place` into the file `to`, which appears whole or not at all. An earlier backup of
/// that name is replaced.
///
/// The high-water file is left out: with it, a restored server could not tell that it was restored.
pub async fn back_up(place: &Place, to: &Path, today: Day) -> Result<Taken, NotTaken> {
    let database = place.file().ok_or(NotTaken::Postgres)?;
    if !database.is_file() {
        return Err(NotTaken::Nothing(place.folder().to_owned()));
    }
    if to.exists() && !file::is_one(to) {
        return Err(NotTaken::InTheWay(to.to_owned()));
    }
    let _in_use = InUse::together(place.folder())?;
    let not_written = |cause| NotTaken::NotWritten { file: to.to_owned(), cause };
    let (copy, draft) = (Draft::beside(to, "copy"), Draft::beside(to, "new"));
    // SQLite writes into an empty file, and so nobody else can read the copy at any moment.
    copy.open().map_err(not_written)?;
    let schema = copy_database(&database, &copy.0).await?;
    let write = || {
        let mut writer = BufWriter::new(draft.open()?);
        let contents = file::write(&copy.0, &mut writer, schema, today)?;
        writer.flush()?;
        writer.get_ref().sync_all()?;
        fs::rename(&draft.0, to)?;
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        settle(folder.unwrap_or(Path::new(".")))?;
        Ok(contents)
    };
    Ok(Taken { contents: write().map_err(not_written)?, file: to.to_owned() })
}

/// Copies the database, looks for faults in the copy, and answers its newest migration.
async fn copy_database(database: &Path, copy: &Path) -> Result<i64, NotTaken> {
    let not_copied = |cause| NotTaken::NotCopied { file: database.to_owned(), cause };
    let mut connection = open(database).await.map_err(not_copied)?;
    let copied = sqlx::query("VACUUM INTO $1").bind(copy.to_string_lossy().into_owned()).execute(&mut connection).await;
    connection.close().await.map_err(not_copied)?;
    copied.map_err(not_copied)?;

    let mut connection = open(copy).await.map_err(not_copied)?;
    let ask = "PRAGMA integrity_check(1)";
    let said: String = sqlx::query_scalar(ask).fetch_one(&mut connection).await.map_err(not_copied)?;
    let ask = "SELECT COALESCE(MAX(version), 0) FROM migrations";
    let schema = sqlx::query_scalar(AssertSqlSafe(ask)).fetch_one(&mut connection).await;
    connection.close().await.map_err(not_copied)?;
    if said != "ok" {
        return Err(NotTaken::Damaged { file: database.to_owned(), said });
    }
    schema.map_err(not_copied)
}

async fn open(file: &Path) -> Result<sqlx::SqliteConnection, sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(false);
    options.busy_timeout(std::time::Duration::from_secs(10)).disable_statement_logging().connect().await
}

/// A file that is gone again unless it was renamed.
struct Draft(PathBuf);

impl Draft {
    /// Beside `file`, so that it can be renamed to it, under a name that no other process chooses.
    fn beside(file: &Path, ending: &str) -> Draft {
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".{}.{ending}", std::process::id()));
        Draft(PathBuf::from(name))
    }

    /// Opens it empty; only its owner can read it, because the key that seals releases is in it.
    fn open(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&self.0)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

impl fmt::Display for Taken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Contents { bytes, schema, .. } = self.contents;
        write!(formatter, "Backed up {bytes} bytes (schema {schema}) into {}.", self.file.display())
    }
}
