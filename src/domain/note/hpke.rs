//! HPKE (RFC 9180) as far as a letter needs it: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, one message
//! a context. `data/hpke-vector.json` has the RFC's own example; the page that opens letters is held to it too.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes128Gcm, Key, Nonce};
use hkdf::Hkdf;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use sha2::Sha256;

/// Bytes of a public key as it travels: uncompressed.
pub const PUBLIC_BYTES: usize = 65;
/// Bytes that the cipher adds.
pub const TAG: usize = 16;

/// `"KEM"` and the KEM's number.
const KEM: &[u8] = b"KEM\x00\x10";
/// `"HPKE"` and the numbers of KEM, KDF and cipher.
const SUITE: &[u8] = b"HPKE\x00\x10\x00\x01\x00\x01";

/// What a message is sealed with beside the key.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'message> {
    /// What the message is for.
    pub info: &'message [u8],
    /// What it belongs to.
    pub associated: &'message [u8],
}

/// The sender's public key, then the ciphertext. `random` is used once.
pub fn seal(message: &[u8], to: &PublicKey, beside: Beside<'_>, random: &[u8; 32]) -> Vec<u8> {
    let sender = key_pair(random);
    let shared = sender.diffie_hellman(to);
    let (enc, receiver) = (uncompressed(&sender.public_key()), uncompressed(to));
    let scheduled = Scheduled::of(shared.raw_secret_bytes(), &enc, &receiver, beside.info);
    let payload = Payload { msg: message, aad: beside.associated };
    let cipher = Aes128Gcm::new(&Key::<Aes128Gcm>::from(scheduled.key));
    let sealed = cipher.encrypt(&Nonce::from(scheduled.nonce), payload).expect("a few bytes are sealed in memory");
    [enc, sealed].concat()
}

/// What was sealed to the holder of `secret`, or nothing.
#[cfg(test)]
pub fn open(sealed: &[u8], secret: &SecretKey, beside: Beside<'_>) -> Option<Vec<u8>> {
    let (enc, sealed) = sealed.split_at_checked(PUBLIC_BYTES)?;
    let sender = PublicKey::from_sec1_bytes(enc).ok()?;
    let shared = secret.diffie_hellman(&sender);
    let receiver = uncompressed(&secret.public_key());
    let scheduled = Scheduled::of(shared.raw_secret_bytes(), enc, &receiver, beside.info);
    let payload = Payload { msg: sealed, aad: beside.associated };
    Aes128Gcm::new(&Key::<Aes128Gcm>::from(scheduled.key)).decrypt(&Nonce::from(scheduled.nonce), payload).ok()
}

/// Section 7.1.3: a key pair from random bytes. A candidate outside the field is all but never met.
pub fn key_pair(random: &[u8; 32]) -> SecretKey {
    let prk = extract(KEM, b"", b"dkp_prk", random);
    let candidate = |counter: u8| SecretKey::from_slice(&expand::<32>(KEM, &prk, b"candidate", &[counter])).ok();
    (0..=u8::MAX).find_map(candidate).expect("one of 256 numbers is in the field")
}

/// Section 5.1: what both sides come to for the one message.
struct Scheduled {
    key: [u8; 16],
    nonce: [u8; 12],
}

impl Scheduled {
    fn of(agreed: &[u8], enc: &[u8], receiver: &[u8], info: &[u8]) -> Scheduled {
        let agreed = extract(KEM, b"", b"eae_prk", agreed);
        let shared: [u8; 32] = expand(KEM, &agreed, b"shared_secret", &[enc, receiver].concat());
        let (psk_id, info) = (extract(SUITE, b"", b"psk_id_hash", b""), extract(SUITE, b"", b"info_hash", info));
        let context = [&[0], &psk_id[..], &info[..]].concat();
        let secret = extract(SUITE, &shared, b"secret", b"");
        Scheduled {
            key: expand(SUITE, &secret, b"key", &context),
            nonce: expand(SUITE, &secret, b"base_nonce", &context),
        }
    }
}

fn extract(suite: &[u8], salt: &[u8], label: &[u8], secret: &[u8]) -> [u8; 32] {
    Hkdf::<Sha256>::extract(Some(salt), &[b"HPKE-v1", suite, label, secret].concat()).0.into()
}

fn expand<const N: usize>(suite: &[u8], key: &[u8; 32], label: &[u8], info: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    let length = [0, N as u8];
    Hkdf::<Sha256>::from_prk(key)
        .expect("32 bytes are a key")
        .expand(&[&length[..], b"HPKE-v1", suite, label, info].concat(), &mut bytes)
        .expect("HKDF gives this many bytes");
    bytes
}

fn uncompressed(key: &PublicKey) -> Vec<u8> {
    key.to_sec1_point(false).as_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::ids::{from_hex, hex};

    /// RFC 9180, appendix A.3.1.1, the first message.
    #[derive(Deserialize)]
    struct Vector {
        random_of_sender: String,
        secret_of_receiver: String,
        public_of_receiver: String,
        info: String,
        associated: String,
        message: String,
        enc: String,
        sealed: String,
    }

    #[test]
    fn the_example_of_the_rfc_is_sealed_and_opened_to_the_byte() {
        let vector: Vector = serde_json::from_str(include_str!("../../../data/hpke-vector.json")).unwrap();
        let bytes = |digits: &str| from_hex(digits).unwrap();
        let to = PublicKey::from_sec1_bytes(&bytes(&vector.public_of_receiver)).unwrap();
        let (info, associated) = (bytes(&vector.info), bytes(&vector.associated));
        let beside = Beside { info: &info, associated: &associated };
        let random = bytes(&vector.random_of_sender).try_into().unwrap();
        let sealed = seal(&bytes(&vector.message), &to, beside, &random);
        assert_eq!(hex(&sealed), [vector.enc, vector.sealed].concat());
        let secret = SecretKey::from_slice(&bytes(&vector.secret_of_receiver)).unwrap();
        assert_eq!(secret.public_key(), to);
        assert_eq!(open(&sealed, &secret, beside), Some(bytes(&vector.message)));
    }
}
