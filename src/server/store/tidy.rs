//! What is deleted when its time has come.

use domain::expiry::Expiring;
use domain::time::{Day, Moment};

use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};

impl Store {
    /// Deletes what is due at `now`, in one transaction with the log of what is deleted: summaries, context and
    /// reports of rounds that closed more than 30 days ago, notes and letters after their last day, rows of the access
    /// log, and sessions and codes that no longer count. While a legal hold stands only those last two. Run at the start and hourly, so that what was due
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
                self.log_emptied_urns(before, today).await?;
                self.delete(
                    before,
                    &[
                        "DELETE FROM urns WHERE district_id = $1 AND round_id IN \
                     (SELECT round_id FROM releases WHERE district_id = $1 AND closed < $2)",
                        "DELETE FROM reports WHERE district_id = $1 AND round_id IN \
                     (SELECT round_id FROM releases WHERE district_id = $1 AND closed < $2)",
                        "DELETE FROM contexts WHERE district_id = $1 AND round_id IN \
                     (SELECT round_id FROM releases WHERE district_id = $1 AND closed < $2)",
                        "UPDATE releases SET emptied = 1 WHERE district_id = $1 AND closed < $2 AND emptied = 0",
                    ],
                )
                .await
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
            Expiring::Looks => self.delete(before, &["DELETE FROM looks WHERE district_id = $1 AND day < $2"]).await,
        }
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
