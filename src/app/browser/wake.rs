//! Keeping the screen awake during a visit.

use dioxus::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{call, property, window};

/// What a lock calls when it is let go of.
const ON_RELEASE: &str = "onrelease";

/// Whether the screen stays awake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awake {
    /// Not known yet.
    Asking,
    /// It stays awake.
    Yes,
    /// This browser cannot keep it awake, or will not (on low battery, for example).
    No,
}

/// Keeps the screen awake for as long as the component is on screen, and says whether that works.
///
/// A browser lets go of the lock whenever the page is hidden, so it is taken again when the page is back.
pub fn use_awake() -> Signal<Awake> {
    let mut awake = use_signal(|| Awake::Asking);
    let mut lock = use_signal(|| None::<JsValue>);
    let visible = crate::app::use_happenings().visible;
    // A browser may let go of it at any time, on low battery for example. While the page is hidden that says nothing new.
    let lost = use_callback(move |()| {
        if *visible.peek() {
            awake.set(Awake::No);
        }
    });
    use_effect(move || {
        if visible() {
            spawn(async move {
                let taken = take().await;
                if let Some(taken) = &taken {
                    say_when_released(taken, lost);
                }
                awake.set(if taken.is_some() { Awake::Yes } else { Awake::No });
                lock.set(taken);
            });
        }
    });
    use_drop(move || {
        if let Some(lock) = lock.peek().as_ref() {
            let _ = js_sys::Reflect::set(lock, &ON_RELEASE.into(), &JsValue::NULL);
            call(lock, "release", &[]);
        }
    });
    awake
}

fn say_when_released(lock: &JsValue, lost: Callback) {
    let released = Closure::<dyn FnMut()>::new(move || lost.call(()));
    let _ = js_sys::Reflect::set(lock, &ON_RELEASE.into(), &released.into_js_value());
}

async fn take() -> Option<JsValue> {
    let wake_lock = property(&window().navigator(), "wakeLock")?;
    let asked = call(&wake_lock, "request", &["screen".into()])?;
    JsFuture::from(asked.unchecked_into::<js_sys::Promise>()).await.ok()
}
