//! A disk that becomes full while somebody taps, under a browser that is killed and started on it again.

use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Blow, Toll, Visiting};
use crate::district::Dice;
use crate::engine::Engine;

/// How long somebody goes on with a full disk, before and after the browser was started on it again.
const ON_A_FULL_DISK: Duration = Duration::from_secs(4);
/// Starts while the disk is full, and after it has room again: what was written behind a torn record is only missed at
/// the start after next.
const STARTS: u32 = 3;

/// Fills the disk, starts the browser on it again and again, frees it, and starts it again and again.
///
/// # Panics
/// When a browser does not show the visit again within two minutes of there being room.
pub fn fill_up(engine: Engine, seed: u64) -> Toll {
    let began = Instant::now();
    let dice = Dice::of(seed);
    let mut toll = Toll::none(engine, Blow::FullDisk, seed);
    let visiting = Visiting::begin(engine, Blow::FullDisk, dice.next());
    let disk = visiting.small.as_ref().expect("the disk that becomes full");
    let mut browser = visiting.starts("/");
    visiting.is_in_the_visit();
    visiting.taps(&dice);

    disk.fill();
    sleep(ON_A_FULL_DISK);
    for _ in 0..STARTS {
        visiting.strikes(browser);
        toll.kills += 1;
        browser = visiting.starts("/lead");
        sleep(ON_A_FULL_DISK);
        // One that came so far found the visit, and went on from what it found.
        toll.add(visiting.told.returned_within(Duration::ZERO).unwrap_or_default());
    }
    disk.free();
    for _ in 0..STARTS {
        visiting.strikes(browser);
        toll.kills += 1;
        let harm;
        (browser, harm) = visiting.comes_back(&mut toll);
        toll.add(harm);
        visiting.taps(&dice);
    }
    visiting.strikes(browser);
    toll.acknowledged = visiting.told.acknowledged();
    toll.took = began.elapsed();
    toll
}
