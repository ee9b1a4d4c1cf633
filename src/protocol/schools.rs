//! What readers ask for: schools and their releases.

use domain::ids::RoundId;
use domain::roster::School;
use domain::round::Delivery;
use domain::time::Day;
use serde::{Deserialize, Serialize};

use crate::people::Door;
use crate::round::Published;

/// The district and its schools.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Schools {
    /// The district's name.
    pub district: String,
    /// By name.
    pub schools: Vec<School>,
}

/// The releases of one school: its newest, or those before a round that was named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Releases {
    /// Oldest first.
    pub releases: Vec<Published>,
    /// What was last said of the actions of these releases, in no order that means anything.
    #[serde(default)]
    pub deliveries: Vec<Delivery>,
    /// Whether a page for the school's families is public now.
    #[serde(default)]
    pub has_family_page: bool,
    /// Where there are earlier releases: the round to ask for those before, as [`crate::path::of_school_before`] writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<RoundId>,
}

/// Everything that the schools of a district published in one term. The picture of the term is computed from it, by
/// [`domain::release::term_picture`], where it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TermReleases {
    /// The district's name.
    pub district: String,
    /// By name.
    pub schools: Vec<School>,
    /// The first day of the term.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// What was closed in it, oldest first.
    pub releases: Vec<Published>,
    /// What was last said of the actions of these releases, whenever that was.
    #[serde(default)]
    pub deliveries: Vec<Delivery>,
    /// The day of the newest release before the term; nothing when there is none.
    pub earlier: Option<Day>,
}

/// The ways in: people sign in by a code; the sample has doors beside that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Doors {
    /// The district's name; nothing while no roster was imported.
    pub district: Option<String>,
    /// The sample's doors; none outside the sample.
    pub doors: Vec<Door>,
    /// The code of a card on which the sample has a note, for whoever wants to read one and was handed no card. Nothing
    /// outside the sample, and nothing once its notes are deleted or expired.
    #[serde(default)]
    pub sample_card: Option<String>,
}
