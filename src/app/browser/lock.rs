//! One tab at a time: two would each hold the tablet in memory and not see what the other does.
//!
//! The lock saves confusion; that nothing is lost or doubled rests on the storage, which takes writes only from the
//! opening that was made last.

use dioxus::prelude::Callback;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{call, property, window};

const NAME: &str = "noticeboard-tablet";

/// How to take the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// Only when no other tab has it.
    IfFree,
    /// From the tab that has it.
    Over,
}

/// Takes the lock until the page is closed; false when another tab has it. `lost` is called when another tab takes it
/// over. A browser without such locks always answers true.
pub async fn take(taking: Taking, lost: Callback) -> bool {
    let Some(locks) = property(&window().navigator(), "locks") else { return true };
    let (tell, told) = pending();
    let granted = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |lock: JsValue| {
        let has = !lock.is_null();
        let _ = tell.call1(&JsValue::NULL, &has.into());
        // The lock is held for as long as this promise waits, which is until the page is closed.
        if has { Promise::new(&mut |_, _| {}).into() } else { JsValue::UNDEFINED }
    });
    let Some(held) = call(&locks, "request", &[NAME.into(), options(taking), granted.into_js_value()]) else {
        return true;
    };
    let has = JsFuture::from(told).await.is_ok_and(|has| has.is_truthy());
    if has {
        // Ends only by an error: another tab took the lock over.
        wasm_bindgen_futures::spawn_local(async move {
            if JsFuture::from(held.unchecked_into::<Promise>()).await.is_err() {
                lost.call(());
            }
        });
    }
    has
}

fn options(taking: Taking) -> JsValue {
    let name = match taking {
        Taking::IfFree => "ifAvailable",
        Taking::Over => "steal",
    };
    let options = Object::new();
    Reflect::set(&options, &name.into(), &true.into()).expect("an object takes any property");
    options.into()
}

/// A promise and the function that fulfils it.
fn pending() -> (Function, Promise) {
    let mut tell = None;
    let told = Promise::new(&mut |resolve, _| tell = Some(resolve));
    (tell.expect("a promise calls its function at once"), told)
}
