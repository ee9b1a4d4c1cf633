//! The end of a transaction, which alone says what became of its requests.

use indexed_db_futures::error::{DomException, Error};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::transaction::Transaction;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::because;
use crate::storage::StorageFailure;

/// How a transaction comes to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commit {
    /// At once, by `commit()`: the browser need not come back to the page, which may be put to sleep.
    AtOnce,
    /// By itself, when every request was answered: where one fails after `commit()` and was not the last, Firefox keeps
    /// what the others wrote.
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
        Some(reason) => because(format!("{}: {}", reason.name(), reason.message())),
        None => StorageFailure::Failed("the browser took the transaction back".to_owned()),
    })
}

/// The same of a transaction that adds, as `guard`, what only one page may add. Where it was there already the whole is
/// taken back, and the request says so: WebKit's transaction does not know why.
pub(super) async fn of_guarded<T>(
    transaction: Transaction<'_>,
    guard: impl Future<Output = Result<T, Error>>,
    commit: Commit,
) -> Result<(), StorageFailure> {
    let ended = of(transaction, commit).await;
    if ended.is_err() && matches!(guard.await, Err(Error::DomException(DomException::ConstraintError(_)))) {
        return Err(StorageFailure::TakenOver);
    }
    ended
}
