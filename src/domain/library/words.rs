//! Words that come in both languages, and the ones around the look-fors.

use serde::{Deserialize, Serialize};

use super::LookForGroup;
use crate::language::Language;

/// The same thing said in both languages; neither can be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Both<T = String> {
    /// In English.
    pub en: T,
    /// In Spanish.
    pub es: T,
}

impl<T> Both<T> {
    /// The one in that language.
    pub fn in_language(&self, language: Language) -> &T {
        match language {
            Language::En => &self.en,
            Language::Es => &self.es,
        }
    }
}

/// A phase of a school's growth, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseWords {
    /// 1, 2 or 3.
    pub number: u8,
    /// Its name.
    pub name: Both,
    /// What a look-for of this phase asks of a school.
    pub meaning: Both,
}

/// A group of look-fors, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupWords {
    /// Which group.
    pub group: LookForGroup,
    /// Its name.
    pub name: Both,
}

/// The words of all four units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitsWords {
    /// Seen or not seen.
    pub presence: UnitWords,
    /// A count.
    pub tally: UnitWords,
    /// Two-minute blocks.
    pub interval: UnitWords,
    /// A share of the students or tables in view.
    pub share: UnitWords,
}

/// A unit, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitWords {
    /// Its name.
    pub name: Both,
    /// The values one chooses from; empty where one counts or times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<ValueWords>,
    /// What is recorded where there are no values to choose from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records: Option<Both>,
    /// How blocks are judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Both>,
    /// What is recorded beside the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also_keeps: Option<Both>,
    /// How the unit is easily misread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<Both>,
}

/// A value one may choose, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueWords {
    /// Its code, such as `not_seen` or `nearly_all`.
    pub value: String,
    /// What it is called.
    pub words: Both,
    /// Of a share: the part of the whole it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<Both>,
}
