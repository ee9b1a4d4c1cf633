//! A note to the teacher: one noticing and one wondering, sealed to a card that only its holder can open.

mod card;
mod context;
mod door;
mod hpke;
mod seal;

use serde::{Deserialize, Serialize};

pub use self::card::Card;
pub use self::context::{Context, ContextLock, ContextPlace, ContextSecret};
pub use self::door::{DoorKey, Letter, SEALED_LETTER};
pub use self::seal::{LONGEST_SEALED, SealedNote, Unopened, open, seal};
use crate::ids::RoundId;
use crate::language::Language;
use crate::text::Passage;
use crate::time::Day;

/// What the teacher reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// "We noticed": something seen or heard, with no verdict in it.
    pub noticed: Passage,
    /// "We wonder": a question that needs no reply.
    pub wondered: Passage,
    /// The day of the visit.
    pub visited: Day,
    /// How long the visit lasted, in minutes.
    pub minutes: u32,
    /// The language it is written in.
    pub language: Language,
    /// The round of the visit, so that whoever reads the note can add context to its picture; nothing in notes from before
    /// that was possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RoundId>,
}
