//! How long the browser may take: the request of a handle that died can stay without any answer.

use std::pin::pin;

use futures_util::future::{Either, select};
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use crate::storage::StorageFailure;

/// Milliseconds, whatever is asked: many times what a slow tablet needs.
const LONGEST: i32 = 8_000;
/// Milliseconds more for each record of a batch: taking out ten thousand at once takes seconds.
const FOR_EACH: i32 = 2;

/// Milliseconds that a batch of so many records may take.
pub(super) fn of_batch(records: usize) -> i32 {
    LONGEST.saturating_add(FOR_EACH.saturating_mul(i32::try_from(records).unwrap_or(i32::MAX)))
}

/// The answer, if it comes within so many milliseconds; otherwise what was asked is let go of.
pub(super) async fn within<T>(
    milliseconds: i32,
    answer: impl Future<Output = Result<T, StorageFailure>>,
) -> Result<T, StorageFailure> {
    match select(pin!(answer), pin!(wait(milliseconds))).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(StorageFailure::Failed(format!("no answer within {} s", milliseconds / 1_000))),
    }
}

/// The timer runs to its end also where nobody waits any more: what waits for a promise is kept until that is settled.
async fn wait(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("a tablet is a page");
        let set = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        set.expect("a page has timers");
    });
    // A timer's promise has no way to fail.
    let _ = JsFuture::from(promise).await;
}
