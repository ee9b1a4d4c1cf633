//! Piecing together what is left of a tablet of which a part could not be read.
//!
//! What waits to be sent says what a damaged record said, or one that only a PIN opens; and marks of a visit whose beginning
//! is gone go on where the tablet that opens the file has the visit.

use std::collections::BTreeSet;

use domain::change::Change;
use domain::ids::{TabletId, VisitId};
use domain::round::Plan;
use domain::visit::Visit;

use crate::tablet::{Edit, Held, Record, RoundRecord};

impl Held {
    /// Takes up what can be told from what waits, and from what is `here`. `tablet` names this tablet in a round.
    pub(super) fn piece_together(&mut self, here: &Held, tablet: impl Fn() -> TabletId) {
        for change in
            self.outgoing.values().filter_map(|item| Change::read(item.kind, &item.body).ok()).collect::<Vec<_>>()
        {
            match change {
                // Its key was in the record: the round has to be joined by its code.
                Change::Plan(plan) if self.round(&plan.round).is_none() => self.take_up(plan, tablet()),
                Change::Debrief(board) => {
                    if let (None, Some(known)) = (self.round(&board.round), here.round(&board.round)) {
                        self.take_up(known.record.plan.clone(), tablet());
                    }
                    if self.round(&board.round).is_some_and(|round| round.debrief.is_none()) {
                        self.apply(Edit::Keep(Record::Debrief(Box::new(board), BTreeSet::new())));
                    }
                }
                _ => (),
            }
        }
        let without_beginning: BTreeSet<VisitId> = self.loose().iter().filter_map(visit_of).cloned().collect();
        for known in without_beginning.iter().filter_map(|visit| here.visit(visit)) {
            self.apply(Edit::Keep(Record::Visit(Visit { marks: Vec::new(), ..known.visit.clone() })));
        }
        self.settle();
    }

    /// How many marks, sentences and notes belong to a visit of which nothing says where and when it began.
    pub(super) fn unplaced(&self) -> usize {
        self.loose().iter().filter(|record| visit_of(record).is_some() && !matches!(record, Record::Ended(..))).count()
    }

    fn take_up(&mut self, plan: Plan, tablet: TabletId) {
        let tokens = BTreeSet::new();
        self.apply(Edit::Keep(Record::Round(Box::new(RoundRecord { plan, key: None, tablet, tokens }))));
    }
}

/// The visit that a record belongs to, which is not its beginning.
pub(super) fn visit_of(record: &Record) -> Option<&VisitId> {
    match record {
        Record::Mark(visit, _) | Record::Ended(visit, _) | Record::Unkept(visit, _) | Record::Draft(visit, _) => {
            Some(visit)
        }
        _ => None,
    }
}
