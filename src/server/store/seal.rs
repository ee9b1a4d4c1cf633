//! What the district's own key seals, so that the server knows again what it gave out.

use domain::ids::{from_hex, hex};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What is sealed. A seal over one is none over another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// A place in the row of the district's changes: 16 hexadecimal digits.
    Cursor,
    /// A release: 64 hexadecimal digits.
    Release,
}

impl Sealed {
    /// The seal over `text`: HMAC-SHA-256 under the district's key, its first bytes.
    pub fn seal(self, key: &str, text: &str) -> String {
        hex(&self.mac(key, text).finalize().into_bytes()[..self.bytes()])
    }

    /// Whether `seal` is the one over `text`.
    pub fn is_seal(self, key: &str, text: &str, seal: &str) -> bool {
        let seal = from_hex(seal).unwrap_or_default();
        seal.len() == self.bytes() && self.mac(key, text).verify_truncated_left(&seal).is_ok()
    }

    fn bytes(self) -> usize {
        match self {
            Sealed::Cursor => 8,
            Sealed::Release => 32,
        }
    }

    fn mac(self, key: &str, text: &str) -> Hmac<Sha256> {
        let key = from_hex(key).unwrap_or_default();
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("HMAC takes a key of any length");
        mac.update(match self {
            Sealed::Cursor => b"cursor|",
            Sealed::Release => b"release|",
        });
        mac.update(text.as_bytes());
        mac
    }
}
