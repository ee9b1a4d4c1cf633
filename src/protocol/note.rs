//! What is said about a sealed note beside the note itself.

use domain::time::Day;
use serde::{Deserialize, Serialize};

/// The answer to deleting a note while a legal hold stands: nobody is given the note any more, and its sealed bytes stay
/// until the hold is lifted. Said of every id, so that it tells nobody whether a note was here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NoteHeld {
    /// Since when the hold stands.
    pub held_since: Day,
}
