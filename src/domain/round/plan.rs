//! A round's plan: where, when, why, what to look for, and how rooms are grouped.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::agreement::{Agreement, MOST_LOOK_FORS};
use crate::change::BodyHash;
use crate::ids::{RoomId, RoundId, SchoolId};
use crate::library::{Instrument, Library, Line, LookFor, LookForId, Unit};
use crate::roster::Roster;
use crate::round::{Group, GroupNumber, Grouping, KeyCheck, group_rooms};
use crate::text::Sentence;
use crate::time::Day;

/// What was agreed before the first visit. Only the end of the window can move afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Plan {
    /// The round.
    pub round: RoundId,
    /// Which edit of the plan this is, from 1.
    pub revision: u32,
    /// The school, or the schools that are visited and shown together.
    pub schools: BTreeSet<SchoolId>,
    /// The day on which its window was announced: that of planning. Plans from before windows were announced have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<Day>,
    /// The first day of visits.
    pub opens: Day,
    /// The last day of visits.
    pub ends: Day,
    /// Why the round is made.
    pub purpose: Sentence,
    /// One to four look-fors.
    pub look_fors: Vec<PlannedLookFor>,
    /// By what rooms are grouped.
    pub grouping: Grouping,
    /// What the roster said of these schools when the groups were made from it.
    pub timetable: BodyHash,
    /// The groups, merged to k when the round was planned; every room is in exactly one.
    pub groups: Vec<Group>,
    /// The terms the round keeps.
    pub agreement: Agreement,
    /// Tells the round's key from any other.
    pub key_check: KeyCheck,
}

/// A look-for as a round uses it: the wording and the line it had when the round was planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PlannedLookFor {
    /// Which look-for.
    pub id: LookForId,
    /// The version of its wording.
    pub version: u32,
    /// The line that turns a visit into yes or no.
    pub line: Line,
    /// The instrument that takes the place of its unit, where one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
}

impl PlannedLookFor {
    /// A look-for as a round that is planned now uses it.
    pub fn of(look_for: &LookFor) -> PlannedLookFor {
        PlannedLookFor {
            id: look_for.id.clone(),
            version: look_for.version,
            line: look_for.line.rule,
            instrument: None,
        }
    }

    /// The same, recorded with the instrument that it has; in its plain unit where it has none.
    pub fn with_instrument(look_for: &LookFor) -> PlannedLookFor {
        PlannedLookFor { instrument: look_for.instrument, ..PlannedLookFor::of(look_for) }
    }

    /// Whether it is recorded in two-minute blocks.
    pub fn has_blocks(&self) -> bool {
        matches!(self.unit(), Some(Unit::Interval { .. }))
    }

    /// How it is recorded, in the version that was planned; nothing where this program has never had that version.
    pub fn unit(&self) -> Option<&'static Unit> {
        Library::shipped().find(&self.id, self.version).map(|look_for| &look_for.unit)
    }
}

/// Why a plan cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanFault {
    /// It names no school.
    #[error("the plan names no school")]
    NoSchool,
    /// It names a school the district does not have.
    #[error("school {0} is not in the roster")]
    UnknownSchool(SchoolId),
    /// It names a room the district does not have, or one of another school.
    #[error("room {0} is not in the roster of the round's schools")]
    UnknownRoom(RoomId),
    /// A room is in two groups, so that the two could be subtracted.
    #[error("room {0} is in two groups")]
    Overlap(RoomId),
    /// A group is smaller than k although there are others to merge it with.
    #[error("a group has {rooms} rooms, fewer than {k}")]
    SmallGroup {
        /// Rooms in the group.
        rooms: usize,
        /// The fewest it may have.
        k: u32,
    },
    /// A group has no room in it.
    #[error("a group has no rooms")]
    EmptyGroup,
    /// The terms are none that people could have signed.
    #[error("the agreement's terms are out of range")]
    Agreement,
    /// The terms are not those of an agreement that is, or was, in force.
    #[error("the plan keeps an agreement that was never in force here")]
    OtherAgreement,
    /// Its window opens too soon after it was announced.
    #[error("the window opens {found} days after it was announced, and the agreement says {least} at least")]
    Notice {
        /// Days between the two.
        found: i64,
        /// Days that the agreement says.
        least: i64,
    },
    /// There is no room to visit, or more groups than can be numbered.
    #[error("the plan has {0} groups")]
    GroupCount(usize),
    /// There are none, or more than four.
    #[error("the plan has {0} look-fors; one to four are possible")]
    LookForCount(usize),
    /// A look-for stands twice.
    #[error("look-for {0} stands twice in the plan")]
    LookForTwice(LookForId),
    /// The groups are not those that the roster it was planned with gives.
    #[error("the groups are not those of the timetable")]
    OtherGroups,
    /// A look-for, or this version of it, is not in the library, or its line is another one.
    #[error("look-for {0} is not in the library with this version and line")]
    UnknownLookFor(LookForId),
    /// A look-for is to be recorded with an instrument that the library does not give it.
    #[error("look-for {0} is not recorded with this instrument")]
    OtherInstrument(LookForId),
    /// The window ends before it opens, or is longer than a term.
    #[error("the round would last {0} days; 1 to 150 are possible")]
    Window(i64),
    /// An edit changes more than the end of the window.
    #[error("only the last day of a round that was planned can be moved")]
    Rewritten,
}

/// The longest window, in days: a term.
const LONGEST_WINDOW: i64 = 150;

impl Plan {
    /// Everything that is wrong with a new plan, given the rooms that the district has or has had, and the agreements that
    /// are or were in force.
    ///
    /// A tablet may have planned offline with an older roster or an older library. So rooms that are no longer in use
    /// and earlier versions of look-fors are accepted, an earlier agreement too, and the groups must be the timetable's
    /// only where the roster still says the same of the plan's schools.
    pub fn faults(&self, roster: &Roster, library: &Library, agreed: &[Agreement]) -> Vec<PlanFault> {
        let mut faults = Vec::new();
        if self.schools.is_empty() {
            faults.push(PlanFault::NoSchool);
        }
        let unknown = self.schools.iter().filter(|school| roster.school(school).is_none());
        faults.extend(unknown.cloned().map(PlanFault::UnknownSchool));
        faults.extend(self.window_fault());
        faults.extend(self.agreement_faults(agreed));
        faults.extend(self.group_faults(roster));
        faults.extend(self.look_for_faults(library));
        faults
    }

    /// The group that a room is in.
    pub fn group_of(&self, room: &RoomId) -> Option<GroupNumber> {
        let place = self.groups.iter().position(|group| group.rooms.contains(room))?;
        GroupNumber::try_from(place).ok()
    }

    /// Every room of the round.
    pub fn rooms(&self) -> impl Iterator<Item = &RoomId> {
        self.groups.iter().flat_map(|group| &group.rooms)
    }

    /// Whether the round has k rooms, so that anything can be shown of it. Of a round with fewer, no answer leaves the
    /// tablet it was recorded on: the server would hold it tied to fewer than k rooms.
    pub fn can_be_shown(&self) -> bool {
        self.rooms().count() >= self.agreement.k() as usize
    }

    /// The plan with a later, or earlier, last day.
    pub fn with_end(&self, ends: Day) -> Plan {
        Plan { ends, revision: self.revision + 1, ..self.clone() }
    }

    /// The plan under a k that is not smaller than this one: what is shown keeps the agreement it was planned under and
    /// the one that is in force.
    pub fn with_k_at_least(self, k: u32) -> Plan {
        let agreement = self.agreement.clone().with_k(self.agreement.k().max(k));
        Plan { agreement, ..self }
    }

    /// Whether `self` may take the place of `earlier`: everything but the last day stays, whatever roster and library
    /// have become since.
    pub fn may_follow(&self, earlier: &Plan) -> Result<(), PlanFault> {
        let same = Plan { ends: self.ends, revision: self.revision, ..earlier.clone() } == *self;
        if !same {
            return Err(PlanFault::Rewritten);
        }
        self.window_fault().map_or(Ok(()), Err)
    }

    fn agreement_faults(&self, agreed: &[Agreement]) -> Vec<PlanFault> {
        let mut faults = Vec::new();
        if !self.agreement.is_sound() {
            faults.push(PlanFault::Agreement);
        } else if !agreed.contains(&self.agreement) {
            faults.push(PlanFault::OtherAgreement);
        }
        let least = self.agreement.further.notice_days;
        let found = self.announced.map_or(0, |announced| self.opens.days_since(announced));
        // Where nothing is announced beforehand a round may be planned after it has begun.
        if least > 0 && found < least {
            faults.push(PlanFault::Notice { found, least });
        }
        faults
    }

    fn window_fault(&self) -> Option<PlanFault> {
        let days = self.ends.days_since(self.opens) + 1;
        (!(1..=LONGEST_WINDOW).contains(&days)).then_some(PlanFault::Window(days))
    }

    fn group_faults(&self, roster: &Roster) -> Vec<PlanFault> {
        let mut faults = Vec::new();
        if self.groups.is_empty() || self.groups.len() > usize::from(GroupNumber::MAX) {
            faults.push(PlanFault::GroupCount(self.groups.len()));
        }
        faults.extend(self.groups.iter().filter(|group| group.rooms.is_empty()).map(|_| PlanFault::EmptyGroup));
        let known = roster.by_id();
        let mut seen = BTreeSet::new();
        for room in self.rooms() {
            if !known.get(room).is_some_and(|known| self.schools.contains(&known.school)) {
                faults.push(PlanFault::UnknownRoom(room.clone()));
            }
            if !seen.insert(room) {
                faults.push(PlanFault::Overlap(room.clone()));
            }
        }
        let k = self.agreement.k();
        if self.timetable == roster.hash_of(&self.schools) {
            let rooms = self.schools.iter().flat_map(|school| roster.rooms_of(school));
            if group_rooms(rooms, self.grouping, k) != self.groups {
                faults.push(PlanFault::OtherGroups);
            }
        }
        if self.groups.len() > 1 {
            let small = self.groups.iter().map(|group| group.rooms.len()).filter(|rooms| *rooms < k as usize);
            faults.extend(small.map(|rooms| PlanFault::SmallGroup { rooms, k }));
        }
        faults
    }

    fn look_for_faults(&self, library: &Library) -> Vec<PlanFault> {
        let mut faults = Vec::new();
        if self.look_fors.is_empty() || self.look_fors.len() > MOST_LOOK_FORS {
            faults.push(PlanFault::LookForCount(self.look_fors.len()));
        }
        let mut seen = BTreeSet::new();
        for planned in &self.look_fors {
            if !seen.insert(&planned.id) {
                faults.push(PlanFault::LookForTwice(planned.id.clone()));
            }
            let known = library.find(&planned.id, planned.version);
            if known.is_none_or(|known| known.line.rule != planned.line) {
                faults.push(PlanFault::UnknownLookFor(planned.id.clone()));
            }
            if planned.instrument.is_some() && known.is_none_or(|known| known.instrument != planned.instrument) {
                faults.push(PlanFault::OtherInstrument(planned.id.clone()));
            }
        }
        faults
    }
}
