//! The database's one page: three stores, additive steps, verified after opening.
//!
//! - `records`: key text → sealed bytes. Every kind of record lives here; a new kind needs no new version.
//! - `keys`: `opening` → the number of the opening whose writes are taken; `opening/N` → the random name of the Nth
//!   opening; `wrapping` → a CryptoKey that no script can read out; `data` → the data key, wrapped by it.
//! - `turns`: numbers of openings, each at most once: `writing` → of the one that wrote last; `over/N` → N, from which a
//!   later opening has taken the store.

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;

use crate::storage::StorageFailure;

/// Sealed records by key.
pub(super) const RECORDS: &str = "records";
/// The wrapping key and the wrapped data key.
pub(super) const KEYS: &str = "keys";
/// Numbers of openings, by where they stand.
pub(super) const TURNS: &str = "turns";
/// The index in which each number of [`TURNS`] stands once.
pub(super) const NUMBER: &str = "number";
/// The path from what is stored to what is indexed: it is the same.
const ITSELF: &str = "";

const VERSION: u8 = 2;

/// Opens the database and brings it to the newest version.
///
/// A browser can die in the middle of an upgrade with the version already raised, so the stores are looked for after
/// opening rather than trusted.
pub(super) async fn open(name: &str) -> Result<Database, StorageFailure> {
    with_stores(name, &[RECORDS, KEYS, TURNS]).await
}

/// The same for whoever only reads: the store in which others are kept from writing may be missing.
pub(super) async fn open_to_read(name: &str) -> Result<Database, StorageFailure> {
    with_stores(name, &[RECORDS, KEYS]).await
}

async fn with_stores(name: &str, wanted: &[&str]) -> Result<Database, StorageFailure> {
    let database = Database::open(name)
        .with_version(VERSION)
        .with_on_blocked(|_| Ok(()))
        .with_on_upgrade_needed(|event, database| {
            if event.old_version() < 1.0 {
                step_1(&database)?;
            }
            if event.old_version() < 2.0 {
                step_2(&database)?;
            }
            Ok(())
        })
        .await?;
    let stores: Vec<String> = database.object_store_names().collect();
    let Some(missing) = wanted.iter().find(|wanted| !stores.iter().any(|store| store == *wanted)) else {
        return Ok(database);
    };
    let failure = StorageFailure::Failed(format!("the store {missing:?} is missing"));
    database.close();
    Err(failure)
}

fn step_1(database: &Database) -> Result<(), indexed_db_futures::error::Error> {
    database.create_object_store(RECORDS).build()?;
    database.create_object_store(KEYS).build()?;
    Ok(())
}

fn step_2(database: &Database) -> Result<(), indexed_db_futures::error::Error> {
    let turns = database.create_object_store(TURNS).build()?;
    turns.create_index(NUMBER, ITSELF.into()).with_unique(true).build()?;
    Ok(())
}
