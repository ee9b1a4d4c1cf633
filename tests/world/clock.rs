//! The clocks of a world, which a test moves: the server's, and one for each person.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::time::{Day, Moment};
use server::surroundings::{Clock, SystemClock};

/// A clock that runs like the machine's and is so many milliseconds off. Clones are the same clock.
#[derive(Clone)]
pub struct WorldClock {
    ahead: Arc<AtomicI64>,
}

impl WorldClock {
    /// A clock that now shows the middle of a school day, at 17:00 UTC.
    pub fn at(day: Day) -> WorldClock {
        let shown = day.begins().0 + 17 * 60 * 60 * 1000;
        WorldClock { ahead: Arc::new(AtomicI64::new(shown - SystemClock.now().0)) }
    }

    /// Another clock, which now shows the same.
    pub fn like(other: &WorldClock) -> WorldClock {
        WorldClock { ahead: Arc::new(AtomicI64::new(other.ahead())) }
    }

    /// How many milliseconds it is ahead of the machine's clock.
    pub fn ahead(&self) -> i64 {
        self.ahead.load(Ordering::SeqCst)
    }

    /// Moves it on.
    pub fn pass(&self, milliseconds: i64) {
        self.ahead.fetch_add(milliseconds, Ordering::SeqCst);
    }
}

impl Clock for WorldClock {
    fn now(&self) -> Moment {
        Moment(SystemClock.now().0 + self.ahead())
    }
}
