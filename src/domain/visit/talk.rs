//! The talk strip: who is talking now, and how long it stays quiet after an open question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::library::LookForId;
use crate::visit::{Act, Visit};

/// Milliseconds of quiet that count as time to think: "about three seconds or more", by the look-for's indicator.
pub const QUIET_MILLIS: u32 = 3_000;

/// Who is talking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Talk {
    /// The teacher to everybody.
    TeacherToAll,
    /// The teacher with one student.
    TeacherWithOne,
    /// One student to everybody.
    StudentToAll,
    /// Students to one another, in front of everybody.
    StudentToStudent,
    /// Students in pairs.
    Partners,
    /// Students in groups.
    Groups,
    /// Nobody: quiet thinking.
    QuietThinking,
}

impl Talk {
    /// Every one, in the order of the strip.
    pub const ALL: [Talk; 7] = [
        Talk::TeacherToAll,
        Talk::TeacherWithOne,
        Talk::StudentToAll,
        Talk::StudentToStudent,
        Talk::Partners,
        Talk::Groups,
        Talk::QuietThinking,
    ];
}

/// How long each kind of talk lasted. It stays on the tablet: nothing is worked out from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TalkTimes {
    /// Seconds before the first tap on the strip.
    pub before: u32,
    /// Seconds of each kind that came up.
    pub spent: BTreeMap<Talk, u32>,
    /// Who is talking, once that was tapped.
    pub now: Option<Talk>,
}

impl Visit {
    /// Who talked for how long in the first `seconds` of the visit. The parts add up to `seconds`.
    pub fn talk(&self, look_for: &LookForId, seconds: u32) -> TalkTimes {
        let mut times = TalkTimes::default();
        let mut since = 0;
        let switches = self.standing().filter_map(|mark| match &mark.act {
            Act::Talk(id, talk) if id == look_for => Some((mark.at.min(seconds), *talk)),
            _ => None,
        });
        for (at, talk) in switches {
            let at = at.max(since);
            times.passes(at - since);
            (since, times.now) = (at, Some(talk));
        }
        times.passes(seconds - since);
        times
    }

    /// Milliseconds of quiet after each of the first open questions, oldest first.
    pub fn quiets(&self, look_for: &LookForId) -> impl Iterator<Item = u32> {
        self.standing().filter_map(move |mark| match &mark.act {
            Act::Quiet(id, millis) if id == look_for => Some(*millis),
            _ => None,
        })
    }
}

impl TalkTimes {
    fn passes(&mut self, seconds: u32) {
        match self.now {
            Some(talk) => *self.spent.entry(talk).or_default() += seconds,
            None => self.before += seconds,
        }
    }
}
