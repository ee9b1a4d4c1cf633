//! What happens to the page: focus, network, visibility, a new version.

use dioxus::prelude::Callback;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::EventTarget;

/// Something that can happen for as long as the page is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// The network came back.
    Online,
    /// The network went.
    Offline,
    /// The page got the focus.
    Focus,
    /// The page was shown or hidden; [`super::page::is_visible`] says which.
    Visibility,
    /// A new version waits.
    Update,
    /// The browser offers to install the app, or no longer does.
    Installable,
    /// The person went back or forward in the browser's history.
    WentBack,
}

/// Calls `heard` each time, until the page is closed.
pub fn hear(happening: Happening, heard: Callback) {
    let closure = Closure::<dyn FnMut()>::new(move || heard.call(()));
    let (target, name): (EventTarget, &str) = match happening {
        Happening::Online => (super::window().into(), "online"),
        Happening::Offline => (super::window().into(), "offline"),
        Happening::Focus => (super::window().into(), "focus"),
        Happening::Visibility => (super::document().into(), "visibilitychange"),
        Happening::Update => (super::window().into(), "noticeboard-update"),
        Happening::Installable => (super::window().into(), "noticeboard-install"),
        Happening::WentBack => (super::window().into(), "popstate"),
    };
    let added = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    added.expect("a page can be listened to");
    // It listens for as long as the page is open.
    closure.forget();
}

/// Whether the browser believes that there is a network. It can be wrong when it says yes.
pub fn is_online() -> bool {
    super::window().navigator().on_line()
}
