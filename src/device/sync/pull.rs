//! Hearing what is new.

use std::collections::BTreeMap;

use domain::change::{Change, Kind, Verdict, hash};
use domain::ids::RoundId;
use domain::round::{Debrief, Plan};
use protocol::path::PULL;
use protocol::pull::{News, NewsKind, Pull, Pulled};
use protocol::push::{Refusal, RefusalCode};
use protocol::round::Published;

use crate::network::Network;
use crate::sync::{Stopped, Synced, ask};
use crate::tablet::{Acknowledged, Acknowledgement, Edit, Key, Outgoing, Record, SyncState, Tablet};

impl Tablet {
    /// Asks until there is no more. Each page is stored together with its cursor, so nothing is skipped or taken twice.
    pub(super) async fn pull(&self, network: &dyn Network, synced: &mut Synced) -> Result<(), Stopped> {
        loop {
            let SyncState { cursor, reached, .. } = self.held().sync.clone();
            let pulled: Pulled = ask::post(network, PULL, &Pull { cursor: cursor.clone(), reached }).await?;
            let acting = self.act().await;
            if self.held().sync.cursor != cursor {
                // Another sync stored its page first; what this one heard is asked for again.
                continue;
            }
            let mut edits = Vec::new();
            let mut restored = self.held().sync.restored;
            if self.held().sync.epoch.as_ref().is_some_and(|known| *known != pulled.epoch) {
                restored = true;
                edits.extend(self.everything_again());
            }
            for news in &pulled.news {
                edits.extend(self.take(news)?);
            }
            synced.heard += pulled.news.len();
            let state = SyncState {
                cursor: Some(pulled.cursor),
                epoch: Some(pulled.epoch),
                restored,
                ..self.held().sync.clone()
            };
            edits.push(Edit::Keep(Record::Sync(state)));
            self.keep(&acting, edits).await?;
            if !pulled.more {
                return Ok(());
            }
        }
    }

    /// Everything that an earlier server acknowledged waits again: this one may not hold it.
    pub(super) fn everything_again(&self) -> Vec<Edit> {
        let held = self.held();
        let mut edits = Vec::new();
        let mut stays: BTreeMap<&str, Vec<Acknowledged>> = BTreeMap::new();
        for (thing, (answer, done)) in &held.acknowledged {
            if held.outgoing.contains_key(thing) {
                // A newer edit of the same thing already waits.
                stays.entry(answer).or_default().push(done.clone());
            } else {
                edits.push(Edit::Keep(Record::Outgoing(Outgoing { item: done.item.clone(), refused: None })));
            }
        }
        edits.extend(held.acknowledgements.iter().map(|(answer, at)| match stays.remove(answer.as_str()) {
            Some(changes) => Edit::Keep(Record::Acknowledged(Acknowledgement { id: answer.clone(), at: *at, changes })),
            None => Edit::Forget(Key::Acknowledged(answer.clone())),
        }));
        edits
    }

    /// What one piece of news changes. News that cannot be read is not the server's.
    fn take(&self, news: &News) -> Result<Vec<Edit>, Stopped> {
        let unreadable = |_| Stopped::NotTheServer;
        match news.kind {
            NewsKind::Roster => {
                Ok(vec![Edit::Keep(Record::Roster(serde_json::from_str(&news.body).map_err(unreadable)?))])
            }
            NewsKind::Plan => {
                let plan: Plan = serde_json::from_str(&news.body).map_err(unreadable)?;
                Ok(self.take_plan(plan, news))
            }
            NewsKind::Debrief => {
                let debrief: Debrief = serde_json::from_str(&news.body).map_err(unreadable)?;
                Ok(self.take_board(debrief))
            }
            NewsKind::Release => {
                let round = RoundId::parse(&news.id).map_err(|_| Stopped::NotTheServer)?;
                let seal = news.seal.clone().ok_or(Stopped::NotTheServer)?;
                Ok(self.take_release(round, Published { body: news.body.clone(), seal }))
            }
        }
    }

    /// Words that this tablet has written and not sent, or that were refused because another tablet wrote at the same
    /// time, join the board that stands, as its next revision.
    fn take_board(&self, stands: Debrief) -> Vec<Edit> {
        let held = self.held();
        let own = held.outgoing.get(&(Kind::Debrief, stands.round.as_str().to_owned()));
        let unheard = |refusal: &Refusal| refusal.code == RefusalCode::Conflict;
        let own = own.filter(|own| own.refused.as_ref().is_none_or(unheard));
        let own = own.and_then(|own| serde_json::from_str::<Debrief>(&own.item.body).ok());
        let Some(own) = own else { return vec![Edit::Keep(Record::Debrief(stands))] };
        let mut joined = stands.clone();
        joined.take_in(&own);
        if joined == stands {
            let forget = Edit::Forget(Key::Outgoing(Kind::Debrief, stands.round.as_str().to_owned()));
            return vec![Edit::Keep(Record::Debrief(stands)), forget];
        }
        joined.revision = stands.revision.max(own.revision).saturating_add(1);
        let sent = Edit::send(&Change::Debrief(joined.clone()));
        vec![Edit::Keep(Record::Debrief(joined)), sent]
    }

    /// A release is immutable: the one that this tablet has read is kept, whatever a restored server says.
    pub(super) fn take_release(&self, round: RoundId, published: Published) -> Vec<Edit> {
        let known = self.held().round(&round).is_some_and(|held| held.published.is_some());
        if known { Vec::new() } else { vec![Edit::Keep(Record::Release(round, published))] }
    }

    /// The server's edit stands unless this tablet is about to send a newer one. An edit of the same revision that lost
    /// is kept with its reason, so that its words are not gone.
    fn take_plan(&self, plan: Plan, news: &News) -> Vec<Edit> {
        let held = self.held();
        let waiting = held.outgoing.get(&(Kind::Plan, news.id.clone()));
        let Some(waiting) = waiting.filter(|waiting| waiting.refused.is_none()) else {
            return self.arrived(plan);
        };
        match held.verdict_on(Kind::Plan, &news.id, news.revision, &news.body) {
            Verdict::Superseded => Vec::new(),
            Verdict::Held => self.arrived(plan),
            Verdict::Take | Verdict::Conflict => {
                let refusal = Refusal {
                    code: RefusalCode::Conflict,
                    detail: format!("another tablet's edit {} stands ({})", news.revision, &hash(&news.body)[..8]),
                };
                let lost = Outgoing { item: waiting.item.clone(), refused: Some(refusal) };
                let mut edits = self.arrived(plan);
                edits.push(Edit::Keep(Record::Outgoing(lost)));
                edits
            }
        }
    }
}
