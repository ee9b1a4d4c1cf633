//! When the visit ended: when this screen was opened, unless the clock was forgotten.

use domain::visit::{Act, Visit};

use crate::browser::remembered;

/// Seconds after which a visit is long enough to ask when it ended.
const LONG: u32 = 30 * 60;

/// When a visit may have ended, in seconds from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// When "finish" was pressed.
    pub now: u32,
    /// The last thing recorded.
    pub last_mark: u32,
}

impl Ended {
    /// For a visit that is being finished `elapsed` seconds after it began. Writing the note does not make it longer,
    /// even when the page is loaded again in between.
    pub fn of(visit: &Visit, elapsed: u32) -> Ended {
        let last_mark = last_recorded(visit);
        let earliest = visit.marks.iter().map(|mark| mark.at).max().unwrap_or(0);
        let pressed = remembered::form::<u32>(&form(visit)).filter(|pressed| (earliest..=elapsed).contains(pressed));
        let now = pressed.unwrap_or(elapsed);
        remembered::set_form(&form(visit), &now);
        Ended { now, last_mark }
    }

    /// Whether a person has to say which of the two it was.
    pub fn is_asked(self) -> bool {
        self.now > LONG && self.last_mark < self.now
    }
}

/// Whether a visit that is open after `elapsed` seconds looks as if its visitor had left and forgotten it.
pub fn is_forgotten(visit: &Visit, elapsed: u32) -> bool {
    elapsed.saturating_sub(last_recorded(visit)) > LONG
}

fn last_recorded(visit: &Visit) -> u32 {
    let recorded = visit.standing().filter(|mark| !matches!(mark.act, Act::Subject(_)));
    recorded.map(|mark| mark.at).max().unwrap_or(0)
}

/// Forgets when "finish" was pressed: the visit goes on.
pub fn goes_on(visit: &Visit) {
    remembered::forget_form(&form(visit));
}

fn form(visit: &Visit) -> String {
    format!("noticeboard-finish-{}", visit.id)
}
