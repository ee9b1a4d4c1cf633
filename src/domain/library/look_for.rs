//! One thing a visitor may notice, how it is recorded, and the line that makes it a yes or a no.

use serde::{Deserialize, Serialize};

use super::{Both, Instrument, LookForId};

/// A look-for. A change of its wording, unit or line is a new version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LookFor {
    /// Its id, the same through all versions.
    pub id: LookForId,
    /// 1 at first.
    pub version: u32,
    /// Which look-fors it stands among.
    pub group: LookForGroup,
    /// Its name, at most [`super::LABEL_LIMIT`] characters.
    pub label: Both,
    /// Whose doing it is about.
    pub facing: Facing,
    /// What is there to see or hear.
    pub indicator: Both,
    /// Examples, the same number in each language.
    pub looks_like: Both<Vec<String>>,
    /// What counts and what does not.
    pub boundary: Both,
    /// How it is recorded.
    pub unit: Unit,
    /// The instrument that may take the place of the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// Whether its boundary asks for `not enough time` where the minutes were too few to tell.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub offers_not_enough_time: bool,
    /// From where on a room is a yes.
    pub line: StatedLine,
    /// How much a visitor has to conclude from what is seen.
    pub inference: Inference,
    /// 1 (explore), 2 (build) or 3 (deepen).
    pub phase: u8,
    /// A question for whoever teaches.
    pub reflect: Both,
    /// Short names of the works that inspired it, as in [`super::Library::sources`].
    pub sources: Vec<String>,
}

/// How a look-for is recorded in a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Seen, not seen, not applicable, or not enough time.
    Presence,
    /// A count.
    Tally {
        /// Of how many chances at most, such as the first five open questions; without one the count is open.
        of: Option<u8>,
    },
    /// A yes or no for each full two-minute block.
    Interval {
        /// When a block is a yes.
        method: IntervalMethod,
    },
    /// None, few, some, most or nearly all, with the number in view.
    Share {
        /// What is counted.
        of: ShareOf,
    },
}

/// When a two-minute block is a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum IntervalMethod {
    /// It happened at least once in the block, which overstates how long it lasted.
    Event,
    /// It is so at the beep that ends the block.
    State,
}

/// What a share is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ShareOf {
    /// The students in view.
    Students,
    /// The tables in view.
    Tables,
}

/// A line and how a reader sees it, which is printed wherever the result is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedLine {
    /// The line.
    pub rule: Line,
    /// The line in words, such as "three or more in ten minutes".
    pub words: Both,
}

/// The threshold that turns what was recorded in a room into a yes or a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// At least this many in ten minutes, counted in proportion to the visit's minutes.
    PerTenMinutes(u32),
    /// At least this many of the five chances.
    OfFive(u32),
    /// At least this many full two-minute blocks.
    Blocks(u32),
    /// Seen.
    Seen,
    /// Most or nearly all.
    MostOrMore,
}

impl Line {
    /// Whether the line can be read off that unit, and both a yes and a no are possible.
    pub fn fits(self, unit: Unit) -> bool {
        match (self, unit) {
            (Line::Seen, Unit::Presence) | (Line::MostOrMore, Unit::Share { .. }) => true,
            (Line::PerTenMinutes(count), Unit::Tally { of: None }) => count >= 1,
            (Line::OfFive(count), Unit::Tally { of: Some(5) }) => (1..=5).contains(&count),
            // A usable visit may have no more than four full blocks.
            (Line::Blocks(count), Unit::Interval { .. }) => (1..=4).contains(&count),
            _ => false,
        }
    }
}

/// The look-fors one stands among, which is also how its id begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LookForGroup {
    /// Inquiry.
    #[serde(rename = "INQ")]
    Inquiry,
    /// Collaborative discourse.
    #[serde(rename = "DIS")]
    Discourse,
    /// Equitable participation.
    #[serde(rename = "EQP")]
    Participation,
    /// Formative assessment.
    #[serde(rename = "FA")]
    Assessment,
    /// Language and access supports.
    #[serde(rename = "LAS")]
    Access,
    /// Task and environment.
    #[serde(rename = "TSK")]
    Task,
}

impl LookForGroup {
    /// Every group.
    pub const ALL: [LookForGroup; 6] = [
        LookForGroup::Inquiry,
        LookForGroup::Discourse,
        LookForGroup::Participation,
        LookForGroup::Assessment,
        LookForGroup::Access,
        LookForGroup::Task,
    ];

    /// The letters its look-fors' ids begin with.
    pub const fn code(self) -> &'static str {
        match self {
            LookForGroup::Inquiry => "INQ",
            LookForGroup::Discourse => "DIS",
            LookForGroup::Participation => "EQP",
            LookForGroup::Assessment => "FA",
            LookForGroup::Access => "LAS",
            LookForGroup::Task => "TSK",
        }
    }
}

/// Whose doing a look-for is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facing {
    /// What students do.
    Student,
    /// What the teacher or another adult does.
    Teacher,
    /// What they do together.
    Both,
}

/// How much a visitor has to conclude from what is seen; the more, the less two visitors agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inference {
    /// Plain to see or hear.
    Low,
    /// Some judgement.
    Medium,
    /// Much judgement.
    High,
}
