//! Handing over what is held, a batch at a time, until nothing waits.

use std::collections::BTreeMap;

use domain::change::Kind;
use domain::ids::{RoundId, hex};
use protocol::MOST_ITEMS;
use protocol::path::PUSH;
use protocol::push::{Item, ItemAnswer, Outcome, Push, Pushed, Refusal, RefusalCode};

use crate::network::Network;
use crate::sync::{Stopped, Synced, ask};
use crate::tablet::{Acknowledged, Acknowledgement, Edit, Key, Received, Record, SyncState, Tablet, summary_of};

/// The most bytes of bodies in one request, with room for quotes and escapes below [`protocol::MOST_BYTES`].
const MOST_BODY_BYTES: usize = protocol::MOST_BYTES / 4;

/// What was sent in one request, and the answer.
type Answered = (Vec<Item>, Pushed);

impl Tablet {
    /// Hands over everything of one kind that waits. Refused changes stay, and the rest passes them by.
    pub(super) async fn push(&self, network: &dyn Network, kind: Kind, synced: &mut Synced) -> Result<(), Stopped> {
        let mut waiting = self.waiting(kind);
        self.shuffle(&mut waiting);
        let (mut answered, mut outcome) = (Vec::new(), Ok(()));
        for batch in batches(waiting) {
            // Named each time: between the pull and the push the address may have come to lead to another server.
            let push = Push { district: self.held().sync.district.clone(), items: batch.clone() };
            match ask::post::<_, Pushed>(network, PUSH, &push).await {
                Ok(pushed) => {
                    let other = |(_, earlier): &Answered| earlier.epoch != pushed.epoch;
                    if answered.last().is_some_and(other) {
                        // The server was restored in between: what it said before then has to be said to it again.
                        self.hear_answers(std::mem::take(&mut answered), synced).await?;
                    }
                    answered.push((batch, pushed));
                }
                Err(stopped) => {
                    outcome = Err(stopped);
                    break;
                }
            }
        }
        // All at once, because removing the whole outbox is as quick as removing one change from it.
        self.hear_answers(answered, synced).await?;
        outcome
    }

    /// Stores what answers of one epoch of the server say.
    async fn hear_answers(&self, answered: Vec<Answered>, synced: &mut Synced) -> Result<(), Stopped> {
        let acting = self.act().await;
        let (mut edits, mut state) = (Vec::new(), self.held().sync.clone());
        for (batch, pushed) in answered {
            let sent: BTreeMap<&str, &Item> = batch.iter().map(|item| (item.id.as_str(), item)).collect();
            let mut changes = Vec::new();
            for answer in &pushed.answers {
                // An answer about other bytes than those that were sent acknowledges nothing.
                if let Some(item) = sent.get(answer.id.as_str()).filter(|item| answer.is_for(item)) {
                    edits.extend(self.heard(item, answer, synced, &mut changes));
                }
            }
            state.reached = Some(pushed.reached);
            // A locked tablet cannot tell what to say once more. The first pull after the PIN meets the new epoch too.
            if !self.is_locked() && state.epoch.as_ref().is_some_and(|known| *known != pushed.epoch) {
                edits.extend(self.everything_again());
                state = SyncState { cursor: None, epoch: Some(pushed.epoch), restored: true, ..state };
            }
            // What was refused of this stood here as if it were everyone's: what stands is asked for again. What only waits
            // for its round's release stands nowhere yet.
            let was_refused = |answer: &ItemAnswer| match &answer.outcome {
                Outcome::Refused(refusal) => refusal.code != RefusalCode::UnknownRound,
                _ => false,
            };
            if pushed.answers.iter().any(was_refused) && kind_is_shared(&batch) {
                state.cursor = None;
            }
            if !changes.is_empty() {
                let answer = Acknowledgement { id: hex(&self.draw::<16>()), at: self.own_time(), changes };
                edits.push(Edit::Keep(Record::Acknowledged(answer)));
            }
        }
        if edits.is_empty() && state == self.held().sync {
            return Ok(());
        }
        edits.push(Edit::Keep(Record::Sync(state)));
        self.keep_also_locked(&acting, edits).await?;
        Ok(())
    }

    /// What one answer edits; what it acknowledges joins `changes`.
    fn heard(
        &self,
        item: &Item,
        answer: &ItemAnswer,
        synced: &mut Synced,
        changes: &mut Vec<Acknowledged>,
    ) -> Vec<Edit> {
        let held = self.held();
        let key = (item.kind, item.id.clone());
        // The thing was edited again while the request was on its way: that edit still has to be sent.
        let is_newest = held.outgoing.get(&key).is_some_and(|outgoing| outgoing == item);
        if !is_newest {
            return Vec::new();
        }
        let received = match &answer.outcome {
            Outcome::Received | Outcome::Superseded => Received::Received,
            Outcome::ReceivedLate => Received::Late,
            // Once the plan has arrived the item will be taken, so it goes on waiting.
            Outcome::Refused(refusal) if refusal.code == RefusalCode::UnknownRound => return Vec::new(),
            Outcome::Refused(refusal) => {
                synced.refused += 1;
                return self.refused(item, refusal.clone());
            }
        };
        synced.sent += 1;
        changes.push(Acknowledged { item: item.clone(), received });
        let mut edits = vec![Edit::Forget(Key::Outgoing(item.kind, item.id.clone()))];
        // What was refused before and went once more is refused no longer. Only where it was: thousands of records that are
        // not there would take longer to remove than the whole outbox.
        if !held.refused.is_empty() {
            edits.push(Edit::Forget(Key::refused(item)));
        }
        // A card's code is erased as soon as its note is received.
        edits.extend(held.card_of(item).map(|note| Edit::Forget(Key::Card(note))));
        edits
    }

    /// Nobody else hears of a delivery that was refused, so it is not shown here either as if it had been said.
    fn refused(&self, item: &Item, refusal: Refusal) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Edit::refuse(item, refusal).into();
        let round = RoundId::parse(&item.id).ok().filter(|_| item.kind == Kind::Delivery);
        edits.extend(round.map(|round| Edit::Forget(Key::Delivery(round))));
        edits
    }

    fn waiting(&self, kind: Kind) -> Vec<Item> {
        let held = self.held();
        held.outgoing.values().filter(|item| item.kind == kind).cloned().collect()
    }

    /// Into an order that says nothing about when things were made: each item under a random number. Summaries of one
    /// round, which each of them names, stay together, so that the server takes each round's out once.
    fn shuffle(&self, items: &mut [Item]) {
        items.sort_by_cached_key(|item| (summary_of(item).map(|summary| summary.round), self.draw::<16>()));
    }
}

fn kind_is_shared(batch: &[Item]) -> bool {
    batch.iter().any(|item| matches!(item.kind, Kind::Plan | Kind::Debrief | Kind::Delivery))
}

/// Batches within the limits of one request.
fn batches(items: Vec<Item>) -> Vec<Vec<Item>> {
    let mut batches: Vec<Vec<Item>> = Vec::new();
    let mut bytes = 0;
    for item in items {
        bytes += item.body.len();
        let full = batches.last().is_none_or(|batch| batch.len() == MOST_ITEMS) || bytes > MOST_BODY_BYTES;
        if full {
            bytes = item.body.len();
            batches.push(Vec::new());
        }
        if let Some(batch) = batches.last_mut() {
            batch.push(item);
        }
    }
    batches
}
