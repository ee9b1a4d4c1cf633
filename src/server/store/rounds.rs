//! What is kept of one round: its plan, its debrief, and whether it is closed.

use domain::ids::RoundId;
use domain::round::Plan;
use serde::de::DeserializeOwned;
use sqlx::{AnyConnection, Row};

use crate::store::Failure;
use crate::store::writing::Writing;

/// A row of changes.
pub struct Held {
    /// Which edit is held.
    pub revision: u32,
    /// The hash of its body.
    pub hash: String,
    /// Its body.
    pub body: String,
    /// A release's seal, else empty.
    pub seal: String,
}

/// Whether a round is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// It is open.
    No,
    /// It was closed here, so that everything about it that was ever taken is here.
    Here,
    /// Its release was given back after a restore; what was lost with it may still come in.
    TakenBack,
}

impl Held {
    /// Reads the body as what was taken.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        serde_json::from_str(&self.body).map_err(|cause| Failure::Spoiled { what: "changes.body", cause })
    }
}

impl Writing<'_> {
    /// What is held of a kind under an id.
    pub async fn held(&mut self, kind: &'static str, id: &str) -> Result<Option<Held>, Failure> {
        held(&mut self.transaction, &self.district.id, kind, id).await
    }

    /// The plan of a round.
    pub async fn plan(&mut self, round: &RoundId) -> Result<Plan, Failure> {
        match self.held("plan", round.as_str()).await? {
            Some(held) => held.read(),
            None => Err(unknown_round(round)),
        }
    }

    /// Whether a round is closed.
    pub async fn closed(&mut self, round: &RoundId) -> Result<Closed, Failure> {
        let row: Option<i64> =
            sqlx::query_scalar("SELECT taken_back FROM releases WHERE district_id = $1 AND round_id = $2")
                .bind(&self.district.id)
                .bind(round.as_str())
                .fetch_optional(&mut *self.transaction)
                .await?;
        Ok(match row {
            None => Closed::No,
            Some(0) => Closed::Here,
            Some(_) => Closed::TakenBack,
        })
    }
}

/// What is held of a kind under an id.
pub async fn held(
    connection: &mut AnyConnection,
    district_id: &str,
    kind: &'static str,
    id: &str,
) -> Result<Option<Held>, Failure> {
    let row =
        sqlx::query("SELECT revision, hash, body, seal FROM changes WHERE district_id = $1 AND kind = $2 AND id = $3")
            .bind(district_id)
            .bind(kind)
            .bind(id)
            .fetch_optional(connection)
            .await?;
    let Some(row) = row else { return Ok(None) };
    let revision: i64 = row.try_get(0)?;
    Ok(Some(Held {
        revision: u32::try_from(revision).unwrap_or(u32::MAX),
        hash: row.try_get(1)?,
        body: row.try_get(2)?,
        seal: row.try_get(3)?,
    }))
}

/// Says that no plan of a round has arrived.
pub fn unknown_round(round: &RoundId) -> Failure {
    Failure::NotFound(format!("no plan of round {round} has arrived here"))
}
