//! The database's one page: three stores, additive steps, verified after opening.
//!
//! - `records`: key text → sealed bytes. Every kind of record lives here; a new kind needs no new version.
//! - `keys`: `opening` → the number of the opening whose writes are taken; `opening/N` → the random name of the Nth
//!   opening; `wrapping` → a CryptoKey that no script can read out; `data` → the data key, wrapped by it.
//! - `turns`: `{ number }` of openings, each at most once: `writing` → of the one that wrote last; `over/N` → of one that a
//!   later opening has taken the store from.

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;

use crate::storage::StorageFailure;

/// Sealed records by key.
pub(super) const RECORDS: &str = "records";
/// The wrapping key and the wrapped data key.
pub(super) const KEYS: &str = "keys";
/// Numbers of openings, by where they stand.
pub(super) const TURNS: &str = "turns";
/// Where a turn has its opening's number, which stands once among them.
pub(super) const NUMBER: &str = "number";

const VERSION: u8 = 2;

/// Opens the database and brings it to the newest version.
///
/// A browser can die in the middle of an upgrade with the version already raised, so the stores are looked for after
/// opening rather than trusted.
pub(super) async fn open(name: &str) -> Result<Database, StorageFailure> {
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
    match [RECORDS, KEYS, TURNS].into_iter().find(|wanted| !stores.iter().any(|store| store == wanted)) {
        None => Ok(database),
        Some(missing) => Err(StorageFailure::Failed(format!("the store {missing:?} is missing"))),
    }
}

fn step_1(database: &Database) -> Result<(), indexed_db_futures::error::Error> {
    database.create_object_store(RECORDS).build()?;
    database.create_object_store(KEYS).build()?;
    Ok(())
}

fn step_2(database: &Database) -> Result<(), indexed_db_futures::error::Error> {
    let turns = database.create_object_store(TURNS).build()?;
    turns.create_index(NUMBER, NUMBER.into()).with_unique(true).build()?;
    Ok(())
}
