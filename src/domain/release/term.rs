//! A district's picture of a term, computed from released cells and from nothing else.
//!
//! It is a function of releases that its readers can open one by one, so that it says nothing which they do not: there is
//! no count behind it that could be compared with theirs.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::SchoolId;
use crate::library::{Line, LookForId};
use crate::release::{Finding, Range, Release};
use crate::round::{GroupValue, Grouping};
use crate::time::Day;

/// Half of a school year: August to December, or January to July.
///
/// A release belongs to the term in which it was closed, so that a term that is over has a picture that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// What the schools of a district showed of one look-for: one wording, one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermFinding {
    /// The look-for.
    pub look_for: LookForId,
    /// The version of its wording.
    pub version: u32,
    /// The line that turned visits into yes or no.
    pub line: Line,
    /// What is counted. No school is in two of them, so that a room counts at most once.
    pub parts: Vec<Part>,
    /// Schools that looked for it in this term and have no part of their own: their rounds were shared with schools that
    /// are counted by a newer one.
    pub counted_elsewhere: BTreeSet<SchoolId>,
}

/// What a release says about schools that it does not tell apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The schools.
    pub schools: BTreeSet<SchoolId>,
    /// The counts that the released cells could stand for; nothing when the release does not show them.
    pub range: Option<Range>,
    /// The last day of the round's visits.
    pub ends: Day,
}

/// How a school stands in the picture of one look-for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'finding> {
    /// It is counted, alone or with others that its round does not tell apart.
    Counted(&'finding Part, Range),
    /// Its round looked for this, and had too few usable rooms to say anything without pointing at someone.
    TooFewRooms,
    /// It shared a round with a school that is counted by a newer one.
    CountedElsewhere,
    /// None of its rounds of this term looked for this, by this wording and this line.
    NotLookedFor,
}

impl Term {
    /// The term that holds a day.
    pub fn holding(day: Day) -> Term {
        let (year, month, _) = day.civil();
        let on = |month, date| Day::from_civil(year, month, date);
        match month {
            1..=7 => Term { from: on(1, 1), to: on(7, 31) },
            _ => Term { from: on(8, 1), to: on(12, 31) },
        }
    }

    /// The term before.
    pub fn before(self) -> Term {
        Term::holding(self.from.plus(-1))
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: Day) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

impl TermFinding {
    /// All that is counted together, from the codes alone; nothing when no school shows it.
    pub fn whole(&self) -> Option<Range> {
        self.parts.iter().filter_map(|part| part.range).reduce(Range::plus)
    }

    /// How a school stands in it.
    pub fn standing(&self, school: &SchoolId) -> Standing<'_> {
        match self.parts.iter().find(|part| part.schools.contains(school)) {
            Some(part) => part.range.map_or(Standing::TooFewRooms, |range| Standing::Counted(part, range)),
            None if self.counted_elsewhere.contains(school) => Standing::CountedElsewhere,
            None => Standing::NotLookedFor,
        }
    }
}

/// The picture of a term: one finding for each look-for in each wording and with each line, by its id.
///
/// Each school counts by its newest round of the term that looked for it. Where that round was shared with others, it
/// counts once for all of them; an older round of several schools is left out when one of them has a newer one. Which
/// rounds count depends on their days and schools, never on what they showed. Releases of other terms have no effect,
/// nor has the order of those that are handed in, nor a release that is there twice.
pub fn term_picture(term: Term, releases: &[Release]) -> Vec<TermFinding> {
    let mut newest_first: Vec<&Release> = releases.iter().filter(|release| term.holds(release.closed)).collect();
    newest_first.sort_by(|left, right| (right.closed, &right.round).cmp(&(left.closed, &left.round)));

    let mut findings: BTreeMap<(LookForId, u32, Line), TermFinding> = BTreeMap::new();
    for release in newest_first {
        for finding in &release.findings {
            let key = (finding.look_for.clone(), finding.version, finding.line);
            findings.entry(key).or_insert_with(|| TermFinding::of(finding)).count(release, finding);
        }
    }
    findings.into_values().collect()
}

impl TermFinding {
    /// Nothing counted yet.
    fn of(finding: &Finding) -> TermFinding {
        TermFinding {
            look_for: finding.look_for.clone(),
            version: finding.version,
            line: finding.line,
            parts: Vec::new(),
            counted_elsewhere: BTreeSet::new(),
        }
    }

    /// Counts a release that is older than those counted before, unless one of its schools is counted already.
    fn count(&mut self, release: &Release, finding: &Finding) {
        let counted = |school: &SchoolId| self.parts.iter().any(|part| part.schools.contains(school));
        if release.schools.iter().any(counted) {
            let others: Vec<SchoolId> = release.schools.iter().filter(|school| !counted(school)).cloned().collect();
            self.counted_elsewhere.extend(others);
        } else {
            self.parts.extend(parts(release, finding));
            self.counted_elsewhere.retain(|school| !release.schools.contains(school));
        }
    }
}

/// What a release tells apart: its schools where it grouped by them, else all of them together.
fn parts(release: &Release, finding: &Finding) -> Vec<Part> {
    let ends = release.ends;
    if release.grouping != Grouping::School {
        return vec![Part { schools: release.schools.clone(), range: finding.whole(), ends }];
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut hidden = release.schools.clone();
    for cell in &finding.cells {
        let values = cell.groups.iter().filter_map(|group| release.groups.get(usize::from(*group))).flatten();
        let schools: BTreeSet<SchoolId> = values
            .filter_map(|value| if let GroupValue::School(school) = value { Some(school.clone()) } else { None })
            .collect();
        hidden.retain(|school| !schools.contains(school));
        parts.push(Part { schools, range: Some(cell.range()), ends });
    }
    if !hidden.is_empty() {
        parts.push(Part { schools: hidden, range: None, ends });
    }
    parts
}
