//! Instruments that may take the place of a look-for's plain unit, chosen when a round is planned.

use serde::{Deserialize, Serialize};

use super::{ShareOf, Unit};

/// An optional way of recording a look-for. It ends in the same yes or no, by the same line, as the unit it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Instrument {
    /// Who is talking now, and how long it stays quiet after each of the first five open questions.
    TalkStrip,
    /// A blank grid of seats on which each seat that was heard is tapped once.
    VoicesGrid,
}

impl Instrument {
    /// Whether what it records can be read as that unit.
    pub fn fits(self, unit: Unit) -> bool {
        match self {
            Instrument::TalkStrip => unit == Unit::Tally { of: Some(5) },
            Instrument::VoicesGrid => unit == Unit::Share { of: ShareOf::Students },
        }
    }
}
