//! The draft of the next agreement: the district lead writes it, a staff representative signs it or sends it back.

use domain::agreement::Agreement;
use domain::change::{BodyHash, write};
use domain::text::Sentence;
use domain::time::Day;
use sqlx::{AnyConnection, Row};

use super::versions::read;
use crate::store::column::word;
use crate::store::writing::{Kept, Writing, act};
use crate::store::{Failure, Store};

/// A draft that waits for a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its terms.
    pub agreement: Agreement,
    /// The day on which it was drafted.
    pub drafted: Day,
    /// Why the representative sent it back; nothing while it waits.
    pub sent_back: Option<String>,
}

/// What became of an act on the draft that somebody was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acted {
    /// It was done.
    Done,
    /// The draft that was shown is not the one that waits any more; nothing was done.
    OtherDraft,
}

impl Draft {
    /// What names exactly these terms, so that nobody signs others than they read.
    pub fn mark(&self) -> BodyHash {
        BodyHash::of(&write(&self.agreement))
    }
}

impl Store {
    /// The draft that waits.
    pub async fn agreement_draft(&self) -> Result<Option<Draft>, Failure> {
        draft(&mut *self.pool().acquire().await?, self.district_id()).await
    }

    /// Keeps a draft in place of the one before, which nobody signs any more.
    ///
    /// # Errors
    /// When its terms are out of their ranges, or are those of the agreement that is in force and signed.
    pub async fn draft_agreement(&self, agreement: &Agreement, today: Day) -> Result<(), Failure> {
        if let Some(fault) = agreement.faults().first() {
            return Err(Failure::Malformed(fault.to_string()));
        }
        act!(self, |writing| {
            let in_force = writing.agreement_in_force().await?;
            if in_force.is_signed() && in_force.agreement.changes_to(agreement).is_empty() {
                return Err(Failure::Malformed("the draft says what the agreement in force says".to_owned()));
            }
            sqlx::query(
                "INSERT INTO agreement_drafts (district_id, body, drafted, sent_back) VALUES ($1, $2, $3, '') \
                 ON CONFLICT (district_id) DO UPDATE SET body = excluded.body, drafted = excluded.drafted, \
                 sent_back = ''",
            )
            .bind(&writing.district.id)
            .bind(write(agreement))
            .bind(today.to_string())
            .execute(&mut *writing.transaction)
            .await?;
            Ok(())
        })
    }

    /// Takes the draft back; does nothing where none waits.
    pub async fn withdraw_draft(&self) -> Result<(), Failure> {
        act!(self, |writing| { writing.forget_draft().await })
    }

    /// Sends the draft that was `shown` back, with a sentence that says why.
    pub async fn send_draft_back(&self, shown: &BodyHash, why: &Sentence) -> Result<Acted, Failure> {
        act!(self, |writing| {
            if writing.draft_shown(shown).await?.is_none() {
                return Ok(Acted::OtherDraft);
            }
            sqlx::query("UPDATE agreement_drafts SET sent_back = $2 WHERE district_id = $1")
                .bind(&writing.district.id)
                .bind(why.as_str())
                .execute(&mut *writing.transaction)
                .await?;
            Ok(Acted::Done)
        })
    }

    /// Signs the draft that was `shown`, which puts it in force `today`. Rounds that are planned keep theirs; only its k
    /// holds for them too, where it is the larger one.
    pub async fn sign_agreement(&self, shown: &BodyHash, today: Day) -> Result<Acted, Failure> {
        act!(self, |writing| {
            let Some(draft) = writing.draft_shown(shown).await? else { return Ok(Acted::OtherDraft) };
            let number = writing.agreement_in_force().await?.version.map_or(0, |version| version.number) + 1;
            let (id, body) = (writing.district.id.clone(), write(&draft.agreement));
            sqlx::query(
                "INSERT INTO agreements (district_id, number, body, since, drafted) VALUES ($1, $2, $3, $4, $5)",
            )
            .bind(&id)
            .bind(number)
            .bind(&body)
            .bind(today.to_string())
            .bind(draft.drafted.to_string())
            .execute(&mut *writing.transaction)
            .await?;
            writing.forget_draft().await?;
            let revision = u32::try_from(number).unwrap_or(u32::MAX);
            writing.keep(Kept { kind: "agreement", id: &id, revision, body: &body, seal: "" }).await?;
            Ok(Acted::Done)
        })
    }
}

impl Writing<'_> {
    /// The draft, if it is the one that was shown.
    async fn draft_shown(&mut self, shown: &BodyHash) -> Result<Option<Draft>, Failure> {
        let draft = draft(&mut self.transaction, &self.district.id).await?;
        Ok(draft.filter(|draft| draft.mark() == *shown))
    }

    async fn forget_draft(&mut self) -> Result<(), Failure> {
        sqlx::query("DELETE FROM agreement_drafts WHERE district_id = $1")
            .bind(&self.district.id)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }
}

async fn draft(connection: &mut AnyConnection, district_id: &str) -> Result<Option<Draft>, Failure> {
    let row = sqlx::query("SELECT body, drafted, sent_back FROM agreement_drafts WHERE district_id = $1")
        .bind(district_id)
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sent_back: String = row.try_get(2)?;
    Ok(Some(Draft {
        agreement: read(row.try_get(0)?)?,
        drafted: word(&row, 1, "agreement_drafts.drafted")?,
        sent_back: (!sent_back.is_empty()).then_some(sent_back),
    }))
}
