//! The agreement that is in force: what new rounds are planned under.

use domain::agreement::Agreement;
use domain::change::write;
use domain::time::Day;
use sqlx::Row;

use crate::store::column::word;
use crate::store::writing::{Kept, Writing, act};
use crate::store::{Failure, Store};

/// The terms in force, and since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementInForce {
    /// The terms.
    pub agreement: Agreement,
    /// The day on which the administrator confirmed them; nothing while they are those that Noticeboard begins with.
    pub since: Option<Day>,
}

impl Store {
    /// The agreement in force.
    pub async fn agreement(&self) -> Result<AgreementInForce, Failure> {
        let row = sqlx::query("SELECT body, since FROM agreements WHERE district_id = $1 ORDER BY number DESC LIMIT 1")
            .bind(self.district_id())
            .fetch_optional(self.pool())
            .await?;
        let Some(row) = row else { return Ok(AgreementInForce { agreement: Agreement::default(), since: None }) };
        Ok(AgreementInForce { agreement: read(row.try_get(0)?)?, since: Some(word(&row, 1, "agreements.since")?) })
    }

    /// Puts an agreement in force. Rounds that are planned keep theirs; only its k holds for them too, where it is the
    /// larger one.
    pub async fn agree(&self, agreement: &Agreement, today: Day) -> Result<(), Failure> {
        if !agreement.is_sound() {
            return Err(Failure::Malformed("the agreement's terms are out of range".to_owned()));
        }
        act!(self, |writing| {
            let number: i64 =
                sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM agreements WHERE district_id = $1")
                    .bind(&writing.district.id)
                    .fetch_one(&mut *writing.transaction)
                    .await?;
            let (id, body) = (writing.district.id.clone(), write(agreement));
            sqlx::query("INSERT INTO agreements (district_id, number, body, since) VALUES ($1, $2, $3, $4)")
                .bind(&id)
                .bind(number + 1)
                .bind(&body)
                .bind(today.to_string())
                .execute(&mut *writing.transaction)
                .await?;
            let revision = u32::try_from(number + 1).unwrap_or(u32::MAX);
            writing.keep(Kept { kind: "agreement", id: &id, revision, body: &body, seal: "" }).await
        })
    }
}

impl Writing<'_> {
    /// The fewest rooms that the agreement in force lets anything be shown about.
    pub async fn k_in_force(&mut self) -> Result<u32, Failure> {
        let body: Option<String> =
            sqlx::query_scalar("SELECT body FROM agreements WHERE district_id = $1 ORDER BY number DESC LIMIT 1")
                .bind(&self.district.id)
                .fetch_optional(&mut *self.transaction)
                .await?;
        Ok(body.map(read).transpose()?.unwrap_or_default().k())
    }
}

fn read(body: String) -> Result<Agreement, Failure> {
    serde_json::from_str(&body).map_err(|cause| Failure::Spoiled { what: "agreements.body", cause })
}
