//! What is deleted when its time has come.

use domain::expiry::Expiring;
use domain::ids::RoundId;
use domain::round::Plan;
use domain::time::{Day, Moment};

use crate::store::column::word;
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};

impl Store {
    /// Deletes what is due at `now`, in one transaction with the log of what is deleted: summaries, context and
    /// reports of closed rounds after the days that their agreement says, 30 at most, notes and letters after their last day, rows of the access
    /// log, reports of misuse, and sessions and codes that no longer count. While a legal hold stands only those last two. Run at the start and hourly, so that what was due
    /// while no server ran is deleted when one starts.
    pub async fn tidy(&self, now: Moment) -> Result<(), Failure> {
        self.delete_due(now).await?;
        self.sweep().await
    }

    /// The first half of [`Store::tidy`]; where the program ends after it, the next start does the second.
    pub async fn delete_due(&self, now: Moment) -> Result<(), Failure> {
        let today = now.day();
        act!(self, |writing| {
            let is_held = writing.held_since().await?.is_some();
            for kind in Expiring::ALL.into_iter().filter(|kind| !(is_held && kind.is_held())) {
                if writing.delete_kind(kind, now).await? {
                    if kind != Expiring::Summaries {
                        writing.log_deletion(kind, today).await?;
                    }
                    writing.leaves_traces().await?;
                }
            }
            Ok(())
        })
    }
}

impl Writing<'_> {
    /// Deletes what is due of a kind; whether there was any.
    async fn delete_kind(&mut self, kind: Expiring, now: Moment) -> Result<bool, Failure> {
        let (today, before) = (now.day(), kind.due_before(now.day()));
        match kind {
            Expiring::Summaries => {
                let rounds = self.rounds_to_empty(today).await?;
                for round in &rounds {
                    self.log_emptied_urn(round, today).await?;
                    self.empty_urn(round).await?;
                }
                Ok(!rounds.is_empty())
            }
            Expiring::Notes => {
                self.delete(
                    before,
                    &[
                        "UPDATE notes SET body = '', hash = '', context = '', withdrawn = 0 WHERE district_id = $1 \
                     AND (expires < $2 OR withdrawn = 1) AND body <> ''",
                        "DELETE FROM letters WHERE district_id = $1 AND expires < $2",
                    ],
                )
                .await
            }
            Expiring::NoteIds => {
                self.delete(before, &["DELETE FROM notes WHERE district_id = $1 AND expires < $2"]).await
            }
            Expiring::Sessions => self.forget_old_sessions(now).await,
            Expiring::Misuse => {
                self.delete(before, &["DELETE FROM misuse_reports WHERE district_id = $1 AND said < $2"]).await
            }
            Expiring::Looks => self.delete(before, &["DELETE FROM looks WHERE district_id = $1 AND day < $2"]).await,
        }
    }

    async fn empty_urn(&mut self, round: &RoundId) -> Result<(), Failure> {
        for statement in [
            "DELETE FROM urns WHERE district_id = $1 AND round_id = $2",
            "DELETE FROM reports WHERE district_id = $1 AND round_id = $2",
            "DELETE FROM contexts WHERE district_id = $1 AND round_id = $2",
            "UPDATE releases SET emptied = 1 WHERE district_id = $1 AND round_id = $2",
        ] {
            let district = &self.district.id;
            sqlx::query(statement).bind(district).bind(round.as_str()).execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    /// Closed rounds whose days are over. Those of a round that was emptied before are looked at once more where
    /// something came late, after a restore or from a tablet that was away.
    async fn rounds_to_empty(&mut self, today: Day) -> Result<Vec<RoundId>, Failure> {
        let rows = sqlx::query(
            "SELECT releases.round_id, releases.closed FROM releases WHERE releases.district_id = $1 AND \
             (releases.emptied = 0 OR \
             EXISTS (SELECT 1 FROM urns WHERE urns.district_id = $1 AND urns.round_id = releases.round_id) OR \
             EXISTS (SELECT 1 FROM contexts WHERE contexts.district_id = $1 AND contexts.round_id = releases.round_id) \
             OR EXISTS (SELECT 1 FROM reports WHERE reports.district_id = $1 AND reports.round_id = releases.round_id))",
        )
        .bind(&self.district.id)
        .fetch_all(&mut *self.transaction)
        .await?;
        let mut due = Vec::new();
        for row in &rows {
            let (round, closed): (RoundId, Day) =
                (word(row, 0, "releases.round_id")?, word(row, 1, "releases.closed")?);
            // A plan of an earlier version may lack what plans have now; its summaries go when any have to.
            let plan: Option<Plan> = self.held("plan", round.as_str()).await?.and_then(|held| held.read().ok());
            if summaries_go_on(plan.as_ref(), closed) <= today {
                due.push(round);
            }
        }
        Ok(due)
    }

    async fn delete(&mut self, before: Day, statements: &[&'static str]) -> Result<bool, Failure> {
        let mut any = false;
        for statement in statements {
            let deleted = sqlx::query(*statement)
                .bind(&self.district.id)
                .bind(before.to_string())
                .execute(&mut *self.transaction)
                .await?;
            any |= deleted.rows_affected() > 0;
        }
        Ok(any)
    }
}

/// The day on which a round's summaries are deleted; after the longest time where its plan was lost with a restore.
pub(super) fn summaries_go_on(plan: Option<&Plan>, closed: Day) -> Day {
    let latest = Expiring::Summaries.goes_on(closed);
    plan.map_or(latest, |plan| latest.min(closed.plus(plan.agreement.further.summary_days + 1)))
}
