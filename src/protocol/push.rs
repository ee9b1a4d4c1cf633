//! Push: a tablet hands over what it holds, and keeps each item until the server has said that it holds exactly it.

use domain::change::{Change, Kind, hash};
use serde::{Deserialize, Serialize};

/// Changes to hand over; plans and debriefs, summaries, notes, letters, and deliveries each go in requests of their
/// own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Push {
    /// The district that the tablet works for, from its last pull: all its tablets say the same. A server of another one
    /// takes nothing. Whoever has not pulled leaves it out.
    pub district: Option<String>,
    /// At most [`crate::MOST_ITEMS`]; summaries are shuffled.
    pub items: Vec<Item>,
}

/// One change, its body carried as text so that its hash is over exactly these bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Item {
    /// What it is about.
    pub kind: Kind,
    /// The id of the thing changed: 32 lower-case hexadecimal digits.
    pub id: String,
    /// Which edit of that thing it is, from 1.
    pub revision: u32,
    /// The change as JSON.
    pub body: String,
}

/// One answer for each item, in the order of the items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pushed {
    /// The server's epoch: it changes when the server was restored from a backup.
    pub epoch: String,
    /// How far the server had come when it answered. The tablet's next pull hands it back, so that a server that was
    /// restored to before this answer notices.
    pub reached: String,
    /// One for each item.
    pub answers: Vec<ItemAnswer>,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ItemAnswer {
    /// The item's id.
    pub id: String,
    /// The item's revision.
    pub revision: u32,
    /// SHA-256 of the body that the server read, in hexadecimal digits. An answer with another hash acknowledges nothing.
    pub hash: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The server holds exactly these bytes.
    Received,
    /// The server holds a higher revision of the same thing; this one is part of its past.
    Superseded,
    /// The server holds these bytes, but the round is closed: received, not in the picture, for good.
    ReceivedLate,
    /// The server does not take it. The tablet keeps it, with this reason.
    Refused(Refusal),
}

/// Why an item was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Refusal {
    /// For programs.
    pub code: RefusalCode,
    /// For people: names what is wrong.
    pub detail: String,
}

/// Why an item was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RefusalCode {
    /// The body is not what its kind says, or is too long.
    Malformed,
    /// It does not fit the plan, the roster or the agreement.
    AgainstTheRules,
    /// Its round is not known here yet; once the plan has arrived it will be taken. Or, for a delivery, its release, which
    /// a tablet may still give back to a server that was restored.
    UnknownRound,
    /// The same revision is held with other bytes; or, for a debrief, another board stands than the one it was written
    /// on: the tablet joins the two.
    Conflict,
    /// Whoever is signed in may not send it: a plan or a delivery by a visitor, or something about another school.
    NotAllowed,
    /// The note was deleted by whoever holds its card, or it or the letter has expired.
    Gone,
}

impl Item {
    /// The item that carries a change.
    pub fn of(change: &Change) -> Item {
        Item { kind: change.kind(), id: change.id().to_owned(), revision: change.revision(), body: change.body() }
    }

    /// The hash by which the item is acknowledged.
    pub fn hash(&self) -> String {
        hash(&self.body)
    }
}

impl ItemAnswer {
    /// Whether this answers exactly that item; anything else acknowledges nothing.
    pub fn is_for(&self, item: &Item) -> bool {
        self.id == item.id && self.revision == item.revision && self.hash == item.hash()
    }
}
