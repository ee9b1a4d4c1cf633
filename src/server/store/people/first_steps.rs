//! How far an administrator's first hour has come.

use domain::permission::Role;
use domain::time::Day;

use crate::store::{Failure, Store};

/// Which of the first steps are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstSteps {
    /// An agreement is signed.
    pub agreement: bool,
    /// A timetable is in.
    pub roster: bool,
    /// A leader is signed in on some device.
    pub leader: bool,
    /// A school has a staff code.
    pub staff_code: bool,
    /// The plan of a round has arrived.
    pub round: bool,
}

impl FirstSteps {
    /// Whether nothing is left.
    pub fn all_done(&self) -> bool {
        self.agreement && self.roster && self.leader && self.staff_code && self.round
    }
}

impl Store {
    /// Which of the first steps are done, as the database has it.
    pub async fn first_steps(&self, today: Day) -> Result<FirstSteps, Failure> {
        let plans: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM changes WHERE district_id = $1 AND kind = 'plan'")
            .bind(self.district_id())
            .fetch_one(self.pool())
            .await?;
        let leads = |role: Role| matches!(role, Role::DistrictLead | Role::Principal);
        Ok(FirstSteps {
            agreement: self.agreement().await?.is_signed(),
            roster: self.district().await?.has_roster(),
            leader: self.devices(today).await?.iter().any(|device| leads(device.mandate.role)),
            staff_code: self.staff_codes().await?.iter().any(|school| school.code.is_some()),
            round: plans > 0,
        })
    }
}
