//! What the phone of a door card's owner is told: every letter that there is, because nobody else may know which is its own.

use domain::note::Letter;
use serde::{Deserialize, Serialize};

/// The most letters of one answer.
pub const MOST_LETTERS: usize = 500;

/// Letters in the order of their random ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Letters {
    /// At most [`MOST_LETTERS`].
    pub letters: Vec<Letter>,
    /// Whether there are more after the last of these.
    pub more: bool,
}
