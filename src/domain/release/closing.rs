//! Closing a round: the release it publishes, once and for good.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::agreement::DAYS_BETWEEN_RELEASES;
use crate::ids::{RoundId, SchoolId};
use crate::library::{Line, LookForId};
use crate::note::Context;
use crate::release::{Coded, Range, count, merge};
use crate::round::{Action, Debrief, GroupNumber, GroupValue, Grouping, Missing, Plan, Question};
use crate::text::Sentence;
use crate::time::Day;
use crate::visit::Summary;

/// What a closed round publishes. Immutable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Release {
    /// The round.
    pub round: RoundId,
    /// Its schools.
    pub schools: BTreeSet<SchoolId>,
    /// The first day of visits.
    pub opens: Day,
    /// The last day of visits.
    pub ends: Day,
    /// The day of the close.
    pub closed: Day,
    /// Why the round was made.
    pub purpose: Sentence,
    /// By what its rooms are grouped.
    pub grouping: Grouping,
    /// What the rooms of each group share, in the order of group numbers.
    pub groups: Vec<BTreeSet<GroupValue>>,
    /// The fewest rooms that anything is shown about.
    pub k: u32,
    /// Rooms visited; nothing when they are fewer than k.
    pub rooms: Option<u32>,
    /// Groups left out because they had more tokens than rooms.
    pub refused: BTreeSet<GroupNumber>,
    /// One for each look-for, in the order of the plan.
    pub findings: Vec<Finding>,
    /// What a leader will do.
    pub action: Action,
    /// What a team asks.
    pub question: Question,
    /// What at least k cards said of the visits, never how many.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub contexts: BTreeSet<Context>,
}

/// What a release says about one look-for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Finding {
    /// The look-for.
    pub look_for: LookForId,
    /// The version of its wording.
    pub version: u32,
    /// The line that turned visits into yes or no.
    pub line: Line,
    /// Disjoint groups that together are all usable rooms; none when the look-for is not shown.
    pub cells: Vec<Cell>,
}

/// One group of a finding, or several that were too small alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Cell {
    /// The groups of the round that are in it.
    pub groups: BTreeSet<GroupNumber>,
    /// Usable rooms, at least k.
    pub rooms: u32,
    /// How many of them said yes.
    pub coded: Coded,
}

/// How steady a picture of so many rooms is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Steadiness {
    /// 10 to 19 rooms.
    FirstPicture,
    /// 20 to 29 rooms.
    FairlySteady,
    /// 30 rooms or more.
    Steady,
}

/// Why a round does not close yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    /// The debrief has no action, or no question.
    #[error("the debrief still lacks {}", list(.0))]
    Debrief(Vec<Missing>),
    /// A school's last release is too fresh.
    #[error("the last release of a school of this round was on {last}; the next may be on {next}")]
    TooSoon {
        /// The day of the last release.
        last: Day,
        /// The first day on which the round may close.
        next: Day,
    },
}

/// Computes what a round publishes. The order of the summaries has no effect.
pub fn close(plan: &Plan, debrief: &Debrief, summaries: &[Summary], closed: Day) -> Result<Release, NotYet> {
    let (Some(action), Some(question)) = (&debrief.action, &debrief.question) else {
        return Err(NotYet::Debrief(debrief.missing()));
    };
    let (k, counted) = (plan.agreement.k(), count(plan, summaries));
    let findings = plan.look_fors.iter().zip(counted.tallies).map(|(planned, tallies)| Finding {
        look_for: planned.id.clone(),
        version: planned.version,
        line: planned.line,
        cells: merge(tallies, k)
            .into_iter()
            .map(|tally| Cell { coded: Coded::of(tally.yes, tally.rooms), groups: tally.groups, rooms: tally.rooms })
            .collect(),
    });
    Ok(Release {
        round: plan.round.clone(),
        schools: plan.schools.clone(),
        opens: plan.opens,
        ends: plan.ends,
        closed,
        purpose: plan.purpose.clone(),
        grouping: plan.grouping,
        groups: plan.groups.iter().map(|group| group.values.clone()).collect(),
        k,
        rooms: (counted.rooms >= k).then_some(counted.rooms),
        refused: counted.refused,
        findings: findings.collect(),
        action: action.clone(),
        question: question.clone(),
        contexts: BTreeSet::new(),
    })
}

/// Whether a round may close on `today`, given the days on which its schools' earlier rounds closed.
pub fn may_close_on(today: Day, earlier: impl IntoIterator<Item = Day>) -> Result<(), NotYet> {
    match earlier.into_iter().max() {
        Some(last) if today.days_since(last) < DAYS_BETWEEN_RELEASES => {
            Err(NotYet::TooSoon { last, next: last.plus(DAYS_BETWEEN_RELEASES) })
        }
        _ => Ok(()),
    }
}

impl Finding {
    /// All groups together, from their codes alone; nothing when the look-for is not shown.
    pub fn whole(&self) -> Option<Range> {
        self.cells.iter().map(Cell::range).reduce(Range::plus)
    }

    /// Whether anything is shown; [`Release::reasons`] says why not.
    pub fn is_shown(&self) -> bool {
        !self.cells.is_empty()
    }
}

impl Cell {
    /// The counts that the cell could stand for.
    pub fn range(&self) -> Range {
        self.coded.range(self.rooms)
    }
}

impl Steadiness {
    /// How steady a picture of `rooms` rooms is; nothing under ten, which is not shown at all.
    pub fn of(rooms: u32) -> Option<Steadiness> {
        match rooms {
            0..=9 => None,
            10..=19 => Some(Steadiness::FirstPicture),
            20..=29 => Some(Steadiness::FairlySteady),
            30.. => Some(Steadiness::Steady),
        }
    }
}

fn list(missing: &[Missing]) -> String {
    let words = missing.iter().map(|missing| match missing {
        Missing::Action => "an action that a leader owns",
        Missing::Question => "a question that a team takes on",
    });
    words.collect::<Vec<_>>().join(" and ")
}
