//! What is wrong with an export: a fault costs one row or one value, a refusal everything.

use std::fmt;
use std::io;
use std::path::PathBuf;

use domain::text::NotText;

/// Something wrong in one row. The rest of the file counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which file.
    pub file: &'static str,
    /// The line on which the row begins; the column names are on line 1.
    pub row: u64,
    /// What is wrong.
    pub what: What,
    /// What became of the row.
    pub effect: Effect,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It has another number of cells than there are columns.
    Cells {
        /// Cells of the row.
        found: usize,
        /// Columns of the file.
        wanted: usize,
    },
    /// A cell that must be filled is blank.
    Blank(&'static str),
    /// The same identifier stood in an earlier row.
    Twice {
        /// The identifier.
        value: String,
        /// The earlier row.
        first: u64,
    },
    /// The cell names something that is not there.
    Dangling {
        /// Which column.
        column: &'static str,
        /// What it names.
        value: String,
        /// Where it should be.
        file: &'static str,
    },
    /// The cell holds something that OneRoster does not have.
    Unknown {
        /// Which column.
        column: &'static str,
        /// What it holds.
        value: String,
    },
    /// The cell holds no name.
    NotAName {
        /// Which column.
        column: &'static str,
        /// What it holds.
        value: String,
        /// Why that is no name.
        cause: NotText,
    },
}

/// What became of a row with a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The row does not count.
    RowSkipped,
    /// The row counts without that value.
    ValueLeftOut,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} row {}: ", self.file, self.row)?;
        match &self.what {
            What::Cells { found, wanted } => write!(formatter, "{found} cells where there are {wanted} columns")?,
            What::Blank(column) => write!(formatter, "{column} is blank")?,
            What::Twice { value, first } => {
                write!(formatter, "sourcedId {} stood in row {first} already", shown(value))?;
            }
            What::Dangling { column, value, file } => {
                write!(formatter, "{column} {} is not in {file}", shown(value))?;
            }
            What::Unknown { column, value } => write!(formatter, "{column} {} is not known", shown(value))?,
            What::NotAName { column, value, cause } => write!(formatter, "{column} {}: {cause}", shown(value))?,
        }
        formatter.write_str(match self.effect {
            Effect::RowSkipped => "; row skipped",
            Effect::ValueLeftOut => "; value left out",
        })
    }
}

/// A value in quotation marks, at most forty characters of it.
fn shown(value: &str) -> String {
    let mut start: String = value.chars().take(40).collect();
    if start.len() < value.len() {
        start.push('…');
    }
    format!("{start:?}")
}

/// Why an export was refused as a whole. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The folder cannot be listed.
    #[error("the folder {} cannot be read ({cause})", folder.display())]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// A file without which there are no rooms is missing.
    #[error("there is no {0} in the folder")]
    NoFile(&'static str),
    /// A file cannot be read from the disk.
    #[error("{file} cannot be read ({cause})")]
    Unreadable {
        /// Which file.
        file: &'static str,
        /// Why not.
        cause: io::Error,
    },
    /// A file is larger than any district's.
    #[error("{file} has {bytes} bytes, and {most} are taken", most = super::files::LARGEST)]
    TooLarge {
        /// Which file.
        file: &'static str,
        /// Its size.
        bytes: u64,
    },
    /// A file is not CSV in UTF-8.
    #[error("{file} is not CSV in UTF-8: {cause}")]
    NotCsv {
        /// Which file.
        file: &'static str,
        /// Where it stops being so.
        cause: String,
    },
    /// A column without which the file says nothing is missing.
    #[error("{file} has no column {column}")]
    NoColumn {
        /// Which file.
        file: &'static str,
        /// Which column.
        column: &'static str,
    },
    /// The manifest says that a file holds only what changed.
    #[error("manifest.csv says that {0} holds only changes (delta); export it whole (bulk)")]
    Delta(&'static str),
    /// There is no school.
    #[error("orgs.csv has no active organisation of type school")]
    NoSchool,
    /// Nothing says which district the schools are of.
    #[error("orgs.csv has {0} schools and neither a district nor one organisation above them all")]
    NoDistrict(usize),
    /// The schools are of several districts.
    #[error("orgs.csv has schools of several districts ({}); import one district at a time", .0.join(", "))]
    SeveralDistricts(Vec<String>),
    /// No class could be placed, so that an import would close every room.
    #[error("classes.csv has no active class of a school in orgs.csv, so there would be no room")]
    NoRoom,
}
