//! Words of a picture that is taken along as a file: what its columns are called and what they mean.
//!
//! What stands in the cells is said with the words of the picture itself.

mod english;
mod file_name;
mod spanish;

use domain::language::Language;

use self::english::EN;
pub use self::file_name::file_name;
use self::spanish::ES;

/// A column of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The schools of the round, or those that a row of a term is about.
    Schools,
    /// The first day of visits, or of the term.
    From,
    /// The last day of visits, or of the term.
    To,
    /// What the round wanted to find out.
    Purpose,
    /// The fewest rooms that anything is shown about.
    K,
    /// Rooms visited in the round.
    Visited,
    /// The look-for's id in the library.
    LookForId,
    /// The look-for's name.
    LookFor,
    /// The version of its wording.
    Version,
    /// The line in words.
    Line,
    /// Which rooms the row is about.
    Group,
    /// In how many of ten rooms.
    Seen,
    /// How far off that could be.
    CouldBe,
    /// Rooms that the row rests on.
    Rooms,
    /// How steady that is.
    Certainty,
    /// What changed since the round before.
    Change,
    /// Why something is not shown, or is shown together with something else.
    Note,
    /// What teachers said of the visits.
    Contexts,
    /// What a leader took on.
    Action,
    /// By when.
    By,
    /// What a team asks.
    Question,
}

/// The columns of a round's file, in their order.
pub const OF_ROUND: [Column; 21] = [
    Column::Schools,
    Column::From,
    Column::To,
    Column::Purpose,
    Column::K,
    Column::Visited,
    Column::LookForId,
    Column::LookFor,
    Column::Version,
    Column::Line,
    Column::Group,
    Column::Seen,
    Column::CouldBe,
    Column::Rooms,
    Column::Certainty,
    Column::Change,
    Column::Note,
    Column::Contexts,
    Column::Action,
    Column::By,
    Column::Question,
];

/// The columns of a term's file, in their order.
pub const OF_TERM: [Column; 13] = [
    Column::Schools,
    Column::From,
    Column::To,
    Column::K,
    Column::LookForId,
    Column::LookFor,
    Column::Version,
    Column::Line,
    Column::Seen,
    Column::CouldBe,
    Column::Rooms,
    Column::Certainty,
    Column::Note,
];

/// Words of a file, in one language.
#[expect(missing_docs, reason = "each field has the name of what it says; the sentences themselves are the text")]
pub struct Export {
    pub head: fn(Column) -> &'static str,
    pub meaning: fn(Column) -> &'static str,
    /// The names of a workbook's two sheets; a spreadsheet takes 31 characters.
    pub picture: &'static str,
    pub dictionary: &'static str,
    // The second sheet.
    pub column: &'static str,
    pub means: &'static str,
    /// The rows of all schools of a term together.
    pub all_schools: &'static str,
}

/// The words of a language.
pub fn of(language: Language) -> &'static Export {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
