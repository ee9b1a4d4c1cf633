//! What the server takes from the machine it runs on: the time, and bytes that nobody can guess.

use std::time::{SystemTime, UNIX_EPOCH};

use domain::ids::hex;
use domain::time::Moment;

/// Tells the time. A simulation brings its own.
pub trait Clock: Send + Sync {
    /// Now; it may stand still and may go back.
    fn now(&self) -> Moment;
}

/// Draws bytes. A simulation brings seeded ones.
pub trait Random: Send + Sync {
    /// Fills `bytes` with bytes that nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

/// The machine's source of random bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("a machine that can run a server has random bytes");
    }
}

/// `N` random bytes.
pub(crate) fn bytes<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// `N` random bytes as hexadecimal digits.
pub(crate) fn drawn<const N: usize>(random: &dyn Random) -> String {
    hex(&bytes::<N>(random))
}
