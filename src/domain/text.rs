//! Text that a person typed: trimmed, within a stated length, on the lines it may have.

use serde::{Deserialize, Serialize};

/// Why a text was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// Nothing was written.
    #[error("nothing is written here")]
    Empty,
    /// More was written than fits.
    #[error("{length} characters, and {most} fit")]
    TooLong {
        /// Characters found after trimming.
        length: usize,
        /// Characters that fit.
        most: usize,
    },
}

/// One to `MOST` characters with no control characters and no white space at either end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MOST: usize>(String);

/// A name, such as a team's: at most 80 characters.
pub type Name = Text<80>;
/// A phrase that evidence begins with: at most 60 characters.
pub type Phrase = Text<60>;
/// A sentence on a debrief board or in a plan: at most 280 characters.
pub type Sentence = Text<280>;
/// A report of misuse: at most 2,000 characters.
pub type Report = Text<2000>;
/// A passage of evidence or of a note: at most 500 characters.
pub type Passage = Text<500>;

impl<const MOST: usize> Text<MOST> {
    /// Takes what was typed; line breaks and other control characters become spaces.
    pub fn parse(typed: &str) -> Result<Self, NotText> {
        let plain: String = typed.chars().map(|character| if is_hidden(character) { ' ' } else { character }).collect();
        let trimmed = plain.trim();
        let length = trimmed.chars().count();
        match length {
            0 => Err(NotText::Empty),
            _ if length > MOST => Err(NotText::TooLong { length, most: MOST }),
            _ => Ok(Self(trimmed.to_owned())),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters and the marks that turn the direction of writing, with which one text can pass for another.
fn is_hidden(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text from anywhere, with whatever [`is_hidden`] written out, as `\u{202e}`, so that it can be shown to people.
pub fn shown(text: &str) -> String {
    let character = |character: char| {
        if is_hidden(character) { character.escape_unicode().to_string() } else { character.to_string() }
    };
    text.chars().map(character).collect()
}

impl<const MOST: usize> TryFrom<String> for Text<MOST> {
    type Error = NotText;
    fn try_from(text: String) -> Result<Self, NotText> {
        Self::parse(&text)
    }
}

impl<const MOST: usize> From<Text<MOST>> for String {
    fn from(text: Text<MOST>) -> String {
        text.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_trimmed_and_its_line_breaks_become_spaces() {
        assert_eq!(Name::parse("  grade 4\nteam ").map(String::from), Ok("grade 4 team".to_owned()));
    }

    #[test]
    fn an_empty_and_an_overlong_text_are_refused_with_the_length() {
        assert_eq!(Name::parse(" \n"), Err(NotText::Empty));
        assert_eq!(Name::parse(&"é".repeat(81)), Err(NotText::TooLong { length: 81, most: 80 }));
    }

    #[test]
    fn what_cannot_be_seen_is_written_out_when_a_text_from_anywhere_is_shown() {
        assert_eq!(shown("a\u{202e}b\n\u{7f}é"), "a\\u{202e}b\\u{a}\\u{7f}é");
    }

    #[test]
    fn marks_that_turn_the_direction_of_writing_do_not_get_in() {
        assert_eq!(Name::parse("a\u{202e}b").map(String::from), Ok("a b".to_owned()));
    }
}
