//! A button that is held, or tapped to start and tapped to stop: what each press means.

/// A press that is over sooner was a tap.
const TAP_MILLIS: i64 = 400;

/// Where the button stands. Times are milliseconds of the tablet's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Nothing runs.
    Idle,
    /// It is held since then.
    Held(i64),
    /// It was tapped, and runs since then until it is pressed again.
    Running(i64),
}

impl Hold {
    /// Since when it runs.
    pub fn since(self) -> Option<i64> {
        match self {
            Hold::Idle => None,
            Hold::Held(since) | Hold::Running(since) => Some(since),
        }
    }

    /// Pressed: it begins to run, or what was tapped is over; then how long it ran.
    pub fn pressed(self, now: i64) -> (Hold, Option<u32>) {
        match self {
            Hold::Idle => (Hold::Held(now), None),
            // A key that stays down is pressed again and again.
            Hold::Held(_) => (self, None),
            Hold::Running(since) => (Hold::Idle, Some(between(since, now))),
        }
    }

    /// Let go: what was held is over; what was only tapped goes on running.
    pub fn let_go(self, now: i64) -> (Hold, Option<u32>) {
        match self {
            Hold::Held(since) if now - since < TAP_MILLIS => (Hold::Running(since), None),
            Hold::Held(since) => (Hold::Idle, Some(between(since, now))),
            Hold::Idle | Hold::Running(_) => (self, None),
        }
    }

    /// Activated without being pressed, as a screen reader does: a tap.
    pub fn tapped(self, now: i64) -> (Hold, Option<u32>) {
        match self.pressed(now) {
            (Hold::Held(since), none) => (Hold::Running(since), none),
            other => other,
        }
    }
}

/// Milliseconds; a clock that was set back measures nothing.
fn between(since: i64, now: i64) -> u32 {
    u32::try_from(now - since).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_ends_when_it_is_let_go() {
        let (held, none) = Hold::Idle.pressed(1_000);
        assert_eq!((held, none), (Hold::Held(1_000), None));
        assert_eq!(held.pressed(1_500), (held, None), "a key repeats");
        assert_eq!(held.let_go(4_200), (Hold::Idle, Some(3_200)));
    }

    #[test]
    fn what_is_tapped_runs_until_the_next_tap_and_letting_that_one_go_does_nothing() {
        let (running, none) = Hold::Idle.pressed(1_000).0.let_go(1_120);
        assert_eq!((running, none), (Hold::Running(1_000), None));
        let (idle, ran) = running.pressed(5_000);
        assert_eq!((idle, ran), (Hold::Idle, Some(4_000)));
        assert_eq!(idle.let_go(5_100), (Hold::Idle, None));
    }

    #[test]
    fn a_screen_reader_taps_to_start_and_taps_to_stop() {
        let (running, none) = Hold::Idle.tapped(1_000);
        assert_eq!((running, none), (Hold::Running(1_000), None));
        assert_eq!(running.tapped(3_500), (Hold::Idle, Some(2_500)));
    }

    #[test]
    fn a_clock_that_was_set_back_measures_nothing() {
        assert_eq!(Hold::Running(9_000).pressed(8_000), (Hold::Idle, Some(0)));
    }
}
