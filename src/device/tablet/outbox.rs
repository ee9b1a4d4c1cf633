//! The outbox: a change stays in it until a server has said that it holds exactly those bytes.

use domain::change::{Change, Kind, Verdict, hash, verdict};
use domain::ids::RoundId;
use domain::time::Moment;
use domain::visit::Summary;
use protocol::push::{Item, Refusal, RefusalCode};
use serde::{Deserialize, Serialize};

use crate::tablet::{Edit, Held, Received, Record};

/// A change that no server has acknowledged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// The change as it travels.
    pub item: Item,
    /// Why a server did not take it. It is kept, and the rest passes it by.
    pub refused: Option<Refusal>,
}

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
    /// When the answer came, by the tablet's clock.
    pub at: Moment,
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
    /// Plans and boards on their way.
    pub shared: usize,
    /// Changes that the server did not take.
    pub refused: usize,
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

    pub(super) fn forget_acknowledgement(&mut self, answer: &str) {
        if self.acknowledgements.remove(answer).is_some() {
            self.acknowledged.retain(|_, (of, _)| of != answer);
        }
    }
}

impl Edit {
    /// A change that was just made goes on its way.
    pub(crate) fn send(change: &Change) -> Edit {
        Edit::Keep(Record::Outgoing(Outgoing { item: Item::of(change), refused: None }))
    }
}

impl Unsent {
    pub(super) fn count(held: &Held) -> Unsent {
        let waiting = |kinds: &[Kind]| {
            held.outgoing.values().filter(|out| out.refused.is_none() && kinds.contains(&out.item.kind)).count()
        };
        Unsent {
            unfinished: held.visits.values().filter(|visit| !visit.visit.has_ended()).count(),
            summaries: waiting(&[Kind::Summary]),
            notes: waiting(&[Kind::Note]),
            shared: waiting(&[Kind::Plan, Kind::Debrief]),
            refused: held.refused().len(),
        }
    }

    /// Whether nothing would be lost with this tablet.
    pub fn is_nothing(&self) -> bool {
        *self == Unsent::default()
    }
}

impl Held {
    /// Whether work of a round is on this tablet and nowhere else.
    pub fn has_unsent_work(&self, round: &RoundId) -> bool {
        let unfinished = self.visits_of(round).iter().any(|held| !held.visit.has_ended());
        unfinished || self.outgoing.values().filter_map(|out| summary_of(&out.item)).any(|one| one.round == *round)
    }

    /// Whether this tablet's words on a board are on their way, or were refused only because another tablet wrote there
    /// at the same time.
    pub(crate) fn has_waiting_board(&self, round: &RoundId) -> bool {
        let own = self.outgoing.get(&(Kind::Debrief, round.as_str().to_owned()));
        own.is_some_and(|own| own.refused.as_ref().is_none_or(|refusal| refusal.code == RefusalCode::Conflict))
    }

    /// How many changes of a kind a server holds in this way, among those still kept here.
    pub fn received(&self, kind: Kind, received: Received) -> usize {
        self.acknowledged.values().filter(|(_, done)| done.item.kind == kind && done.received == received).count()
    }

    /// Every change that this tablet is sending or has sent and still keeps.
    pub fn own_items(&self) -> impl Iterator<Item = &Item> {
        let outgoing = self.outgoing.values().map(|outgoing| &outgoing.item);
        outgoing.chain(self.acknowledged.values().map(|(_, done)| &done.item))
    }

    /// The newest revision of a thing that this tablet has sent or is sending.
    pub(crate) fn own(&self, kind: Kind, id: &str) -> Option<&Item> {
        let key = (kind, id.to_owned());
        let outgoing = self.outgoing.get(&key).map(|outgoing| &outgoing.item);
        outgoing.or_else(|| self.acknowledged.get(&key).map(|(_, done)| &done.item))
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
