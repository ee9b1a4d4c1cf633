//! The outbox: a change stays in it until a server has said that it holds exactly those bytes.

use domain::change::{Change, Kind, Verdict, hash, verdict, write};
use domain::ids::{NoteId, RoundId};
use domain::time::Moment;
use domain::visit::Summary;
use protocol::push::Item;
use serde::{Deserialize, Serialize};

use crate::tablet::{Edit, Held, Received, Record};

/// A change that a server holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledged {
    /// The change as it travelled.
    pub item: Item,
    /// Whether it came in time for the picture.
    pub received: Received,
}

/// The changes that one answer acknowledged. They are stored as one record, because a record for each would be most of
/// the work of handing them over, and are forgotten together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// Random: 32 lower-case hexadecimal digits.
    pub id: String,
    /// When the answer came, in the tablet's own time; nothing until it can tell.
    pub at: Option<Moment>,
    /// What it acknowledged.
    pub changes: Vec<Acknowledged>,
}

/// What is on this tablet and nowhere else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unsent {
    /// Visits that were begun and not finished.
    pub unfinished: usize,
    /// Summaries on their way.
    pub summaries: usize,
    /// Notes on their way.
    pub notes: usize,
    /// Plans, boards, deliveries and letters on their way.
    pub shared: usize,
    /// Changes that the server did not take.
    pub refused: usize,
    /// Versions from rescue files that nobody has decided about.
    pub to_decide: usize,
}

impl Held {
    /// Holds what an answer acknowledged, in the place of what was held of it before. Of two edits of one thing the newer
    /// one stands, in whatever order they are read.
    pub(super) fn hold_acknowledgement(&mut self, answer: Acknowledgement) {
        self.forget_acknowledgement(&answer.id);
        for done in answer.changes {
            let key = (done.item.kind, done.item.id.clone());
            let held = self.acknowledged.get(&key).map(|(_, held)| held.item.revision);
            if held.is_none_or(|held| held <= done.item.revision) {
                self.acknowledged.insert(key, (answer.id.clone(), done));
            }
        }
        self.acknowledgements.insert(answer.id, answer.at);
    }

    /// What is still kept of what an answer acknowledged.
    pub(crate) fn acknowledgement(&self, answer: &str) -> Option<Acknowledgement> {
        let at = *self.acknowledgements.get(answer)?;
        let changes = self.acknowledged.values().filter(|(of, _)| of == answer).map(|(_, done)| done.clone());
        Some(Acknowledgement { id: answer.to_owned(), at, changes: changes.collect() })
    }

    pub(super) fn forget_acknowledgement(&mut self, answer: &str) {
        if self.acknowledgements.remove(answer).is_some() {
            self.acknowledged.retain(|_, (of, _)| of != answer);
        }
    }
}

impl Edit {
    /// A change that was just made goes on its way.
    pub(crate) fn send(change: &Change) -> Edit {
        Edit::Keep(Record::Outgoing(Item::of(change)))
    }
}

impl Unsent {
    pub(super) fn count(held: &Held) -> Unsent {
        let waiting = |kinds: &[Kind]| held.outgoing.values().filter(|item| kinds.contains(&item.kind)).count();
        Unsent {
            unfinished: held.visits.values().filter(|visit| !visit.visit.has_ended()).count(),
            summaries: waiting(&[Kind::Summary]),
            notes: waiting(&[Kind::Note]),
            shared: waiting(&[Kind::Plan, Kind::Debrief, Kind::Delivery, Kind::Letter]),
            refused: held.refused.len(),
            to_decide: held.forks.len(),
        }
    }

    /// How many changes are on their way.
    pub fn on_their_way(&self) -> usize {
        self.summaries + self.notes + self.shared
    }

    /// Whether no work waits to be sent.
    pub fn is_nothing(&self) -> bool {
        *self == Unsent::default()
    }
}

impl Held {
    /// Whether everything that was to leave this tablet has, releases that a restored server lacks among it.
    pub fn is_all_sent(&self) -> bool {
        self.unsent().is_nothing() && !self.sync.restored
    }

    /// Whether the key of a round is here that is not closed yet. The server never has it: where no other tablet has
    /// joined, nobody can visit in that round without this one.
    pub fn holds_an_open_round(&self) -> bool {
        self.rounds().into_iter().any(|round| round.record.key.is_some() && !round.is_closed())
    }

    /// Whether work of a round is on this tablet and nowhere else.
    pub fn has_unsent_work(&self, round: &RoundId) -> bool {
        let unfinished = self.visits_of(round).iter().any(|held| !held.visit.has_ended());
        let unsent = self.outgoing.values().chain(self.refused.values().map(|change| &change.item));
        unfinished || self.has_fork_in(round) || unsent.filter_map(summary_of).any(|one| one.round == *round)
    }

    /// Whether the board that this tablet holds is on its way, or was refused only because another tablet wrote there at
    /// the same time: then it never was the one that stands.
    pub(crate) fn has_waiting_board(&self, round: &RoundId) -> bool {
        let Some(board) = self.round(round).and_then(|round| round.debrief.as_ref()) else { return false };
        let body = write(board);
        self.outgoing.contains_key(&(Kind::Debrief, round.as_str().to_owned()))
            || self.boards_in_conflict(round).any(|refused| refused.item.body == body)
    }

    /// How many changes of a kind a server holds in this way, among those still kept here.
    pub fn received(&self, kind: Kind, received: Received) -> usize {
        self.acknowledged.values().filter(|(_, done)| done.item.kind == kind && done.received == received).count()
    }

    /// Every change that this tablet is sending, has sent or was refused, and still keeps.
    pub fn own_items(&self) -> impl Iterator<Item = &Item> {
        let refused = self.refused.values().map(|change| &change.item);
        let acknowledged = self.acknowledged.values().map(|(_, done)| &done.item);
        self.outgoing.values().chain(refused).chain(acknowledged)
    }

    /// The card that a note was sealed to. While the tablet is locked nobody can see whether it is here.
    pub(crate) fn card_of(&self, item: &Item) -> Option<NoteId> {
        NoteId::parse(&item.id).ok().filter(|_| item.kind == Kind::Note)
    }

    /// The newest revision of a thing that this tablet has sent or is sending.
    pub(crate) fn own(&self, kind: Kind, id: &str) -> Option<&Item> {
        let key = (kind, id.to_owned());
        self.outgoing.get(&key).or_else(|| self.acknowledged.get(&key).map(|(_, done)| &done.item))
    }

    /// Whether an arriving edit takes the place of this tablet's own.
    pub(crate) fn verdict_on(&self, kind: Kind, id: &str, revision: u32, body: &str) -> Verdict {
        let own = self.own(kind, id).map(|item| (item.revision, item.hash()));
        verdict(own.as_ref().map(|(revision, hash)| (*revision, hash.as_str())), (revision, &hash(body)))
    }
}

/// The summary that an item carries, or nothing for other kinds.
pub(crate) fn summary_of(item: &Item) -> Option<Summary> {
    match item.kind {
        Kind::Summary => serde_json::from_str(&item.body).ok(),
        _ => None,
    }
}
