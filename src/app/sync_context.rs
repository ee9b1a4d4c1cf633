//! Catching up with the server whenever that may help, and saying how it went.

use device::sync::Stopped;
use device::tablet::Tablet;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

use crate::browser::clock::wait;
use crate::browser::events::{Happening, hear};
use crate::browser::network::Fetch;
use crate::browser::page;

/// Milliseconds between two syncs while the page is open and seen.
const PAUSE: i32 = 60_000;

/// How catching up stands.
#[derive(Clone, Copy)]
pub struct SyncContext {
    tablet: Signal<Option<Tablet>>,
    under_way: Signal<bool>,
    stopped: Signal<Option<Stopped>>,
    /// Somebody asked while one was under way, which may have passed what they had just done.
    asked: Signal<bool>,
}

/// How catching up stands, and the way to ask for it.
pub fn use_sync() -> SyncContext {
    use_context()
}

impl SyncContext {
    /// Nothing was sent yet.
    pub fn new() -> SyncContext {
        SyncContext {
            tablet: Signal::new(None),
            under_way: Signal::new(false),
            stopped: Signal::new(None),
            asked: Signal::new(false),
        }
    }

    /// Whether it is talking to the server now.
    pub fn is_under_way(self) -> bool {
        (self.under_way)()
    }

    /// Why the last sync stopped early; nothing when it went through, or none was made.
    pub fn stopped(self) -> Option<Stopped> {
        (self.stopped)()
    }

    /// From now on it is this tablet that catches up; none while it is in another tab.
    pub fn follow(self, tablet: Option<Tablet>) {
        let mut context = self;
        context.tablet.set(tablet);
        self.start();
    }

    /// Catches up now. Never two at once: while one is under way, one more follows it.
    pub fn start(self) {
        let mut context = self;
        let Some(tablet) = self.tablet.peek().clone() else { return };
        if *self.under_way.peek() {
            context.asked.set(true);
            return;
        }
        context.under_way.set(true);
        spawn_forever(async move {
            loop {
                context.asked.set(false);
                let outcome = tablet.sync(&Fetch::as_leader()).await;
                context.stopped.set(outcome.err());
                // The tablet is in another tab now, which catches up by itself.
                let is_lost = context.tablet.peek().is_none();
                if is_lost || !*context.asked.peek() {
                    break;
                }
            }
            context.under_way.set(false);
        });
    }

    /// Catches up when the network, the focus or the page comes back, and from time to time while somebody looks.
    ///
    /// Called once, by the root.
    pub fn keep_going(self) {
        let if_seen = Callback::new(move |()| {
            if page::is_visible() {
                self.start();
            }
        });
        for happening in [Happening::Online, Happening::Focus, Happening::Visibility] {
            hear(happening, if_seen);
        }
        spawn_forever(async move {
            loop {
                wait(PAUSE).await;
                if_seen.call(());
            }
        });
    }
}
