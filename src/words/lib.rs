//! How a picture is said, in both languages: one wording for the screen, the export and the page for families.
//!
//! [`picture`] says one release and [`table`] puts it into rows, [`opportunity`] says its groups beside one another, which
//! [`beside`] puts together, [`strands`] productive talk, [`trend`] a row of rounds, [`district`] a term; [`roster`] names
//! groups, [`export`] heads the columns of a file, and [`dates`] writes days. Sentences with numbers or names in them are
//! functions, so that each language makes its own plurals. What only the app's screens say is in the app.

pub mod beside;
pub mod dates;
pub mod district;
pub mod export;
pub mod opportunity;
pub mod picture;
pub mod roster;
pub mod strands;
pub mod table;
pub mod trend;

use domain::language::Language;

use self::district::District;
use self::opportunity::Opportunity;
use self::picture::Picture;
use self::roster::Roster;
use self::strands::Strands;
use self::trend::Trend;

/// Everything that a picture is said with, in one language.
pub struct Words {
    /// Which language these words are in; for dates and for the library's own texts.
    pub language: Language,
    /// Pictures.
    pub picture: Picture,
    /// Groups set beside one another.
    pub opportunity: Opportunity,
    /// Productive talk.
    pub strands: Strands,
    /// A row of rounds.
    pub trend: Trend,
    /// A district's term.
    pub district: District,
    /// What a roster says: grades, subjects, groups.
    pub roster: Roster,
}

/// English.
pub static EN: Words = Words {
    language: Language::En,
    picture: picture::EN,
    opportunity: opportunity::EN,
    strands: strands::EN,
    trend: trend::EN,
    district: district::EN,
    roster: roster::EN,
};

/// Spanish, with *usted*.
pub static ES: Words = Words {
    language: Language::Es,
    picture: picture::ES,
    opportunity: opportunity::ES,
    strands: strands::ES,
    trend: trend::ES,
    district: district::ES,
    roster: roster::ES,
};

/// The words of a language.
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
