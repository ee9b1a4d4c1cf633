//! The power goes while somebody taps, and the disk forgets what nobody had asked it to keep: what `strict` is for.

use world::Engine;
use world::disk::Disk;
use world::kill::{Blow, Durability, kill};
use world::skipped;

const CUTS: u32 = 5;

#[test]
fn what_is_called_saved_outlives_a_power_cut_and_would_not_if_it_were_stored_as_browsers_do_by_themselves() {
    if let Some(reason) = Disk::cannot_be_had() {
        skipped("a power cut", &reason);
        return;
    }
    let cut = |durability| kill(Engine::Chromium, Blow::PowerCut(durability), CUTS, 4, |_| {});
    let strict = cut(Durability::Strict);
    assert!(strict.acknowledged > 0 && strict.is_clean(), "{strict}");
    let relaxed = cut(Durability::Relaxed);
    assert!(relaxed.lost > 0, "this disk forgets nothing, so that it proves nothing: {relaxed}");
}
