//! Whether the same opportunity is there in every group of a round: each group beside all the others together.

use std::collections::BTreeSet;

use crate::release::{Cell, Finding, Interval, Range, Release, Z_99_7};
use crate::round::Grouping;

/// A group of a finding beside all its other groups together.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The group, or several that were too small alone.
    pub cell: Cell,
    /// The counts that all the other groups together could stand for.
    pub others: Range,
    /// How many more rooms say yes here than among the others, as a difference of shares: the 99.7 % interval of
    /// everything that the codes could mean.
    pub difference: Interval,
}

/// What may be said of a group beside the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contrast {
    /// In more of its rooms.
    More,
    /// In fewer of its rooms.
    Fewer,
    /// The default.
    NoClearDifference,
}

/// Why the groups of a round are not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCompared {
    /// The round took all its rooms together.
    NotGrouped,
    /// Its groups are schools, and schools are never set against one another.
    Schools,
    /// The timetable has one value for all its rooms.
    OneValue,
    /// Too few usable rooms to say anything without pointing at someone.
    TooFewRooms,
    /// Only all groups together are enough rooms to be shown.
    OneCell,
}

/// Sets each group of a finding beside the others, in the order of the timetable; or says why not.
///
/// It is a function of the released codes. [`Z_99_7`] says how often it speaks when nothing differs.
pub fn opportunity(release: &Release, finding: &Finding) -> Result<Vec<Beside>, NotCompared> {
    match release.grouping {
        Grouping::None => return Err(NotCompared::NotGrouped),
        Grouping::School => return Err(NotCompared::Schools),
        Grouping::GradeBand | Grouping::SubjectArea | Grouping::Programme | Grouping::CourseAccess => {}
    }
    let values = release.groups.iter().map(BTreeSet::len).sum::<usize>();
    match finding.cells.len() {
        _ if values < 2 => return Err(NotCompared::OneValue),
        0 => return Err(NotCompared::TooFewRooms),
        1 => return Err(NotCompared::OneCell),
        _ => {}
    }
    let beside = |cell: &Cell| {
        let others = finding.cells.iter().filter(|other| *other != cell).map(Cell::range).reduce(Range::plus)?;
        Some(Beside { cell: cell.clone(), others, difference: others.until(cell.range(), Z_99_7) })
    };
    Ok(finding.cells.iter().filter_map(beside).collect())
}

impl Beside {
    /// More or fewer only where the whole interval is on that side of zero.
    pub fn contrast(&self) -> Contrast {
        match self.difference {
            Interval { from, .. } if from > 0.0 => Contrast::More,
            Interval { to, .. } if to < 0.0 => Contrast::Fewer,
            _ => Contrast::NoClearDifference,
        }
    }
}
