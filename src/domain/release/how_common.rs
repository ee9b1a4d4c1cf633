//! How common something was, in five words.

use crate::release::Range;

/// How common something was, as far as everything that its code could mean allows to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HowCommon {
    /// In few rooms or none.
    Few,
    /// In fewer than half of the rooms: the whole interval is below one half.
    Minority,
    /// In some rooms and not in others.
    Some,
    /// In most rooms: the whole interval is above one half.
    Most,
    /// In nearly all rooms.
    NearlyAll,
}

impl HowCommon {
    /// How common a range is.
    pub fn of(range: Range) -> HowCommon {
        match range.interval() {
            _ if range.is_few_or_none() => HowCommon::Few,
            _ if range.is_nearly_all() => HowCommon::NearlyAll,
            interval if interval.from > 0.5 => HowCommon::Most,
            interval if interval.to < 0.5 => HowCommon::Minority,
            _ => HowCommon::Some,
        }
    }
}
