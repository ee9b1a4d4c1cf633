//! The end of a transaction, and what its requests say before it: only both together say that all was kept.

use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::transaction::Transaction;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, Event};

use super::because;
use crate::storage::StorageFailure;

/// How a transaction comes to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commit {
    /// At once, by `commit()`: the browser need not come back to the page, which may be put to sleep. Of requests that
    /// fail, only the last one takes the others along in Firefox, and no one where it is asked within an answer.
    AtOnce,
    /// By itself, when every request was answered: then one that fails takes all of them along everywhere.
    ByItself,
}

/// Returns once the browser says that it has ended. It is kept where it has committed and no request has failed: after
/// `commit()` Firefox completes a transaction of which one has.
///
/// A transaction can be aborted after all its requests have succeeded, when room runs out while it is written. Chromium
/// fires `abort` alone then, and only the transaction itself knows why; of a request that was refused WebKit's does not.
pub(super) async fn of(transaction: Transaction<'_>, commit: Commit) -> Result<(), StorageFailure> {
    let system = transaction.as_sys();
    let failing = Promise::new(&mut |heard, _| system.set_onerror(Some(&heard)));
    let ended = Promise::new(&mut |completed, aborted| {
        system.set_oncomplete(Some(&completed));
        system.set_onabort(Some(&aborted));
    });
    if commit == Commit::AtOnce {
        #[expect(deprecated, reason = "web-sys calls it so; the standard and all browsers have it")]
        let asked = system.commit();
        asked.map_err(|_| StorageFailure::Failed("the transaction is over already".to_owned()))?;
    }
    let ended = JsFuture::from(ended).await;
    // Requests have told by now, if ever.
    let told = Promise::race(&Array::of2(&failing, &Promise::resolve(&JsValue::UNDEFINED)));
    let told = JsFuture::from(told).await.ok().and_then(reason);
    if ended.is_ok() && told.is_none() {
        return Ok(());
    }
    // What was only taken along with something else does not know why.
    let mut reasons = [system.error(), told].into_iter().flatten().filter(|reason| reason.name() != "AbortError");
    Err(match reasons.next() {
        // What may stand once is asked for nowhere but where two pages would do it.
        Some(reason) if reason.name() == "ConstraintError" => StorageFailure::TakenOver,
        Some(reason) => because(format!("{}: {}", reason.name(), reason.message())),
        None => StorageFailure::Failed("the browser took the transaction back".to_owned()),
    })
}

/// Why the request failed that an event is of; nothing where there is no event.
fn reason(event: JsValue) -> Option<DomException> {
    let request = event.dyn_into::<Event>().ok()?.target()?;
    Reflect::get(&request, &"error".into()).ok()?.dyn_into().ok()
}
