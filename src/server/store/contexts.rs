//! Context that cards add to the picture of a round while it is open: one kind a card, in one row a round.

use std::collections::BTreeMap;

use domain::change::write;
use domain::ids::RoundId;
use domain::note::{Context, ContextPlace, ContextSecret};
use domain::time::Day;
use sqlx::Row;

use crate::store::rounds::{Closed, unknown_round};
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};

/// The most cards of a round that name something: as many as there can be summaries.
const MOST_CARDS: usize = crate::store::urn::MOST_SUMMARIES;

/// What each card of a round named.
type Named = BTreeMap<ContextPlace, Context>;

impl Store {
    /// Keeps what a card names, in place of what it named before. The card is one that a note of this round was sealed to,
    /// which is here `today`; which note it is, is not kept.
    pub async fn add_context(
        &self,
        round: &RoundId,
        secret: &ContextSecret,
        kind: Context,
        today: Day,
    ) -> Result<(), Failure> {
        act!(self, |writing| {
            if !writing.has_note_for(round, secret, today).await? {
                return Err(Failure::NotFound("no note of this round and this card is here".to_owned()));
            }
            let mut named = writing.open_contexts(round).await?;
            if named.insert(secret.place(), kind) == Some(kind) {
                return Ok(());
            }
            if named.len() > MOST_CARDS {
                return Err(Failure::TooMuch(format!("{MOST_CARDS} cards have named something in round {round}")));
            }
            writing.put_contexts(round, &named).await
        })
    }

    /// Takes back what a card named; so it does when that is nothing. The note may be gone by then.
    pub async fn withdraw_context(&self, round: &RoundId, secret: &ContextSecret) -> Result<(), Failure> {
        act!(self, |writing| {
            let mut named = writing.open_contexts(round).await?;
            match named.remove(&secret.place()) {
                Some(_) => writing.put_contexts(round, &named).await,
                None => Ok(()),
            }
        })
    }
}

impl Writing<'_> {
    /// What the cards of a round named.
    pub(super) async fn contexts(&mut self, round: &RoundId) -> Result<Named, Failure> {
        let row = sqlx::query("SELECT named FROM contexts WHERE district_id = $1 AND round_id = $2")
            .bind(&self.district.id)
            .bind(round.as_str())
            .fetch_optional(&mut *self.transaction)
            .await?;
        let Some(row) = row else { return Ok(Named::new()) };
        let named: String = row.try_get(0)?;
        serde_json::from_str(&named).map_err(|cause| Failure::Spoiled { what: "contexts.named", cause })
    }

    /// The same while the round is known and open. What was published does not change.
    async fn open_contexts(&mut self, round: &RoundId) -> Result<Named, Failure> {
        match self.closed(round).await? {
            Closed::No if self.held("plan", round.as_str()).await?.is_none() => Err(unknown_round(round)),
            Closed::No => self.contexts(round).await,
            Closed::Here | Closed::TakenBack => Err(Failure::RoundClosed),
        }
    }

    async fn put_contexts(&mut self, round: &RoundId, named: &Named) -> Result<(), Failure> {
        sqlx::query(
            "INSERT INTO contexts (district_id, round_id, named) VALUES ($1, $2, $3) \
             ON CONFLICT (district_id, round_id) DO UPDATE SET named = excluded.named",
        )
        .bind(&self.district.id)
        .bind(round.as_str())
        .bind(write(named))
        .execute(&mut *self.transaction)
        .await?;
        // No news to pull, and yet a number, so that a database restored to before it is noticed.
        self.next_seq().await?;
        Ok(())
    }

    async fn has_note_for(&mut self, round: &RoundId, secret: &ContextSecret, today: Day) -> Result<bool, Failure> {
        let row = sqlx::query(
            "SELECT 1 FROM notes WHERE district_id = $1 AND context = $2 AND body <> '' AND withdrawn = 0 AND expires >= $3 LIMIT 1",
        )
        .bind(&self.district.id)
        .bind(secret.lock(round).as_str())
        .bind(today.to_string())
        .fetch_optional(&mut *self.transaction)
        .await?;
        Ok(row.is_some())
    }
}
