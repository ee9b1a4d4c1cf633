//! Sealing a note to a card, and opening it with the card.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use serde::{Deserialize, Serialize};

use crate::ids::{NoteId, from_hex, hex};
use crate::note::{Card, ContextLock, Note};
use crate::time::Day;

/// A note that only its card opens. The server keeps it and cannot read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SealedNote {
    /// From the card.
    pub id: NoteId,
    /// Which edit of the note this is, from 1.
    pub revision: u32,
    /// The last day on which it can be read: the same for every note of a round, so that it dates no visit.
    pub expires: Day,
    /// Twelve bytes, in hexadecimal digits.
    pub nonce: String,
    /// AES-256-GCM with the id as associated data, in hexadecimal digits.
    pub sealed: String,
    /// What the card's secret has to fit when its holder adds context; nothing in notes from before that was possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<ContextLock>,
}

/// The most hexadecimal digits of a sealed note.
pub const LONGEST_SEALED: usize = 2 * (PADDED * 3 + TAG);

/// Notes are padded to a multiple of this many bytes, so that their length says little.
const PADDED: usize = 2048;
/// Bytes that AES-GCM adds.
const TAG: usize = 16;

/// Why a sealed note was not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    /// Another card's, or changed on the way.
    #[error("this card does not open this note")]
    OtherCard,
    /// It opened, and is not a note.
    #[error("what the card opened is not a note")]
    NotANote,
}

/// Seals `note` to `card`. `nonce` is twelve random bytes, used once.
pub fn seal(note: &Note, card: &Card, expires: Day, nonce: [u8; 12], revision: u32) -> SealedNote {
    let mut plain = serde_json::to_vec(note).expect("a note is text and numbers");
    // JSON may end in spaces, so the padding needs no length of its own.
    plain.resize(plain.len().next_multiple_of(PADDED), b' ');
    let id = card.note_id();
    let payload = Payload { msg: &plain, aad: id.as_str().as_bytes() };
    let sealed = cipher(card).encrypt(&Nonce::from(nonce), payload).expect("a few kilobytes are sealed in memory");
    let context = note.round.as_ref().map(|round| card.context_secret().lock(round));
    SealedNote { id, revision, expires, nonce: hex(&nonce), sealed: hex(&sealed), context }
}

/// Opens `sealed` with `card`.
pub fn open(sealed: &SealedNote, card: &Card) -> Result<Note, Unopened> {
    let bytes = from_hex(&sealed.sealed).ok_or(Unopened::OtherCard)?;
    let nonce: [u8; 12] = from_hex(&sealed.nonce).and_then(|nonce| nonce.try_into().ok()).ok_or(Unopened::OtherCard)?;
    let id = card.note_id();
    let payload = Payload { msg: &bytes, aad: id.as_str().as_bytes() };
    let plain = cipher(card).decrypt(&Nonce::from(nonce), payload).map_err(|_| Unopened::OtherCard)?;
    serde_json::from_slice(&plain).map_err(|_| Unopened::NotANote)
}

fn cipher(card: &Card) -> Aes256Gcm {
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(card.key()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::RoundId;
    use crate::language::Language;
    use crate::text::Passage;

    fn note() -> Note {
        Note {
            noticed: Passage::parse("After \"What makes you say that?\" four students added to one another.").unwrap(),
            wondered: Passage::parse("What part could you hand over?").unwrap(),
            visited: Day::parse("2026-11-10").unwrap(),
            minutes: 10,
            language: Language::En,
            round: Some(RoundId::from_bytes([1; 16])),
        }
    }

    fn sealed(card: &Card) -> SealedNote {
        seal(&note(), card, Day::parse("2027-01-23").unwrap(), [9; 12], 1)
    }

    #[test]
    fn whoever_types_the_card_reads_the_note() {
        let card = Card::from_random([3; 10]);
        let typed = Card::from_code(&card.code().to_lowercase()).unwrap();
        assert_eq!(open(&sealed(&card), &typed), Ok(note()));
    }

    #[test]
    fn another_card_does_not_open_it_even_under_its_id() {
        let other = Card::from_random([4; 10]);
        let mut note = sealed(&Card::from_random([3; 10]));
        note.id = other.note_id();
        assert_eq!(open(&note, &other), Err(Unopened::OtherCard));
    }

    #[test]
    fn a_note_that_was_changed_on_the_way_does_not_open() {
        let card = Card::from_random([3; 10]);
        let mut note = sealed(&card);
        note.sealed.replace_range(0..2, if note.sealed.starts_with("00") { "11" } else { "00" });
        assert_eq!(open(&note, &card), Err(Unopened::OtherCard));
    }

    #[test]
    fn a_short_and_a_long_note_are_of_one_length() {
        let mut long = note();
        long.noticed = Passage::parse(&"x".repeat(500)).unwrap();
        let card = Card::from_random([3; 10]);
        let long = seal(&long, &card, Day::parse("2027-01-23").unwrap(), [9; 12], 1);
        assert_eq!(long.sealed.len(), sealed(&card).sealed.len());
        assert!(long.sealed.len() <= LONGEST_SEALED);
    }

    #[test]
    fn the_longest_note_in_the_widest_script_still_fits() {
        let mut wide = note();
        wide.noticed = Passage::parse(&"😀".repeat(500)).unwrap();
        wide.wondered = wide.noticed.clone();
        let card = Card::from_random([3; 10]);
        assert!(seal(&wide, &card, Day::parse("2027-01-23").unwrap(), [9; 12], 1).sealed.len() <= LONGEST_SEALED);
    }
}
