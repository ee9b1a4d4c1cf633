//! Names for things: sixteen bytes each, written as 32 lower-case hexadecimal digits.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind} {text:?} is not 32 lower-case hexadecimal digits")]
pub struct NotAnId {
    kind: &'static str,
    text: String,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $kind:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// An identifier from sixteen bytes that the caller drew or derived.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(hex(&bytes))
            }

            /// Reads an identifier that was written by [`Self::as_str`].
            pub fn parse(text: &str) -> Result<Self, NotAnId> {
                let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
                if text.len() == 32 && digits {
                    Ok(Self(text.to_owned()))
                } else {
                    let text = text.chars().take(40).collect();
                    Err(NotAnId { kind: $kind, text })
                }
            }

            /// The 32 digits.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(text: String) -> Result<Self, NotAnId> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A school of the district's roster.
    SchoolId, "school id";
    /// A room of the district's roster.
    RoomId, "room id";
    /// A round of visits; random.
    RoundId, "round id";
    /// A visit; random. It leaves its tablet in a rescue file and in no other way.
    VisitId, "visit id";
    /// A summary, derived from its visit under the round's key: random for whoever lacks the key, and not time-ordered, so
    /// that it says nothing about when it was made.
    SummaryId, "summary id";
    /// A sealed note, derived from its card.
    NoteId, "note id";
    /// A letter to a door; random.
    LetterId, "letter id";
    /// A tablet within one round; random for each round, so that rounds cannot be joined by it.
    TabletId, "tablet id";
    /// Somebody who was invited; random.
    PersonId, "person id";
    /// One person on one device, from signing in to signing out; random. Not the secret that proves it.
    SessionId, "session id";
    /// A report of misuse; random.
    ReportId, "report id";
    /// A room under one round's key: the same room has another token in every round.
    RoomToken, "room token";
}

impl SchoolId {
    /// The identifier of the school that a roster calls `sourced_id`.
    pub fn from_roster(sourced_id: &str) -> Self {
        Self::from_bytes(digest(&["school", sourced_id]))
    }
}

impl RoomId {
    /// The identifier of a room: a school and a location that was normalised before.
    pub fn from_roster(school: &SchoolId, location: &str) -> Self {
        Self::from_bytes(digest(&["room", school.as_str(), location]))
    }
}

/// Lower-case hexadecimal digits of `bytes`.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes behind hexadecimal digits, or nothing when there is any other character or half a byte.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|value| value as u8);
    if !text.len().is_multiple_of(2) {
        return None;
    }
    text.as_bytes().chunks(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}

/// The first sixteen bytes of SHA-256 over the parts, kept apart by a byte that no part holds.
fn digest(parts: &[&str]) -> [u8; 16] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize()[..16]);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_as_it_was_written() {
        let id = RoundId::from_bytes([0xa5; 16]);
        assert_eq!(RoundId::parse(id.as_str()), Ok(id));
    }

    #[test]
    fn an_id_with_capitals_or_another_length_is_refused_and_named() {
        for text in ["", "A5", &"A".repeat(32), &"0".repeat(33)] {
            let refusal = RoundId::parse(text).unwrap_err().to_string();
            assert!(refusal.starts_with("round id"), "{refusal}");
        }
    }

    #[test]
    fn a_room_keeps_its_id_from_import_to_import_and_differs_between_schools() {
        let (alder, birch) = (SchoolId::from_roster("1"), SchoolId::from_roster("2"));
        assert_eq!(RoomId::from_roster(&alder, "12"), RoomId::from_roster(&alder, "12"));
        assert_ne!(RoomId::from_roster(&alder, "12"), RoomId::from_roster(&birch, "12"));
    }
}
