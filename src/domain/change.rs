//! A person's edit as a value, and the one rule about which edit stands.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::ids::hex;
use crate::note::{Letter, SealedNote};
use crate::round::{Debrief, Delivery, Plan};
use crate::visit::Summary;

/// An edit that leaves the tablet. Marks, evidence and drafts are not among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A round was planned, or its window was moved.
    Plan(Plan),
    /// A team wrote on the debrief board.
    Debrief(Debrief),
    /// A visit ended.
    Summary(Summary),
    /// A note was sealed to a card.
    Note(SealedNote),
    /// A note's card goes to a door.
    Letter(Letter),
    /// A leader said what came of the action that a round closed with.
    Delivery(Delivery),
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A round's plan; its id is the round's.
    Plan,
    /// A round's debrief; its id is the round's.
    Debrief,
    /// A visit's summary; its id is random for whoever lacks the round's key.
    Summary,
    /// A sealed note; its id comes from the card.
    Note,
    /// A letter that takes a note's card to a door; its id is random.
    Letter,
    /// What came of a closed round's action; its id is the round's.
    Delivery,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 6] = [Kind::Plan, Kind::Debrief, Kind::Summary, Kind::Note, Kind::Letter, Kind::Delivery];

    /// The word used in messages.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Plan => "plan",
            Kind::Debrief => "debrief",
            Kind::Summary => "summary",
            Kind::Note => "note",
            Kind::Letter => "letter",
            Kind::Delivery => "delivery",
        }
    }
}

impl Change {
    /// What the change is about.
    pub fn kind(&self) -> Kind {
        match self {
            Change::Plan(_) => Kind::Plan,
            Change::Debrief(_) => Kind::Debrief,
            Change::Summary(_) => Kind::Summary,
            Change::Note(_) => Kind::Note,
            Change::Letter(_) => Kind::Letter,
            Change::Delivery(_) => Kind::Delivery,
        }
    }

    /// The id of the thing changed.
    pub fn id(&self) -> &str {
        match self {
            Change::Plan(plan) => plan.round.as_str(),
            Change::Debrief(debrief) => debrief.round.as_str(),
            Change::Summary(summary) => summary.id.as_str(),
            Change::Note(note) => note.id.as_str(),
            Change::Letter(letter) => letter.id.as_str(),
            Change::Delivery(delivery) => delivery.round.as_str(),
        }
    }

    /// Which edit of that thing this is, from 1.
    pub fn revision(&self) -> u32 {
        match self {
            Change::Plan(plan) => plan.revision,
            Change::Debrief(debrief) => debrief.revision,
            Change::Summary(summary) => summary.revision,
            Change::Note(note) => note.revision,
            Change::Letter(letter) => letter.revision,
            Change::Delivery(delivery) => delivery.revision,
        }
    }

    /// The exact text that travels and is hashed.
    pub fn body(&self) -> String {
        match self {
            Change::Plan(plan) => write(plan),
            Change::Debrief(debrief) => write(debrief),
            Change::Summary(summary) => write(summary),
            Change::Note(note) => write(note),
            Change::Letter(letter) => write(letter),
            Change::Delivery(delivery) => write(delivery),
        }
    }

    /// Reads a body; the error names what is wrong with it.
    pub fn read(kind: Kind, body: &str) -> Result<Change, serde_json::Error> {
        Ok(match kind {
            Kind::Plan => Change::Plan(serde_json::from_str(body)?),
            Kind::Debrief => Change::Debrief(serde_json::from_str(body)?),
            Kind::Summary => Change::Summary(serde_json::from_str(body)?),
            Kind::Note => Change::Note(serde_json::from_str(body)?),
            Kind::Letter => Change::Letter(serde_json::from_str(body)?),
            Kind::Delivery => Change::Delivery(serde_json::from_str(body)?),
        })
    }
}

/// The text of a value that has no reason not to be written.
pub fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("domain values have text keys and finite numbers")
}

/// The hash by which a body is acknowledged: SHA-256, 64 lower-case hexadecimal digits.
pub fn hash(body: &str) -> String {
    hex(&Sha256::digest(body.as_bytes()))
}

/// The hash of a body, as one change names another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(try_from = "String", into = "String")]
pub struct BodyHash(String);

/// Why a text is not the hash of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the hash of a body has 64 lower-case hexadecimal digits")]
pub struct NotAHash;

impl BodyHash {
    /// The [`hash`] of `body`.
    pub fn of(body: &str) -> BodyHash {
        BodyHash(hash(body))
    }

    /// The 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for BodyHash {
    type Error = NotAHash;
    fn try_from(text: String) -> Result<BodyHash, NotAHash> {
        let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if text.len() == 64 && digits { Ok(BodyHash(text)) } else { Err(NotAHash) }
    }
}

impl From<BodyHash> for String {
    fn from(hash: BodyHash) -> String {
        hash.0
    }
}

/// The highest revision that is taken: nobody edits one thing so often, and one who claims to would end all later edits.
pub const MOST_REVISIONS: u32 = 1_000_000;

/// What becomes of an edit that arrives where another of the same thing may be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is the newest: keep it.
    Take,
    /// Exactly these bytes are held already.
    Held,
    /// A higher revision is held: this edit was heard and has no effect.
    Superseded,
    /// The same revision is held with other bytes: one of the two was made in error.
    Conflict,
}

/// The highest revision wins; the same revision with other bytes is refused.
pub fn verdict(held: Option<(u32, &str)>, arriving: (u32, &str)) -> Verdict {
    match held {
        None => Verdict::Take,
        Some((revision, _)) if arriving.0 > revision => Verdict::Take,
        Some((revision, _)) if arriving.0 < revision => Verdict::Superseded,
        Some((_, hash)) if hash == arriving.1 => Verdict::Held,
        Some(_) => Verdict::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn in_whatever_order_and_however_often_edits_arrive_the_highest_revision_stands(
            arrivals in prop::collection::vec(1..6_u32, 1..30),
        ) {
            let mut held: Option<(u32, String)> = None;
            for revision in &arrivals {
                let arriving = hash(&revision.to_string());
                let before = held.as_ref().map(|(revision, hash)| (*revision, hash.as_str()));
                if verdict(before, (*revision, &arriving)) == Verdict::Take {
                    held = Some((*revision, arriving));
                }
            }
            prop_assert_eq!(held.map(|(revision, _)| revision), arrivals.iter().max().copied());
        }
    }

    #[test]
    fn the_same_revision_with_other_bytes_is_a_conflict_and_with_the_same_bytes_is_held() {
        assert_eq!(verdict(Some((2, "a")), (2, "b")), Verdict::Conflict);
        assert_eq!(verdict(Some((2, "a")), (2, "a")), Verdict::Held);
    }

    #[test]
    fn a_hash_is_plain_sha_256_of_the_text() {
        assert!(hash("abc").starts_with("ba7816bf8f01cfea"));
    }
}
