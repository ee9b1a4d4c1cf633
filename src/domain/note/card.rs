//! A card: 80 random bits that are both the address of a note and the key to it.

use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::ids::NoteId;
use crate::note::ContextSecret;
use crate::symbols::{self, Misread};

/// What is printed on a card as a QR code and 18 symbols, two of them a check.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card([u8; 10]);

impl Card {
    /// Check symbols at the end of a card's code.
    const CHECKS: usize = 2;

    /// A card from ten random bytes.
    pub fn from_random(bytes: [u8; 10]) -> Card {
        Card(bytes)
    }

    /// The 18 symbols.
    pub fn code(&self) -> String {
        symbols::write(&self.0, Self::CHECKS)
    }

    /// Reads a card's code as typed or scanned; a mistyped one is told apart by its checks.
    pub fn from_code(typed: &str) -> Result<Card, Misread> {
        symbols::read(typed, Self::CHECKS).map(Card)
    }

    /// The id under which the note is kept: it gives away nothing about the key.
    pub fn note_id(&self) -> NoteId {
        NoteId::from_bytes(self.expand(b"noticeboard note id 1"))
    }

    /// What a letter carries.
    pub(super) fn bits(&self) -> &[u8; 10] {
        &self.0
    }

    /// The AES-256 key of the note.
    pub(super) fn key(&self) -> [u8; 32] {
        self.expand(b"noticeboard note key 1")
    }

    /// What shows that its holder may add context. It gives away nothing about the note's id or key.
    pub fn context_secret(&self) -> ContextSecret {
        ContextSecret::of(self.expand(b"noticeboard context secret 1"))
    }

    /// HKDF-SHA-256 without salt: the card's bits are random and used for nothing else.
    fn expand<const N: usize>(&self, purpose: &[u8]) -> [u8; N] {
        let mut bytes = [0; N];
        Hkdf::<Sha256>::new(None, &self.0).expand(purpose, &mut bytes).expect("HKDF gives this many bytes");
        bytes
    }
}

/// Shows that there is a card, never its code.
impl std::fmt::Debug for Card {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Card(..)")
    }
}
