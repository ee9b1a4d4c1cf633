//! The id of a look-for, such as `DIS-04`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A look-for's id: two or three capital letters, a hyphen, and two digits from 01 to 99.
///
/// Ids sort by their letters, then by their number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(try_from = "String", into = "String")]
pub struct LookForId(String);

impl LookForId {
    /// The id written as `text`.
    pub fn parse(text: &str) -> Result<LookForId, NotALookForId> {
        let (letters, digits) = text.split_once('-').unwrap_or_default();
        let letters_fit = matches!(letters.len(), 2 | 3) && letters.bytes().all(|letter| letter.is_ascii_uppercase());
        let digits_fit = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit()) && digits != "00";
        if letters_fit && digits_fit {
            Ok(LookForId(text.to_owned()))
        } else {
            Err(NotALookForId { text: text.chars().take(40).collect() })
        }
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The letters before the hyphen: the code of its group.
    pub fn letters(&self) -> &str {
        self.0.split_once('-').map_or("", |(letters, _)| letters)
    }
}

impl fmt::Display for LookForId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for LookForId {
    type Error = NotALookForId;

    fn try_from(text: String) -> Result<LookForId, NotALookForId> {
        LookForId::parse(&text)
    }
}

impl From<LookForId> for String {
    fn from(id: LookForId) -> String {
        id.0
    }
}

/// A text that is not the id of a look-for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not the id of a look-for, which looks like DIS-04")]
pub struct NotALookForId {
    text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        for text in ["DIS-04", "FA-01", "TSK-99"] {
            let id = LookForId::parse(text).unwrap();
            assert_eq!(id.to_string(), text);
            assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<LookForId>(&format!("\"{text}\"")).unwrap(), id);
        }
        assert_eq!(LookForId::parse("FA-01").unwrap().letters(), "FA");
    }

    #[test]
    fn anything_else_is_refused_by_name() {
        let wrong = ["", "DIS", "DIS-4", "DIS-004", "DIS-00", "dis-04", "D-04", "DISC-04", "DIS 04", "ÉS-04", "DIS-0x"];
        for text in wrong {
            let refusal = LookForId::parse(text).unwrap_err();
            assert!(refusal.to_string().starts_with(&format!("{text:?}")), "{refusal}");
        }
        assert!(serde_json::from_str::<LookForId>("\"DIS-4\"").is_err());
    }

    #[test]
    fn ids_sort_by_letters_then_number() {
        let mut ids = ["TSK-01", "FA-02", "DIS-10", "DIS-02"].map(|text| LookForId::parse(text).unwrap());
        ids.sort();
        assert_eq!(ids.map(String::from), ["DIS-02", "DIS-10", "FA-02", "TSK-01"]);
    }
}
