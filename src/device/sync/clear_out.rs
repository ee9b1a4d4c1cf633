//! Forgetting in time: evidence, cards, round keys, and changes that a server has held for long enough.

use domain::ids::VisitId;
use domain::time::Moment;

use crate::storage::StorageFailure;
use crate::tablet::{Edit, Held, HeldVisit, Key, Record, Tablet};

/// Days for which an acknowledged change is kept in case its server is restored from a backup.
pub const DAYS_ACKNOWLEDGED_STAY: i64 = 7;
/// Days after which the marks and the evidence of an ended visit are erased, at the latest.
pub const DAYS_EVIDENCE_STAYS: i64 = 7;

impl Tablet {
    /// Forgets what is no longer needed. Work that was not finished or not received is never forgotten.
    pub(super) async fn clear_out(&self) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        let now = self.now();
        let edits = {
            let held = self.held();
            let visits = held.visits.values().filter(|visit| held.is_done_with(visit, now));
            let mut edits: Vec<Edit> = visits.flat_map(forget_visit).collect();
            let old = held.acknowledgements.iter().filter(|(_, at)| is_over(**at, DAYS_ACKNOWLEDGED_STAY, now));
            edits.extend(old.map(|(answer, _)| Edit::Forget(Key::Acknowledged(answer.clone()))));
            edits.extend(held.keys_to_erase());
            edits
        };
        self.keep(&acting, edits).await
    }
}

impl Held {
    /// An ended visit whose round's debrief is over, or that is a week old.
    fn is_done_with(&self, held: &HeldVisit, now: Moment) -> bool {
        let closed = self.round(&held.visit.round).is_some_and(|round| round.published.is_some());
        held.visit.has_ended() && (closed || is_over(held.visit.began, DAYS_EVIDENCE_STAYS, now))
    }

    /// A round's key goes once the tablet has seen the close and has nothing unfinished in it.
    fn keys_to_erase(&self) -> impl Iterator<Item = Edit> + '_ {
        self.rounds.iter().filter_map(|(id, round)| {
            let erase = round.published.is_some() && round.record.key.is_some() && !self.has_unsent_work(id);
            erase.then(|| {
                let record = crate::tablet::RoundRecord { key: None, ..round.record.clone() };
                Edit::Keep(Record::Round(Box::new(record)))
            })
        })
    }
}

/// Whether `days` have passed since `moment`, as far as the tablet's clock can tell: one that was set back keeps things
/// longer, and one that showed a past day when `moment` was taken lets them go sooner once it is right.
fn is_over(moment: Moment, days: i64, now: Moment) -> bool {
    now.0 - moment.0 >= days * Moment::DAY
}

fn forget_visit(held: &HeldVisit) -> Vec<Edit> {
    let visit: &VisitId = &held.visit.id;
    let marks = held.visit.marks.iter().map(|mark| Edit::Forget(Key::Mark(visit.clone(), mark.number)));
    let rest = [Edit::Forget(Key::Draft(visit.clone())), Edit::Forget(Key::Visit(visit.clone()))];
    marks.chain(rest).collect()
}
