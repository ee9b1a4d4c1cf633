//! The releases of a school as readers fetch them: some at once, newest first asked for, so that an answer stays small
//! however many rounds there were.

use domain::ids::{RoundId, SchoolId};
use domain::time::Day;
use protocol::schools::Releases;
use sqlx::Row;

use crate::store::column::of_text;
use crate::store::deliveries::delivery;
use crate::store::reading::published;
use crate::store::{Failure, Store};

/// The most releases of one answer: a trend of two years where a round closes each month.
pub const MOST_RELEASES: usize = 24;

/// Which releases of a school are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The newest.
    Newest,
    /// The newest of those that came before that of a round.
    Before(RoundId),
}

impl Store {
    /// At most [`MOST_RELEASES`] releases of a school, oldest first, what came of them, and from where to ask on.
    ///
    /// # Errors
    /// [`Failure::NotFound`] where the school, or the round that is named, is not here.
    pub async fn newest_releases(&self, school: &SchoolId, asked: &Asked) -> Result<Releases, Failure> {
        self.is_of_the_roster(school).await?;
        let (closed, round) = match asked {
            // Later than every day on which a round closes.
            Asked::Newest => ("9999-12-31".to_owned(), ""),
            Asked::Before(round) => (self.closed_on(round).await?.to_string(), round.as_str()),
        };
        let rows = sqlx::query(
            "SELECT changes.body, changes.seal, changes.kind, page.round_id FROM \
             (SELECT closed, round_id FROM release_schools WHERE district_id = $1 AND school_id = $2 \
             AND (closed, round_id) < ($3, $4) ORDER BY closed DESC, round_id DESC LIMIT $5) AS page \
             JOIN changes ON changes.district_id = $1 AND changes.kind IN ('release', 'delivery') \
             AND changes.id = page.round_id ORDER BY page.closed, page.round_id",
        )
        .bind(self.district_id())
        .bind(school.as_str())
        .bind(closed)
        .bind(round)
        // One more says whether there are more.
        .bind(MOST_RELEASES as i64 + 1)
        .fetch_all(self.pool())
        .await?;
        let mut page = Vec::with_capacity(MOST_RELEASES + 1);
        let mut deliveries = Vec::new();
        for row in &rows {
            let (kind, round): (String, String) = (row.try_get(2)?, row.try_get(3)?);
            match kind.as_str() {
                "release" => page.push((round, published(row)?)),
                _ => deliveries.push((round, delivery(row)?)),
            }
        }
        let beyond = page.len().saturating_sub(MOST_RELEASES);
        let left: Vec<String> = page.drain(..beyond).map(|(round, _)| round).collect();
        let first = page.first().map(|(round, _)| round.clone());
        let earlier =
            first.filter(|_| beyond > 0).map(|round| of_text(round, "release_schools.round_id")).transpose()?;
        deliveries.retain(|(round, _)| !left.contains(round));
        let has_family_page = self.family_page(school).await?.is_some();
        Ok(Releases {
            releases: page.into_iter().map(|(_, published)| published).collect(),
            deliveries: deliveries.into_iter().map(|(_, delivery)| delivery).collect(),
            has_family_page,
            earlier,
        })
    }

    async fn closed_on(&self, round: &RoundId) -> Result<Day, Failure> {
        let closed: Option<String> =
            sqlx::query_scalar("SELECT closed FROM releases WHERE district_id = $1 AND round_id = $2")
                .bind(self.district_id())
                .bind(round.as_str())
                .fetch_optional(self.pool())
                .await?;
        let closed = closed.ok_or_else(|| Failure::NotFound(format!("round {round} has no release here")))?;
        of_text(closed, "releases.closed")
    }
}
