//! When somebody last touched the page or typed in it.

use std::cell::Cell;

use domain::time::Moment;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::clock;

/// Milliseconds between the two halves of a double tap, at most.
pub const DOUBLE_TAP: i64 = 600;

thread_local! {
    /// By the clock on the wall, which goes on while the device sleeps, and by the one that nobody can set.
    static LAST: Cell<(Moment, i64)> = Cell::new((clock::now(), clock::steady()));
    /// Milliseconds after which a touch comes too late.
    static TOO_LATE: Cell<Option<i64>> = const { Cell::new(None) };
}

/// Begins to take note. Called once.
pub fn take_note() {
    touched();
    for name in ["pointerdown", "keydown", "input"] {
        let closure = Closure::<dyn FnMut()>::new(touched_in_time);
        let function = closure.as_ref().unchecked_ref();
        // On its way down to what was touched, where nothing can stop it.
        let added = super::document().add_event_listener_with_callback_and_bool(name, function, true);
        added.expect("a page can be listened to");
        closure.forget();
    }
}

/// From so many milliseconds without a touch on, the next one counts for nothing: whoever wakes a device that slept longer
/// than its lock allows must not keep it open by that.
pub fn too_late_after(milliseconds: Option<i64>) {
    TOO_LATE.set(milliseconds);
}

fn touched_in_time() {
    if TOO_LATE.get().is_none_or(|limit| without() < limit) {
        touched();
    }
}

/// Somebody is here now.
pub fn touched() {
    LAST.set((clock::now(), clock::steady()));
}

/// Milliseconds without a touch, by whichever clock says more: one of them stands still while a device sleeps, the other
/// can be set back.
pub fn without() -> i64 {
    let (wall, steady) = LAST.get();
    (clock::now().0 - wall.0).max(clock::steady() - steady)
}
