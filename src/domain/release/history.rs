//! What earlier rounds of the same schools say about a look-for.

use std::collections::BTreeSet;

use crate::ids::SchoolId;
use crate::release::{Finding, Range, Release, Trend, trend};
use crate::time::Day;

/// Earlier rounds that a reader is shown.
const MOST_SHOWN: usize = 5;

/// The earlier rounds of a look-for.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// Rounds that can be compared with one another, oldest first: their last day, and what they showed.
    pub points: Vec<(Day, Option<Range>)>,
    /// What changed since the round before, and the last day of that round.
    pub since: Option<(Day, Trend)>,
    /// Whether rounds were left out because they covered other schools.
    pub other_schools: bool,
}

/// The history of `finding` in a release of `schools`; `earlier` are the releases before it, oldest first.
pub fn history(finding: &Finding, schools: &BTreeSet<SchoolId>, earlier: &[Release]) -> History {
    let found =
        |release: &'_ Release| release.findings.iter().find(|other| other.look_for == finding.look_for).cloned();
    let (same, other): (Vec<&Release>, Vec<&Release>) =
        earlier.iter().filter(|release| found(release).is_some()).partition(|release| release.schools == *schools);
    let same: Vec<(Day, Finding)> =
        same.into_iter().filter_map(|release| Some((release.ends, found(release)?))).collect();
    let comparable = |other: &Finding| other.version == finding.version && other.line == finding.line;
    let run = same.iter().rev().take_while(|(_, other)| comparable(other)).take(MOST_SHOWN);
    let mut run: Vec<&(Day, Finding)> = run.collect();
    run.reverse();
    let points = run.iter().map(|(day, other)| (*day, other.whole())).collect();
    let changed = |(day, before): &(Day, Finding)| (*day, trend(before, finding));
    let since = same.last().map(changed);
    History { points, since, other_schools: !other.is_empty() }
}

impl History {
    /// What changed since the round before. Only with that one it is compared: a second comparison would speak twice as
    /// often when nothing has changed.
    pub fn trend(&self) -> Trend {
        self.since.map_or(Trend::NoClearChange, |(_, trend)| trend)
    }
}
