//! What is said about one round.

use domain::ids::{RoomToken, TabletId};
use domain::release::Preview;
use domain::time::Day;
use serde::{Deserialize, Serialize};

/// The rooms that a round has visited, without values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Tokens {
    /// Distinct, in the order of their digits.
    pub tokens: Vec<RoomToken>,
}

/// What a tablet says about its own work in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Report {
    /// Random for each tablet and round.
    pub tablet: TabletId,
    /// Whether the tablet still holds unfinished visits or summaries that were not received.
    pub unsent: bool,
}

/// What a lead sees before closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BeforeClose {
    /// Which cells a close would show, never their values.
    pub preview: Preview,
    /// Tablets that have joined and reported.
    pub tablets: u32,
    /// Those of them that last reported unsent work.
    pub unsent: u32,
    /// Those of them that have not reported since the server was restored from a backup.
    pub not_back: u32,
    /// After a restore, the first day on which the round can close: a tablet that is still away, and that the restored
    /// server may not even know of, may hold its release until then. Nothing when no restore is in the way.
    pub closes_from: Option<Day>,
    /// Whether the round cannot close because staff have not signed an agreement.
    #[serde(default, skip_serializing_if = "is_not")]
    pub lacks_agreement: bool,
}

/// For what is left out where it is not so, as it was before it could be said.
fn is_not(said: &bool) -> bool {
    !said
}

/// Asks for the close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Close {
    /// Whether the lead closes although a tablet last reported unsent work; what arrives later is not in the picture.
    pub without_unsent: bool,
}

/// A round is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Closed {
    /// What it published.
    pub published: Published,
    /// How far the server had come when it answered; as in [`crate::push::Pushed::reached`].
    pub reached: String,
}

/// A release as it was published, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Published {
    /// A [`domain::release::Release`] as JSON text.
    pub body: String,
    /// The server's seal over the body, by which it knows its own release again.
    pub seal: String,
}
