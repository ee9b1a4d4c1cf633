//! What is wrong with a roster: a fault costs one row or one value, a refusal everything.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use domain::language::Language;
use domain::text::NotText;
use domain::time::Day;

use super::offered::File;
use super::words;

/// Something wrong in one row, or with a file. The rest counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which file, as it was called when it came.
    pub file: Arc<str>,
    /// The line on which the row begins, as an editor counts; nothing where it is about the whole file.
    pub row: Option<u64>,
    /// What is wrong.
    pub what: What,
    /// What became of it.
    pub effect: Effect,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A row has another number of cells than there are columns.
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
        /// Which column.
        column: &'static str,
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
    /// The cell holds something that is not known there.
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
    /// The cell holds no day.
    NotADay {
        /// Which column.
        column: &'static str,
        /// What it holds.
        value: String,
    },
    /// Two columns have one name.
    ColumnTwice(String),
    /// The file is called otherwise than it should be.
    CalledOtherwise(&'static str),
    /// The manifest says that a file is there, and it is not.
    NotThere(&'static str),
    /// The manifest says that a file is not there, and it is.
    ThereAfterAll(&'static str),
    /// The manifest names a version that is not known here.
    Version(String),
    /// Every class is of a school year that was over on this day.
    AllOver(Day),
    /// So many classes have neither a location nor a teacher.
    WithoutTeacher(usize),
}

impl What {
    /// The column that it is about, if it is about one.
    pub fn column(&self) -> Option<&str> {
        match self {
            What::Blank(column)
            | What::Twice { column, .. }
            | What::Dangling { column, .. }
            | What::Unknown { column, .. }
            | What::NotAName { column, .. }
            | What::NotADay { column, .. } => Some(column),
            What::ColumnTwice(column) => Some(column),
            What::Version(_) => Some("value"),
            _ => None,
        }
    }
}

/// What became of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The row does not count.
    RowSkipped,
    /// The row counts without that value.
    ValueLeftOut,
    /// Of two columns the first counts.
    SecondIgnored,
    /// Nothing was left out.
    OnlySaid,
}

impl Fault {
    /// A fault of a whole file, of which nothing is left out.
    pub fn of_file(file: &File, what: What) -> Fault {
        Fault { file: file.name.clone(), row: None, what, effect: Effect::OnlySaid }
    }

    /// File, row and column, what is wrong, what became of it, and what to do.
    pub fn said(&self, language: Language) -> String {
        words::fault(self, language)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.said(Language::En))
    }
}

/// Why a roster was refused as a whole. Nothing was changed.
#[derive(Debug)]
pub enum Refused {
    /// A folder or a file cannot be opened.
    Path {
        /// Which.
        path: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// A file cannot be read.
    Unreadable {
        /// Which file.
        file: String,
        /// Why not.
        cause: io::Error,
    },
    /// A file is larger than any district's.
    TooLarge {
        /// Which file.
        file: String,
        /// Bytes that are taken.
        most: u64,
    },
    /// A file without which there are no rooms is missing.
    NoFile {
        /// Which file.
        file: &'static str,
        /// What is there.
        there: Vec<String>,
    },
    /// Two files can be the same one.
    TwoFiles {
        /// Which file.
        file: &'static str,
        /// One that can be it.
        first: String,
        /// Another.
        second: String,
    },
    /// Bytes with the start of a zip are none.
    NotAZip(String),
    /// A zip has more files than any export.
    TooManyEntries {
        /// Its files.
        entries: usize,
        /// Files that are taken.
        most: usize,
    },
    /// A file in a zip unpacks to more than words do.
    Bomb(String),
    /// A path in a zip leads out of it.
    LeadsOutside(String),
    /// A file in a zip has a password.
    Encrypted(String),
    /// A file in a zip is packed in an unusual way.
    PackedOtherwise(String),
    /// A file in a zip is damaged.
    Damaged {
        /// Which file.
        file: String,
        /// How.
        cause: String,
    },
    /// A spreadsheet in the format from before 2007, or with a password.
    OldOrLocked(String),
    /// A file that says it is a spreadsheet cannot be read as one.
    NotAWorkbook {
        /// Which file.
        file: String,
        /// Why not.
        cause: String,
    },
    /// A spreadsheet has more rows than any district has rooms.
    TooManyRows {
        /// Which file.
        file: String,
        /// Rows that are taken.
        most: usize,
    },
    /// A file is not text in UTF-8.
    NotText {
        /// Which file.
        file: String,
        /// The line where it stops being so.
        row: u64,
    },
    /// A file is not CSV.
    NotCsv {
        /// Which file.
        file: String,
        /// Where it stops being so.
        cause: String,
    },
    /// A quotation mark is never closed.
    NeverClosed {
        /// Which file.
        file: String,
        /// The row with the mark.
        row: u64,
    },
    /// A file has no cell.
    Empty(String),
    /// A column without which the file says nothing is missing.
    NoColumn {
        /// Which file.
        file: String,
        /// Which column.
        column: &'static str,
        /// Columns that are there.
        there: Vec<String>,
    },
    /// One file of an export came alone.
    OneFileOfAnExport(String),
    /// The manifest says that a file holds only what changed.
    Delta(&'static str),
    /// There is no school.
    NoSchool,
    /// Nothing says which district the schools are of.
    NoDistrict(usize),
    /// The schools are of several districts.
    SeveralDistricts(Vec<String>),
    /// A spreadsheet does not say which district it is of, and none is held.
    DistrictUnnamed,
    /// What was typed as the district's name is none.
    DistrictIsNoName(NotText),
    /// Nothing could be placed, so that an import would close every room. The first faults say why.
    NoRoom(Vec<Fault>),
    /// Sections shall be grouped by teacher, and nothing says who teaches.
    NoEnrollments,
    /// A file of patterns has a fault.
    Pattern(Box<Fault>),
}

impl Refused {
    /// Why, and what to do.
    pub fn said(&self, language: Language) -> String {
        words::refused(self, language)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.said(Language::En))
    }
}

impl std::error::Error for Refused {}
