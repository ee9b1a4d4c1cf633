//! A browser of the bench's own: its profile outlasts it, and its processor can be slowed.

use std::sync::Arc;

use domain::time::Day;
use serde_json::json;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use world::Engine;
use world::browser::{Browser, TABLET};
use world::clock::WorldClock;
use world::world::FIRST_DAY;

/// How much slower than this machine the budgets take a tablet to be.
pub const TIMES_SLOWER: u32 = 4;

/// One tablet's profile, in which a browser is started anew.
pub struct Desk {
    engine: Engine,
    runtime: Arc<Runtime>,
    profile: TempDir,
    clock: WorldClock,
}

impl Desk {
    /// A tablet that nobody has used yet, with Chromium on it.
    pub fn new() -> Desk {
        Desk::of(Engine::Chromium)
    }

    /// The same with a browser of this engine.
    pub fn of(engine: Engine) -> Desk {
        Desk {
            engine,
            runtime: Arc::new(Runtime::new().expect("this machine runs threads")),
            profile: TempDir::with_prefix("noticeboard-bench-").expect("a folder for temporary files"),
            clock: WorldClock::at(Day::parse(FIRST_DAY).expect("a day as the calendar has it")),
        }
    }

    /// Starts its browser.
    pub fn browser(&self) -> Browser {
        let profile = self.profile.path().to_owned();
        Browser::start(self.engine, self.runtime.clone(), profile, self.clock.clone(), TABLET)
    }
}

/// Everything in the browser's page takes so many times as long from now on.
pub fn slow_down(browser: &Browser, times: u32) {
    browser.command("Emulation.setCPUThrottlingRate", &json!({ "rate": times }));
}
