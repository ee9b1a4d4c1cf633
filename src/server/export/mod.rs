//! Pictures to take along: the cells of one release, or of a term, as CSV or as a workbook, in the words of the screen.
//!
//! A file is a function of releases alone ([`of_round`], [`of_term`]), so that it holds nothing that they do not say.

mod csv;
mod round;
mod table;
mod term;
mod workbook;

#[cfg(test)]
mod tests;

pub use self::csv::csv;
pub use self::round::of_round;
pub use self::table::Table;
pub use self::term::of_term;
pub use self::workbook::{NotWritten, workbook};
