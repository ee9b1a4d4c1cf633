//! Everything that only a browser can do; no other folder of the app names `web_sys` or `js_sys`.

pub mod address;
pub mod camera;
pub mod clock;
pub mod dates;
pub mod events;
pub mod file;
pub mod installed;
pub mod keeping;
pub mod lock;
pub mod network;
pub mod page;
pub mod panic;
pub mod pulse;
pub mod random;
pub mod remembered;
pub mod sound;
pub mod touch;
pub mod update;
pub mod wake;

use wasm_bindgen::{JsCast, JsValue};

/// The window: this code runs in a page and nowhere else.
fn window() -> web_sys::Window {
    web_sys::window().expect("the app runs in a page")
}

/// The page's document.
fn document() -> web_sys::Document {
    window().document().expect("a page has a document")
}

/// A property that not every browser has; nothing where it is missing.
fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = js_sys::Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Calls a method that not every browser has; nothing where it is missing or throws.
fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: js_sys::Function = property(of, name)?.dyn_into().ok()?;
    method.apply(of, &arguments.iter().collect()).ok()
}
