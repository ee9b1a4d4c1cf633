//! What a tablet says and asks about its rounds: visited rooms, unsent work, preview, close, release.

use domain::ids::RoundId;
use protocol::path::{CLOSE, OFFER, PREVIEW, REPORT, TOKENS, of_round};
use protocol::problem::ProblemKind;
use protocol::round::{BeforeClose, Close, Closed, Published, Report, Tokens};

use crate::network::Network;
use crate::sync::{Stopped, ask};
use crate::tablet::{Edit, HeldRound, Record, SyncState, Tablet};

impl Tablet {
    /// Which cells a close would show, and whether any tablet last reported unsent work.
    pub async fn before_close(&self, network: &dyn Network, round: &RoundId) -> Result<BeforeClose, Stopped> {
        ask::get(network, &of_round(PREVIEW, round)).await
    }

    /// Closes a round and keeps its release. Closing again gives the same release.
    pub async fn close_round(
        &self,
        network: &dyn Network,
        round: &RoundId,
        without_unsent: bool,
    ) -> Result<(), Stopped> {
        let closed: Closed = ask::post(network, &of_round(CLOSE, round), &Close { without_unsent }).await?;
        let acting = self.act().await;
        let state = SyncState { reached: Some(closed.reached), ..self.held().sync.clone() };
        let mut edits = vec![Edit::Keep(Record::Sync(state))];
        edits.extend(self.take_release(round.clone(), closed.published));
        self.keep(&acting, edits).await?;
        Ok(())
    }

    /// For each joined round that is open: which rooms are visited, and whether this tablet still has work to send.
    pub(super) async fn report_on_rounds(&self, network: &dyn Network) -> Result<(), Stopped> {
        let open: Vec<HeldRound> = {
            let held = self.held();
            held.rounds.values().filter(|round| round.record.key.is_some() && !round.is_closed()).cloned().collect()
        };
        for round in open {
            let id = &round.record.plan.round;
            let unsent = self.held().has_unsent_work(id);
            let report = Report { tablet: round.record.tablet.clone(), unsent };
            match ask::tell(network, &of_round(REPORT, id), &report).await {
                Ok(()) => {}
                // The plan was refused, so the server has no such round; the reason stands with the plan.
                Err(Stopped::Problem(problem)) if problem.kind == ProblemKind::NotFound => continue,
                // More tablets have reported than ever walk together: the lead sees a number that makes no sense.
                Err(Stopped::Problem(problem)) if problem.kind == ProblemKind::TooLarge => {}
                Err(stopped) => return Err(stopped),
            }
            let heard: Tokens = ask::get(network, &of_round(TOKENS, id)).await?;
            self.keep_tokens(id, heard).await?;
        }
        Ok(())
    }

    /// Gives the releases that this tablet has read back to a server that was restored; does nothing otherwise.
    pub(super) async fn offer_releases(&self, network: &dyn Network) -> Result<(), Stopped> {
        if !self.held().sync.restored {
            return Ok(());
        }
        let releases: Vec<(RoundId, Published)> = {
            let held = self.held();
            let published = |(id, round): (&RoundId, &HeldRound)| Some((id.clone(), round.published.clone()?));
            held.rounds.iter().filter_map(published).collect()
        };
        let mut may_offer = true;
        for (round, published) in releases {
            match ask::post::<_, Published>(network, &of_round(OFFER, &round), &published).await {
                Ok(_) => {}
                // Another release stands there. This tablet keeps the one that people have read.
                Err(Stopped::Problem(problem)) if problem.kind == ProblemKind::OtherRelease => {}
                // A visitor's tablet has releases from a rescue file alone. They stay in its own until somebody who may
                // offers them.
                Err(Stopped::Problem(problem)) if problem.kind == ProblemKind::NotAllowed => may_offer = false,
                Err(stopped) => return Err(stopped),
            }
        }
        let acting = self.act().await;
        let state = SyncState { restored: !may_offer, ..self.held().sync.clone() };
        self.keep(&acting, vec![Edit::Keep(Record::Sync(state))]).await?;
        Ok(())
    }

    async fn keep_tokens(&self, round: &RoundId, heard: Tokens) -> Result<(), Stopped> {
        let acting = self.act().await;
        let Some(held) = self.held().round(round).cloned() else { return Ok(()) };
        let mut record = held.record;
        let tokens = heard.tokens.into_iter().collect();
        if record.tokens != tokens {
            record.tokens = tokens;
            self.keep(&acting, vec![Edit::Keep(Record::Round(Box::new(record)))]).await?;
        }
        Ok(())
    }
}
