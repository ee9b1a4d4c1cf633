//! What readers ask for: tokens of visited rooms, schools, and what was published about them.

use std::collections::BTreeSet;

use domain::ids::{RoomToken, RoundId, SchoolId};
use domain::release::{Release, Term};
use domain::roster::School;
use domain::round::Plan;
use protocol::round::{Published, Tokens};
use protocol::schools::{Releases, Schools, TermReleases};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::store::column::{of_text, word};
use crate::store::rounds::{held, unknown_round};
use crate::store::urn::urn;
use crate::store::{Failure, Store};

/// Body and seal of every change of kind `$3` that is about a release of school `$2`, oldest release first.
pub(super) const OF_SCHOOL: &str = "SELECT changes.body, changes.seal FROM release_schools JOIN changes \
     ON changes.district_id = release_schools.district_id AND changes.kind = $3 \
     AND changes.id = release_schools.round_id \
     WHERE release_schools.district_id = $1 AND release_schools.school_id = $2 \
     ORDER BY release_schools.closed, release_schools.round_id";

impl Store {
    /// The rooms that a round has visited, without values.
    pub async fn tokens(&self, round: &RoundId) -> Result<Tokens, Failure> {
        let mut connection = self.pool().acquire().await?;
        if held(&mut connection, self.district_id(), "plan", round.as_str()).await?.is_none() {
            return Err(unknown_round(round));
        }
        let received = urn(&mut connection, self.district_id(), round).await?.received();
        let tokens: BTreeSet<RoomToken> = received.into_iter().map(|summary| summary.token).collect();
        Ok(Tokens { tokens: tokens.into_iter().collect() })
    }

    /// The plan of a round; nothing when none has arrived.
    pub async fn plan(&self, round: &RoundId) -> Result<Option<Plan>, Failure> {
        let mut connection = self.pool().acquire().await?;
        let held = held(&mut connection, self.district_id(), "plan", round.as_str()).await?;
        held.map(|held| held.read()).transpose()
    }

    /// The schools of a round; nothing when neither a plan nor a release of it has arrived. A server that was restored
    /// may get the release back first.
    pub async fn schools_of(&self, round: &RoundId) -> Result<Option<BTreeSet<SchoolId>>, Failure> {
        let mut connection = self.pool().acquire().await?;
        if let Some(plan) = held(&mut connection, self.district_id(), "plan", round.as_str()).await? {
            return Ok(Some(plan.read::<Plan>()?.schools));
        }
        let release = held(&mut connection, self.district_id(), "release", round.as_str()).await?;
        release.map(|held| Ok(held.read::<Release>()?.schools)).transpose()
    }

    /// The district and its schools, by name.
    pub async fn schools(&self) -> Result<Schools, Failure> {
        let district = self.district().await?.name;
        let rows = sqlx::query("SELECT school_id, name FROM schools WHERE district_id = $1")
            .bind(self.district_id())
            .fetch_all(self.pool())
            .await?;
        let mut schools = Vec::with_capacity(rows.len());
        for row in &rows {
            schools.push(School { id: word(row, 0, "schools.school_id")?, name: row.try_get(1)? });
        }
        // Here and not in the database, where the order of letters depends on how it was set up.
        schools.sort_by(|left, right| left.name.cmp(&right.name).then_with(|| left.id.cmp(&right.id)));
        Ok(Schools { district, schools })
    }

    /// Everything that was published about a school, oldest first, and what came of it.
    pub async fn releases(&self, school: &SchoolId) -> Result<Releases, Failure> {
        self.is_of_the_roster(school).await?;
        let rows = self.of_releases("release", school).await?;
        let releases = rows.iter().map(published).collect::<Result<_, _>>()?;
        let has_family_page = self.family_page(school).await?.is_some();
        let deliveries = self.deliveries(school).await?;
        Ok(Releases { releases, deliveries, has_family_page, earlier: None })
    }

    /// Whether a school is known here.
    pub(super) async fn is_of_the_roster(&self, school: &SchoolId) -> Result<(), Failure> {
        let known = sqlx::query("SELECT name FROM schools WHERE district_id = $1 AND school_id = $2")
            .bind(self.district_id())
            .bind(school.as_str())
            .fetch_optional(self.pool())
            .await?;
        known.map(drop).ok_or_else(|| Failure::NotFound(format!("school {school} is not in the roster")))
    }

    /// What the schools of the district published in a term, oldest first, and what came of it; a round of several
    /// schools once.
    pub async fn releases_of_term(&self, term: Term) -> Result<TermReleases, Failure> {
        let Schools { district, schools } = self.schools().await?;
        let rows = self.of_releases_in("release", term).await?;
        let releases = rows.iter().map(published).collect::<Result<_, _>>()?;
        let earlier: Option<String> =
            sqlx::query_scalar("SELECT MAX(closed) FROM release_schools WHERE district_id = $1 AND closed < $2")
                .bind(self.district_id())
                .bind(term.from.to_string())
                .fetch_one(self.pool())
                .await?;
        let earlier = earlier.map(|text| of_text(text, "release_schools.closed")).transpose()?;
        let deliveries = self.deliveries_of_term(term).await?;
        Ok(TermReleases { district, schools, from: term.from, to: term.to, releases, deliveries, earlier })
    }

    /// Body and seal of every change of a kind that is about a release of a school, oldest release first.
    pub(super) async fn of_releases(&self, kind: &str, school: &SchoolId) -> Result<Vec<AnyRow>, sqlx::Error> {
        sqlx::query(OF_SCHOOL).bind(self.district_id()).bind(school.as_str()).bind(kind).fetch_all(self.pool()).await
    }

    /// The same of the releases of a term; of a round of several schools once.
    pub(super) async fn of_releases_in(&self, kind: &str, term: Term) -> Result<Vec<AnyRow>, sqlx::Error> {
        sqlx::query(
            "SELECT DISTINCT changes.body, changes.seal, release_schools.closed, release_schools.round_id \
             FROM release_schools JOIN changes \
             ON changes.district_id = release_schools.district_id AND changes.kind = $4 \
             AND changes.id = release_schools.round_id \
             WHERE release_schools.district_id = $1 AND release_schools.closed >= $2 AND release_schools.closed <= $3 \
             ORDER BY release_schools.closed, release_schools.round_id",
        )
        .bind(self.district_id())
        .bind(term.from.to_string())
        .bind(term.to.to_string())
        .bind(kind)
        .fetch_all(self.pool())
        .await
    }
}

pub(super) fn published(row: &AnyRow) -> Result<Published, sqlx::Error> {
    Ok(Published { body: row.try_get(0)?, seal: row.try_get(1)? })
}
