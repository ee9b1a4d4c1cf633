//! Sealing records before they are stored, and opening them again.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use zeroize::Zeroizing;

use crate::surroundings::{Random, draw};

/// Bytes of the nonce that stands in front of every sealed record.
const NONCE: usize = 12;

/// Seals and opens records with the tablet's data key (AES-256-GCM, the record's key as associated data).
///
/// The data key is itself stored wrapped, so that a PIN can join later without touching the records. It is wiped from
/// memory with the vault.
pub struct Vault {
    // Apart, because the round keys of AES are large.
    cipher: Box<Aes256Gcm>,
    data_key: Zeroizing<[u8; 32]>,
}

/// A record that this vault did not seal, or that was changed since.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the record {0:?} cannot be opened with this tablet's key")]
pub struct Unreadable(pub String);

impl Vault {
    /// A vault with this data key.
    pub fn new(data_key: [u8; 32]) -> Vault {
        Vault {
            cipher: Box::new(Aes256Gcm::new(&Key::<Aes256Gcm>::from(data_key))),
            data_key: Zeroizing::new(data_key),
        }
    }

    /// The key that it seals with, for whoever wraps it.
    pub(crate) fn data_key(&self) -> &[u8; 32] {
        &self.data_key
    }

    /// Seals `plain` so that it opens only under the same record key.
    pub fn seal(&self, key: &str, plain: &[u8], random: &dyn Random) -> Vec<u8> {
        let nonce: [u8; NONCE] = draw(random);
        let payload = Payload { msg: plain, aad: key.as_bytes() };
        let sealed = self.cipher.encrypt(&Nonce::from(nonce), payload).expect("a record is sealed in memory");
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what [`Self::seal`] made.
    pub fn open(&self, key: &str, sealed: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let unreadable = || Unreadable(key.to_owned());
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or_else(unreadable)?;
        let payload = Payload { msg: sealed, aad: key.as_bytes() };
        self.cipher.decrypt(&Nonce::from(*nonce), payload).map_err(|_| unreadable())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sevens;
    impl Random for Sevens {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }

    #[test]
    fn a_record_opens_under_its_own_key_and_under_no_other() {
        let vault = Vault::new([1; 32]);
        let sealed = vault.seal("visit/1", b"room 12", &Sevens);
        assert_eq!(vault.open("visit/1", &sealed), Ok(b"room 12".to_vec()));
        assert_eq!(vault.open("visit/2", &sealed), Err(Unreadable("visit/2".into())));
        assert!(Vault::new([2; 32]).open("visit/1", &sealed).is_err());
    }

    #[test]
    fn nothing_of_the_plain_text_stands_in_a_sealed_record() {
        let sealed = Vault::new([1; 32]).seal("visit/1", b"room 12", &Sevens);
        assert!(!sealed.windows(4).any(|window| window == b"room"));
    }

    #[test]
    fn a_record_that_was_cut_short_does_not_open() {
        assert!(Vault::new([1; 32]).open("visit/1", b"short").is_err());
    }
}
