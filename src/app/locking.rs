//! When the tablet locks itself: after some minutes without a touch, also when they passed while nobody saw the page.

use dioxus::core::spawn_forever;
use dioxus::prelude::*;

use crate::browser::clock::wait;
use crate::browser::events::{Happening, hear};
use crate::browser::touch;
use crate::screens::all_stored;
use crate::tablet_context::TabletContext;

/// Milliseconds between two looks at the time without a touch.
const LOOK: i32 = 5_000;
const MINUTE: i64 = 60_000;

/// Locks the tablet now, where a lock is set. What is being typed is stored first.
pub fn lock(context: TabletContext) {
    spawn_forever(async move {
        all_stored().await;
        // The screens go first, so that none of them is drawn without what it shows.
        if let Some(tablet) = context.show_locked() {
            tablet.lock().await;
            // A PIN that was given before it was locked has opened nothing.
            context.show_locked();
        }
    });
}

/// Locks the tablet when it was not touched for as long as its lock says. Timers stand still while a page is hidden or a
/// device sleeps, so the clock is asked again as soon as the page is seen.
///
/// Called once, by the root.
pub fn lock_in_time(context: TabletContext) {
    touch::take_note();
    let look = Callback::new(move |()| {
        let after = context.locking().map(|locking| i64::from(locking.after_minutes) * MINUTE);
        touch::too_late_after(after);
        if after.is_some_and(|after| touch::without() >= after) {
            lock(context);
        }
    });
    for happening in [Happening::Visibility, Happening::Focus] {
        hear(happening, look);
    }
    spawn_forever(async move {
        loop {
            wait(LOOK).await;
            look.call(());
        }
    });
}
