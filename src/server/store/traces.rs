//! That SQLite's file and its log hold no trace of what was deleted.
//!
//! `secure_delete` overwrites what is deleted where it lies. It does not overwrite the copies that a page keeps of rows
//! which moved to another page when a table grew; those go when the whole file is written anew. The log beside the file
//! shows earlier states of pages until it is emptied.

use sqlx::{Executor, Row};

use crate::store::place::Engine;
use crate::store::writing::Writing;
use crate::store::{Failure, Store};

impl Store {
    /// Writes SQLite's file anew, if anything was changed since that was last done, and empties its log. Part of
    /// [`Store::tidy`]; what an end of the program interrupts is done at its next start.
    pub(super) async fn sweep(&self) -> Result<(), Failure> {
        if *self.inner.place.engine() != Engine::Sqlite {
            return Ok(());
        }
        let turn = self.inner.one_writer.lock().await;
        let traces: i64 = sqlx::query_scalar("SELECT traces FROM districts WHERE district_id = $1")
            .bind(self.district_id())
            .fetch_one(self.pool())
            .await?;
        if traces == 1 {
            // It takes as much room again as the file has, which may not be there: no reason to stop working.
            match self.pool().execute("VACUUM").await {
                Ok(_) if self.empty_log().await? => {
                    sqlx::query("UPDATE districts SET traces = 0 WHERE district_id = $1")
                        .bind(self.district_id())
                        .execute(self.pool())
                        .await?;
                }
                Ok(_) => (),
                Err(cause) => tracing::warn!(%cause, "the database was not written anew; it will be in an hour"),
            }
        }
        drop(turn);
        self.leave_no_log().await
    }

    /// Moves SQLite's write-ahead log into its file and empties it: the log holds earlier versions of urns, from which
    /// one could tell what came in one after another. Run every minute.
    pub async fn leave_no_log(&self) -> Result<(), Failure> {
        if *self.inner.place.engine() == Engine::Sqlite {
            let _turn = self.inner.one_writer.lock().await;
            self.empty_log().await?;
        }
        Ok(())
    }

    /// Whether the log is empty now: somebody who reads can keep it from that until they are done.
    async fn empty_log(&self) -> Result<bool, Failure> {
        let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(self.pool()).await?;
        let is_busy: i64 = row.try_get(0)?;
        Ok(is_busy == 0)
    }
}

impl Writing<'_> {
    /// Says that the file has to be written anew, which [`Store::sweep`] does.
    pub(super) async fn leaves_traces(&mut self) -> Result<(), Failure> {
        sqlx::query("UPDATE districts SET traces = 1 WHERE district_id = $1")
            .bind(&self.district.id)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }
}
