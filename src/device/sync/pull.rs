//! Hearing what is new.

use std::collections::{BTreeMap, BTreeSet};

use domain::change::{BodyHash, Change, Kind, Verdict, hash};
use domain::ids::RoundId;
use domain::round::{Debrief, Delivery, Plan};
use protocol::path::PULL;
use protocol::pull::{News, NewsKind, Pull};
use protocol::push::{Item, Refusal, RefusalCode};
use protocol::round::Published;

use crate::network::Network;
use crate::sync::news::{Heard, is_known};
use crate::sync::{Stopped, Synced, ask};
use crate::tablet::{Acknowledged, Acknowledgement, Edit, Key, Record, SyncState, Tablet};

impl Tablet {
    /// Asks until there is no more. Each page is stored together with its cursor, so nothing is skipped or taken twice.
    pub(super) async fn pull(&self, network: &dyn Network, synced: &mut Synced) -> Result<(), Stopped> {
        self.ask_for_what_was_skipped().await?;
        loop {
            let SyncState { cursor, reached, .. } = self.held().sync.clone();
            let pulled: Heard = ask::post(network, PULL, &Pull { cursor: cursor.clone(), reached }).await?;
            let acting = self.act().await;
            if self.held().sync.cursor != cursor {
                // Another sync stored its page first; what this one heard is asked for again.
                continue;
            }
            let mut edits = Vec::new();
            let again = self.held().sync.epoch.as_ref().is_some_and(|known| *known != pulled.epoch);
            if again {
                edits.extend(self.everything_again());
            }
            let (news, skipped) = pulled.news()?;
            for news in &news {
                edits.extend(self.take(news, again)?);
            }
            synced.heard += news.len();
            let state = SyncState {
                district: Some(pulled.district),
                cursor: Some(pulled.cursor),
                epoch: Some(pulled.epoch),
                restored: again || self.held().sync.restored,
                skipped: skipped.into_iter().chain(self.held().sync.skipped.clone()).collect(),
                ..self.held().sync.clone()
            };
            edits.push(Edit::Keep(Record::Sync(state)));
            self.keep(&acting, edits).await?;
            if !pulled.more {
                return Ok(());
            }
        }
    }

    /// Asks, on a locked tablet, before anything is pushed, and throws the news away: they are asked for again after the PIN.
    ///
    /// The answer to a push takes the place of what the server had reached before. A server whose whole folder was put
    /// back silently notices only by being handed that first; from the new epoch on, which this tablet meets after the
    /// PIN, everything that was acknowledged is offered once more.
    pub(super) async fn hand_back_what_was_reached(&self, network: &dyn Network) -> Result<(), Stopped> {
        let SyncState { cursor, reached, .. } = self.held().sync.clone();
        let pulled: Heard = ask::post(network, PULL, &Pull { cursor, reached }).await?;
        let acting = self.act().await;
        let state = self.held().sync.clone();
        if state.epoch.is_none() {
            // Without the epoch in which something was acknowledged, nobody would see after the PIN that it is over.
            let state = SyncState { district: Some(pulled.district), epoch: Some(pulled.epoch), ..state };
            self.keep_also_locked(&acting, vec![Edit::Keep(Record::Sync(state))]).await?;
        }
        Ok(())
    }

    /// News that an earlier version passed over and this one knows is behind the cursor: it begins anew, from the beginning.
    async fn ask_for_what_was_skipped(&self) -> Result<(), Stopped> {
        let acting = self.act().await;
        let state = self.held().sync.clone();
        if state.skipped.iter().any(|kind| is_known(kind)) {
            let state = SyncState { cursor: None, skipped: BTreeSet::new(), ..state };
            self.keep(&acting, vec![Edit::Keep(Record::Sync(state))]).await?;
        }
        Ok(())
    }

    /// Everything that an earlier server acknowledged waits again: this one may not hold it. Nor may it have closed what
    /// this tablet only heard was closed, and which it says again where it did.
    pub(super) fn everything_again(&self) -> Vec<Edit> {
        let held = self.held();
        let mut edits = Vec::new();
        let mut stays: BTreeMap<&str, Vec<Acknowledged>> = BTreeMap::new();
        for (thing, (answer, done)) in &held.acknowledged {
            if held.outgoing.contains_key(thing) {
                // A newer edit of the same thing already waits.
                stays.entry(answer).or_default().push(done.clone());
                continue;
            }
            // Of a board the newest that is here, so that it is the board that waits whose words are joined.
            let board = RoundId::parse(&done.item.id).ok().and_then(|round| held.round(&round)?.debrief.clone());
            let item = match board {
                Some(board) if done.item.kind == Kind::Debrief => Item::of(&Change::Debrief(board)),
                _ => done.item.clone(),
            };
            edits.push(Edit::Keep(Record::Outgoing(item)));
        }
        edits.extend(held.acknowledgements.iter().map(|(answer, at)| match stays.remove(answer.as_str()) {
            Some(changes) => Edit::Keep(Record::Acknowledged(Acknowledgement { id: answer.clone(), at: *at, changes })),
            None => Edit::Forget(Key::Acknowledged(answer.clone())),
        }));
        let only_heard = held.rounds.iter().filter(|(_, round)| round.closed_unread);
        edits.extend(only_heard.map(|(round, _)| Edit::Forget(Key::Closed(round.clone()))));
        edits
    }

    /// What one piece of news changes; `again` when all that was acknowledged is sent once more. News that cannot be
    /// read is not the server's.
    fn take(&self, news: &News, again: bool) -> Result<Vec<Edit>, Stopped> {
        let unreadable = |_| Stopped::NotTheServer;
        match news.kind {
            NewsKind::Roster => {
                Ok(vec![Edit::Keep(Record::Roster(serde_json::from_str(&news.body).map_err(unreadable)?))])
            }
            NewsKind::Agreement => {
                Ok(vec![Edit::Keep(Record::Agreement(serde_json::from_str(&news.body).map_err(unreadable)?))])
            }
            NewsKind::Pause => {
                Ok(vec![Edit::Keep(Record::Pause(serde_json::from_str(&news.body).map_err(unreadable)?))])
            }
            NewsKind::Plan => {
                let plan: Plan = serde_json::from_str(&news.body).map_err(unreadable)?;
                Ok(self.take_edit(Kind::Plan, news, || self.arrived(plan)))
            }
            NewsKind::Debrief => {
                let debrief: Debrief = serde_json::from_str(&news.body).map_err(unreadable)?;
                Ok(self.take_board(debrief, BodyHash::of(&news.body), again))
            }
            NewsKind::Release => {
                let round = RoundId::parse(&news.id).map_err(|_| Stopped::NotTheServer)?;
                let seal = news.seal.clone().ok_or(Stopped::NotTheServer)?;
                Ok(self.take_release(round, Published { body: news.body.clone(), seal }))
            }
            NewsKind::Closed => {
                let round = RoundId::parse(&news.id).map_err(|_| Stopped::NotTheServer)?;
                Ok(vec![Edit::Keep(Record::Closed(round))])
            }
            NewsKind::Delivery => {
                let delivery: Delivery = serde_json::from_str(&news.body).map_err(unreadable)?;
                Ok(self.take_edit(Kind::Delivery, news, || vec![Edit::Keep(Record::Delivery(delivery))]))
            }
        }
    }

    /// A release is immutable: the one that this tablet has read is kept, whatever a restored server says.
    pub(super) fn take_release(&self, round: RoundId, published: Published) -> Vec<Edit> {
        let known = self.held().round(&round).is_some_and(|held| held.published.is_some());
        if known { Vec::new() } else { vec![Edit::Keep(Record::Release(round, published))] }
    }

    /// The server's edit stands unless this tablet is about to send a newer one. An edit of the same revision that lost
    /// is kept with its reason, so that its words are not gone.
    fn take_edit(&self, kind: Kind, news: &News, arrived: impl FnOnce() -> Vec<Edit>) -> Vec<Edit> {
        let held = self.held();
        let waiting = held.outgoing.get(&(kind, news.id.clone()));
        let Some(waiting) = waiting else { return arrived() };
        match held.verdict_on(kind, &news.id, news.revision, &news.body) {
            Verdict::Superseded => Vec::new(),
            Verdict::Held => arrived(),
            Verdict::Take | Verdict::Conflict => {
                let refusal = Refusal {
                    code: RefusalCode::Conflict,
                    detail: format!("another tablet's edit {} stands ({})", news.revision, &hash(&news.body)[..8]),
                };
                let mut edits = arrived();
                edits.extend(Edit::refuse(waiting, refusal));
                edits
            }
        }
    }
}
