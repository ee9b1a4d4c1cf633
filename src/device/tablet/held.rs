//! Everything a tablet holds, in memory.

use std::collections::{BTreeMap, BTreeSet};

use domain::agreement::{Agreement, Pause, Paused};
use domain::change::{BodyHash, Kind};
use domain::ids::{NoteId, RoomToken, RoundId, VisitId};
use domain::roster::Roster;
use domain::round::{Debrief, Delivery, RoundKey};
use domain::text::Phrase;
use domain::time::Moment;
use domain::visit::Visit;
use protocol::push::Item;
use protocol::round::Published;

use crate::rescue::{Decided, Fork};
use crate::tablet::outbox::summary_of;
use crate::tablet::record::RoundRecord;
use crate::tablet::{
    Acknowledged, Draft, Edit, Key, Lock, NotToday, OwnTime, PackedCard, Record, RefusedChange, SyncState, Unkept,
    Unsent,
};

/// Everything a tablet holds.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Held {
    pub(crate) sync: SyncState,
    pub(crate) time: Option<OwnTime>,
    pub(crate) roster: Roster,
    /// Nothing before the server told of one.
    pub(crate) agreement: Option<Agreement>,
    /// The last word on everything that was ever paused.
    pub(crate) pauses: BTreeMap<Paused, Pause>,
    pub(crate) rounds: BTreeMap<RoundId, HeldRound>,
    pub(crate) codes: BTreeMap<String, RoundKey>,
    pub(crate) visits: BTreeMap<VisitId, HeldVisit>,
    /// Nothing until somebody chose their own.
    pub(crate) phrases: Option<Vec<Phrase>>,
    /// Nothing where no door said so.
    pub(crate) not_today: Option<NotToday>,
    pub(crate) cards: BTreeMap<NoteId, PackedCard>,
    pub(crate) outgoing: BTreeMap<(Kind, String), Item>,
    /// By the text of their keys.
    pub(crate) refused: BTreeMap<String, RefusedChange>,
    /// What rescue files say otherwise, by the names of the versions.
    pub(crate) forks: BTreeMap<String, Fork>,
    /// By the names of the versions.
    pub(crate) decided: BTreeMap<String, Decided>,
    /// When each answer came that acknowledged something still kept here, in the tablet's own time.
    pub(crate) acknowledgements: BTreeMap<String, Option<Moment>>,
    /// The newest acknowledged edit of each thing, and the answer that acknowledged it.
    pub(crate) acknowledged: BTreeMap<(Kind, String), (String, Acknowledged)>,
    /// What locks the tablet, where somebody set a lock.
    pub(crate) lock: Option<Lock>,
    /// Wrong PINs since the last right one.
    pub(crate) wrong_tries: u32,
    /// What was read before the round or the visit that it belongs to, or without it.
    loose: Vec<Record>,
}

/// A round on this tablet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRound {
    /// Plan, key and tokens.
    pub record: RoundRecord,
    /// The board, once somebody wrote on it.
    pub debrief: Option<Debrief>,
    /// The boards whose words it took up or changed.
    pub(crate) grown_from: BTreeSet<BodyHash>,
    /// What it published, once it is closed; nothing on the tablet of a visitor, who is not sent it.
    pub published: Option<Published>,
    /// Whether the server said that it is closed and nothing of what it published.
    pub(crate) closed_unread: bool,
    /// What was said of its action, by this tablet or another.
    pub delivery: Option<Delivery>,
}

/// A visit on this tablet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldVisit {
    /// The visit with its marks.
    pub visit: Visit,
    /// The note that is being written, or was.
    pub draft: Draft,
    /// The sentence that is being written in it.
    pub unkept: Option<Unkept>,
    /// When it ended, in the tablet's own time; nothing until it can tell.
    pub(crate) ended: Option<Moment>,
}

/// Where a round stands on this tablet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its code has not been given to this tablet.
    NotJoined,
    /// Visits can be made.
    Open,
    /// The board is begun.
    Debriefing,
    /// Its release is published.
    Closed,
}

impl Held {
    /// The district's schools and rooms; empty before the first sync.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// What was last heard from the server.
    pub fn sync_state(&self) -> &SyncState {
        &self.sync
    }

    /// Every round, the one that ends last first.
    pub fn rounds(&self) -> Vec<&HeldRound> {
        let mut rounds: Vec<&HeldRound> = self.rounds.values().collect();
        rounds.sort_by_key(|round| (std::cmp::Reverse(round.record.plan.ends), round.record.plan.round.clone()));
        rounds
    }

    /// One round.
    pub fn round(&self, round: &RoundId) -> Option<&HeldRound> {
        self.rounds.get(round)
    }

    /// Round codes whose plans have not arrived.
    pub fn codes_waiting(&self) -> usize {
        self.codes.len()
    }

    /// One visit.
    pub fn visit(&self, visit: &VisitId) -> Option<&HeldVisit> {
        self.visits.get(visit)
    }

    /// The visits of a round on this tablet, oldest first.
    pub fn visits_of<'held>(&'held self, round: &'held RoundId) -> Vec<&'held HeldVisit> {
        let mut visits: Vec<&HeldVisit> = self.visits.values().filter(|held| held.visit.round == *round).collect();
        visits.sort_by_key(|held| (held.visit.began, held.visit.id.clone()));
        visits
    }

    /// The visit that is under way, if there is one.
    pub fn visit_under_way(&self) -> Option<&HeldVisit> {
        self.visits.values().find(|held| !held.visit.has_ended())
    }

    /// The phrases that were chosen on this tablet to begin evidence with; nothing when nobody chose any.
    pub fn phrases(&self) -> Option<&[Phrase]> {
        self.phrases.as_deref()
    }

    /// Cards of this tablet's pack that are not used up, by number.
    pub fn cards(&self) -> Vec<&PackedCard> {
        let mut cards: Vec<&PackedCard> = self.cards.values().collect();
        cards.sort_by_key(|card| card.number);
        cards
    }

    /// Cards to which no note was sealed, by number.
    pub fn unused_cards(&self) -> impl Iterator<Item = &PackedCard> {
        self.cards().into_iter().filter(|card| !card.used)
    }

    /// Changes that are still on this tablet alone.
    pub fn unsent(&self) -> Unsent {
        Unsent::count(self)
    }

    /// Whether a room of the round was visited, as far as this tablet has heard. Nothing when it cannot tell.
    pub fn is_visited(&self, round: &RoundId, token: &RoomToken) -> bool {
        let heard = self.rounds.get(round).is_some_and(|round| round.record.tokens.contains(token));
        heard || self.own_tokens(round).any(|own| own == *token)
    }

    /// Tokens of this tablet's own finished visits in a round.
    pub fn own_tokens<'held>(&'held self, round: &'held RoundId) -> impl Iterator<Item = RoomToken> + 'held {
        let summaries = self.own_items().filter_map(summary_of);
        summaries.filter_map(move |summary| (summary.round == *round).then_some(summary.token))
    }

    /// What is left of it while the tablet is locked: what the key of sending opens.
    pub(super) fn while_locked(self) -> Held {
        let Held { sync, outgoing, refused, acknowledgements, acknowledged, lock, wrong_tries, .. } = self;
        Held { sync, outgoing, refused, acknowledgements, acknowledged, lock, wrong_tries, ..Held::default() }
    }

    /// What a tablet with these records holds, in whatever order they come.
    pub(crate) fn of(records: impl IntoIterator<Item = Record>) -> Held {
        let mut held = Held::default();
        for record in records {
            held.hold(record);
        }
        // A mark can come before its visit and a board before its round.
        held.settle();
        held
    }

    pub(crate) fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::Keep(record) => self.hold(record),
            Edit::Forget(key) => self.forget(&key),
        }
    }

    fn hold(&mut self, record: Record) {
        match record {
            Record::Sync(state) => self.sync = state,
            Record::Time(time) => self.time = Some(time),
            Record::Roster(roster) => self.roster = roster,
            Record::Agreement(agreement) => self.agreement = Some(agreement),
            Record::Pause(pause) => {
                self.pauses.insert(pause.paused.clone(), pause);
            }
            Record::Code(key) => {
                self.codes.insert(super::record::key_name(&key), key);
            }
            Record::Round(record) => self.hold_round(*record),
            Record::Debrief(debrief, grown_from) => match self.rounds.get_mut(&debrief.round) {
                Some(round) => (round.debrief, round.grown_from) = (Some(*debrief), grown_from),
                None => self.loose.push(Record::Debrief(debrief, grown_from)),
            },
            Record::Release(id, published) => match self.rounds.get_mut(&id) {
                Some(round) => round.published = Some(published),
                None => self.loose.push(Record::Release(id, published)),
            },
            Record::Closed(id) => match self.rounds.get_mut(&id) {
                Some(round) => round.closed_unread = true,
                None => self.loose.push(Record::Closed(id)),
            },
            Record::Delivery(delivery) => match self.rounds.get_mut(&delivery.round) {
                Some(round) => round.delivery = Some(delivery),
                None => self.loose.push(Record::Delivery(delivery)),
            },
            Record::Visit(visit) => {
                let held = self.visits.remove(&visit.id);
                let (marks, draft, unkept, ended) =
                    held.map_or_else(Default::default, |held| (held.visit.marks, held.draft, held.unkept, held.ended));
                let held = HeldVisit { visit: Visit { marks, ..visit }, draft, unkept, ended };
                self.visits.insert(held.visit.id.clone(), held);
            }
            Record::Mark(id, mark) => match self.visits.get_mut(&id) {
                Some(held) => {
                    let marks = &mut held.visit.marks;
                    match marks.binary_search_by_key(&mark.number, |held| held.number) {
                        Ok(place) => marks[place] = mark,
                        Err(place) => marks.insert(place, mark),
                    }
                }
                None => self.loose.push(Record::Mark(id, mark)),
            },
            Record::Ended(id, ended) => match self.visits.get_mut(&id) {
                Some(held) => held.ended = Some(ended),
                None => self.loose.push(Record::Ended(id, ended)),
            },
            Record::Unkept(id, unkept) => match self.visits.get_mut(&id) {
                Some(held) => held.unkept = Some(unkept),
                None => self.loose.push(Record::Unkept(id, unkept)),
            },
            Record::Draft(id, draft) => match self.visits.get_mut(&id) {
                Some(held) => held.draft = draft,
                None => self.loose.push(Record::Draft(id, draft)),
            },
            Record::Phrases(phrases) => self.phrases = Some(phrases),
            Record::NotToday(noted) => self.not_today = Some(noted),
            Record::Card(card) => {
                self.cards.insert(card.card.note_id(), card);
            }
            Record::Outgoing(item) => {
                self.outgoing.insert((item.kind, item.id.clone()), item);
            }
            Record::Refused(change) => {
                self.refused.insert(change.key().to_string(), change);
            }
            Record::Fork(fork) => {
                self.forks.insert(fork.name(), *fork);
            }
            Record::Decided(decided) => {
                self.decided.insert(decided.name(), decided);
            }
            Record::Acknowledged(answer) => self.hold_acknowledgement(answer),
            Record::Lock(lock) => self.lock = Some(*lock),
            Record::Tries(wrong) => self.wrong_tries = wrong,
        }
    }

    fn hold_round(&mut self, record: RoundRecord) {
        let id = record.plan.round.clone();
        match self.rounds.get_mut(&id) {
            Some(round) => round.record = record,
            None => {
                let round = HeldRound {
                    record,
                    debrief: None,
                    grown_from: BTreeSet::new(),
                    published: None,
                    closed_unread: false,
                    delivery: None,
                };
                self.rounds.insert(id, round);
                self.settle();
            }
        }
    }

    /// What belongs to a round or a visit that is not here.
    pub(crate) fn loose(&self) -> &[Record] {
        &self.loose
    }

    /// Holds again what was read before the thing it belongs to. Anything that stays loose belongs to nothing.
    pub(crate) fn settle(&mut self) {
        for record in std::mem::take(&mut self.loose) {
            self.hold(record);
        }
    }

    fn forget(&mut self, key: &Key) {
        match key {
            Key::Sync => self.sync = SyncState::default(),
            Key::Time => self.time = None,
            Key::Roster => self.roster = Roster::default(),
            Key::Agreement => self.agreement = None,
            Key::Pause(paused) => {
                self.pauses.remove(paused);
            }
            Key::Round(round) => {
                self.rounds.remove(round);
            }
            Key::Code(name) => {
                self.codes.remove(name);
            }
            Key::Debrief(round) => {
                if let Some(round) = self.rounds.get_mut(round) {
                    (round.debrief, round.grown_from) = (None, BTreeSet::new());
                }
            }
            Key::Release(round) => {
                if let Some(round) = self.rounds.get_mut(round) {
                    round.published = None;
                }
            }
            Key::Closed(round) => {
                if let Some(round) = self.rounds.get_mut(round) {
                    round.closed_unread = false;
                }
            }
            Key::Delivery(round) => {
                if let Some(round) = self.rounds.get_mut(round) {
                    round.delivery = None;
                }
            }
            Key::Visit(visit) => {
                self.visits.remove(visit);
            }
            Key::Mark(visit, number) => {
                if let Some(held) = self.visits.get_mut(visit) {
                    held.visit.marks.retain(|mark| mark.number != *number);
                }
            }
            Key::Ended(visit) => {
                if let Some(held) = self.visits.get_mut(visit) {
                    held.ended = None;
                }
            }
            Key::Unkept(visit) => {
                if let Some(held) = self.visits.get_mut(visit) {
                    held.unkept = None;
                }
            }
            Key::Draft(visit) => {
                if let Some(held) = self.visits.get_mut(visit) {
                    held.draft = Draft::default();
                }
            }
            Key::Phrases => self.phrases = None,
            Key::NotToday => self.not_today = None,
            Key::Card(note) => {
                self.cards.remove(note);
            }
            Key::Outgoing(kind, id) => {
                self.outgoing.remove(&(*kind, id.clone()));
            }
            Key::Refused(..) => {
                self.refused.remove(&key.to_string());
            }
            Key::Fork(name) => {
                self.forks.remove(name);
            }
            Key::Decided(name) => {
                self.decided.remove(name);
            }
            Key::Acknowledged(answer) => self.forget_acknowledgement(answer),
            Key::Lock => self.lock = None,
            Key::Tries => self.wrong_tries = 0,
        }
    }
}
