//! The end of a transaction, which alone says what became of its requests.

use indexed_db_futures::error::{DomException, Error};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::transaction::Transaction;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::because;
use crate::storage::StorageFailure;

/// Asks for the commit at once, so that the browser need not come back to a page that may be put to sleep, and returns
/// when it says that it has committed.
///
/// A transaction can be aborted after all its requests have succeeded, when room runs out while it is written. Chromium
/// fires `abort` alone then, and only the transaction itself knows why.
pub(super) async fn of(transaction: Transaction<'_>) -> Result<(), StorageFailure> {
    let system = transaction.as_sys();
    let ended = Promise::new(&mut |completed, aborted| {
        system.set_oncomplete(Some(&completed));
        system.set_onabort(Some(&aborted));
    });
    #[expect(deprecated, reason = "web-sys calls it so; the standard and all browsers have it")]
    let asked = system.commit();
    asked.map_err(|_| StorageFailure::Failed("the transaction is over already".to_owned()))?;
    if JsFuture::from(ended).await.is_ok() {
        return Ok(());
    }
    Err(match system.error() {
        Some(reason) => because(format!("{}: {}", reason.name(), reason.message())),
        None => StorageFailure::Failed("the browser took the transaction back".to_owned()),
    })
}

/// The same of a transaction whose last request, `guard`, puts what only one page may put. Where it stands already the
/// whole is taken back, and the request says so: WebKit's transaction does not know why.
///
/// It has to be the last: of one that fails before others Firefox keeps, after `commit()`, what those wrote.
pub(super) async fn of_guarded<T>(
    transaction: Transaction<'_>,
    guard: impl Future<Output = Result<T, Error>>,
) -> Result<(), StorageFailure> {
    let ended = of(transaction).await;
    if ended.is_err() && matches!(guard.await, Err(Error::DomException(DomException::ConstraintError(_)))) {
        return Err(StorageFailure::TakenOver);
    }
    ended
}
