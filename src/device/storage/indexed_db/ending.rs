//! The end of a transaction, which alone says what became of its requests.

use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::transaction::Transaction;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::because;
use crate::storage::StorageFailure;

/// How a transaction comes to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commit {
    /// At once: what was asked of it is finished also when the page is put to sleep or goes away.
    AtOnce,
    /// By itself, when every request was answered: where one fails after `commit()`, Firefox keeps what the others wrote.
    ByItself,
}

/// Returns once the browser says that it has committed.
///
/// A transaction can be aborted after all its requests have succeeded, when room runs out while it is written. Chromium
/// fires `abort` alone then, and only the transaction itself knows why.
pub(super) async fn of(transaction: Transaction<'_>, commit: Commit) -> Result<(), StorageFailure> {
    let system = transaction.as_sys();
    let ended = Promise::new(&mut |completed, aborted| {
        system.set_oncomplete(Some(&completed));
        system.set_onabort(Some(&aborted));
    });
    if commit == Commit::AtOnce {
        #[expect(deprecated, reason = "web-sys calls it so; the standard and all browsers have it")]
        let asked = system.commit();
        asked.map_err(|_| StorageFailure::Failed("the transaction is over already".to_owned()))?;
    }
    if JsFuture::from(ended).await.is_ok() {
        return Ok(());
    }
    Err(match system.error() {
        // What the newest opening alone may add was there.
        Some(reason) if reason.name() == "ConstraintError" => StorageFailure::TakenOver,
        Some(reason) => because(format!("{}: {}", reason.name(), reason.message())),
        None => StorageFailure::Failed("the browser took the transaction back".to_owned()),
    })
}
