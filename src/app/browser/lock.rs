//! One tab at a time: two would each hold the tablet in memory and not see what the other does.
//!
//! The lock saves confusion; that nothing is lost or doubled rests on the storage, which takes writes only from the
//! opening that was made last.

use std::cell::Cell;
use std::rc::Rc;

use dioxus::prelude::Callback;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{call, property, window};

const NAME: &str = "noticeboard-tablet";

/// How long to wait for the lock, in milliseconds: a page that was just left, or is loaded anew, may hold it for a moment
/// longer than it is seen.
const PATIENCE: f64 = 2_000.0;

/// How to take the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// Only when no other tab has it, or lets go of it within two seconds.
    IfFree,
    /// From the tab that has it.
    Over,
}

/// Takes the lock until the page is closed; false when another tab has it. `lost` is called when another tab takes it
/// over. A browser without such locks always answers true.
pub async fn take(taking: Taking, lost: Callback) -> bool {
    let Some(locks) = property(&window().navigator(), "locks") else { return true };
    let (tell, told) = pending();
    let tell_of_refusal = tell.clone();
    let is_held = Rc::new(Cell::new(false));
    let was_held = is_held.clone();
    let granted = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |lock: JsValue| {
        let has = !lock.is_null();
        is_held.set(has);
        let _ = tell.call1(&JsValue::NULL, &has.into());
        // The lock is held for as long as this promise waits, which is until the page is closed.
        if has { Promise::new(&mut |_, _| {}).into() } else { JsValue::UNDEFINED }
    });
    let Some(held) = call(&locks, "request", &[NAME.into(), options(taking), granted.into_js_value()]) else {
        return true;
    };
    // Ends only by an error: nobody let go of the lock in time, or later another tab took it over.
    wasm_bindgen_futures::spawn_local(async move {
        if JsFuture::from(held.unchecked_into::<Promise>()).await.is_err() {
            if was_held.get() {
                lost.call(());
            } else {
                let _ = tell_of_refusal.call1(&JsValue::NULL, &false.into());
            }
        }
    });
    JsFuture::from(told).await.is_ok_and(|has| has.is_truthy())
}

fn options(taking: Taking) -> JsValue {
    let patience = || {
        let signals = Reflect::get(&js_sys::global(), &"AbortSignal".into()).ok()?;
        call(&signals, "timeout", &[PATIENCE.into()])
    };
    let (name, value) = match (taking, patience()) {
        (Taking::Over, _) => ("steal", JsValue::TRUE),
        (Taking::IfFree, Some(patience)) => ("signal", patience),
        // A browser that knows no such signal answers at once.
        (Taking::IfFree, None) => ("ifAvailable", JsValue::TRUE),
    };
    let options = Object::new();
    Reflect::set(&options, &name.into(), &value).expect("an object takes any property");
    options.into()
}

/// A promise and the function that fulfils it.
fn pending() -> (Function, Promise) {
    let mut tell = None;
    let told = Promise::new(&mut |resolve, _| tell = Some(resolve));
    (tell.expect("a promise calls its function at once"), told)
}
