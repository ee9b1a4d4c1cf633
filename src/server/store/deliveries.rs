//! What leaders say came of the actions that rounds closed with.

use domain::change::Change;
use domain::ids::SchoolId;
use domain::release::{Release, Term};
use domain::round::Delivery;
use protocol::push::{Outcome, RefusalCode};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::store::push::refused;
use crate::store::taking::{Taking, against_the_rules, known};
use crate::store::{Failure, Store};

impl Taking<'_, '_> {
    /// Takes what was said of the action of a closed round. A server that was restored may get the release back first.
    pub(super) async fn delivery(
        &mut self,
        delivery: &Delivery,
        change: &Change,
        hash: &str,
    ) -> Result<Outcome, Failure> {
        let held = self.writing.held("delivery", change.id()).await?;
        if let Some(outcome) = known(held.as_ref(), change, hash) {
            return Ok(outcome);
        }
        let Some(release) = self.writing.held("release", change.id()).await? else {
            let detail = format!("delivery {}: no release of this round has arrived here", change.id());
            return Ok(refused(RefusalCode::UnknownRound, detail));
        };
        match delivery.check(release.read::<Release>()?.closed, self.today) {
            Ok(()) => self.keep(change).await,
            Err(fault) => Ok(against_the_rules(change, &fault.to_string())),
        }
    }
}

impl Store {
    /// What was last said of the actions of a school's releases.
    pub(super) async fn deliveries(&self, school: &SchoolId) -> Result<Vec<Delivery>, Failure> {
        let rows = self.of_releases("delivery", school).await?;
        rows.iter().map(delivery).collect()
    }

    /// What was last said of the actions of a term's releases; of a round of several schools once.
    pub(super) async fn deliveries_of_term(&self, term: Term) -> Result<Vec<Delivery>, Failure> {
        let rows = self.of_releases_in("delivery", term).await?;
        rows.iter().map(delivery).collect()
    }
}

pub(super) fn delivery(row: &AnyRow) -> Result<Delivery, Failure> {
    let body: String = row.try_get(0)?;
    serde_json::from_str(&body).map_err(|cause| Failure::Spoiled { what: "changes.body", cause })
}
