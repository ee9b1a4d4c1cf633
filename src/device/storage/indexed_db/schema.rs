//! The database's one page: two stores, additive steps, verified after opening.
//!
//! - `records`: key text → sealed bytes. Every kind of record lives here; a new kind needs no new version.
//! - `keys`: `opening` → the number of the opening whose writes are taken; `opening/N` → the random name of the Nth
//!   opening; `wrapping` → a CryptoKey that no script can read out; `data` → the data key, wrapped by it.

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;

use crate::storage::StorageFailure;

/// Sealed records by key.
pub(super) const RECORDS: &str = "records";
/// The wrapping key and the wrapped data key.
pub(super) const KEYS: &str = "keys";

const VERSION: u8 = 1;

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
            Ok(())
        })
        .await?;
    let stores: Vec<String> = database.object_store_names().collect();
    match [RECORDS, KEYS].into_iter().find(|wanted| !stores.iter().any(|store| store == wanted)) {
        None => Ok(database),
        Some(missing) => Err(StorageFailure::Failed(format!("the store {missing:?} is missing"))),
    }
}

fn step_1(database: &Database) -> Result<(), indexed_db_futures::error::Error> {
    database.create_object_store(RECORDS).build()?;
    database.create_object_store(KEYS).build()?;
    Ok(())
}
