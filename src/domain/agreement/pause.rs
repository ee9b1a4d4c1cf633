//! A pause: the staff representative stops a round, or everything, until it is resumed.

use serde::{Deserialize, Serialize};

use crate::ids::RoundId;
use crate::time::Day;

/// What can be paused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Paused {
    /// Every round of the district.
    Program,
    /// One round.
    Round(RoundId),
}

/// What a representative last said about one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pause {
    /// Of what.
    pub paused: Paused,
    /// Which word on it this is, from 1.
    pub revision: u32,
    /// Since when it is paused; nothing once it is resumed.
    pub since: Option<Day>,
}

/// The pause that stops a round, with the day since when: that of the program before the round's own. Nothing where
/// neither is paused.
pub fn standing<'pause>(
    pauses: impl IntoIterator<Item = &'pause Pause>,
    round: &RoundId,
) -> Option<(&'pause Pause, Day)> {
    let stops = |pause: &Pause| match &pause.paused {
        Paused::Program => true,
        Paused::Round(paused) => paused == round,
    };
    let standing = pauses.into_iter().filter(|pause| stops(pause)).filter_map(|pause| Some((pause, pause.since?)));
    standing.min_by_key(|(pause, _)| &pause.paused)
}
