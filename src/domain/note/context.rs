//! Context: what whoever holds a card adds about the day of a visit, from a short list.
//!
//! A card can name one kind for its note's round. The server has to know that the card is one that a note was sealed to,
//! and must not keep which one: so a sealed note carries a [`ContextLock`], which only the card's [`ContextSecret`] fits,
//! and what is named is kept under the secret's [`ContextPlace`]. Whoever does not have the secret cannot tell which
//! lock and which place belong together.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::ids::{RoundId, hex};
use crate::language::Language;

/// A kind of context. None says anything about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// A test had just ended.
    AfterATest,
    /// A topic began that day.
    NewTopic,
    /// Somebody stood in for the teacher.
    Substitute,
    /// Many students were away.
    FewStudents,
    /// Something broke into the lesson.
    Interrupted,
    /// It was a time for working alone.
    WorkingAlone,
    /// The day went by another schedule.
    OtherRoutine,
}

impl Context {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Context; 7] = [
        Context::AfterATest,
        Context::NewTopic,
        Context::Substitute,
        Context::FewStudents,
        Context::Interrupted,
        Context::WorkingAlone,
        Context::OtherRoutine,
    ];

    /// The kind's word, as it is kept and sent.
    pub fn word(self) -> &'static str {
        match self {
            Context::AfterATest => "after_a_test",
            Context::NewTopic => "new_topic",
            Context::Substitute => "substitute",
            Context::FewStudents => "few_students",
            Context::Interrupted => "interrupted",
            Context::WorkingAlone => "working_alone",
            Context::OtherRoutine => "other_routine",
        }
    }

    /// How a teacher says it, without a capital and a full stop: it is chosen in a list, and read in a row.
    pub fn said_in(self, language: Language) -> &'static str {
        match (self, language) {
            (Context::AfterATest, Language::En) => "we had just finished a test",
            (Context::AfterATest, Language::Es) => "acabábamos de terminar un examen",
            (Context::NewTopic, Language::En) => "it was the first day of a new topic",
            (Context::NewTopic, Language::Es) => "era el primer día de un tema nuevo",
            (Context::Substitute, Language::En) => "a substitute was teaching",
            (Context::Substitute, Language::Es) => "daba la clase una persona suplente",
            (Context::FewStudents, Language::En) => "fewer students than usual were there",
            (Context::FewStudents, Language::Es) => "había menos estudiantes que de costumbre",
            (Context::Interrupted, Language::En) => "an assembly or a drill interrupted us",
            (Context::Interrupted, Language::Es) => "nos interrumpió una asamblea o un simulacro",
            (Context::WorkingAlone, Language::En) => "students were working alone on purpose",
            (Context::WorkingAlone, Language::Es) => "cada estudiante trabajaba por su cuenta, a propósito",
            (Context::OtherRoutine, Language::En) => "it was a day with another routine",
            (Context::OtherRoutine, Language::Es) => "era un día con otra rutina",
        }
    }
}

/// What a card's holder shows to add context. Derived from the card; it opens no note.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct ContextSecret(String);

/// What a sealed note carries, so that the server knows a secret of a card that a note of that round was sealed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct ContextLock(String);

/// What the kind that a card named is kept under: the same for one card, so that a card counts once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ContextPlace(String);

/// Why a text is none of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a {0} has 64 lower-case hexadecimal digits")]
pub struct NotContext(&'static str);

impl ContextSecret {
    /// The secret from what a card derives for it.
    pub(super) fn of(bytes: [u8; 32]) -> ContextSecret {
        ContextSecret(hex(&bytes))
    }

    /// The lock of a note of `round`. One card opens one round only.
    pub fn lock(&self, round: &RoundId) -> ContextLock {
        ContextLock(digest(&["noticeboard context lock 1", round.as_str(), &self.0]))
    }

    /// Where the card's kind is kept.
    pub fn place(&self) -> ContextPlace {
        ContextPlace(digest(&["noticeboard context place 1", &self.0]))
    }
}

impl ContextLock {
    /// The 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Shows that there is a secret, never which.
impl std::fmt::Debug for ContextSecret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ContextSecret(..)")
    }
}

macro_rules! digits {
    ($($name:ident, $what:literal;)*) => {$(
        impl TryFrom<String> for $name {
            type Error = NotContext;
            fn try_from(text: String) -> Result<$name, NotContext> {
                let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
                if text.len() == 64 && digits { Ok($name(text)) } else { Err(NotContext($what)) }
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.0
            }
        }
    )*};
}

digits! {
    ContextSecret, "context secret";
    ContextLock, "context lock";
    ContextPlace, "context place";
}

/// SHA-256 over the parts, with a space between them, which none but the first holds.
fn digest(parts: &[&str]) -> String {
    hex(&Sha256::digest(parts.join(" ").as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::note::Card;

    #[test]
    fn a_kind_is_kept_as_its_word_and_said_in_both_languages() {
        let mut said = BTreeSet::new();
        for kind in Context::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.word()));
            said.extend(Language::ALL.map(|language| kind.said_in(language)));
        }
        assert_eq!(said.len(), 2 * Context::ALL.len());
        assert!(said.iter().all(|words| !words.ends_with('.') && words.starts_with(char::is_lowercase)));
    }

    #[test]
    fn a_lock_is_of_one_card_and_one_round_and_its_place_says_neither() {
        let [secret, other] = [3, 4].map(|number| Card::from_random([number; 10]).context_secret());
        let [round, later] = [1, 2].map(|number| RoundId::from_bytes([number; 16]));
        assert_eq!(secret.lock(&round), Card::from_random([3; 10]).context_secret().lock(&round));
        let all = [secret.lock(&round).0, secret.lock(&later).0, other.lock(&round).0, secret.place().0, secret.0];
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    }

    #[test]
    fn what_is_no_digest_is_refused() {
        for text in ["", "00", &"0".repeat(63), &"G".repeat(64), &"A".repeat(64)] {
            assert!(ContextSecret::try_from((*text).to_owned()).is_err(), "{text}");
        }
    }
}
