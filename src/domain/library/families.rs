//! What is said of look-fors to families: the line of a page about a school, and a question for a child.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::{Both, LookForId};

/// What is said to families, of every version of every look-for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Families(pub Vec<FamilyWords>);

/// One look-for as a family reads it. Another line or question is no new version of the look-for: what was looked for
/// stays the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyWords {
    /// The look-for.
    pub id: LookForId,
    /// Its version.
    pub version: u32,
    /// What children or adults do where it is seen, in one sentence.
    pub line: Both,
    /// A question that a child can answer at home, put to the child: in Spanish with *tú*.
    pub ask: Both,
}

impl Families {
    /// What ships with the server.
    pub fn shipped() -> &'static Families {
        static SHIPPED: OnceLock<Families> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            serde_json::from_str(include_str!("families.json"))
                .expect("the JSON is part of the program, and a test reads it")
        })
    }

    /// What is said of one version of a look-for, if it ever shipped.
    pub fn of(&self, id: &LookForId, version: u32) -> Option<&FamilyWords> {
        self.0.iter().find(|words| words.id == *id && words.version == version)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::library::Library;

    #[test]
    fn every_version_of_every_look_for_has_one_line_and_one_question_in_both_languages() {
        let Families(all) = Families::shipped();
        for look_for in Library::shipped().every_version() {
            let words = Families::shipped().of(&look_for.id, look_for.version).unwrap();
            for text in [&words.line.en, &words.line.es, &words.ask.en, &words.ask.es] {
                assert!(!text.trim().is_empty(), "{} says nothing to families in one language", look_for.id);
            }
        }
        assert_eq!(all.len(), Library::shipped().every_version().count());
    }

    #[test]
    fn a_question_is_one_question_and_no_two_are_the_same() {
        let Families(all) = Families::shipped();
        for words in all {
            assert!(words.ask.en.ends_with('?') && words.ask.en.matches('?').count() == 1, "{}", words.ask.en);
            assert!(words.ask.es.starts_with('¿') && words.ask.es.ends_with('?'), "{}", words.ask.es);
            assert!(words.ask.es.matches('?').count() == 1, "{}", words.ask.es);
            assert!(words.line.en.ends_with(['.', '"']), "{}", words.line.en);
        }
        let asks: BTreeSet<&str> = all.iter().map(|words| words.ask.en.as_str()).collect();
        assert_eq!(asks.len(), all.len());
    }
}
