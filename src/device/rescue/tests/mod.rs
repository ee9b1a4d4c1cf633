//! Tablets whose rescue files are opened on one another.

mod file;
mod laws;
mod merging;
mod salvage;

use std::cell::Cell;
use std::rc::Rc;

use domain::agreement::Agreement;
use domain::ids::{RoomId, RoundId, SchoolId, VisitId};
use domain::language::Language;
use domain::library::LookForId;
use domain::roster::{Room, Roster, School, Tags};
use domain::round::{Grouping, Sense};
use domain::text::{Passage, Sentence};
use domain::time::{Day, Moment};
use domain::visit::Act;
use futures_util::FutureExt;

use crate::people::Door;
use crate::rescue::{Contents, Found};
use crate::storage::{Memory, Storage, Write};
use crate::surroundings::{Clock, Random};
use crate::tablet::{Edit, Finishing, Key, Record, RoundDraft, Tablet};
use crate::vault::Vault;

/// The time is the same on every tablet.
struct At(Moment);

impl Clock for At {
    fn now(&self) -> Moment {
        self.0
    }

    fn steady(&self) -> i64 {
        self.0.0
    }

    fn day_of(&self, moment: Moment) -> Day {
        moment.day()
    }
}

/// Another stream of bytes for each tablet.
pub(crate) struct Stream(Cell<u64>);

impl Stream {
    pub(crate) fn of(number: u64) -> Stream {
        Stream(Cell::new(number << 32))
    }
}

impl Random for Stream {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0.set(self.0.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
            *byte = (self.0.get() >> 56) as u8;
        }
    }
}

/// A tablet, and where its records lie.
#[derive(Clone)]
pub(crate) struct Held {
    pub(crate) tablet: Tablet,
    pub(crate) memory: Memory,
    number: u64,
}

impl Held {
    /// An empty tablet.
    pub(crate) fn empty(number: u64) -> Held {
        Held::opened(Memory::default(), number, 0)
    }

    /// The same tablet, opened again: it holds what was stored.
    pub(crate) fn reopened(&self) -> Held {
        Held::opened(self.memory.opened_again(), self.number, 0)
    }

    /// The same tablet, opened each day for so many days, and cleared out as it is then.
    pub(crate) fn after(&self, days: i64) -> Held {
        let mut held = self.clone();
        for day in 1..=days {
            held = Held::opened(self.memory.opened_again(), self.number, day);
            wait(held.tablet.clear_out()).unwrap();
        }
        held
    }

    fn opened(memory: Memory, number: u64, days: i64) -> Held {
        let first = Day::parse("2026-11-10").unwrap().begins().0 + Moment::DAY / 2;
        let clock = Rc::new(At(Moment(first + days * Moment::DAY)));
        let storage = Rc::new(memory.clone());
        let (vault, random) = (Vault::new([number as u8; 32]), Rc::new(Stream::of(number)));
        let tablet = wait(Tablet::open(storage, vault, clock, random)).unwrap();
        Held { tablet, memory, number }
    }

    /// A tablet with a round of twelve rooms.
    pub(crate) fn with_a_round(number: u64) -> (Held, RoundId) {
        let held = Held::empty(number);
        let school = School { id: SchoolId::from_roster("alder"), name: "Alder".into() };
        let room = |number: usize| Room {
            id: RoomId::from_roster(&school.id, &number.to_string()),
            school: school.id.clone(),
            name: format!("Room {number}"),
            tags: Tags::default(),
            active: true,
        };
        let roster = Roster { rooms: (1..=12).map(room).collect(), schools: vec![school.clone()] };
        held.keeps(Record::Roster(roster));
        held.keeps(Record::Agreement(Agreement::before_signatures()));
        let draft = RoundDraft {
            schools: [school.id].into(),
            opens: Day::parse("2026-11-09").unwrap(),
            ends: Day::parse("2026-11-20").unwrap(),
            purpose: Sentence::parse("Who explains to whom?").unwrap(),
            look_fors: ["DIS-04", "EQP-01"].map(|id| LookForId::parse(id).unwrap()).into(),
            instruments: [LookForId::parse("EQP-01").unwrap()].into(),
            grouping: Grouping::None,
        };
        let round = wait(held.tablet.plan_round(draft)).unwrap();
        (held, round)
    }

    pub(crate) fn keeps(&self, record: Record) {
        wait(async {
            let acting = self.tablet.act().await;
            self.tablet.keep(&acting, vec![Edit::Keep(record)]).await
        })
        .unwrap();
    }

    pub(crate) fn forgets(&self, key: Key) {
        wait(async {
            let acting = self.tablet.act().await;
            self.tablet.keep(&acting, vec![Edit::Forget(key)]).await
        })
        .unwrap();
    }

    /// A tablet that holds the same and shares nothing with it.
    pub(crate) fn copied(&self) -> Held {
        let memory = Memory::default();
        let stored = wait(self.memory.read_all()).unwrap();
        wait(memory.commit(&stored.into_iter().map(Write::Put).collect::<Vec<_>>())).unwrap();
        Held::opened(memory, self.number, 0)
    }

    pub(crate) fn begins(&self, round: &RoundId, room: usize) -> VisitId {
        let room = self.tablet.held().round(round).unwrap().record.plan.rooms().nth(room).unwrap().clone();
        wait(self.tablet.begin_visit(round, &room, &Door::Lead.mandate())).unwrap()
    }

    pub(crate) fn counts(&self, visit: &VisitId, times: usize) {
        for _ in 0..times {
            wait(self.tablet.mark(visit, Act::Count(LookForId::parse("DIS-04").unwrap()))).unwrap();
        }
    }

    pub(crate) fn writes(&self, visit: &VisitId, text: &str) {
        wait(self.tablet.mark(visit, Act::Evidence(Sense::Heard, Passage::parse(text).unwrap(), None))).unwrap();
    }

    pub(crate) fn finishes(&self, visit: &VisitId) {
        wait(self.tablet.finish_visit(visit, Finishing { after: 0, language: Language::En })).unwrap();
    }

    pub(crate) fn saves(&self) -> Contents {
        self.tablet.rescued(None)
    }

    pub(crate) fn opens(&self, file: &Contents) -> Found {
        wait(self.tablet.take_rescued(file)).unwrap()
    }

    pub(crate) fn marks(&self, visit: &VisitId) -> usize {
        self.tablet.held().visit(visit).map_or(0, |held| held.visit.marks.len())
    }
}

pub(crate) fn wait<T>(act: impl Future<Output = T>) -> T {
    act.now_or_never().expect("nothing here waits")
}
