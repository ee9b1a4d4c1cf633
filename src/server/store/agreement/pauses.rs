//! What the staff representative paused.

use domain::agreement::{Pause, Paused, standing};
use domain::change::write;
use domain::ids::RoundId;
use domain::round::Plan;
use domain::time::Day;
use sqlx::AnyConnection;

use crate::store::rounds::Closed;
use crate::store::writing::{Kept, Writing, act};
use crate::store::{Failure, Store};

impl Store {
    /// The last word on everything that was ever paused.
    pub async fn pauses(&self) -> Result<Vec<Pause>, Failure> {
        pauses(&mut *self.pool().acquire().await?, self.district_id()).await
    }

    /// The plans of rounds that are not closed, in the order of their windows.
    pub async fn open_rounds(&self) -> Result<Vec<Plan>, Failure> {
        let bodies: Vec<String> = sqlx::query_scalar(
            "SELECT body FROM changes WHERE district_id = $1 AND kind = 'plan' AND id NOT IN \
             (SELECT round_id FROM releases WHERE district_id = $1)",
        )
        .bind(self.district_id())
        .fetch_all(self.pool())
        .await?;
        let read = |body: &String| {
            serde_json::from_str::<Plan>(body).map_err(|cause| Failure::Spoiled { what: "changes.body", cause })
        };
        let mut plans = bodies.iter().map(read).collect::<Result<Vec<Plan>, Failure>>()?;
        plans.sort_by(|left, right| (left.opens, &left.round).cmp(&(right.opens, &right.round)));
        Ok(plans)
    }

    /// Pauses a round, or everything, from `today` on. What is paused already stays so since the day it was.
    ///
    /// # Errors
    /// When no plan of the round has arrived, or it is closed.
    pub async fn pause(&self, paused: &Paused, today: Day) -> Result<(), Failure> {
        act!(self, |writing| {
            if let Paused::Round(round) = paused {
                writing.plan(round).await?;
                if writing.closed(round).await? != Closed::No {
                    return Err(Failure::RoundClosed);
                }
            }
            match writing.last_word(paused).await? {
                Some(Pause { since: Some(_), .. }) => Ok(()),
                last => writing.say(paused, last, Some(today)).await,
            }
        })
    }

    /// Resumes it; does nothing where it is not paused.
    pub async fn resume(&self, paused: &Paused) -> Result<(), Failure> {
        act!(self, |writing| {
            match writing.last_word(paused).await? {
                Some(last @ Pause { since: Some(_), .. }) => writing.say(paused, Some(last), None).await,
                _ => Ok(()),
            }
        })
    }
}

impl Writing<'_> {
    /// Since when a round is paused, by itself or with everything.
    pub async fn paused_since(&mut self, round: &RoundId) -> Result<Option<Day>, Failure> {
        let pauses = pauses(&mut self.transaction, &self.district.id).await?;
        Ok(standing(&pauses, round).map(|(_, since)| since))
    }

    async fn last_word(&mut self, paused: &Paused) -> Result<Option<Pause>, Failure> {
        let pauses = pauses(&mut self.transaction, &self.district.id).await?;
        Ok(pauses.into_iter().find(|pause| pause.paused == *paused))
    }

    async fn say(&mut self, paused: &Paused, last: Option<Pause>, since: Option<Day>) -> Result<(), Failure> {
        let revision = last.map_or(0, |last| last.revision) + 1;
        let body = write(&Pause { paused: paused.clone(), revision, since });
        let id = match paused {
            Paused::Program => self.district.id.clone(),
            Paused::Round(round) => round.to_string(),
        };
        self.keep(Kept { kind: "pause", id: &id, revision, body: &body, seal: "" }).await
    }
}

async fn pauses(connection: &mut AnyConnection, district_id: &str) -> Result<Vec<Pause>, Failure> {
    let bodies: Vec<String> = sqlx::query_scalar("SELECT body FROM changes WHERE district_id = $1 AND kind = 'pause'")
        .bind(district_id)
        .fetch_all(connection)
        .await?;
    let read = |body: &String| {
        serde_json::from_str::<Pause>(body).map_err(|cause| Failure::Spoiled { what: "changes.body", cause })
    };
    bodies.iter().map(read).collect()
}
