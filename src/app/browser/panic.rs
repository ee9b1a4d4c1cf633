//! When the app stops: the console hears why, and a person sees that everything saved is safe.

use wasm_bindgen::JsValue;

/// From now on a panic shows the page that `boot.js` keeps for it.
pub fn show() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
        super::call(&super::window(), "noticeboardPanic", &[]);
    }));
}
