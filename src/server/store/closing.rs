//! Before, at and after the close of a round.

use domain::change::write;
use domain::ids::RoundId;
use domain::release::{Release, close, may_close_on, preview};
use domain::round::{Debrief, Plan};
use domain::time::{Day, Moment};
use protocol::round::{BeforeClose, Close, Closed, Published, Report};
use sqlx::{AnyConnection, Row};

use crate::store::column::word;
use crate::store::district::{District, Epoch};
use crate::store::rounds::{held, unknown_round};
use crate::store::seal::Sealed;
use crate::store::urn::urn;
use crate::store::writing::{Kept, Writing, act};
use crate::store::{Failure, Store};

/// How long after a restore a round waits for its tablets, one of which may hold its release: a week.
const WAIT_AFTER_RESTORE: i64 = 7;

/// The most tablets of a round whose reports are kept: many more than ever walk together.
const MOST_TABLETS: i64 = 500;

/// What tablets of a round last said.
struct Reports {
    tablets: u32,
    unsent: u32,
    not_back: u32,
}

impl Store {
    /// Keeps what a tablet says about its own work in a round, in place of what it said before.
    pub async fn report(&self, round: &RoundId, report: &Report) -> Result<(), Failure> {
        act!(self, |writing| {
            if writing.held("plan", round.as_str()).await?.is_none() {
                return Err(unknown_round(round));
            }
            if writing.other_tablets(round, report).await? >= MOST_TABLETS {
                return Err(Failure::TooMuch(format!("{MOST_TABLETS} tablets have reported about round {round}")));
            }
            sqlx::query(
                "INSERT INTO reports (district_id, round_id, tablet_id, unsent, epoch) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (district_id, round_id, tablet_id) DO UPDATE SET unsent = excluded.unsent, \
                 epoch = excluded.epoch",
            )
            .bind(&writing.district.id)
            .bind(round.as_str())
            .bind(report.tablet.as_str())
            .bind(i64::from(report.unsent))
            .bind(&writing.district.epoch.id)
            .execute(&mut *writing.transaction)
            .await?;
            Ok(())
        })
    }

    /// What a close at `now` would show, never its values, and which tablets it would not wait for.
    pub async fn before_close(&self, round: &RoundId, now: Moment) -> Result<BeforeClose, Failure> {
        let district = self.district().await?;
        let mut connection = self.pool().acquire().await?;
        let plan = held(&mut connection, &district.id, "plan", round.as_str()).await?;
        let in_force = self.agreement().await?;
        let plan: Plan = plan.ok_or_else(|| unknown_round(round))?.read()?;
        let plan = plan.with_k_at_least(in_force.agreement.k());
        let received = urn(&mut connection, &district.id, round).await?.received();
        let Reports { tablets, unsent, not_back } = reports(&mut connection, &district, round, now).await?;
        let closes_from = district.epoch.waits_until(now).map(Moment::day);
        Ok(BeforeClose {
            preview: preview(&plan, &received),
            tablets,
            unsent,
            not_back,
            closes_from,
            lacks_agreement: !in_force.is_signed(),
        })
    }

    /// Closes a round and gives what it publishes. Closing again gives the very same.
    pub async fn close(&self, round: &RoundId, asked: &Close, now: Moment) -> Result<Closed, Failure> {
        act!(self, |writing| {
            if let Some(published) = writing.published(round).await? {
                return Ok(Closed { published, reached: writing.reached().await? });
            }
            let plan = writing.plan(round).await?;
            if let Some(since) = writing.paused_since(round).await? {
                return Err(Failure::Paused { since });
            }
            let in_force = writing.agreement_in_force().await?;
            if !in_force.is_signed() {
                return Err(Failure::LacksAgreement);
            }
            let plan = plan.with_k_at_least(in_force.agreement.k());
            let district = writing.district.clone();
            let reports = reports(&mut writing.transaction, &district, round, now).await?;
            if let Some(until) = district.epoch.waits_until(now) {
                return Err(Failure::Restored { until: until.day() });
            }
            may_close_on(now.day(), writing.closes_of_schools(&plan).await?)?;
            let debrief = match writing.held("debrief", round.as_str()).await? {
                Some(held) => held.read()?,
                None => Debrief::of(round.clone()),
            };
            let received = writing.urn(round).await?.received();
            let named = writing.contexts(round).await?.into_values();
            let release = close(&plan, &debrief, &received, now.day())?.with_contexts(named);
            if reports.unsent > 0 && !asked.without_unsent {
                return Err(Failure::UnsentWork { tablets: reports.unsent });
            }
            let body = write(&release);
            let published = Published { seal: Sealed::Release.seal(&district.release_key, &body), body };
            writing.publish(&release, &published, 0).await?;
            Ok(Closed { published, reached: writing.reached().await? })
        })
    }

    /// Takes back a release after a restore: verbatim, if it is one of this server's and no other stands.
    pub async fn offer(&self, round: &RoundId, offered: &Published) -> Result<Published, Failure> {
        let release: Release = serde_json::from_str(&offered.body)
            .map_err(|cause| Failure::Malformed(format!("body is not a release: {cause}")))?;
        if release.round != *round {
            return Err(Failure::Malformed(format!("body is the release of round {}, not of {round}", release.round)));
        }
        act!(self, |writing| {
            if !Sealed::Release.is_seal(&writing.district.release_key, &offered.body, &offered.seal) {
                return Err(Failure::OtherRelease(format!("this release of round {round} was not published here")));
            }
            match writing.published(round).await? {
                Some(published) if published.body == offered.body => Ok(published),
                Some(_) => Err(Failure::OtherRelease(format!("another release of round {round} stands"))),
                None => {
                    writing.publish(&release, offered, 1).await?;
                    Ok(offered.clone())
                }
            }
        })
    }
}

impl Writing<'_> {
    async fn published(&mut self, round: &RoundId) -> Result<Option<Published>, Failure> {
        let held = self.held("release", round.as_str()).await?;
        Ok(held.map(|held| Published { body: held.body, seal: held.seal }))
    }

    async fn publish(&mut self, release: &Release, published: &Published, taken_back: i64) -> Result<(), Failure> {
        let round = release.round.as_str();
        let Published { body, seal } = published;
        sqlx::query(
            "INSERT INTO releases (district_id, round_id, closed, taken_back, emptied) VALUES ($1, $2, $3, $4, 0)",
        )
        .bind(&self.district.id)
        .bind(round)
        .bind(release.closed.to_string())
        .bind(taken_back)
        .execute(&mut *self.transaction)
        .await?;
        for school in &release.schools {
            sqlx::query(
                "INSERT INTO release_schools (district_id, school_id, closed, round_id) VALUES ($1, $2, $3, $4)",
            )
            .bind(&self.district.id)
            .bind(school.as_str())
            .bind(release.closed.to_string())
            .bind(round)
            .execute(&mut *self.transaction)
            .await?;
        }
        self.keep(Kept { kind: "release", id: round, revision: 1, body, seal }).await
    }

    /// How many tablets have reported about a round, not counting the one that reports now.
    async fn other_tablets(&mut self, round: &RoundId, report: &Report) -> Result<i64, Failure> {
        let sql = "SELECT COUNT(*) FROM reports WHERE district_id = $1 AND round_id = $2 AND tablet_id <> $3";
        let count = sqlx::query_scalar(sql)
            .bind(&self.district.id)
            .bind(round.as_str())
            .bind(report.tablet.as_str())
            .fetch_one(&mut *self.transaction)
            .await?;
        Ok(count)
    }

    /// The days on which earlier rounds of the plan's schools closed.
    async fn closes_of_schools(&mut self, plan: &Plan) -> Result<Vec<Day>, Failure> {
        let mut days = Vec::new();
        for school in &plan.schools {
            let last = sqlx::query(
                "SELECT closed FROM release_schools WHERE district_id = $1 AND school_id = $2 \
                 ORDER BY closed DESC LIMIT 1",
            )
            .bind(&self.district.id)
            .bind(school.as_str())
            .fetch_optional(&mut *self.transaction)
            .await?;
            if let Some(row) = last {
                days.push(word(&row, 0, "release_schools.closed")?);
            }
        }
        Ok(days)
    }
}

async fn reports(
    connection: &mut AnyConnection,
    district: &District,
    round: &RoundId,
    now: Moment,
) -> Result<Reports, Failure> {
    let rows = sqlx::query("SELECT unsent, epoch FROM reports WHERE district_id = $1 AND round_id = $2")
        .bind(&district.id)
        .bind(round.as_str())
        .fetch_all(connection)
        .await?;
    let waits = district.epoch.waits_until(now).is_some();
    let mut reports = Reports { tablets: 0, unsent: 0, not_back: 0 };
    for row in &rows {
        let (unsent, epoch): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
        reports.tablets += 1;
        reports.unsent += u32::from(unsent == 1);
        reports.not_back += u32::from(waits && epoch != district.epoch.id);
    }
    Ok(reports)
}

impl Epoch {
    /// Until when rounds wait for tablets that may hold their releases; nothing when none waits at `now`.
    fn waits_until(&self, now: Moment) -> Option<Moment> {
        // A day more than whole weeks need, so that the day that is named is one on which a round closes.
        let until = Moment(self.began.0 + WAIT_AFTER_RESTORE * Moment::DAY).day().plus(1).begins();
        (!self.is_first && now < until).then_some(until)
    }
}
