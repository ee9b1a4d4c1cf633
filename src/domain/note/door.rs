//! A door card: a teacher's public key, so that notes from any visitor reach the teacher's own phone.
//!
//! Nobody has to have one: a paper card is always there, and carries a note as well.

use p256::PublicKey;
use p256::elliptic_curve::sec1::ToSec1Point;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::ids::LetterId;
use crate::note::Card;
use crate::note::hpke::{self, Beside};
use crate::symbols::{self, Misread};
use crate::time::Day;

/// What a door card shows: a compressed point of P-256. It seals and cannot open; the secret never leaves the phone that
/// made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DoorKey(PublicKey);

/// Bytes of a compressed point.
const POINT: usize = 33;
/// Bytes of SHA-256 over the point that follow it in a code, as a check. Both together are exactly 56 symbols.
const CHECK: usize = 2;
/// What letters are sealed for.
const INFO: &[u8] = b"noticeboard letter 1";
/// Hexadecimal digits of a sealed letter: the sender's key, a card, and what the cipher adds.
pub const SEALED_LETTER: usize = 2 * (hpke::PUBLIC_BYTES + 10 + hpke::TAG);

/// A card on its way to the phone of whoever made a door card. All letters are of one length, and nothing in one says for
/// which door it is: phones try those that there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Random.
    pub id: LetterId,
    /// Always 1: a letter is never edited.
    pub revision: u32,
    /// The last day on which it is handed out: the same for every note and letter of a round.
    pub expires: Day,
    /// The code of a card, sealed to a door's key by HPKE, in hexadecimal digits.
    pub sealed: String,
}

impl DoorKey {
    /// The 56 symbols on the door card, its check among them.
    pub fn code(&self) -> String {
        let point = self.0.to_sec1_point(true);
        symbols::write(&[point.as_bytes(), &check(point.as_bytes())].concat(), 0)
    }

    /// Reads a door card's code as typed or scanned. Of 65,536 codes that were mistyped in any way, about one is not noticed.
    pub fn from_code(typed: &str) -> Result<DoorKey, Misread> {
        let bytes: [u8; POINT + CHECK] = symbols::read(typed, 0)?;
        let (point, found) = bytes.split_at(POINT);
        if check(point) != found {
            return Err(Misread::Check);
        }
        PublicKey::from_sec1_bytes(point).map(DoorKey).map_err(|_| Misread::Check)
    }

    /// The letter that takes `card` to this door. `random` is used once and for nothing else.
    pub fn letter(&self, card: &Card, expires: Day, id: LetterId, random: &[u8; 32]) -> Letter {
        let beside = Beside { info: INFO, associated: id.as_str().as_bytes() };
        let sealed = hpke::seal(card.bits(), &self.0, beside, random);
        Letter { id, revision: 1, expires, sealed: crate::ids::hex(&sealed) }
    }
}

impl TryFrom<String> for DoorKey {
    type Error = Misread;
    fn try_from(code: String) -> Result<DoorKey, Misread> {
        DoorKey::from_code(&code)
    }
}

impl From<DoorKey> for String {
    fn from(key: DoorKey) -> String {
        key.code()
    }
}

fn check(point: &[u8]) -> [u8; CHECK] {
    let digest = Sha256::digest(point);
    [digest[0], digest[1]]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::from_hex;

    fn door(number: u8) -> (p256::SecretKey, DoorKey) {
        let secret = hpke::key_pair(&[number; 32]);
        let key = DoorKey(secret.public_key());
        (secret, key)
    }

    fn opened(letter: &Letter, secret: &p256::SecretKey) -> Option<Vec<u8>> {
        let beside = Beside { info: INFO, associated: letter.id.as_str().as_bytes() };
        hpke::open(&from_hex(&letter.sealed).unwrap(), secret, beside)
    }

    fn letter(to: &DoorKey) -> Letter {
        let (expires, id) = (Day::parse("2027-01-23").unwrap(), LetterId::from_bytes([5; 16]));
        to.letter(&Card::from_random([3; 10]), expires, id, &[7; 32])
    }

    #[test]
    fn a_letter_is_opened_by_the_door_it_was_sealed_to_and_by_no_other() {
        let ((secret, key), (other, _)) = (door(1), door(2));
        let letter = letter(&key);
        assert_eq!(opened(&letter, &secret), Some(vec![3; 10]));
        assert_eq!(opened(&letter, &other), None);
        let moved = Letter { id: LetterId::from_bytes([6; 16]), ..letter.clone() };
        assert_eq!(opened(&moved, &secret), None, "a letter is sealed under its own id");
        assert_eq!(letter.sealed.len(), SEALED_LETTER);
    }

    #[test]
    fn a_door_cards_code_is_read_back_and_a_slip_is_found() {
        let (_, key) = door(1);
        let code = key.code();
        assert_eq!(code.len(), 56);
        assert_eq!(DoorKey::from_code(&symbols::in_groups(&code.to_lowercase(), 4)), Ok(key));
        for place in 0..56 {
            let mut typed = code.clone().into_bytes();
            typed[place] = if typed[place] == b'7' { b'8' } else { b'7' };
            assert_eq!(DoorKey::from_code(std::str::from_utf8(&typed).unwrap()), Err(Misread::Check), "{place}");
        }
        assert!(matches!(DoorKey::from_code("7H2K"), Err(Misread::Length { found: 4, wanted: 56 })));
    }
}
