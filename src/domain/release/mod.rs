//! What may be shown: one value a room, disjoint groups of at least k rooms, each group coded alone.
//!
//! Everything a reader sees of a round is a function of a [`Release`], and a release holds coded groups and nothing
//! else, so nothing finer can be worked out from lines, intervals, trends or exports.

mod closing;
mod coded;
mod contexts;
mod history;
mod how_common;
mod merging;
mod opportunity;
mod preview;
mod promise;
mod reason;
mod rooms;
mod share;
mod talk;
mod term;
mod trend;

pub use self::closing::{Cell, Finding, NotYet, Release, Steadiness, close, may_close_on};
pub use self::coded::{Coded, Range};
pub use self::history::{History, Point, history};
pub use self::how_common::HowCommon;
pub use self::merging::{Tally, merge};
pub use self::opportunity::{Beside, Contrast, NotCompared, opportunity};
pub use self::preview::{Preview, PreviewCell, PreviewFinding, preview};
pub use self::promise::{Promise, Promises};
pub use self::reason::{Reason, Why};
pub use self::rooms::{Counted, count};
pub use self::share::{Interval, Z_90, Z_99, Z_99_7, newcombe, wilson};
pub use self::talk::{Strand, Thread, productive_talk};
pub use self::term::{Part, Standing, Term, TermFinding, term_picture};
pub use self::trend::{Broken, Trend, trend};

#[cfg(test)]
mod attacks;
#[cfg(test)]
mod history_laws;
#[cfg(test)]
pub(crate) mod laws;
#[cfg(test)]
mod opportunity_laws;
#[cfg(test)]
mod term_laws;
