//! What a person sees: the app that a browser starts.
//!
//! [`route`] lists every screen's address, [`navigation`] goes from one to another, and [`screens`] holds the screens.
//! They say things in [`words`], draw with [`components`], and act on the tablet that [`tablet_context`] opened;
//! [`sync_context`] catches up with the server meanwhile. Everything that only a browser can do is in [`browser`].
//!
//! The app is built twice: whole, and as the part that needs no tablet, which is half the size and opens first.

mod app;
mod browser;
mod components;
mod locking;
mod navigation;
mod reading_context;
mod route;
mod screens;
mod sync_context;
mod tablet_context;
mod words;

pub use self::app::{Reader, Whole};

/// Starts one of the two.
pub fn start(root: fn() -> dioxus::prelude::Element) {
    browser::panic::show();
    browser::address::take_code();
    dioxus::launch(root);
}
