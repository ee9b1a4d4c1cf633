//! Planning a round, joining one, and writing on its board.

use std::collections::BTreeSet;

use domain::change::{BodyHash, Change, write};
use domain::ids::{RoundId, SchoolId, TabletId};
use domain::library::{Library, LookForId};
use domain::release::Release;
use domain::round::{Debrief, Grouping, Plan, PlanFault, PlannedLookFor, RoundKey, group_rooms};
use domain::symbols::Misread;
use domain::text::Sentence;
use domain::time::Day;

use crate::storage::StorageFailure;
use crate::tablet::record::{RoundRecord, key_name};
use crate::tablet::{Edit, Held, HeldRound, Key, Record, Standing, Tablet};

/// What a lead chooses when planning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundDraft {
    /// One school, or several that are visited and shown together.
    pub schools: BTreeSet<SchoolId>,
    /// The first day.
    pub opens: Day,
    /// The last day.
    pub ends: Day,
    /// Why.
    pub purpose: Sentence,
    /// One to four.
    pub look_fors: Vec<LookForId>,
    /// Those of them that are recorded with the instrument that the library gives them.
    pub instruments: BTreeSet<LookForId>,
    /// One.
    pub grouping: Grouping,
}

/// What became of a round code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joined {
    /// The tablet has joined this round.
    Round(RoundId),
    /// The code is kept; no plan on this tablet fits it yet.
    WaitingForPlan,
}

/// Why a round was not planned, joined or changed. Everything is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoundRefused {
    /// The plan cannot stand.
    #[error("the plan cannot stand: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Faults(Vec<PlanFault>),
    /// The code was misread.
    #[error(transparent)]
    Misread(#[from] Misread),
    /// There is no such round on this tablet.
    #[error("there is no such round on this tablet")]
    Unknown,
    /// The round is closed.
    #[error("the round is closed")]
    Closed,
    /// The round is still open: nothing was promised yet.
    #[error("the round is not closed")]
    Open,
    /// The tablet could not store it.
    #[error(transparent)]
    Storage(#[from] StorageFailure),
}

impl Tablet {
    /// Plans a round with a key of its own, and announces its window with that. Groups are merged to k now, and stay as they are.
    pub async fn plan_round(&self, draft: RoundDraft) -> Result<RoundId, RoundRefused> {
        let acting = self.act().await;
        let (key, round) = (RoundKey::from_random(self.draw()), RoundId::from_bytes(self.draw()));
        let plan = self.plan_of(draft, round.clone(), &key);
        let faults = plan.faults(self.held().roster(), Library::shipped(), &[self.held().agreement()]);
        if !faults.is_empty() {
            return Err(RoundRefused::Faults(faults));
        }
        let sent = Edit::send(&Change::Plan(plan.clone()));
        self.keep(&acting, vec![self.joined(plan, key), sent]).await?;
        Ok(round)
    }

    /// Moves the last day of a round.
    pub async fn extend_round(&self, round: &RoundId, ends: Day) -> Result<(), RoundRefused> {
        let acting = self.act().await;
        let held = self.held().round(round).cloned().ok_or(RoundRefused::Unknown)?;
        if held.is_closed() {
            return Err(RoundRefused::Closed);
        }
        let plan = held.record.plan.with_end(ends);
        plan.may_follow(&held.record.plan).map_err(|fault| RoundRefused::Faults(vec![fault]))?;
        let sent = Edit::send(&Change::Plan(plan.clone()));
        let record = RoundRecord { plan, ..held.record };
        self.keep(&acting, vec![Edit::Keep(Record::Round(Box::new(record))), sent]).await?;
        Ok(())
    }

    /// Joins the round whose code was typed or scanned. A code that fits no round here is kept until its plan arrives.
    pub async fn join_round(&self, typed: &str) -> Result<Joined, RoundRefused> {
        let key = RoundKey::from_code(typed)?;
        let acting = self.act().await;
        let fitting = self.held().rounds.values().find(|round| round.record.plan.key_check == key.check()).cloned();
        match fitting {
            Some(round) => {
                let id = round.record.plan.round.clone();
                let record = RoundRecord { key: Some(key), ..round.record };
                self.keep(&acting, vec![Edit::Keep(Record::Round(Box::new(record)))]).await?;
                Ok(Joined::Round(id))
            }
            None => {
                self.keep(&acting, vec![Edit::Keep(Record::Code(key))]).await?;
                Ok(Joined::WaitingForPlan)
            }
        }
    }

    /// Stores the board as it stands; `change` gets the newest board, so that nothing another tablet wrote is dropped.
    pub async fn write_debrief(&self, round: &RoundId, change: impl FnOnce(&mut Debrief)) -> Result<(), RoundRefused> {
        let acting = self.act().await;
        let edits = {
            let held = self.held();
            let round = held.round(round).ok_or(RoundRefused::Unknown)?;
            if round.is_closed() {
                return Err(RoundRefused::Closed);
            }
            let before = round.board();
            let mut board = before.clone();
            change(&mut board);
            if board == before {
                return Ok(());
            }
            held.next_board(round, board)
        };
        self.keep(&acting, edits).await?;
        Ok(())
    }

    fn plan_of(&self, draft: RoundDraft, round: RoundId, key: &RoundKey) -> Plan {
        let (held, library) = (self.held(), Library::shipped());
        let agreement = held.agreement();
        let rooms = draft.schools.iter().flat_map(|school| held.roster().rooms_of(school));
        let planned = draft.look_fors.iter().filter_map(|id| library.current(id)).map(|look_for| {
            match draft.instruments.contains(&look_for.id) {
                true => PlannedLookFor::with_instrument(look_for),
                false => PlannedLookFor::of(look_for),
            }
        });
        Plan {
            round,
            revision: 1,
            timetable: held.roster().hash_of(&draft.schools),
            groups: group_rooms(rooms, draft.grouping, agreement.k()),
            look_fors: planned.collect(),
            schools: draft.schools,
            announced: Some(self.day_of(self.now())),
            opens: draft.opens,
            ends: draft.ends,
            purpose: draft.purpose,
            grouping: draft.grouping,
            agreement,
            key_check: key.check(),
        }
    }

    fn joined(&self, plan: Plan, key: RoundKey) -> Edit {
        let tablet = TabletId::from_bytes(self.draw());
        Edit::Keep(Record::Round(Box::new(RoundRecord { plan, key: Some(key), tablet, tokens: BTreeSet::new() })))
    }

    /// The edits that hold a plan which arrived, joined at once where its code was typed before.
    pub(crate) fn arrived(&self, plan: Plan) -> Vec<Edit> {
        let held = self.held();
        if let Some(round) = held.rounds.get(&plan.round) {
            return vec![Edit::Keep(Record::Round(Box::new(RoundRecord { plan, ..round.record.clone() })))];
        }
        let waiting = held.codes.values().find(|key| key.check() == plan.key_check).cloned();
        match waiting {
            Some(key) => vec![Edit::Forget(Key::Code(key_name(&key))), self.joined(plan, key)],
            None => {
                let tablet = TabletId::from_bytes(self.draw());
                let record = RoundRecord { plan, key: None, tablet, tokens: BTreeSet::new() };
                vec![Edit::Keep(Record::Round(Box::new(record)))]
            }
        }
    }
}

impl HeldRound {
    /// Where the round stands on this tablet.
    pub fn standing(&self) -> Standing {
        if self.is_closed() {
            Standing::Closed
        } else if self.debrief.is_some() {
            Standing::Debriefing
        } else if self.record.key.is_some() {
            Standing::Open
        } else {
            Standing::NotJoined
        }
    }

    /// Whether the round is closed, whoever may read what it published.
    pub fn is_closed(&self) -> bool {
        self.published.is_some() || self.closed_unread
    }

    /// What the round published.
    pub fn release(&self) -> Option<Release> {
        self.published.as_ref().and_then(|published| serde_json::from_str(&published.body).ok())
    }

    /// The board as this tablet holds it; an empty one, which has no revision yet, where nobody wrote.
    pub(super) fn board(&self) -> Debrief {
        let nothing = || Debrief { revision: 0, ..Debrief::of(self.record.plan.round.clone()) };
        self.debrief.clone().unwrap_or_else(nothing)
    }
}

impl Held {
    /// The edits by which `board` follows the one that is held, under the next revision, and goes on its way.
    pub(crate) fn next_board(&self, round: &HeldRound, mut board: Debrief) -> Vec<Edit> {
        board.revision = board.revision.saturating_add(1);
        let mut grown_from = round.grown_from.clone();
        if let Some(before) = &round.debrief {
            let stood = BodyHash::of(&write(before));
            // A board that still waits was never the one that stands: the next one goes in its place.
            let waits = self.has_waiting_board(&before.round);
            board.follows = if waits { before.follows.clone() } else { Some(stood.clone()) };
            grown_from.insert(stood);
        }
        let sent = Edit::send(&Change::Debrief(board.clone()));
        vec![Edit::Keep(Record::Debrief(Box::new(board), grown_from)), sent]
    }
}
