//! Moments and days, handed in by whoever has a clock.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A moment of wall-clock time: milliseconds since 1970-01-01 UTC.
///
/// A device's moments order nothing across devices: clocks lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Moment(pub i64);

impl Moment {
    /// Milliseconds in a day.
    pub const DAY: i64 = 24 * 60 * 60 * 1000;

    /// The day in UTC that holds this moment.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(Self::DAY))
    }

    /// Whole seconds from `earlier` to here, never below zero: a clock that was set back does not undo a visit.
    pub fn seconds_since(self, earlier: Moment) -> u32 {
        u32::try_from((self.0 - earlier.0).max(0) / 1000).unwrap_or(u32::MAX)
    }
}

/// A civil day, written `2026-11-23`; inside, days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct Day(i64);

/// Why a text is not a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a day such as 2026-11-23")]
pub struct NotADay(String);

impl Day {
    /// Reads `2026-11-23`; refuses days that do not exist.
    pub fn parse(text: &str) -> Result<Day, NotADay> {
        let refused = || NotADay(text.chars().take(20).collect());
        let number = |range: std::ops::Range<usize>| -> Option<i64> {
            let digits = text.get(range)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let separated = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let parts = (number(0..4), number(5..7), number(8..10));
        let (true, (Some(year), Some(month), Some(date))) = (separated, parts) else {
            return Err(refused());
        };
        let day = Day::from_civil(year, month, date);
        if day.civil() == (year, month, date) { Ok(day) } else { Err(refused()) }
    }

    /// The day `days` later, or earlier when negative.
    pub fn plus(self, days: i64) -> Day {
        Day(self.0 + days)
    }

    /// Days from `earlier` to here.
    pub fn days_since(self, earlier: Day) -> i64 {
        self.0 - earlier.0
    }

    /// Midnight UTC at which the day begins.
    pub fn begins(self) -> Moment {
        Moment(self.0 * Moment::DAY)
    }

    /// Year, month 1–12 and day of the month 1–31.
    pub fn civil(self) -> (i64, i64, i64) {
        // Howard Hinnant's days-to-civil: eras of 400 years (146,097 days), years that begin in March.
        let shifted = self.0 + 719_468;
        let (era, day) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let date = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year + era * 400 + i64::from(month <= 2), month, date)
    }

    /// The day of a year, a month 1–12 and a day of the month, which exists.
    pub(crate) fn from_civil(year: i64, month: i64, date: i64) -> Day {
        let year = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
        Day(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Day, NotADay> {
        Day::parse(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, date) = self.civil();
        write!(formatter, "{year:04}-{month:02}-{date:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_back_as_it_was_written_over_four_centuries() {
        for days in (-70_000..80_000).step_by(17) {
            let day = Day(days);
            assert_eq!(Day::parse(&day.to_string()), Ok(day));
        }
        assert_eq!(Moment(1_795_443_600_000).day().to_string(), "2026-11-23");
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused_and_named() {
        for text in ["2026-02-29", "2026-13-01", "26-1-1", "2026/11/23", "", "2026-11-2é"] {
            assert!(Day::parse(text).unwrap_err().to_string().contains("is not a day"), "{text}");
        }
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_time_rather_than_less_than_none() {
        assert_eq!(Moment(1_000).seconds_since(Moment(9_000)), 0);
    }
}
