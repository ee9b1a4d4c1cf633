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
    let timer = Timer::of(milliseconds);
    match select(pin!(answer), pin!(timer.ends())).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(StorageFailure::Failed(format!("no answer within {} s", milliseconds / 1_000))),
    }
}

/// A timer of the page, which ends with this.
struct Timer {
    number: i32,
    promise: Promise,
}

impl Timer {
    fn of(milliseconds: i32) -> Timer {
        let mut number = 0;
        let promise = Promise::new(&mut |resolve, _| {
            let window = web_sys::window().expect("a tablet is a page");
            let set = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
            number = set.expect("a page has timers");
        });
        Timer { number, promise }
    }

    async fn ends(&self) {
        // A timer's promise has no way to fail.
        let _ = JsFuture::from(self.promise.clone()).await;
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.number);
        }
    }
}
