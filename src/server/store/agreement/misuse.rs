//! What somebody told the staff representative about misuse: text and day, and nothing about who said it.

use domain::expiry::Expiring;
use domain::ids::ReportId;
use domain::text::Report;
use domain::time::{Day, Moment};
use sqlx::Row;

use crate::store::column::word;
use crate::store::people::Sender;
use crate::store::writing::act;
use crate::store::{Failure, Store};
use crate::surroundings::bytes;

/// The most reports that wait to be read; nobody reads more, and whoever sends more is not one of a few staff.
const MOST_REPORTS: i64 = 500;

/// One report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MisuseReport {
    /// Random.
    pub id: ReportId,
    /// The day on which it came.
    pub said: Day,
    /// As it was written.
    pub text: String,
}

/// What became of a report that a representative deletes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportGone {
    /// It is deleted.
    ForGood,
    /// It is still there: a legal hold stands since this day.
    Held(Day),
}

impl Store {
    /// Keeps what somebody says; of the sender only a count of this minute is remembered, as of wrong codes.
    ///
    /// # Errors
    /// [`Failure::TooMany`] when this sender, or everyone together, said too much in one minute, and
    /// [`Failure::TooMuch`] when too many reports wait to be read.
    pub async fn report_misuse(&self, text: &Report, sender: Sender, now: Moment) -> Result<(), Failure> {
        if self.inner.misuse.are_too_many(sender, now) {
            return Err(Failure::TooMany);
        }
        self.inner.misuse.one_more(sender, now);
        act!(self, |writing| {
            let waiting: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM misuse_reports WHERE district_id = $1")
                .bind(&writing.district.id)
                .fetch_one(&mut *writing.transaction)
                .await?;
            if waiting >= MOST_REPORTS {
                return Err(Failure::TooMuch(format!("{MOST_REPORTS} reports wait to be read")));
            }
            let id = ReportId::from_bytes(bytes(writing.random()));
            sqlx::query("INSERT INTO misuse_reports (district_id, report_id, said, text) VALUES ($1, $2, $3, $4)")
                .bind(&writing.district.id)
                .bind(id.as_str())
                .bind(now.day().to_string())
                .bind(text.as_str())
                .execute(&mut *writing.transaction)
                .await?;
            Ok(())
        })
    }

    /// Every report that waits, the newest day first, in no order within a day.
    pub async fn misuse_reports(&self) -> Result<Vec<MisuseReport>, Failure> {
        let rows = sqlx::query("SELECT report_id, said, text FROM misuse_reports WHERE district_id = $1")
            .bind(self.district_id())
            .fetch_all(self.pool())
            .await?;
        let mut reports = Vec::with_capacity(rows.len());
        for row in &rows {
            let (id, said) = (word(row, 0, "misuse_reports.report_id")?, word(row, 1, "misuse_reports.said")?);
            reports.push(MisuseReport { id, said, text: row.try_get(2)? });
        }
        reports.sort_by(|left, right| (right.said, &left.id).cmp(&(left.said, &right.id)));
        Ok(reports)
    }

    /// Deletes a report, in one transaction with the log of what is deleted; one that is gone already stays so. While a
    /// legal hold stands nothing is deleted.
    pub async fn delete_misuse_report(&self, id: &ReportId, today: Day) -> Result<ReportGone, Failure> {
        act!(self, |writing| {
            if let Some(since) = writing.held_since().await? {
                return Ok(ReportGone::Held(since));
            }
            let deleted = sqlx::query("DELETE FROM misuse_reports WHERE district_id = $1 AND report_id = $2")
                .bind(&writing.district.id)
                .bind(id.as_str())
                .execute(&mut *writing.transaction)
                .await?;
            if deleted.rows_affected() > 0 {
                writing.log_deletion(Expiring::Misuse, today).await?;
                writing.leaves_traces().await?;
            }
            Ok(ReportGone::ForGood)
        })
    }
}
