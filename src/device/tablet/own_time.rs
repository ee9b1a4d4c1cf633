//! Time as it passes on a tablet, whose clock may jump.

use domain::time::Moment;
use serde::{Deserialize, Serialize};

use crate::tablet::Tablet;

/// The time by which a tablet counts how long it has kept something.
///
/// While the clock goes on by a day or less from one look to the next, that time has passed. Where it moves otherwise
/// (set back, set forward, or the tablet lay in a drawer) nothing has passed until a look a day later finds that the
/// clock stands by it, and then that day, or as much as brings this time up to the clock. So a clock that is wrong for
/// less than a day changes nothing, one that was set back and is put right counts no day twice, and a tablet that was
/// away for a month forgets what is too old after a day of its use. A clock that is days ahead and stands by it for a
/// day cannot be told from such a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnTime {
    /// The time that has passed, counted from what the clock said when the tablet was first opened.
    pub own: Moment,
    /// What the clock said when it was last believed.
    pub clock: Moment,
    /// What the clock said when it was first not believed.
    pub doubted: Option<Moment>,
}

impl OwnTime {
    /// The first look at the clock.
    pub fn beginning(now: Moment) -> OwnTime {
        OwnTime { own: now, clock: now, doubted: None }
    }

    /// A further look at it.
    pub fn at(self, now: Moment) -> OwnTime {
        let step = now.0 - self.clock.0;
        if (0..=Moment::DAY).contains(&step) {
            return OwnTime { own: Moment(self.own.0 + step), clock: now, doubted: None };
        }
        match self.doubted {
            Some(since) if now.0 - since.0 >= Moment::DAY => {
                let a_day_later = Moment(self.own.0 + Moment::DAY);
                OwnTime { own: a_day_later.max(now), clock: now, doubted: None }
            }
            Some(since) if now >= since => self,
            _ => OwnTime { doubted: Some(now), ..self },
        }
    }
}

impl Tablet {
    /// The tablet's own time now; nothing while its clock is not believed. What is kept meanwhile is dated by the next
    /// look that believes it, or it would seem to be as old as the leap.
    pub(crate) fn own_time(&self) -> Option<Moment> {
        let time = self.held().time.filter(|time| time.doubted.is_none())?.at(self.now());
        time.doubted.is_none().then_some(time.own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days that have passed in a tablet's own time after looks at its clock on these days.
    fn passed(days: &[f64]) -> f64 {
        let moment = |day: f64| Moment(1_790_000_000_000 + (day * Moment::DAY as f64) as i64);
        let begun = OwnTime::beginning(moment(0.0));
        let time = days.iter().fold(begun, |time, day| time.at(moment(*day)));
        (time.own.0 - begun.own.0) as f64 / Moment::DAY as f64
    }

    #[test]
    fn days_on_which_the_tablet_is_used_count_in_full() {
        assert!((passed(&[0.5, 1.0, 2.0, 2.9]) - 2.9).abs() < 0.01);
    }

    #[test]
    fn a_clock_set_far_ahead_and_put_right_within_a_day_counts_nothing() {
        assert!((passed(&[0.5, 30.0, 30.4, 0.9, 1.0]) - 1.0).abs() < 0.01);
    }

    #[test]
    fn a_clock_set_back_and_put_right_counts_no_day_twice() {
        // For three days it shows another year; then it is right again.
        let back = [-2000.0, -1999.0, -1998.0, -1997.0];
        assert!((passed(&[&back[..], &[3.0, 3.5, 4.0]].concat()) - 4.0).abs() < 0.01);
    }

    #[test]
    fn a_month_in_a_drawer_counts_once_the_clock_stands_by_it_for_a_day() {
        assert!(passed(&[30.0, 30.5]) < 0.01);
        assert!((passed(&[30.0, 30.5, 31.0]) - 31.0).abs() < 0.01);
        // Opened once a week, it forgets at the second opening.
        assert!((passed(&[7.0, 14.0]) - 14.0).abs() < 0.01);
    }
}
