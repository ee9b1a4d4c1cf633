//! What a district and its staff agreed: its clauses, how each is kept, what a new version changes, and pauses.
//!
//! A round keeps the agreement it was planned under. What the program enforces is enforced by functions of this folder
//! and of [`crate::round`], which the tablet and the server both call; the rest is a promise between people, and
//! [`Clause::keeping`] says which is which. Nobody can write a clause of their own, so no agreement can say that a
//! visit counts towards anybody's evaluation.

mod clause;
mod difference;
mod holding;
#[cfg(test)]
mod laws;
mod note_deadline;
mod pause;
mod terms;

pub use self::clause::{Clause, Fault, Keeping, Term};
pub use self::difference::Changed;
pub use self::holding::{NotBegun, NotVisiting, may_begin, unvisited};
pub use self::note_deadline::NoteDeadline;
pub use self::pause::{Pause, Paused, standing};
pub use self::terms::{Agreement, Further, VISITORS};

/// The smallest number of distinct rooms that anything may be shown about. Nothing lowers it.
pub const SMALLEST_K: u32 = 10;
/// The largest that an agreement may ask for.
pub const LARGEST_K: u32 = 200;
/// The most look-fors that one visit may carry.
pub const MOST_LOOK_FORS: usize = 4;
/// Days between the closes of two rounds of one school, at least.
pub const DAYS_BETWEEN_RELEASES: i64 = 21;
/// Days after its close for which a round's summaries stay on the server, at most.
pub const DAYS_SUMMARIES_STAY: i64 = 30;
/// Days after which the marks and the evidence of an ended visit are erased from its tablet, at the latest.
pub const DAYS_EVIDENCE_STAYS: i64 = 7;
/// Days for which a report of misuse stays, unless a representative deletes it before.
pub const DAYS_REPORTS_OF_MISUSE_STAY: i64 = 120;
