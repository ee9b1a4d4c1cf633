//! Ten kills of each engine while somebody taps: nothing that was called saved is lost, and nothing comes twice.

use world::Engine;
use world::kill::{Blow, kill};

/// Enough for every place in the way of a tap to be hit sooner or later; `cargo xtask prove` kills for longer.
const KILLS: u32 = 10;

#[test]
fn chromium_is_killed_while_somebody_taps_and_nothing_saved_is_lost_or_doubled() {
    nothing_saved_is_lost_or_doubled(Engine::Chromium);
}

#[test]
fn firefox_is_killed_while_somebody_taps_and_nothing_saved_is_lost_or_doubled() {
    nothing_saved_is_lost_or_doubled(Engine::Firefox);
}

#[test]
fn webkit_is_killed_while_somebody_taps_and_nothing_saved_is_lost_or_doubled() {
    nothing_saved_is_lost_or_doubled(Engine::WebKit);
}

fn nothing_saved_is_lost_or_doubled(engine: Engine) {
    let toll = kill(engine, Blow::Kill, KILLS, 4, |_| {});
    assert_eq!(toll.kills, KILLS);
    assert!(toll.acknowledged > 0 && toll.is_clean(), "{toll}");
}
