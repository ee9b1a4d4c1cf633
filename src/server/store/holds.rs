//! Legal holds: while one stands, nothing is deleted because its time has come, but sessions.

use domain::text::Sentence;
use domain::time::Day;
use sqlx::{AnyConnection, Row};

use crate::store::column::of_text;
use crate::store::people::Caller;
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};

/// A legal hold, as it is and was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// The first is 1.
    pub number: i64,
    /// Why, as the administrator wrote it.
    pub reason: String,
    /// When it was placed.
    pub placed: Day,
    /// Who placed it; nothing in the sample, where nobody signs in.
    pub placed_by: Option<String>,
    /// When it was lifted and by whom; nothing while it stands.
    pub lifted: Option<(Day, Option<String>)>,
}

impl Store {
    /// Places a hold. Several can stand at once, each for a reason of its own.
    pub async fn place_hold(&self, reason: &Sentence, by: &Caller, today: Day) -> Result<(), Failure> {
        act!(self, |writing| {
            let name = writing.name_of(by).await?;
            let last: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM holds WHERE district_id = $1")
                .bind(&writing.district.id)
                .fetch_one(&mut *writing.transaction)
                .await?;
            sqlx::query(
                "INSERT INTO holds (district_id, number, reason, placed, placed_by, lifted, lifted_by) \
                 VALUES ($1, $2, $3, $4, $5, '', '')",
            )
            .bind(&writing.district.id)
            .bind(last + 1)
            .bind(reason.as_str())
            .bind(today.to_string())
            .bind(name)
            .execute(&mut *writing.transaction)
            .await?;
            Ok(())
        })
    }

    /// Lifts a hold. What became due while it stood is deleted by the next [`Store::tidy`], unless another one stands.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where none of that number stands.
    pub async fn lift_hold(&self, number: i64, by: &Caller, today: Day) -> Result<(), Failure> {
        act!(self, |writing| {
            let name = writing.name_of(by).await?;
            let lifted = sqlx::query(
                "UPDATE holds SET lifted = $3, lifted_by = $4 WHERE district_id = $1 AND number = $2 AND lifted = ''",
            )
            .bind(&writing.district.id)
            .bind(number)
            .bind(today.to_string())
            .bind(name)
            .execute(&mut *writing.transaction)
            .await?;
            match lifted.rows_affected() {
                0 => Err(Failure::NotFound(format!("no legal hold of number {number} stands"))),
                _ => Ok(()),
            }
        })
    }

    /// Every hold, newest first.
    pub async fn holds(&self) -> Result<Vec<Hold>, Failure> {
        let rows = sqlx::query(
            "SELECT number, reason, placed, placed_by, lifted, lifted_by FROM holds WHERE district_id = $1 \
             ORDER BY number DESC",
        )
        .bind(self.district_id())
        .fetch_all(self.pool())
        .await?;
        let someone = |name: String| (!name.is_empty()).then_some(name);
        rows.iter()
            .map(|row| {
                let lifted: String = row.try_get(4)?;
                let lifted = match lifted.is_empty() {
                    true => None,
                    false => Some((of_text(lifted, "holds.lifted")?, someone(row.try_get(5)?))),
                };
                Ok(Hold {
                    number: row.try_get(0)?,
                    reason: row.try_get(1)?,
                    placed: of_text(row.try_get(2)?, "holds.placed")?,
                    placed_by: someone(row.try_get(3)?),
                    lifted,
                })
            })
            .collect()
    }

    /// Since when nothing is deleted; nothing while no hold stands.
    pub async fn held_since(&self) -> Result<Option<Day>, Failure> {
        held_since(&mut *self.pool().acquire().await?, self.district_id()).await
    }
}

impl Writing<'_> {
    /// Since when nothing is deleted; nothing while no hold stands.
    pub(super) async fn held_since(&mut self) -> Result<Option<Day>, Failure> {
        held_since(&mut self.transaction, &self.district.id).await
    }
}

async fn held_since(connection: &mut AnyConnection, district_id: &str) -> Result<Option<Day>, Failure> {
    let placed: Option<String> =
        sqlx::query_scalar("SELECT MIN(placed) FROM holds WHERE district_id = $1 AND lifted = ''")
            .bind(district_id)
            .fetch_one(connection)
            .await?;
    placed.map(|placed| of_text(placed, "holds.placed")).transpose()
}
