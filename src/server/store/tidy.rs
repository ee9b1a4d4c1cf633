//! What is deleted when its time has come.

use domain::agreement::DAYS_SUMMARIES_STAY;
use domain::time::{Day, Moment};
use sqlx::Executor;

use crate::store::place::Engine;
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};

/// Days after its last day for which an expired or deleted note's id is still refused.
pub const DAYS_GONE_NOTES_ARE_KNOWN: i64 = 30;

impl Store {
    /// Deletes what is due at `now`: summaries, context and reports of rounds that closed more than 30 days ago, notes and
    /// letters after their last day, and sessions and codes that no longer count. Run at the start and hourly.
    pub async fn tidy(&self, now: Moment) -> Result<(), Failure> {
        let today = now.day();
        act!(self, |writing| {
            writing.empty_urns(today).await?;
            writing.drop_notes(today).await?;
            writing.forget_old_sessions(now).await
        })?;
        self.leave_no_log().await
    }

    /// Moves SQLite's write-ahead log into its file and empties it: the log holds earlier versions of urns, from which
    /// one could tell what came in one after another. Run every minute.
    pub async fn leave_no_log(&self) -> Result<(), Failure> {
        if *self.inner.place.engine() == Engine::Sqlite {
            let _turn = self.inner.one_writer.lock().await;
            self.pool().execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }
}

impl Writing<'_> {
    async fn empty_urns(&mut self, today: Day) -> Result<(), Failure> {
        // Closed on the 1st: the summaries are there through the 31st, and go on the day after.
        let last = today.plus(-DAYS_SUMMARIES_STAY).to_string();
        for statement in [
            "DELETE FROM urns WHERE district_id = $1 AND round_id IN \
             (SELECT round_id FROM releases WHERE district_id = $1 AND closed < $2)",
            "DELETE FROM reports WHERE district_id = $1 AND round_id IN \
             (SELECT round_id FROM releases WHERE district_id = $1 AND closed < $2)",
            "DELETE FROM contexts WHERE district_id = $1 AND round_id IN \
             (SELECT round_id FROM releases WHERE district_id = $1 AND closed < $2)",
            "UPDATE releases SET emptied = 1 WHERE district_id = $1 AND closed < $2 AND emptied = 0",
        ] {
            sqlx::query(statement).bind(&self.district.id).bind(&last).execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    async fn drop_notes(&mut self, today: Day) -> Result<(), Failure> {
        for (statement, day) in [
            (
                "UPDATE notes SET body = '', hash = '', context = '' WHERE district_id = $1 AND expires < $2 AND body <> ''",
                today,
            ),
            ("DELETE FROM letters WHERE district_id = $1 AND expires < $2", today),
            ("DELETE FROM notes WHERE district_id = $1 AND expires < $2", today.plus(-DAYS_GONE_NOTES_ARE_KNOWN)),
        ] {
            sqlx::query(statement)
                .bind(&self.district.id)
                .bind(day.to_string())
                .execute(&mut *self.transaction)
                .await?;
        }
        Ok(())
    }
}
