//! By when a teacher has the note about a visit.

use serde::{Deserialize, Serialize};

use crate::time::Day;

/// By when a note has reached the server, where the card's holder can read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoteDeadline {
    /// On the day of the visit.
    EndOfDay,
    /// Within two days of the calendar.
    FortyEightHours,
    /// On the second day after it that is no Saturday or Sunday. Holidays are not known here.
    TwoWorkDays,
}

impl NoteDeadline {
    /// Every deadline, the soonest first.
    pub const ALL: [NoteDeadline; 3] =
        [NoteDeadline::EndOfDay, NoteDeadline::FortyEightHours, NoteDeadline::TwoWorkDays];

    /// Its word, as it is kept and sent.
    pub fn word(self) -> &'static str {
        match self {
            NoteDeadline::EndOfDay => "end_of_day",
            NoteDeadline::FortyEightHours => "forty_eight_hours",
            NoteDeadline::TwoWorkDays => "two_work_days",
        }
    }

    /// The last day on which a note about a visit of that day is in time.
    pub fn last_day(self, visited: Day) -> Day {
        match self {
            NoteDeadline::EndOfDay => visited,
            NoteDeadline::FortyEightHours => visited.plus(2),
            NoteDeadline::TwoWorkDays => work_day_after(work_day_after(visited)),
        }
    }
}

/// The next day that is no Saturday or Sunday.
fn work_day_after(day: Day) -> Day {
    (1..).map(|days| day.plus(days)).find(|day| !is_weekend(*day)).unwrap_or(day)
}

/// 1970-01-03 was a Saturday.
fn is_weekend(day: Day) -> bool {
    let since_a_saturday = day.days_since(Day::from_civil(1970, 1, 3)).rem_euclid(7);
    since_a_saturday < 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_days_pass_over_the_weekend_and_hours_do_not() {
        // 2026-11-26 is a Thursday, the 28th a Saturday.
        let last = |deadline: NoteDeadline, day| deadline.last_day(Day::parse(day).unwrap()).to_string();
        assert_eq!(last(NoteDeadline::EndOfDay, "2026-11-26"), "2026-11-26");
        assert_eq!(last(NoteDeadline::FortyEightHours, "2026-11-26"), "2026-11-28");
        assert_eq!(last(NoteDeadline::TwoWorkDays, "2026-11-26"), "2026-11-30");
        assert_eq!(last(NoteDeadline::TwoWorkDays, "2026-11-28"), "2026-12-01");
        assert_eq!(last(NoteDeadline::TwoWorkDays, "2026-11-24"), "2026-11-26");
    }

    #[test]
    fn a_deadline_is_kept_as_its_word() {
        for deadline in NoteDeadline::ALL {
            assert_eq!(serde_json::to_string(&deadline).unwrap(), format!("\"{}\"", deadline.word()));
        }
    }
}
