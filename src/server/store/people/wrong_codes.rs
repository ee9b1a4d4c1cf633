//! How many wrong codes may come in one minute, from wherever.

use std::sync::{Mutex, PoisonError};

use domain::time::Moment;

/// Wrong codes taken in one minute. People mistype a few; a program that guesses sends thousands.
const MOST_IN_A_MINUTE: u32 = 30;
const MINUTE: i64 = 60_000;

/// Counts wrong codes of this process. Where several processes share a database each counts for itself.
#[derive(Debug, Default)]
pub struct WrongCodes {
    /// The minute that is counted, and how many came in it.
    counted: Mutex<(i64, u32)>,
}

impl WrongCodes {
    /// Whether no more codes are looked at in this minute.
    pub fn are_too_many(&self, now: Moment) -> bool {
        let counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        counted.0 == now.0 / MINUTE && counted.1 >= MOST_IN_A_MINUTE
    }

    /// Counts one more.
    pub fn one_more(&self, now: Moment) {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.0 / MINUTE;
        *counted = if counted.0 == minute { (minute, counted.1 + 1) } else { (minute, 1) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_wrong_codes_end_a_minute_and_the_next_begins_anew() {
        let wrong = WrongCodes::default();
        for _ in 0..MOST_IN_A_MINUTE {
            assert!(!wrong.are_too_many(Moment(5)));
            wrong.one_more(Moment(5));
        }
        assert!(wrong.are_too_many(Moment(MINUTE - 1)));
        assert!(!wrong.are_too_many(Moment(MINUTE)));
    }
}
