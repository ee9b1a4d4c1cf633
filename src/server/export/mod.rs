//! Pictures to take along: the cells of one release, of its groups beside one another, of a school's talk, or of a term,
//! as CSV or as a workbook, in the words of the screen.
//!
//! A file is a function of releases alone ([`of_round`], [`of_opportunity`], [`of_talk`], [`of_term`]), so that it holds
//! nothing that they do not say.

mod csv;
mod opportunity;
mod round;
mod table;
mod talk;
mod term;
mod workbook;

#[cfg(test)]
mod tests;

pub use self::csv::csv;
pub use self::opportunity::of_opportunity;
pub use self::round::of_round;
pub use self::table::Table;
pub use self::talk::of_talk;
pub use self::term::of_term;
pub use self::workbook::{NotWritten, workbook};
