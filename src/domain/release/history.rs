//! A look-for through the rounds of the same schools: what each showed, where the row breaks, what began in between.

use crate::library::Library;
use crate::release::{Broken, Finding, Range, Release, Trend, trend};
use crate::time::Day;

/// Earlier rounds that a reader is shown.
const MOST_SHOWN: usize = 5;

/// A look-for of a round, and the earlier rounds of the same schools that looked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// Oldest first; the last is the round itself, and at most five are before it.
    pub points: Vec<Point>,
    /// What changed since the round before, and the last day of that round.
    pub since: Option<(Day, Trend)>,
    /// Whether rounds were left out because they covered other schools.
    pub other_schools: bool,
}

/// One round in a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The place of its release among the earlier ones, or behind them.
    pub place: usize,
    /// The counts that it could stand for; nothing where it is not shown.
    pub range: Option<Range>,
    /// Why it cannot be compared with the point before it.
    pub broken: Option<Broken>,
    /// The places of the releases whose teams took on a question after the point before it: every round ends in one.
    pub inquiries: Vec<usize>,
    /// The phase of the library that the schools came into after the point before it: the highest of what their rounds
    /// looked for, where none had reached it from the first point on.
    pub phase: Option<u8>,
}

/// The history of `finding`, which is one of `release`; `earlier` are the releases before it, oldest first.
pub fn history(finding: &Finding, release: &Release, earlier: &[Release]) -> History {
    history_in(Library::shipped(), finding, release, earlier)
}

/// The same by another library than the shipped one.
pub(super) fn history_in(library: &Library, finding: &Finding, release: &Release, earlier: &[Release]) -> History {
    let looked = earlier.iter().enumerate().filter_map(|(place, release)| {
        let found = release.findings.iter().find(|other| other.look_for == finding.look_for)?;
        Some((place, release, found))
    });
    let (mut same, other): (Vec<_>, Vec<_>) = looked.partition(|(_, other, _)| other.schools == release.schools);
    same.drain(..same.len().saturating_sub(MOST_SHOWN));

    let since = same.last().map(|(_, release, before)| (release.ends, trend(before, finding)));
    let found = same.into_iter().map(|(place, _, found)| (place, found)).chain([(earlier.len(), finding)]);
    let found: Vec<(usize, &Finding)> = found.collect();
    let alone = |(place, found): &(usize, &Finding)| Point {
        place: *place,
        range: found.whole(),
        broken: None,
        inquiries: Vec::new(),
        phase: None,
    };
    let first = found.first().map_or(0, |(place, _)| *place);
    let reached = |from: usize, to: usize| {
        let rounds = earlier.iter().chain([release]).take(to + 1).skip(from);
        rounds.filter(|other| other.schools == release.schools).filter_map(|other| highest_phase(library, other)).max()
    };
    let phase_begun =
        |before: usize, place: usize| reached(before + 1, place).filter(|phase| Some(*phase) > reached(first, before));
    let after = |pair: &[(usize, &Finding)]| {
        let [(earlier, before), point] = pair else { return None };
        let broken = if let Trend::Broken(broken) = trend(before, point.1) { Some(broken) } else { None };
        let inquiries = (*earlier..point.0).collect();
        Some(Point { broken, inquiries, phase: phase_begun(*earlier, point.0), ..alone(point) })
    };
    let points = found.first().map(alone).into_iter().chain(found.windows(2).filter_map(after)).collect();
    History { points, since, other_schools: !other.is_empty() }
}

/// The highest phase of what a round looked for.
fn highest_phase(library: &Library, release: &Release) -> Option<u8> {
    let look_fors = release.findings.iter().filter_map(|found| library.find(&found.look_for, found.version));
    look_fors.map(|look_for| look_for.phase).max()
}

impl History {
    /// What changed since the round before. Only with that one it is compared: a second comparison would speak twice as
    /// often when nothing has changed.
    pub fn trend(&self) -> Trend {
        self.since.map_or(Trend::NoClearChange, |(_, trend)| trend)
    }
}
