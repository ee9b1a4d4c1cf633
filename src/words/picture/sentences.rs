//! What a released value may be said to mean, in tenths and without decimals.

use domain::release::{HowCommon, Range, Trend};

/// How many rooms a range stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowMany {
    /// None, or so few that they would point at someone.
    FewOrNone,
    /// All, or all but so few that they would point at someone.
    NearlyAll,
    /// About so many of ten.
    About(u8),
    /// From few or none up to about so many of ten.
    AtMost(u8),
    /// From about so many of ten up to nearly all.
    AtLeast(u8),
    /// From about so many to about so many of ten.
    Between(u8, u8),
}

impl HowMany {
    /// What can be said of a range, which spans several numbers where groups were coded apart.
    pub fn of(range: Range) -> HowMany {
        let only = |count| Range { low: count, high: count, ..range };
        let (from, to) = range.tenths();
        match (only(range.low).is_few_or_none(), only(range.high).is_nearly_all()) {
            _ if range.is_few_or_none() => HowMany::FewOrNone,
            _ if range.is_nearly_all() => HowMany::NearlyAll,
            (true, false) => HowMany::AtMost(to),
            (false, true) => HowMany::AtLeast(from),
            _ if from == to => HowMany::About(from),
            _ => HowMany::Between(from, to),
        }
    }

    /// Filled dots, and dots that may be filled, of ten.
    pub fn dots(self) -> (u8, u8) {
        match self {
            HowMany::FewOrNone => (0, 2),
            HowMany::NearlyAll => (8, 2),
            HowMany::About(tenths) => (tenths, 0),
            HowMany::AtMost(to) => (0, to),
            HowMany::AtLeast(from) => (from, 10 - from.min(10)),
            HowMany::Between(from, to) => (from, to.saturating_sub(from)),
        }
    }
}

/// How far off a range could be, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowFar {
    /// From none up to so many of ten.
    UpTo(u8),
    /// So many of ten or more.
    OrMore(u8),
    /// From so many to so many of ten.
    FromTo(u8, u8),
    /// From none to all.
    Anything,
}

impl HowFar {
    /// The interval of a range, rounded outwards.
    pub fn of(range: Range) -> HowFar {
        match range.interval_tenths() {
            (0, 10..) => HowFar::Anything,
            (0, to) => HowFar::UpTo(to),
            (from, 10..) => HowFar::OrMore(from),
            (from, to) => HowFar::FromTo(from, to),
        }
    }
}

/// What stands above a picture: look-fors by how common they are. The order in each list is that of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headline {
    /// Seen in more rooms than in the round before, beyond doubt.
    pub more: Vec<String>,
    /// Seen in fewer rooms than in the round before, beyond doubt.
    pub fewer: Vec<String>,
    /// Seen in nearly all rooms.
    pub nearly_all: Vec<String>,
    /// Seen in most rooms: the whole interval is above one half.
    pub most: Vec<String>,
    /// Seen in fewer than half of the rooms: the whole interval is below one half.
    pub minority: Vec<String>,
    /// Seen in few rooms or none.
    pub few: Vec<String>,
    /// Everything else that is shown.
    pub some: Vec<String>,
}

/// Sorts what is shown of look-fors, each with its label and with what changed since the round before; nothing where one
/// is not shown.
pub fn headline(findings: &[(Option<Range>, &str, Trend)]) -> Headline {
    let mut headline = Headline::default();
    for (range, label, trend) in findings {
        let Some(range) = *range else { continue };
        let list = match (trend, HowCommon::of(range)) {
            (Trend::More, _) => &mut headline.more,
            (Trend::Fewer, _) => &mut headline.fewer,
            (_, HowCommon::NearlyAll) => &mut headline.nearly_all,
            (_, HowCommon::Most) => &mut headline.most,
            (_, HowCommon::Some) => &mut headline.some,
            (_, HowCommon::Minority) => &mut headline.minority,
            (_, HowCommon::Few) => &mut headline.few,
        };
        list.push((*label).to_owned());
    }
    headline
}

/// A label inside a sentence: its first letter is small, unless the next is a capital too.
pub(crate) fn inside(label: &str) -> String {
    let mut letters = label.chars();
    let (Some(first), rest) = (letters.next(), letters.as_str()) else { return String::new() };
    if rest.starts_with(char::is_uppercase) {
        label.to_owned()
    } else {
        first.to_lowercase().chain(rest.chars()).collect()
    }
}

/// Labels in a row. Some have commas of their own, so semicolons part them.
pub(crate) fn row(labels: &[String]) -> String {
    labels.iter().map(|label| inside(label)).collect::<Vec<_>>().join("; ")
}
