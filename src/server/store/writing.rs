//! One writing transaction: it locks the district, counts its changes, and is tried again when it was in the way.

use std::time::Duration;

use domain::change::hash;
use sqlx::{Any, AnyConnection, AnyPool, Transaction};
use tokio::sync::MutexGuard;

use crate::store::cursor::Cursor;
use crate::store::district::{District, locked};
use crate::store::place::Engine;
use crate::store::{Failure, Store};
use crate::surroundings::{Random, drawn};

/// How often an act is tried when the database says that it was in another's way.
const ATTEMPTS: u32 = 8;

/// A running act. Nothing of it stands until its transaction has committed.
pub struct Writing<'store> {
    /// The transaction, for statements.
    pub transaction: Transaction<'static, Any>,
    /// The district as it is within the transaction.
    pub district: District,
    store: &'store Store,
    reached: Option<Cursor>,
    _turn: Option<MutexGuard<'store, ()>>,
}

/// Something that tablets will pull.
pub struct Kept<'kept> {
    /// `roster`, `agreement`, `plan`, `debrief`, `release`, `delivery` or `pause`.
    pub kind: &'static str,
    /// The district's id or the round's.
    pub id: &'kept str,
    /// Which edit it is.
    pub revision: u32,
    /// JSON.
    pub body: &'kept str,
    /// For a release the seal, else empty.
    pub seal: &'kept str,
}

/// Runs the body as one act: in one transaction that holds the district's row, and again from its beginning when the
/// database asks for it. An error undoes everything that the body did.
///
/// A macro, because a closure that lends a transaction to a future cannot be told to be `Send`.
macro_rules! act {
    ($store:expr, |$writing:ident| $body:block) => {{
        let mut attempt = 1;
        loop {
            let mut begun = $crate::store::writing::Writing::begin($store, &mut attempt).await?;
            let $writing = &mut begun;
            let outcome: Result<_, $crate::store::Failure> = async { $body }.await;
            match begun.end(outcome, &mut attempt).await {
                $crate::store::writing::Ended::Done(outcome) => break outcome,
                $crate::store::writing::Ended::Again => (),
            }
        }
    }};
}
pub(super) use act;

/// The mark of a number that was given out.
pub async fn mark_of(connection: &mut AnyConnection, district_id: &str, seq: i64) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("SELECT mark FROM marks WHERE district_id = $1 AND seq = $2")
        .bind(district_id)
        .bind(seq)
        .fetch_one(connection)
        .await
}

/// How an act ended.
pub enum Ended<T> {
    /// It stands whole, or it was undone whole.
    Done(Result<T, Failure>),
    /// It was in another's way and was undone: begin it again.
    Again,
}

impl<'store> Writing<'store> {
    /// Waits for its turn and begins.
    pub async fn begin(store: &'store Store, attempt: &mut u32) -> Result<Writing<'store>, Failure> {
        loop {
            match Writing::begin_once(store).await {
                Err(failure) if is_tried_again(&failure, attempt).await => (),
                outcome => return outcome,
            }
        }
    }

    async fn begin_once(store: &'store Store) -> Result<Writing<'store>, Failure> {
        let engine = store.inner.place.engine();
        let turn = match engine {
            Engine::Sqlite => Some(store.inner.one_writer.lock().await),
            Engine::Postgres(_) => None,
        };
        let mut transaction = begin(store.pool(), engine).await?;
        let district = locked(&mut transaction, store.district_id()).await?;
        Ok(Writing { transaction, district, store, reached: None, _turn: turn })
    }

    /// Commits what was done, or undoes it; says whether it is to be tried again.
    pub async fn end<T>(self, outcome: Result<T, Failure>, attempt: &mut u32) -> Ended<T> {
        let outcome = match outcome {
            Ok(outcome) => self.commit().await.map(|()| outcome),
            Err(failure) => {
                // Nothing can be done about a rollback that fails: the connection is gone, and the database undoes it.
                let _ = self.transaction.rollback().await;
                Err(failure)
            }
        };
        match outcome {
            Err(failure) if is_tried_again(&failure, attempt).await => Ended::Again,
            outcome => Ended::Done(outcome),
        }
    }

    /// Where the store's random bytes come from.
    pub fn random(&self) -> &dyn Random {
        self.store.random()
    }

    /// Takes the next number and gives it a mark.
    pub async fn next_seq(&mut self) -> Result<i64, Failure> {
        let (seq, mark) = (self.district.seq + 1, drawn::<8>(self.store.random()));
        Self::mark(&mut self.transaction, &self.district.id, seq, &mark).await?;
        self.district.seq = seq;
        self.reached = Some(Cursor { epoch: self.district.epoch.id.clone(), seq, mark });
        Ok(seq)
    }

    /// How far this act has come, as tablets hand it back.
    pub async fn reached(&mut self) -> Result<String, Failure> {
        let District { id, seq, epoch, release_key, .. } = &self.district;
        if let Some(reached) = &self.reached {
            return Ok(reached.write(release_key));
        }
        let mark = mark_of(&mut self.transaction, id, *seq).await?;
        Ok(Cursor { epoch: epoch.id.clone(), seq: *seq, mark }.write(release_key))
    }

    /// Keeps something for tablets to pull, in place of its earlier revision.
    pub async fn keep(&mut self, kept: Kept<'_>) -> Result<(), Failure> {
        let seq = self.next_seq().await?;
        sqlx::query(
            "INSERT INTO changes (district_id, seq, kind, id, revision, hash, body, seal) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (district_id, kind, id) DO UPDATE SET \
             seq = excluded.seq, revision = excluded.revision, hash = excluded.hash, body = excluded.body, \
             seal = excluded.seal",
        )
        .bind(&self.district.id)
        .bind(seq)
        .bind(kept.kind)
        .bind(kept.id)
        .bind(i64::from(kept.revision))
        .bind(hash(kept.body))
        .bind(kept.body)
        .bind(kept.seal)
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Writes the mark of a number.
    pub async fn mark(
        transaction: &mut Transaction<'static, Any>,
        district_id: &str,
        seq: i64,
        mark: &str,
    ) -> Result<(), sqlx::Error> {
        sqlx::query("INSERT INTO marks (district_id, seq, mark) VALUES ($1, $2, $3)")
            .bind(district_id)
            .bind(seq)
            .bind(mark)
            .execute(&mut **transaction)
            .await?;
        Ok(())
    }

    async fn commit(mut self) -> Result<(), Failure> {
        if let Some(reached) = &self.reached {
            sqlx::query("UPDATE districts SET seq = $2, traces = 1 WHERE district_id = $1")
                .bind(&self.district.id)
                .bind(reached.seq)
                .execute(&mut *self.transaction)
                .await?;
        }
        self.transaction.commit().await?;
        if let Some(reached) = &self.reached {
            self.store.inner.high_water.raise(reached, &self.district.release_key);
        }
        Ok(())
    }
}

/// Whether an act that was in another's way is tried again, after a moment that doubles each time.
async fn is_tried_again(failure: &Failure, attempt: &mut u32) -> bool {
    let again = failure.is_passing() && *attempt < ATTEMPTS;
    if again {
        // 2, 4, 8 … 128 milliseconds.
        tokio::time::sleep(Duration::from_millis(1 << *attempt)).await;
        *attempt += 1;
    }
    again
}

/// Begins a writing transaction. SQLite takes its lock at once, so that reading first and writing then cannot fail.
pub async fn begin(pool: &AnyPool, engine: &Engine) -> Result<Transaction<'static, Any>, sqlx::Error> {
    match engine {
        Engine::Sqlite => pool.begin_with("BEGIN IMMEDIATE").await,
        Engine::Postgres(_) => pool.begin().await,
    }
}
