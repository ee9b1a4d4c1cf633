//! Productive talk in a school: discourse, participation and inquiry, side by side and never made into one number.

use crate::library::{LookForGroup, LookForId};
use crate::release::{Finding, History, Release, history};

/// What is read together, in this order.
const STRANDS: [LookForGroup; 3] = [LookForGroup::Discourse, LookForGroup::Participation, LookForGroup::Inquiry];

/// One of the three, with every look-for of it that a round looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strand {
    /// Discourse, participation or inquiry.
    pub group: LookForGroup,
    /// By their ids, so that no order says which was seen more; none where no round has looked for any yet.
    pub threads: Vec<Thread>,
}

/// A look-for in the newest round that looked for it, with the rounds before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// The place of that round's release among all of the school's.
    pub place: usize,
    /// What it said.
    pub finding: Finding,
    /// What rounds before it said.
    pub history: History,
}

/// The three strands in `releases`, which are a school's, oldest first.
pub fn productive_talk(releases: &[Release]) -> [Strand; 3] {
    let mut ids: Vec<&LookForId> =
        releases.iter().flat_map(|release| &release.findings).map(|finding| &finding.look_for).collect();
    ids.sort();
    ids.dedup();
    STRANDS.map(|group| {
        let of_group = ids.iter().filter(|id| id.letters() == group.code());
        Strand { group, threads: of_group.filter_map(|id| thread(id, releases)).collect() }
    })
}

fn thread(id: &LookForId, releases: &[Release]) -> Option<Thread> {
    let newest_first = releases.iter().enumerate().rev();
    let mut looked = newest_first.filter_map(|(place, release)| {
        let finding = release.findings.iter().find(|finding| finding.look_for == *id)?;
        Some((place, release, finding))
    });
    let (place, release, finding) = looked.next()?;
    Some(Thread { place, finding: finding.clone(), history: history(finding, release, &releases[..place]) })
}
