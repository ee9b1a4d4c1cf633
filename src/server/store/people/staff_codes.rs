//! The codes that a school's staff share.

use std::collections::BTreeMap;

use domain::ids::SchoolId;
use domain::roster::School;
use domain::sign_in::StaffCode;
use domain::time::Day;
use sqlx::Row;

use crate::store::column::word;
use crate::store::writing::{Writing, act};
use crate::store::{Failure, Store};
use crate::surroundings::bytes;

/// A school and the code that its staff have, if it was given one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolCode {
    /// The school.
    pub school: School,
    /// Its fifteen symbols, and since when they count.
    pub code: Option<(String, Day)>,
}

impl Store {
    /// Every school, by name, with its staff's code.
    pub async fn staff_codes(&self) -> Result<Vec<SchoolCode>, Failure> {
        let rows = sqlx::query("SELECT school_id, code, since FROM staff_codes WHERE district_id = $1")
            .bind(self.district_id())
            .fetch_all(self.pool())
            .await?;
        let mut codes: BTreeMap<SchoolId, (String, Day)> = BTreeMap::new();
        for row in &rows {
            codes.insert(word(row, 0, "staff_codes.school_id")?, (row.try_get(1)?, word(row, 2, "staff_codes.since")?));
        }
        let schools = self.schools().await?.schools;
        Ok(schools.into_iter().map(|school| SchoolCode { code: codes.remove(&school.id), school }).collect())
    }

    /// Gives a school's staff a new code; every device that the old one let in is signed out.
    pub async fn change_staff_code(&self, school: &SchoolId, today: Day) -> Result<String, Failure> {
        act!(self, |writing| {
            writing.school_name(school).await?;
            let code = StaffCode::from_random(bytes(writing.random())).code();
            sqlx::query(
                "INSERT INTO staff_codes (district_id, school_id, code, since) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (district_id, school_id) DO UPDATE SET code = excluded.code, since = excluded.since",
            )
            .bind(&writing.district.id)
            .bind(school.as_str())
            .bind(&code)
            .bind(today.to_string())
            .execute(&mut *writing.transaction)
            .await?;
            sqlx::query("DELETE FROM sessions WHERE district_id = $1 AND school_id = $2 AND role = 'staff'")
                .bind(&writing.district.id)
                .bind(school.as_str())
                .execute(&mut *writing.transaction)
                .await?;
            Ok(code)
        })
    }
}

impl Writing<'_> {
    /// The school whose staff have this code.
    pub(super) async fn school_of_staff_code(&mut self, code: &StaffCode) -> Result<Option<SchoolId>, Failure> {
        let row = sqlx::query("SELECT school_id FROM staff_codes WHERE district_id = $1 AND code = $2")
            .bind(&self.district.id)
            .bind(code.code())
            .fetch_optional(&mut *self.transaction)
            .await?;
        row.as_ref().map(|row| word(row, 0, "staff_codes.school_id")).transpose()
    }
}
