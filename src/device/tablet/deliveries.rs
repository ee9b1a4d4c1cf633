//! Saying what came of the action that a round closed with.

use domain::change::{Change, Kind};
use domain::ids::RoundId;
use domain::round::{Delivered, Delivery};

use crate::tablet::{Edit, Held, Record, RoundRefused, Tablet};

impl Tablet {
    /// Says whether the action of a closed round was done, in the place of what was said before. The same again says
    /// nothing new.
    ///
    /// # Errors
    /// [`RoundRefused::Open`] while the round is open. Whether whoever has this tablet leads the round's schools is for
    /// the server to say.
    pub async fn say_delivered(&self, round: &RoundId, delivered: Delivered) -> Result<(), RoundRefused> {
        let acting = self.act().await;
        let said = self.held().round(round).and_then(|round| round.delivery.clone());
        if said.is_some_and(|said| said.delivered == delivered) {
            return Ok(());
        }
        let edits = self.delivery_after(round, delivered)?;
        Ok(self.keep(&acting, edits).await?)
    }

    /// The edits by which `delivered` follows what was said before, and goes on its way.
    pub(super) fn delivery_after(&self, round: &RoundId, delivered: Delivered) -> Result<Vec<Edit>, RoundRefused> {
        let held = self.held();
        let known = held.round(round).ok_or(RoundRefused::Unknown)?;
        let closed = known.release().ok_or(RoundRefused::Open)?.closed;
        let today = self.day_of(self.now());
        let delivery = Delivery::after(known.delivery.as_ref(), round.clone(), delivered, closed, today);
        let sent = Edit::send(&Change::Delivery(delivery.clone()));
        Ok(vec![Edit::Keep(Record::Delivery(delivery)), sent])
    }
}

impl Held {
    /// Whether what was said of a round's action is on its way.
    pub fn has_waiting_delivery(&self, round: &RoundId) -> bool {
        self.outgoing.contains_key(&(Kind::Delivery, round.as_str().to_owned()))
    }
}
