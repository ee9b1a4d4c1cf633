//! What a phone with a card says about the visit that its note is of.

use domain::note::{Context, ContextSecret};
use serde::{Deserialize, Serialize};

/// Adds context to a round's picture, in place of what the same card said before. Answered with 204 and no body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AddContext {
    /// From the card: it has to fit a note of that round which has arrived and was not deleted.
    pub secret: ContextSecret,
    /// Which kind, from the list.
    pub kind: Context,
}

/// Takes back what a card said. Answered with 204 and no body, also when it had said nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct WithdrawContext {
    /// From the card.
    pub secret: ContextSecret,
}
