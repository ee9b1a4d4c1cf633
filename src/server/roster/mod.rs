//! How a timetable comes in: OneRoster CSV in a folder or a zip, a spreadsheet, or rooms typed on a screen.
//!
//! [`offered`] says what was handed over; an [`archive`] is opened within limits, [`names`] finds the files that are
//! called otherwise, and no others are opened: people are in none of these. A [`table`] is one file's [`text`] by its
//! columns. [`orgs`] finds the district and its schools, [`classes`] what the timetable says of each class by [`tags`] and
//! [`patterns`], [`sessions`] whose school year is over by its [`dates`], [`rooms`] gathers classes where they meet, and
//! [`teachers`], where the administrator allows it, which of them meet in one place. A [`sheet`], in CSV or a
//! [`workbook`], says rooms directly. [`export`] is all of it together, [`import`] the two steps: a look, then the
//! import of what was looked at. [`report`] is what is said of it, [`fault`] and [`words`] how.
//!
//! Class titles are looked through for words and forgotten.

mod archive;
mod choices;
mod classes;
mod dates;
mod export;
mod fault;
mod import;
mod names;
mod offered;
mod orgs;
mod patterns;
mod report;
mod rooms;
mod sessions;
mod sheet;
mod table;
mod tags;
mod teachers;
mod text;
mod words;
mod workbook;

pub use self::choices::{Choices, WithoutLocation, district_name};
pub use self::export::{Export, Held};
pub use self::fault::{Effect, Fault, Refused, What};
pub use self::import::{Looked, NotImported, Retiring, answer, import, look, look_at_first};
pub use self::offered::Offered;
pub use self::patterns::Patterns;
