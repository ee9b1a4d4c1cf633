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
    /// The sentence above everything.
    Sentence,
    /// What protects everyone.
    Protects,
    /// One of the three strands of productive talk.
    Strand,
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
    /// Which other rooms it is set beside.
    ComparedWith,
    /// How it differs from them.
    Difference,
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
    /// What rounds before it said.
    Earlier,
    /// What teams asked before it.
    Asked,
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

impl Column {
    /// Every column.
    pub const ALL: [Column; 28] = [
        Column::Schools,
        Column::From,
        Column::To,
        Column::Purpose,
        Column::K,
        Column::Visited,
        Column::Sentence,
        Column::Protects,
        Column::Strand,
        Column::LookForId,
        Column::LookFor,
        Column::Version,
        Column::Line,
        Column::Group,
        Column::ComparedWith,
        Column::Difference,
        Column::Seen,
        Column::CouldBe,
        Column::Rooms,
        Column::Certainty,
        Column::Change,
        Column::Earlier,
        Column::Asked,
        Column::Note,
        Column::Contexts,
        Column::Action,
        Column::By,
        Column::Question,
    ];
}

/// What is taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One round of a school.
    Round,
    /// The groups of one round beside one another.
    Opportunity,
    /// Productive talk over a school's rounds.
    Talk,
    /// A district's term.
    Term,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 4] = [Kind::Round, Kind::Opportunity, Kind::Talk, Kind::Term];

    /// Its word in the docs and, where a school's round has a file of its own already, in a file's name.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Round => "round",
            Kind::Opportunity => "opportunity",
            Kind::Talk => "talk",
            Kind::Term => "term",
        }
    }

    /// Its columns, in their order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Kind::Round => &OF_ROUND,
            Kind::Opportunity => &OF_OPPORTUNITY,
            Kind::Talk => &OF_TALK,
            Kind::Term => &OF_TERM,
        }
    }
}

/// The columns of a round's file, in their order.
const OF_ROUND: [Column; 25] = [
    Column::Schools,
    Column::From,
    Column::To,
    Column::Purpose,
    Column::K,
    Column::Visited,
    Column::Sentence,
    Column::Protects,
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
    Column::Earlier,
    Column::Asked,
    Column::Note,
    Column::Contexts,
    Column::Action,
    Column::By,
    Column::Question,
];

/// Those of its groups beside one another.
const OF_OPPORTUNITY: [Column; 19] = [
    Column::Schools,
    Column::From,
    Column::To,
    Column::K,
    Column::Visited,
    Column::Sentence,
    Column::Protects,
    Column::LookForId,
    Column::LookFor,
    Column::Version,
    Column::Line,
    Column::Group,
    Column::ComparedWith,
    Column::Difference,
    Column::Seen,
    Column::CouldBe,
    Column::Rooms,
    Column::Certainty,
    Column::Note,
];

/// Those of productive talk.
const OF_TALK: [Column; 18] = [
    Column::Schools,
    Column::From,
    Column::To,
    Column::K,
    Column::Sentence,
    Column::Protects,
    Column::Strand,
    Column::LookForId,
    Column::LookFor,
    Column::Version,
    Column::Line,
    Column::Seen,
    Column::CouldBe,
    Column::Rooms,
    Column::Certainty,
    Column::Change,
    Column::Asked,
    Column::Note,
];

/// Those of a term.
const OF_TERM: [Column; 15] = [
    Column::Schools,
    Column::From,
    Column::To,
    Column::K,
    Column::Sentence,
    Column::Protects,
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
