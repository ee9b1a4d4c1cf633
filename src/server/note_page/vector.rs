//! The frozen vector that the page's script and `domain` must both agree with.

use domain::note::{Card, Note, SealedNote, open, seal};
use domain::symbols::Misread;
use serde::{Deserialize, Serialize};

/// `data/note-vector.json`. It is never written anew: notes sealed by this rule lie on servers.
const FROZEN: &str = include_str!("../../../data/note-vector.json");

/// One card, what it derives, one note sealed to it, and codes that are not read.
#[derive(Serialize, Deserialize)]
struct Vector {
    /// The card's ten bytes, in hexadecimal digits.
    card: String,
    code: String,
    /// The code as people type it, all of them the same card.
    typed: Vec<String>,
    id: String,
    note: Note,
    sealed: SealedNote,
    misread: Vec<Mistyped>,
}

#[derive(Serialize, Deserialize)]
struct Mistyped {
    typed: String,
    /// `symbol`, `length` or `check`.
    kind: String,
}

fn frozen() -> Vector {
    serde_json::from_str(FROZEN).expect("data/note-vector.json is a vector")
}

#[test]
fn the_domain_derives_seals_and_opens_as_the_frozen_vector_says() {
    let vector = frozen();
    let bytes: [u8; 10] = domain::ids::from_hex(&vector.card).unwrap().try_into().unwrap();
    let card = Card::from_random(bytes);
    assert_eq!(card.code(), vector.code);
    assert_eq!(card.note_id().as_str(), vector.id);
    // What cards derive for context lies on servers too, as a lock.
    let secret = "efdeed0d11aca0deea3b3dcdcf6f34bbfd9912c6f229abd12dfdd44f5da514bb";
    assert_eq!(String::from(card.context_secret()), secret);
    assert_eq!(open(&vector.sealed, &card), Ok(vector.note.clone()));
    let nonce: [u8; 12] = domain::ids::from_hex(&vector.sealed.nonce).unwrap().try_into().unwrap();
    assert_eq!(seal(&vector.note, &card, vector.sealed.expires, nonce, 1), vector.sealed);
}

#[test]
fn the_domain_reads_the_typed_codes_of_the_vector_and_tells_the_mistyped_apart() {
    let vector = frozen();
    for typed in &vector.typed {
        assert_eq!(Card::from_code(typed).unwrap().code(), vector.code, "{typed}");
    }
    for mistyped in &vector.misread {
        let kind = match Card::from_code(&mistyped.typed).unwrap_err() {
            Misread::Symbol(_) => "symbol",
            Misread::Length { .. } => "length",
            Misread::Check => "check",
        };
        assert_eq!(kind, mistyped.kind, "{}", mistyped.typed);
    }
}
