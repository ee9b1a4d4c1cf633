//! How a timetable comes in: a folder of OneRoster 1.1 CSV files becomes schools and rooms.
//!
//! Five files are opened and no other: [`files`] names them. A [`table`] is one file by its columns; [`orgs`] finds the
//! district and its schools, [`classes`] what the timetable says of each class, [`tags`] by which [`words`], and [`rooms`]
//! gathers classes where they meet. [`export`] is all of it together, [`difference`] what it changes, [`import()`] the
//! act, and [`report`] what is said of it.
//! Class titles are looked through for words and forgotten; people are in none of the files.

mod classes;
mod difference;
mod export;
mod fault;
mod files;
mod import;
mod orgs;
mod report;
mod rooms;
mod table;
mod tags;
mod words;

#[cfg(test)]
mod importing;
#[cfg(test)]
mod reading;

pub use self::difference::Difference;
pub use self::export::Export;
pub use self::fault::{Effect, Fault, Refused, What};
pub use self::files::Files;
pub use self::import::{Act, Imported, NotImported, import, import_files, look_at_first};
