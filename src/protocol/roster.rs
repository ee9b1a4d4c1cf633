//! What an administrator and the server say to one another about a roster: first a look, then the word that it is so.
//!
//! The same bytes go to the server twice. Between the two nothing is kept, so that any server process may answer either;
//! what was looked at is named by the mark in the report, and anything else is looked at anew.

use domain::ids::RoomId;
use domain::language::Language;
use serde::{Deserialize, Serialize};

/// How uploaded bytes are to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct RosterChoices {
    /// The name of the file, for messages.
    pub file: String,
    /// Whether `enrollments.csv` may be read, in memory, to group sections without a location by who teaches them.
    pub group_by_teacher: bool,
    /// The district's name, where the file has none: a spreadsheet for a district that has no roster yet.
    pub district: Option<String>,
    /// The text of a file of patterns, instead of those built in.
    pub patterns: Option<String>,
}

/// A room that somebody typed on a screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TypedRoom {
    /// The school's name; one that is not held is added.
    pub school: String,
    /// How people call the room.
    pub room: String,
    /// Grades or grade bands: `3-5`, `K, 1`.
    pub grades: String,
    /// Subjects: `Mathematics`; blank for a room with several.
    pub subjects: String,
    /// Programmes and course access: `ELD, AP`.
    pub programmes: String,
}

/// Rooms typed on a screen; all others stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TypedRooms {
    /// The district's name, where none is held yet.
    pub district: Option<String>,
    /// Rooms to add, or to say other things of.
    pub rooms: Vec<TypedRoom>,
    /// Rooms that are no longer in use.
    pub out_of_use: Vec<RoomId>,
}

/// Says that what was shown is what is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RosterConfirmation {
    /// The mark of the report that was shown.
    pub shown: String,
    /// Whether more than a fifth of the rooms may be retired.
    pub retire_many: bool,
}

/// What became of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum RosterAnswer {
    /// It was looked at and nothing was changed.
    Looked {
        /// What an import would do.
        report: RosterReport,
    },
    /// It was taken in.
    Imported {
        /// What was done.
        report: RosterReport,
    },
    /// What would be done is no longer what was shown. Nothing was changed.
    ShownOtherwise {
        /// What an import would do now.
        report: RosterReport,
    },
    /// More than a fifth of the rooms would be retired and nobody said that they may. Nothing was changed.
    RetiresMany {
        /// What an import would do.
        report: RosterReport,
    },
    /// It cannot be read as a roster. Nothing was changed.
    Refused {
        /// Why, and what to do.
        said: Said,
    },
}

/// What a roster does, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RosterReport {
    /// Names this report and everything behind it, 64 hexadecimal digits.
    pub mark: String,
    /// The district's name.
    pub district: String,
    /// What the district was called before, where that was something else.
    pub called_before: Option<String>,
    /// What the file is.
    pub form: RosterForm,
    /// Schools of the roster.
    pub schools: u32,
    /// Rooms in use.
    pub rooms: u32,
    /// Whether nothing is different from what is held.
    pub changes_nothing: bool,
    /// Whether more than a fifth of the rooms are retired, which must be allowed in so many words.
    pub retires_many: bool,
    /// Names of schools that were not held.
    pub schools_added: Vec<String>,
    /// New names of schools that were called otherwise.
    pub schools_renamed: Vec<String>,
    /// Names of schools that are held and no longer in the roster; their pictures stay.
    pub schools_left: Vec<String>,
    /// Rooms that were not held.
    pub rooms_added: RoomsTouched,
    /// Rooms with another name or other tags than before, or in use again.
    pub rooms_changed: RoomsTouched,
    /// Rooms that are no longer in use.
    pub rooms_made_inactive: RoomsTouched,
    /// The first [`MOST_FAULTS`] faults.
    pub faults: Vec<RosterFault>,
    /// Faults beyond those.
    pub more_faults: u32,
}

/// Faults that are said one by one.
pub const MOST_FAULTS: usize = 200;
/// Rooms of one school that are named one by one.
pub const MOST_ROOMS: usize = 40;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RosterForm {
    /// A OneRoster export.
    OneRoster {
        /// As its manifest says; nothing without a manifest.
        version: Option<String>,
    },
    /// The five-column spreadsheet.
    Spreadsheet,
    /// Rooms typed on a screen.
    Typed,
}

/// Rooms to which one thing happens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RoomsTouched {
    /// How many.
    pub count: u32,
    /// By school, in the order of the roster.
    pub schools: Vec<RoomsOfSchool>,
}

/// Such rooms of one school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RoomsOfSchool {
    /// The school's name.
    pub school: String,
    /// How many.
    pub count: u32,
    /// The first [`MOST_ROOMS`] of their names.
    pub rooms: Vec<String>,
}

/// Something wrong in a roster's files that did not stop the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RosterFault {
    /// The file, as it was called when it came.
    pub file: String,
    /// The line on which the row begins; nothing where it is about the whole file.
    pub row: Option<u64>,
    /// The column; nothing where it is about the whole row.
    pub column: Option<String>,
    /// File, row and column, what is wrong, what became of it, and what to do.
    pub said: Said,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Said {
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
}

impl Said {
    /// The sentence in one of the two.
    pub fn language(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Es => &self.es,
        }
    }
}
