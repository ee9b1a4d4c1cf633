//! Two versions of one thing: both are kept, and a person is asked which is right.

use domain::ids::{RoundId, VisitId};
use domain::time::Moment;
use serde::{Deserialize, Serialize};

use crate::rescue::{Thing, Version};
use crate::tablet::{Edit, Held, Key};

/// What a rescue file says of a thing of which this tablet says something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fork {
    /// The file's version.
    pub version: Version,
    /// When the file was saved, by the clock of the tablet that saved it.
    pub saved: Moment,
}

/// That a person decided about a version from a rescue file, whichever way: the same file asks nothing anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What was decided.
    pub(super) thing: Thing,
    /// Tells the version from others.
    pub(super) mark: String,
    /// Of a visit: the revision of a summary that may have been sent for the version that was not right. The right one's
    /// has a higher one.
    pub(super) summary: u32,
}

impl Fork {
    /// Tells it from all others.
    pub fn name(&self) -> String {
        [&self.version.thing().to_string(), "/", &self.version.mark()].concat()
    }
}

impl Decided {
    /// The name of the fork that was decided about.
    pub(crate) fn name(&self) -> String {
        [&self.thing.to_string(), "/", &self.mark].concat()
    }
}

impl Held {
    /// What rescue files say otherwise and nobody has decided about, by thing.
    pub fn forks(&self) -> Vec<&Fork> {
        self.forks.values().collect()
    }

    /// Whether a version of a visit waits for a decision: the visit stays until then.
    pub(crate) fn has_fork_of(&self, visit: &VisitId) -> bool {
        self.forks.values().any(|fork| match &fork.version {
            Version::Visit(rescued) => rescued.visit.id == *visit,
            _ => false,
        })
    }

    /// Whether a version of one of a round's visits waits for a decision.
    pub(crate) fn has_fork_in(&self, round: &RoundId) -> bool {
        self.forks.values().any(|fork| match &fork.version {
            Version::Visit(rescued) => rescued.visit.round == *round,
            _ => false,
        })
    }

    /// What goes with a visit that is forgotten: versions of it, and what was decided about them.
    pub(crate) fn forget_forks_of(&self, visit: &VisitId) -> Vec<Edit> {
        let is_of = |thing: &Thing| matches!(thing, Thing::Visit(id) | Thing::Note(id) if id == visit);
        let forks = self.forks.values().filter(|fork| is_of(&fork.version.thing())).map(|fork| Key::Fork(fork.name()));
        let decided = self.decided.values().filter(|decided| is_of(&decided.thing));
        forks.chain(decided.map(|decided| Key::Decided(decided.name()))).map(Edit::Forget).collect()
    }

    /// The revision that the summary of a visit must exceed because of what was decided.
    pub(crate) fn summary_floor(&self, visit: &VisitId) -> u32 {
        let of_visit = |decided: &&Decided| matches!(&decided.thing, Thing::Visit(id) if id == visit);
        self.decided.values().filter(of_visit).map(|decided| decided.summary).max().unwrap_or(0)
    }
}
