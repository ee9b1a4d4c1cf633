//! The end of a transaction, which alone says what became of its requests.

use indexed_db_futures::error::{DomException, Error};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::transaction::Transaction;

use super::because;
use crate::storage::StorageFailure;

/// Commits, and returns once the browser says that it has.
///
/// A transaction can be aborted after all its requests have succeeded, when room runs out while it is written. Chromium
/// fires `abort` alone then, and only the transaction itself knows why.
pub(super) async fn commit(transaction: Transaction<'_>) -> Result<(), StorageFailure> {
    let system = transaction.as_sys().clone();
    match transaction.commit().await {
        Ok(()) => Ok(()),
        // What the newest opening alone may add was there.
        Err(Error::DomException(DomException::ConstraintError(_))) => Err(StorageFailure::TakenOver),
        Err(error) => match system.error() {
            Some(reason) => Err(because(format!("{}: {}", reason.name(), reason.message()))),
            None => Err(error.into()),
        },
    }
}
