//! What was deleted because its time had come, and what is deleted next.

use domain::expiry::Expiring;
use domain::ids::{RoundId, SchoolId};
use domain::time::Day;
use sqlx::Row;

use crate::store::column::{of_text, word};
use crate::store::tidy::summaries_go_on;
use crate::store::writing::Writing;
use crate::store::{Failure, Store};

/// One row of what was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletion {
    /// The day on which it was deleted.
    pub day: Day,
    /// What.
    pub kind: Expiring,
    /// For summaries, a school of their round and the day of its close.
    pub round: Option<(SchoolId, Day)>,
}

/// Something that is deleted next, unless a legal hold stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The day on which it is deleted.
    pub day: Day,
    /// What.
    pub kind: Expiring,
    /// For summaries, a school of their round and the day of its close.
    pub round: Option<(SchoolId, Day)>,
}

/// For each kind but summaries, where the day is found that its next deletion is counted from.
const FIRST_NAMED: [(Expiring, &str); 5] = [
    (
        Expiring::Notes,
        "SELECT MIN(expires) FROM (SELECT expires FROM notes WHERE district_id = $1 AND body <> '' \
                        UNION ALL SELECT expires FROM letters WHERE district_id = $1) AS notes_and_letters",
    ),
    (Expiring::NoteIds, "SELECT MIN(expires) FROM notes WHERE district_id = $1"),
    (Expiring::Sessions, "SELECT MIN(ends) FROM sessions WHERE district_id = $1"),
    (Expiring::Misuse, "SELECT MIN(said) FROM misuse_reports WHERE district_id = $1"),
    (Expiring::Looks, "SELECT MIN(day) FROM looks WHERE district_id = $1"),
];

impl Store {
    /// The newest `most` deletions, newest first.
    pub async fn deletions(&self, most: i64) -> Result<Vec<Deletion>, Failure> {
        let rows = sqlx::query(
            "SELECT day, kind, school_id, closed FROM deletions WHERE district_id = $1 \
             ORDER BY day DESC, kind, closed, school_id LIMIT $2",
        )
        .bind(self.district_id())
        .bind(most)
        .fetch_all(self.pool())
        .await?;
        rows.iter()
            .map(|row| {
                let school: String = row.try_get(2)?;
                let round = match school.is_empty() {
                    true => None,
                    false => Some((of_text(school, "deletions.school_id")?, word(row, 3, "deletions.closed")?)),
                };
                Ok(Deletion { day: word(row, 0, "deletions.day")?, kind: word(row, 1, "deletions.kind")?, round })
            })
            .collect()
    }

    /// What is deleted next of each kind, and the summaries of every closed round that still has them; first what goes
    /// first.
    pub async fn due(&self) -> Result<Vec<Due>, Failure> {
        let rounds = sqlx::query(
            "SELECT release_schools.school_id, release_schools.closed, releases.round_id FROM releases JOIN release_schools \
             ON release_schools.district_id = releases.district_id AND release_schools.round_id = releases.round_id \
             WHERE releases.district_id = $1 AND releases.emptied = 0",
        )
        .bind(self.district_id())
        .fetch_all(self.pool())
        .await?;
        let mut due = Vec::with_capacity(rounds.len());
        for row in &rounds {
            let closed = word(row, 1, "release_schools.closed")?;
            // As in `tidy`: a plan of an earlier version says nothing here.
            let plan = match self.plan(&word(row, 2, "releases.round_id")?).await {
                Err(Failure::Spoiled { .. }) => None,
                plan => plan?,
            };
            let round = Some((word(row, 0, "release_schools.school_id")?, closed));
            due.push(Due { day: summaries_go_on(plan.as_ref(), closed), kind: Expiring::Summaries, round });
        }
        for (kind, statement) in FIRST_NAMED {
            let named: Option<String> =
                sqlx::query_scalar(statement).bind(self.district_id()).fetch_one(self.pool()).await?;
            if let Some(named) = named {
                due.push(Due { day: kind.goes_on(of_text(named, "a last day")?), kind, round: None });
            }
        }
        due.sort_by(|left, right| (left.day, left.kind, &left.round).cmp(&(right.day, right.kind, &right.round)));
        Ok(due)
    }
}

impl Writing<'_> {
    /// Logs, in the transaction that deletes, that something of a kind is deleted `today`. Of summaries
    /// [`Writing::log_emptied_urns`] says whose.
    pub(super) async fn log_deletion(&mut self, kind: Expiring, today: Day) -> Result<(), Failure> {
        sqlx::query(
            "INSERT INTO deletions (district_id, day, kind, school_id, closed) VALUES ($1, $2, $3, '', '') \
             ON CONFLICT DO NOTHING",
        )
        .bind(&self.district.id)
        .bind(today.to_string())
        .bind(kind.word())
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }

    /// Logs that what a round still has is deleted `today`: a row for each of its schools.
    pub(super) async fn log_emptied_urn(&mut self, round: &RoundId, today: Day) -> Result<(), Failure> {
        sqlx::query(
            "INSERT INTO deletions (district_id, day, kind, school_id, closed) \
             SELECT DISTINCT district_id, CAST($3 AS TEXT), 'summaries', school_id, closed FROM release_schools \
             WHERE district_id = $1 AND round_id = $2 ON CONFLICT DO NOTHING",
        )
        .bind(&self.district.id)
        .bind(round.as_str())
        .bind(today.to_string())
        .execute(&mut *self.transaction)
        .await?;
        Ok(())
    }
}
