//! The address, the history of addresses, and the round code that may stand behind a `#`.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

use super::window;

thread_local! {
    static CODE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Takes what stands behind the `#` of `/join` or `/sign-in` and clears it from the address and from the history at once.
///
/// Called before anything else reads the address.
pub fn take_code() {
    let behind = window().location().hash().unwrap_or_default();
    let code = behind.trim_start_matches('#');
    let path = path();
    if !code.is_empty() && matches!(path.as_str(), "/join" | "/sign-in") {
        CODE.with_borrow_mut(|kept| *kept = Some(code.to_owned()));
        replace(&path);
    }
}

/// The code that the page was opened with; only once.
pub fn code() -> Option<String> {
    CODE.with_borrow_mut(Option::take)
}

/// `https://…` without a path: where other devices find this server.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The path of the page, such as `/lead`.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Changes the address; the browser's way back leads to the present one. The new screen begins at its top.
pub fn push(path: &str) {
    if let Ok(history) = window().history() {
        // A browser refuses when there are very many changes a minute; the screen changes all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(path));
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Loads the page anew at another address.
pub fn load(path: &str) {
    let _ = window().location().assign(path);
}

/// Changes the address in the place of the present one.
pub fn replace(path: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
