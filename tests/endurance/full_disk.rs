//! The disk of a tablet becomes full while somebody taps, and is freed again: what was called saved is there.
//!
//! Not in Chromium, which throws all of it away by itself: `docs/traps.md` says when, and what is left to do.

use world::Engine;
use world::disk::SmallDisk;
use world::kill::fill_up;
use world::skipped;

#[test]
fn firefox_on_a_full_disk_loses_nothing_that_was_called_saved() {
    nothing_saved_is_lost(Engine::Firefox);
}

#[test]
fn webkit_on_a_full_disk_loses_nothing_that_was_called_saved() {
    nothing_saved_is_lost(Engine::WebKit);
}

fn nothing_saved_is_lost(engine: Engine) {
    if let Some(reason) = SmallDisk::cannot_be_had() {
        skipped(&format!("a full disk in {engine}"), &reason);
        return;
    }
    let toll = fill_up(engine, 4);
    assert!(toll.acknowledged > 0 && toll.is_clean(), "{toll}");
}
