//! Whose the store is: the opening that was made last. Web Locks keep two tabs apart where there are any; this keeps
//! them apart everywhere, and stops what an old tab still has on its way.

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};

use super::schema::KEYS;
use crate::storage::StorageFailure;

const OWNER: &str = "owner";

/// Makes `owner` the one whose writes are taken.
pub(super) async fn take(database: &Database, owner: &str) -> Result<(), StorageFailure> {
    let mut options = TransactionOptions::new();
    options.set_durability(TransactionDurability::Strict);
    let transaction = database.transaction(KEYS).with_mode(TransactionMode::Readwrite).with_options(options).build()?;
    let keys = transaction.object_store(KEYS)?;
    drop(keys.put(owner).with_key(OWNER).without_key_type().primitive()?);
    drop(keys);
    Ok(transaction.commit().await?)
}

/// Whose the store is, as `transaction` sees it.
pub(super) async fn of(transaction: &Transaction<'_>) -> Result<Option<String>, StorageFailure> {
    let keys = transaction.object_store(KEYS)?;
    Ok(keys.get::<String, _, _>(OWNER).primitive()?.await?)
}
