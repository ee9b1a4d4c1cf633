//! Whose the store is: the opening that was made last. Web Locks keep two tabs apart where there are any; this keeps
//! them apart everywhere, and stops what an old tab still has on its way.
//!
//! Openings are numbered, and each one's number stays. What opening 7 writes first adds number 8: if a later opening has
//! it, the browser itself refuses the whole transaction, so that no write has to wait for a question. Firefox does not where
//! the transaction was asked to commit before, and is not asked ([`Commit`]).

use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};

use super::SIGN_OF_LIFE;
use super::ending::{self, Commit};
use super::limit::within;
use super::schema::KEYS;
use crate::storage::StorageFailure;

/// The number of the newest opening.
const NEWEST: &str = "opening";

/// One opening of the store.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    number: u32,
    /// Random: after the browser has thrown the store away, numbers begin again.
    name: String,
    /// How its transactions come to their end.
    commit: Commit,
}

impl Opening {
    /// One whose writes are never taken: it only reads.
    pub(super) fn none() -> Opening {
        Opening { number: 0, name: String::new(), commit: Commit::ByItself }
    }

    /// Makes the one whose writes are taken.
    pub(super) async fn take(database: &Database, name: String) -> Result<Opening, StorageFailure> {
        let mut options = TransactionOptions::new();
        options.set_durability(TransactionDurability::Strict);
        let transaction =
            database.transaction(KEYS).with_mode(TransactionMode::Readwrite).with_options(options).build()?;
        let keys = transaction.object_store(KEYS)?;
        let newest: Option<u32> = keys.get(NEWEST).primitive()?.await?;
        let number = newest.unwrap_or_default() + 1;
        drop(keys.put(number).with_key(NEWEST).without_key_type().primitive()?);
        drop(keys.put(name.as_str()).with_key(key(number)).without_key_type().primitive()?);
        drop(keys);
        ending::of(transaction, Commit::ByItself).await?;
        // A browser that gives no answer is asked nothing that it need not do.
        let commit = within(SIGN_OF_LIFE, commit_of(database)).await.unwrap_or(Commit::ByItself);
        Ok(Opening { number, name, commit })
    }

    /// Whether a store that was opened again under the same name is still the one that this opening took.
    pub(super) async fn is_of(&self, database: &Database) -> Result<bool, StorageFailure> {
        let transaction = database.transaction(KEYS).with_mode(TransactionMode::Readonly).build()?;
        let keys = transaction.object_store(KEYS)?;
        let name: Option<String> = keys.get(key(self.number)).primitive()?.await?;
        Ok(name.as_ref() == Some(&self.name))
    }

    /// Commits the transaction of these requests if no later opening has taken the store.
    pub(super) async fn commit(
        &self,
        transaction: Transaction<'_>,
        requests: impl FnOnce(&Transaction<'_>) -> Result<(), Error>,
    ) -> Result<(), StorageFailure> {
        let keys = transaction.object_store(KEYS)?;
        let next = key(self.number + 1);
        // Nothing waits for a single request: the transaction's end says what became of all.
        let guard = keys.add(self.name.as_str()).with_key(next.as_str()).without_key_type().primitive()?;
        requests(&transaction)?;
        drop(keys.delete::<&str, _>(next.as_str()).primitive()?);
        drop(keys);
        ending::of_guarded(transaction, guard, self.commit).await
    }
}

/// How transactions may end here: the browser is tried, with one that fails as a write of an opening does that was taken
/// over. The request that fails is not the last: only there Firefox takes the transaction back.
async fn commit_of(database: &Database) -> Result<Commit, StorageFailure> {
    let transaction = database.transaction(KEYS).with_mode(TransactionMode::Readwrite).build()?;
    let keys = transaction.object_store(KEYS)?;
    let guard = keys.add(0_u32).with_key(NEWEST).without_key_type().primitive()?;
    // Openings are numbered from 1.
    drop(keys.delete::<&str, _>(key(0).as_str()).primitive()?);
    drop(keys);
    Ok(match ending::of_guarded(transaction, guard, Commit::AtOnce).await {
        Err(StorageFailure::TakenOver) => Commit::AtOnce,
        _ => Commit::ByItself,
    })
}

fn key(number: u32) -> String {
    format!("opening/{number}")
}
