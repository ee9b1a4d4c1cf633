//! Brings the tables up to date, one file after another, each once and whole.

use std::time::Duration;

use domain::change::hash;
use domain::time::Moment;
use sqlx::{AnyPool, Executor, Row};

use crate::store::Place;
use crate::store::district::begin_district;
use crate::store::writing::begin;
use crate::surroundings::Random;

/// Every migration, oldest first. One that has been applied anywhere is never edited.
const MIGRATIONS: [(i64, &str); 8] = [
    (1, include_str!("migrations/0001_first.sql")),
    (2, include_str!("migrations/0002_people.sql")),
    (3, include_str!("migrations/0003_access_log.sql")),
    (4, include_str!("migrations/0004_contexts.sql")),
    (5, include_str!("migrations/0005_letters.sql")),
    (6, include_str!("migrations/0006_late_summaries.sql")),
    (7, include_str!("migrations/0007_families.sql")),
    (8, include_str!("migrations/0008_agreement.sql")),
];

/// Several processes may start on one fresh database; all but one of them find its tables half made and look again.
const ATTEMPTS: usize = 10;

/// Why tables were not brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum NotMigrated {
    /// The database did not do it.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// An applied migration is not the one this program has.
    #[error("migration {0} of this database is another one than this program's; it may be from a newer version")]
    Other(i64),
}

/// The number of the newest migration that this program has.
pub fn newest() -> i64 {
    MIGRATIONS[MIGRATIONS.len() - 1].0
}

/// Applies what is missing and gives the id of the district, which begins with the first migration.
pub async fn bring_up_to_date(
    pool: &AnyPool,
    place: &Place,
    random: &dyn Random,
    now: Moment,
) -> Result<String, NotMigrated> {
    let mut attempt = 1;
    loop {
        match apply(pool, place, random, now).await {
            Err(NotMigrated::Database(cause)) if attempt < ATTEMPTS && is_a_race(&cause) => {
                attempt += 1;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            outcome => return outcome,
        }
    }
}

async fn apply(pool: &AnyPool, place: &Place, random: &dyn Random, now: Moment) -> Result<String, NotMigrated> {
    let mut transaction = begin(pool, place.engine()).await?;
    transaction
        .execute("CREATE TABLE IF NOT EXISTS migrations (version BIGINT PRIMARY KEY, hash TEXT NOT NULL)")
        .await?;
    let rows =
        sqlx::query("SELECT version, hash FROM migrations ORDER BY version").fetch_all(&mut *transaction).await?;
    for row in &rows {
        let (version, applied): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
        let known = MIGRATIONS.iter().find(|(number, _)| *number == version);
        if known.is_none_or(|(_, sql)| hash(sql) != applied) {
            return Err(NotMigrated::Other(version));
        }
    }
    for (version, sql) in &MIGRATIONS[rows.len().min(MIGRATIONS.len())..] {
        // The key of this row lets one process through and holds the others until it has committed.
        sqlx::query("INSERT INTO migrations (version, hash) VALUES ($1, $2)")
            .bind(*version)
            .bind(hash(sql))
            .execute(&mut *transaction)
            .await?;
        transaction.execute(sqlx::raw_sql(*sql)).await?;
    }
    let held = sqlx::query("SELECT district_id FROM districts").fetch_optional(&mut *transaction).await?;
    let district_id = match held {
        Some(row) => row.try_get(0)?,
        None => begin_district(&mut transaction, random, now).await?,
    };
    transaction.commit().await?;
    Ok(district_id)
}

/// Another process made the same table (42P07), or the same row (23505), or was in the way (40001, 40P01).
fn is_a_race(cause: &sqlx::Error) -> bool {
    let code = cause.as_database_error().and_then(|cause| cause.code());
    matches!(code.as_deref(), Some("42P07" | "23505" | "40001" | "40P01"))
}
