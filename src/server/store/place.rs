//! Where things are kept, and how a connection to it is set up.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Connection, Executor};

use crate::store::NotOpened;

/// SQLite's file in the data folder.
const FILE: &str = "noticeboard.sqlite3";
/// Connections of one process. SQLite has one writer; the others read.
const MOST_CONNECTIONS: u32 = 8;

/// How a connection to SQLite is set up: readers do not wait for the writer, a commit is on the disk before it is
/// acknowledged, and what is deleted is overwritten.
const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; \
    PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

/// Where things are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    engine: Engine,
}

/// Which database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Engine {
    /// A file in the folder.
    Sqlite,
    /// A server, by its address.
    Postgres(String),
}

impl Place {
    /// SQLite's file `noticeboard.sqlite3` in `folder`.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Place {
        Place { folder: folder.into(), engine: Engine::Sqlite }
    }

    /// A PostgreSQL database such as `postgres://user:password@host/database`; `folder` keeps only the high-water file.
    pub fn in_postgres(address: impl Into<String>, folder: impl Into<PathBuf>) -> Place {
        Place { folder: folder.into(), engine: Engine::Postgres(address.into()) }
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// SQLite's file; nothing with PostgreSQL.
    pub fn file(&self) -> Option<PathBuf> {
        (self.engine == Engine::Sqlite).then(|| self.folder.join(FILE))
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Makes the folder and connects.
    pub(super) async fn connect(&self) -> Result<AnyPool, NotOpened> {
        self.folder_is_writable()?;
        self.pool().await
    }

    /// Connects and makes nothing; nothing when SQLite's file is not there.
    pub(super) async fn connect_if_begun(&self) -> Result<Option<AnyPool>, NotOpened> {
        if self.file().is_some_and(|file| !file.exists()) { Ok(None) } else { self.pool().await.map(Some) }
    }

    async fn pool(&self) -> Result<AnyPool, NotOpened> {
        let unreadable = |cause: sqlx::Error| NotOpened::Unreadable { place: self.to_string(), cause: cause.into() };
        sqlx::any::install_default_drivers();
        let options = AnyConnectOptions::from_str(&self.address()).map_err(unreadable)?.disable_statement_logging();
        let engine = self.engine.clone();
        // Once without a pool, which would try again and again for as long as one may wait for a connection.
        let mut first = options.connect().await.map_err(unreadable)?;
        set_up(&mut first, &self.engine).await.map_err(unreadable)?;
        first.close().await.map_err(unreadable)?;
        let pool = AnyPoolOptions::new()
            .max_connections(MOST_CONNECTIONS)
            .acquire_timeout(Duration::from_secs(15))
            .after_connect(move |connection, _| {
                let engine = engine.clone();
                Box::pin(async move { set_up(connection, &engine).await })
            });
        pool.connect_with(options).await.map_err(unreadable)
    }

    fn folder_is_writable(&self) -> Result<(), NotOpened> {
        let try_it = || {
            fs::create_dir_all(&self.folder)?;
            let trial = self.folder.join(".can-be-written");
            fs::write(&trial, b"")?;
            fs::remove_file(&trial)
        };
        try_it().map_err(|cause| NotOpened::Folder { folder: self.folder.clone(), cause })
    }

    fn address(&self) -> String {
        match &self.engine {
            Engine::Postgres(address) => address.clone(),
            Engine::Sqlite => {
                let path = self.folder.join(FILE).to_string_lossy().into_owned();
                // What would end or change a path in an address.
                let path = path.replace('%', "%25").replace('?', "%3F").replace('#', "%23").replace(' ', "%20");
                format!("sqlite:{path}?mode=rwc")
            }
        }
    }
}

async fn set_up(connection: &mut AnyConnection, engine: &Engine) -> Result<(), sqlx::Error> {
    if *engine == Engine::Sqlite {
        connection.execute(sqlx::raw_sql(PRAGMAS)).await?;
    }
    Ok(())
}

/// Names the database without the password in its address.
impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.engine {
            Engine::Sqlite => write!(formatter, "{}", self.folder.join(FILE).display()),
            Engine::Postgres(_) => formatter.write_str("the PostgreSQL database of DATABASE_URL"),
        }
    }
}
