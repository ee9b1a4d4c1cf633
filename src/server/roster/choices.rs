//! What an administrator decides about reading a roster.

use domain::text::Name;
use domain::time::Day;
use protocol::roster::RosterChoices;

use super::{Patterns, Refused};

/// How a roster is to be read.
#[derive(Debug, Clone)]
pub struct Choices {
    /// The day of reading; a school year that ended before it is over.
    pub today: Day,
    /// Which words give programmes and course access.
    pub patterns: Patterns,
    /// What becomes of classes for which the export has no location.
    pub without_location: WithoutLocation,
    /// The district's name for a spreadsheet, which has none.
    pub district: Option<Name>,
}

/// What becomes of classes for which the export has no location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithoutLocation {
    /// Each is a room of its own, and `enrollments.csv` is never opened.
    EachByItself,
    /// Those of one teacher at one school are a room. `enrollments.csv` is read in memory; nothing of it is stored.
    GroupedByTeacher,
}

impl Choices {
    /// The built-in patterns, and nothing that needs permission.
    pub fn on(today: Day) -> Choices {
        Choices {
            today,
            patterns: Patterns::default(),
            without_location: WithoutLocation::EachByItself,
            district: None,
        }
    }

    /// What was chosen on a screen. A district's name that is none, or patterns that cannot be read, are refused.
    pub fn asked(choices: &RosterChoices, today: Day) -> Result<Choices, Refused> {
        let grouped = choices.group_by_teacher;
        Ok(Choices {
            patterns: choices.patterns.as_deref().map_or_else(|| Ok(Patterns::default()), Patterns::read)?,
            without_location: if grouped { WithoutLocation::GroupedByTeacher } else { WithoutLocation::EachByItself },
            district: choices.district.as_deref().map(district_name).transpose()?,
            ..Choices::on(today)
        })
    }
}

/// A district's name that somebody typed.
pub fn district_name(typed: &str) -> Result<Name, Refused> {
    Name::parse(typed).map_err(Refused::DistrictIsNoName)
}
