//! The district's row: what it is called, how far its changes have come, and which epoch it is in.

use domain::time::Moment;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use crate::store::cursor::{Cursor, Standing};
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};
use crate::surroundings::{Random, drawn};

/// The district that the server is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    /// 32 hexadecimal digits, random.
    pub id: String,
    /// As the roster writes it; empty until a roster was imported.
    pub name: String,
    /// Whether it is the sample, whose doors stand for roles.
    pub sample: bool,
    /// How many imports changed the roster.
    pub roster_revision: u32,
    pub(super) seq: i64,
    pub(super) epoch: Epoch,
    /// What the server gives out is sealed with it; see [`crate::store::seal`].
    pub(super) release_key: String,
}

/// The time between two restores from backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Epoch {
    /// 16 hexadecimal digits, random.
    pub id: String,
    /// Whether there was none before it.
    pub is_first: bool,
    /// When it began.
    pub began: Moment,
}

impl District {
    /// Whether a roster was imported.
    pub fn has_roster(&self) -> bool {
        self.roster_revision > 0
    }

    /// Reads what [`READ`] and [`LOCK`] give.
    fn of(row: &AnyRow) -> Result<District, sqlx::Error> {
        let (sample, revision, before): (i64, i64, i64) = (row.try_get(2)?, row.try_get(4)?, row.try_get(6)?);
        Ok(District {
            id: row.try_get(0)?,
            name: row.try_get(1)?,
            sample: sample == 1,
            seq: row.try_get(3)?,
            roster_revision: u32::try_from(revision).unwrap_or(u32::MAX),
            epoch: Epoch { id: row.try_get(5)?, is_first: before == 0, began: Moment(row.try_get(7)?) },
            release_key: row.try_get(8)?,
        })
    }
}

macro_rules! columns {
    () => {
        "district_id, name, sample, seq, roster_revision, epoch, epochs_before, epoch_began, release_key"
    };
}

const READ: &str = concat!("SELECT ", columns!(), " FROM districts WHERE district_id = $1");

/// Changes nothing and locks the row until the transaction ends; what follows in it sees everything committed before.
const LOCK: &str = concat!("UPDATE districts SET seq = seq WHERE district_id = $1 RETURNING ", columns!());

impl Store {
    /// The district as it is now.
    pub async fn district(&self) -> Result<District, Failure> {
        let row = sqlx::query(READ).bind(self.district_id()).fetch_one(self.pool()).await?;
        Ok(District::of(&row)?)
    }

    /// Makes the district the sample, whose doors stand for roles. There is no way back.
    pub async fn become_sample(&self) -> Result<(), Failure> {
        act!(self, |writing| {
            sqlx::query("UPDATE districts SET sample = 1 WHERE district_id = $1")
                .bind(&writing.district.id)
                .execute(&mut *writing.transaction)
                .await?;
            Ok(())
        })
    }

    /// What a cursor says about this database.
    pub(super) async fn standing(&self, cursor: &Cursor, district: &District) -> Result<Standing, Failure> {
        let mut connection = self.pool().acquire().await?;
        standing(&mut connection, cursor, district).await
    }

    /// Begins a new epoch, because `cursor` shows that the database was restored, unless another request just did.
    pub(super) async fn begin_epoch(&self, cursor: &Cursor, now: Moment) -> Result<(), Failure> {
        act!(self, |writing| {
            if standing(&mut writing.transaction, cursor, &writing.district).await? == Standing::Undone {
                writing.remember_epoch(&cursor.epoch).await?;
                writing.begin_epoch(now).await?;
            }
            Ok(())
        })
    }

    /// Begins a new epoch, because whoever put the whole data folder back from a backup says so. Nothing else can tell,
    /// until a tablet that knew more comes by.
    pub async fn was_restored(&self, now: Moment) -> Result<(), Failure> {
        act!(self, |writing| { writing.begin_epoch(now).await })
    }

    /// Holds the high-water file against the database.
    pub(super) async fn notice_restore(&self, now: Moment) -> Result<(), Failure> {
        let district = self.district().await?;
        let Some(cursor) = self.inner.high_water.read(&district.release_key) else { return Ok(()) };
        if self.standing(&cursor, &district).await? == Standing::Undone {
            self.begin_epoch(&cursor, now).await?;
        }
        Ok(())
    }
}

impl Writing<'_> {
    async fn begin_epoch(&mut self, now: Moment) -> Result<(), Failure> {
        let next = drawn::<8>(self.random());
        tracing::warn!("the database was restored from a backup: a new epoch begins");
        self.remember_epoch(&next).await?;
        sqlx::query(
            "UPDATE districts SET epoch = $2, epochs_before = epochs_before + 1, epoch_began = $3 \
             WHERE district_id = $1",
        )
        .bind(&self.district.id)
        .bind(&next)
        .bind(now.0)
        .execute(&mut *self.transaction)
        .await?;
        self.district.epoch = Epoch { id: next, is_first: false, began: now };
        // A number of its own, so that the high-water file names the new epoch.
        self.next_seq().await?;
        Ok(())
    }

    async fn remember_epoch(&mut self, epoch: &str) -> Result<(), Failure> {
        sqlx::query("INSERT INTO epochs (district_id, epoch) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(&self.district.id)
            .bind(epoch)
            .execute(&mut *self.transaction)
            .await?;
        Ok(())
    }
}

/// The district, its row locked until the transaction ends.
pub(super) async fn locked(
    transaction: &mut Transaction<'static, Any>,
    district_id: &str,
) -> Result<District, sqlx::Error> {
    let row = sqlx::query(LOCK).bind(district_id).fetch_one(&mut **transaction).await?;
    District::of(&row)
}

/// Begins the district: a random id, the first epoch, the key that seals releases, and the mark of number 0.
pub(super) async fn begin_district(
    transaction: &mut Transaction<'static, Any>,
    random: &dyn Random,
    now: Moment,
) -> Result<String, sqlx::Error> {
    let (id, epoch) = (drawn::<16>(random), drawn::<8>(random));
    sqlx::query(
        "INSERT INTO districts (district_id, name, sample, seq, roster_revision, epoch, epochs_before, epoch_began, \
         release_key) VALUES ($1, '', 0, 0, 0, $2, 0, $3, $4)",
    )
    .bind(&id)
    .bind(&epoch)
    .bind(now.0)
    .bind(drawn::<32>(random))
    .execute(&mut **transaction)
    .await?;
    sqlx::query("INSERT INTO epochs (district_id, epoch) VALUES ($1, $2)")
        .bind(&id)
        .bind(&epoch)
        .execute(&mut **transaction)
        .await?;
    Writing::mark(transaction, &id, 0, &drawn::<8>(random)).await?;
    Ok(id)
}

async fn standing(
    connection: &mut sqlx::AnyConnection,
    cursor: &Cursor,
    district: &District,
) -> Result<Standing, Failure> {
    if cursor.epoch != district.epoch.id {
        let known = sqlx::query("SELECT epoch FROM epochs WHERE district_id = $1 AND epoch = $2")
            .bind(&district.id)
            .bind(&cursor.epoch)
            .fetch_optional(connection)
            .await?;
        return Ok(if known.is_some() { Standing::Past } else { Standing::Undone });
    }
    let mark: Option<String> = sqlx::query_scalar("SELECT mark FROM marks WHERE district_id = $1 AND seq = $2")
        .bind(&district.id)
        .bind(cursor.seq)
        .fetch_optional(connection)
        .await?;
    Ok(if mark.as_ref() == Some(&cursor.mark) { Standing::Here } else { Standing::Undone })
}
