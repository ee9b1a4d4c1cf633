//! What goes into a rescue file: what is on the tablet and nowhere else, and what it takes to go on with it.

use std::collections::BTreeSet;

use domain::change::Kind;
use domain::ids::{PersonId, RoundId, SchoolId};
use domain::time::Moment;
use domain::visit::Visit;
use serde::{Deserialize, Serialize};

use crate::rescue::Salvaged;
use crate::rescue::piecing::visit_of;
use crate::tablet::{Held, HeldRound, PackedCard, Record, Tablet, summary_of};

/// What a rescue file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contents {
    /// The district that the tablet works for; nothing where it never heard a server.
    pub district: Option<String>,
    /// Who saved it; nothing where nobody was signed in.
    pub saved_by: Option<SavedBy>,
    /// When, by the tablet's clock.
    pub saved: Moment,
    /// Records of the tablet that could not be read when it was saved: they were damaged, or need the PIN.
    pub unreadable: usize,
    /// The records.
    pub(super) records: Vec<Record>,
}

/// Who saved a rescue file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedBy {
    /// Their id in the district.
    pub person: Option<PersonId>,
    /// Their name.
    pub name: String,
}

impl Tablet {
    /// What a rescue file of this tablet holds now. It needs the store neither to read nor to write.
    pub fn rescued(&self, saved_by: Option<SavedBy>) -> Contents {
        Contents::of(&self.held(), 0, saved_by, self.now())
    }
}

impl Salvaged {
    /// What a rescue file of a tablet that does not open holds: all that could be read of it.
    pub fn rescued(&self, saved_by: Option<SavedBy>, now: Moment) -> Contents {
        Contents::of(&self.held, self.unreadable + self.behind_pin, saved_by, now)
    }
}

impl Contents {
    fn of(held: &Held, unreadable: usize, saved_by: Option<SavedBy>, saved: Moment) -> Contents {
        let records = records(held);
        Contents { district: held.sync.district.clone(), saved_by, saved, unreadable, records }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.records.iter().all(|record| matches!(record, Record::Roster(_)))
    }

    /// The records as a tablet would hold them.
    pub(super) fn held(&self) -> Held {
        Held::of(self.records.iter().cloned())
    }
}

/// The records of what is here and nowhere else, each in front of what belongs to it.
fn records(held: &Held) -> Vec<Record> {
    let rounds: Vec<&HeldRound> = held.rounds.values().filter(|round| goes_on(held, round)).collect();
    let schools: BTreeSet<SchoolId> = rounds.iter().flat_map(|round| round.record.plan.schools.clone()).collect();
    let mut records = vec![Record::Roster(held.roster.only(&schools))];
    for round in rounds {
        records.push(Record::Round(Box::new(round.record.clone())));
        if !round.is_closed() {
            let board = round.debrief.clone().map(Box::new);
            records.extend(board.map(|board| Record::Debrief(board, round.grown_from.clone())));
        }
        if held.has_waiting_delivery(&round.record.plan.round) {
            records.extend(round.delivery.clone().map(Record::Delivery));
        }
    }
    // What a restored server lacks may be on this tablet alone.
    if held.sync.restored {
        let published =
            |(id, round): (&RoundId, &HeldRound)| Some(Record::Release(id.clone(), round.published.clone()?));
        records.extend(held.rounds.iter().filter_map(published));
    }
    records.extend(held.codes.values().cloned().map(Record::Code));
    for held in held.visits.values() {
        let id = &held.visit.id;
        records.push(Record::Visit(Visit { marks: Vec::new(), ..held.visit.clone() }));
        records.extend(held.visit.marks.iter().map(|mark| Record::Mark(id.clone(), mark.clone())));
        records.extend(held.unkept.clone().map(|unkept| Record::Unkept(id.clone(), unkept)));
        records.extend(held.ended.map(|ended| Record::Ended(id.clone(), ended)));
        if held.draft != Default::default() {
            records.push(Record::Draft(id.clone(), held.draft.clone()));
        }
    }
    // Of a visit whose beginning could not be read: another tablet may have it.
    records.extend(held.loose().iter().filter(|record| visit_of(record).is_some()).cloned());
    records.extend(held.phrases.clone().map(Record::Phrases));
    let is_on_paper = |card: &&PackedCard| card.printed || card.used;
    records.extend(held.cards.values().filter(is_on_paper).cloned().map(Record::Card));
    records.extend(held.outgoing.values().cloned().map(Record::Outgoing));
    records.extend(held.refused.values().cloned().map(Record::Refused));
    records.extend(held.forks.values().cloned().map(|fork| Record::Fork(Box::new(fork))));
    records
}

/// Whether a round is open for this tablet, or something of it is here and nowhere else.
fn goes_on(held: &Held, round: &HeldRound) -> bool {
    let id = &round.record.plan.round;
    let is_open = round.record.key.is_some() && !round.is_closed();
    let has_visits = held.visits.values().any(|held| held.visit.round == *id);
    let unsent = held.outgoing.values().chain(held.refused.values().map(|change| &change.item));
    let mut of_round = unsent.filter(|item| match item.kind {
        Kind::Plan | Kind::Debrief | Kind::Delivery => item.id == id.as_str(),
        Kind::Summary => summary_of(item).is_some_and(|summary| summary.round == *id),
        Kind::Note | Kind::Letter => false,
    });
    is_open || has_visits || held.sync.restored && round.published.is_some() || of_round.next().is_some()
}
