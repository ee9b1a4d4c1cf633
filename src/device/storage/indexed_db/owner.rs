//! Whose the store is: the opening that was made last. Web Locks keep two tabs apart where there are any; this keeps
//! them apart everywhere, and stops what an old tab still has on its way.
//!
//! Openings are numbered. Each write of opening 7 ends by putting its number in one place, over what stands there. An
//! index lets each number stand once: opening 8 puts the 7 where it stays, and from then on the browser itself refuses
//! every transaction of opening 7, so that no write has to wait for a question.

use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};

use super::ending::{self, Commit};
use super::schema::{KEYS, NUMBER, TURNS};
use crate::storage::StorageFailure;

/// The number of the newest opening.
const NEWEST: &str = "opening";
/// Where the newest opening puts its number as it writes.
const WRITING: &str = "writing";

/// One opening of the store.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    number: u32,
    /// Random: after the browser has thrown the store away, numbers begin again.
    name: String,
}

impl Opening {
    /// One whose writes are never taken: it only reads.
    pub(super) fn none() -> Opening {
        Opening { number: 0, name: String::new() }
    }

    /// Makes the one whose writes are taken.
    pub(super) async fn take(database: &Database, name: String) -> Result<Opening, StorageFailure> {
        let mut options = TransactionOptions::new();
        options.set_durability(TransactionDurability::Strict);
        let both = [KEYS, TURNS];
        let transaction =
            database.transaction(both).with_mode(TransactionMode::Readwrite).with_options(options).build()?;
        let keys = transaction.object_store(KEYS)?;
        let newest: Option<u32> = keys.get(NEWEST).primitive()?.await?;
        let earlier = newest.unwrap_or_default();
        let opening = Opening { number: earlier + 1, name };
        drop(keys.put(opening.number).with_key(NEWEST).without_key_type().primitive()?);
        drop(keys.put(opening.name.as_str()).with_key(opening.key()).without_key_type().primitive()?);
        drop(keys);
        let turns = transaction.object_store(TURNS)?;
        // Without it nobody would be refused.
        turns.index(NUMBER)?;
        drop(turns.delete::<&str, _>(WRITING).primitive()?);
        put(&turns, earlier, &format!("over/{earlier}"))?;
        drop(turns);
        ending::of(transaction, Commit::ByItself).await?;
        Ok(opening)
    }

    /// Whether a store that was opened again under the same name is still the one that this opening took.
    pub(super) async fn is_of(&self, database: &Database) -> Result<bool, StorageFailure> {
        let transaction = database.transaction(KEYS).with_mode(TransactionMode::Readonly).build()?;
        let keys = transaction.object_store(KEYS)?;
        let name: Option<String> = keys.get(self.key()).primitive()?.await?;
        Ok(name.as_ref() == Some(&self.name))
    }

    /// Commits a transaction after all that was asked in it, if no later opening has taken the store. [`TURNS`] is one of
    /// its stores. At once it can be one with a single request: where that fails and this one does not, Firefox keeps a
    /// number and no half of a batch.
    pub(super) async fn commit(&self, transaction: Transaction<'_>, commit: Commit) -> Result<(), StorageFailure> {
        // One that only reads has no number that anybody could have put away.
        if self.number == 0 {
            return Err(StorageFailure::TakenOver);
        }
        let turns = transaction.object_store(TURNS)?;
        put(&turns, self.number, WRITING)?;
        drop(turns);
        ending::of(transaction, commit).await
    }

    fn key(&self) -> String {
        format!("opening/{}", self.number)
    }
}

/// Asks for an opening's number to be put in a place.
fn put(turns: &ObjectStore<'_>, number: u32, place: &str) -> Result<(), Error> {
    drop(turns.put(number).with_key(place).without_key_type().primitive()?);
    Ok(())
}
