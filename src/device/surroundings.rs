//! What a tablet cannot make by itself: the time, and random bytes.

use domain::time::{Day, Moment};

/// A clock. It may be wrong, jump, or be set back; nothing is ordered by it across tablets.
pub trait Clock {
    /// The wall-clock time.
    fn now(&self) -> Moment;

    /// Milliseconds since the program was started, by a counter that nobody can set. It may stand still while the device
    /// sleeps.
    fn steady(&self) -> i64;

    /// The day of a moment by the calendar on the wall, in the time zone where the tablet is.
    fn day_of(&self, moment: Moment) -> Day;
}

/// A source of bytes that nobody can foresee.
pub trait Random {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// `N` random bytes.
pub fn draw<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}
