//! The round's key: it turns rooms into tokens that only the round's tablets can make.

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::ids::{RoomId, RoomToken, SummaryId, VisitId, hex};
use crate::symbols::{self, Misread};

/// 128 bits shared by the tablets of one round. The server never sees them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundKey([u8; 16]);

/// Tells a round's key from any other without giving it away; it stands in the plan, so that one round has one key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KeyCheck(String);

impl RoundKey {
    /// Check symbols at the end of a round code.
    const CHECKS: usize = 1;

    /// A key from sixteen random bytes.
    pub fn from_random(bytes: [u8; 16]) -> RoundKey {
        RoundKey(bytes)
    }

    /// The round code: 27 symbols, the last of them a check.
    pub fn code(&self) -> String {
        symbols::write(&self.0, Self::CHECKS)
    }

    /// Reads a round code as typed or scanned.
    pub fn from_code(typed: &str) -> Result<RoundKey, Misread> {
        symbols::read(typed, Self::CHECKS).map(RoundKey)
    }

    /// What a plan carries so that a tablet can tell whether a code is that round's.
    pub fn check(&self) -> KeyCheck {
        KeyCheck(hex(&self.hmac(b"check")))
    }

    /// The room's token: the first 16 bytes of HMAC-SHA-256 of the room under this key.
    pub fn token(&self, room: &RoomId) -> RoomToken {
        RoomToken::from_bytes(self.hmac(room.as_str().as_bytes()))
    }

    /// The id of a visit's summary: the first 16 bytes of HMAC-SHA-256 of the visit under this key. Whoever lacks the key
    /// cannot tell it from a random one; two tablets that finish copies of one visit send one summary.
    pub fn summary_id(&self, visit: &VisitId) -> SummaryId {
        SummaryId::from_bytes(self.hmac(["summary ", visit.as_str()].concat().as_bytes()))
    }

    fn hmac(&self, message: &[u8]) -> [u8; 16] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(message);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        bytes
    }
}

/// Shows that there is a key, never the key.
impl std::fmt::Debug for RoundKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RoundKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_tablets_with_one_code_make_the_same_token_of_a_room() {
        let (room, key) = (RoomId::from_bytes([1; 16]), RoundKey::from_random([7; 16]));
        let joined = RoundKey::from_code(&key.code()).unwrap();
        assert_eq!(joined.token(&room), key.token(&room));
    }

    #[test]
    fn copies_of_a_visit_have_one_summary_and_it_is_neither_the_visit_nor_that_of_another_round() {
        let (visit, key) = (VisitId::from_bytes([1; 16]), RoundKey::from_random([7; 16]));
        assert_eq!(key.summary_id(&visit), RoundKey::from_code(&key.code()).unwrap().summary_id(&visit));
        assert_ne!(key.summary_id(&visit).as_str(), visit.as_str());
        assert_ne!(key.summary_id(&visit), RoundKey::from_random([8; 16]).summary_id(&visit));
        assert_ne!(key.summary_id(&visit), key.summary_id(&VisitId::from_bytes([2; 16])));
    }

    #[test]
    fn the_same_room_has_unrelated_tokens_under_two_keys() {
        let room = RoomId::from_bytes([1; 16]);
        assert_ne!(RoundKey::from_random([1; 16]).token(&room), RoundKey::from_random([2; 16]).token(&room));
    }

    #[test]
    fn a_key_is_not_printed() {
        assert!(!format!("{:?}", RoundKey::from_random([7; 16])).contains('7'));
    }
}
