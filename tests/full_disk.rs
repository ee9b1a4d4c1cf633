//! The disk of a tablet becomes full while somebody taps, and is freed again: a tap that finds no room is said not to be
//! saved, and what was called saved before is there.
//!
//! Except in Chromium, which then throws all of it away by itself: `docs/traps.md` says when, and what is left to do.

use world::Engine;
use world::disk::SmallDisk;
use world::kill::{Filled, fill_up};

const SEED: u64 = 4;

#[test]
fn chromium_on_a_full_disk_says_that_the_tap_was_not_saved() {
    let Some(Filled { toll, refused }) = filled(Engine::Chromium) else { return };
    assert!(refused.as_ref().is_some_and(|why| why.contains("no room left")), "{refused:?} {toll}");
    assert_eq!(toll.doubled, 0, "{toll}");
}

#[test]
fn firefox_on_a_full_disk_loses_nothing_that_was_called_saved() {
    nothing_saved_is_lost(Engine::Firefox);
}

#[test]
fn webkit_on_a_full_disk_loses_nothing_that_was_called_saved() {
    nothing_saved_is_lost(Engine::WebKit);
}

/// Both may find room in files that they made before, for as long as somebody taps here.
fn nothing_saved_is_lost(engine: Engine) {
    let Some(Filled { toll, refused }) = filled(engine) else { return };
    println!("{engine}: {}", refused.as_deref().unwrap_or("it found room for every tap"));
    assert!(toll.acknowledged > 0 && toll.is_clean(), "{toll}");
}

/// Nothing where no such disk can be had.
fn filled(engine: Engine) -> Option<Filled> {
    if let Some(reason) = SmallDisk::cannot_be_had() {
        println!("skipped: {reason}");
        return None;
    }
    Some(fill_up(engine, SEED))
}
