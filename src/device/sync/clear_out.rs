//! Forgetting in time: evidence, cards, round keys, and changes that a server has held for long enough.

pub use domain::agreement::DAYS_EVIDENCE_STAYS;
use domain::ids::VisitId;
use domain::time::Moment;

use crate::storage::StorageFailure;
use crate::tablet::{Acknowledgement, Edit, Held, HeldVisit, Key, OwnTime, PackedCard, Record, Tablet};

/// Days for which an acknowledged change is kept in case its server is restored from a backup.
pub const DAYS_ACKNOWLEDGED_STAY: i64 = 7;
/// Days after which the code of a card is erased that was used and whose note no server has acknowledged.
pub const DAYS_A_USED_CARD_STAYS: i64 = 7;

/// Looks at the clock that are closer together than this need not be remembered.
const WORTH_REMEMBERING: i64 = Moment::DAY / 24;

impl Tablet {
    /// Forgets what is no longer needed: evidence of a closed round or after the days of its agreement, seven at most, cards that were used seven days
    /// ago, changes that a server has held for seven days, keys of closed rounds. Work that was not finished or not
    /// received is never forgotten. What doors said goes with its day. Days are counted by [`OwnTime`].
    ///
    /// A sync ends with it. It needs no network, and is safe to call at any time: a tablet that never meets a server
    /// forgets when the app calls it.
    pub async fn clear_out(&self) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        let edits = {
            let held = self.held();
            let now = self.now();
            let time = held.time.map_or_else(|| OwnTime::beginning(now), |time| time.at(now));
            let mut edits: Vec<Edit> = held.visits.values().flat_map(|visit| held.of_visit(visit, time)).collect();
            edits.extend(held.cards.values().filter_map(|card| of_card(card, time)));
            edits.extend(held.acknowledgements.keys().filter_map(|answer| held.of_acknowledged(answer, time)));
            edits.extend(held.keys_to_erase());
            edits.extend(held.doors_to_forget(self.day_of(now)));
            let passed = held.time.is_none_or(|before| {
                before.doubted != time.doubted || time.clock.0 - before.clock.0 >= WORTH_REMEMBERING
            });
            if passed || !edits.is_empty() {
                edits.push(Edit::Keep(Record::Time(time)));
            }
            edits
        };
        self.keep(&acting, edits).await
    }
}

impl Held {
    /// An ended visit whose round's debrief is over, or that ended so many days ago as its round's agreement says, goes.
    fn of_visit(&self, held: &HeldVisit, time: OwnTime) -> Vec<Edit> {
        let round = self.round(&held.visit.round);
        let closed = round.is_some_and(|round| round.is_closed());
        let days = round.map_or(DAYS_EVIDENCE_STAYS, |round| round.record.plan.agreement.further.evidence_days);
        // What another copy says, and its summary, may be nowhere else until somebody decides.
        if !held.visit.has_ended() || !closed && self.has_fork_of(&held.visit.id) {
            return Vec::new();
        }
        if closed {
            return self.forget_visit(held);
        }
        match age(held.ended, days.min(DAYS_EVIDENCE_STAYS), time) {
            Age::Over => self.forget_visit(held),
            Age::BeginsAt(own) => vec![Edit::Keep(Record::Ended(held.visit.id.clone(), own))],
            Age::NotYet => Vec::new(),
        }
    }

    fn forget_visit(&self, held: &HeldVisit) -> Vec<Edit> {
        let visit: &VisitId = &held.visit.id;
        let marks = held.visit.marks.iter().map(|mark| Edit::Forget(Key::Mark(visit.clone(), mark.number)));
        let rest = [Key::Unkept, Key::Draft, Key::Ended, Key::Visit].map(|key| Edit::Forget(key(visit.clone())));
        marks.chain(rest).chain(self.forget_forks_of(visit)).collect()
    }

    /// What an answer acknowledged goes a week later, all of it together.
    fn of_acknowledged(&self, answer: &str, time: OwnTime) -> Option<Edit> {
        let acknowledgement = self.acknowledgement(answer)?;
        match age(acknowledgement.at, DAYS_ACKNOWLEDGED_STAY, time) {
            Age::Over => Some(Edit::Forget(Key::Acknowledged(acknowledgement.id))),
            Age::BeginsAt(own) => {
                Some(Edit::Keep(Record::Acknowledged(Acknowledgement { at: Some(own), ..acknowledgement })))
            }
            Age::NotYet => None,
        }
    }

    /// A round's key goes once the tablet has seen the close and has nothing unfinished in it.
    fn keys_to_erase(&self) -> impl Iterator<Item = Edit> + '_ {
        self.rounds.iter().filter_map(|(id, round)| {
            let erase = round.is_closed() && round.record.key.is_some() && !self.has_unsent_work(id);
            erase.then(|| {
                let record = crate::tablet::RoundRecord { key: None, ..round.record.clone() };
                Edit::Keep(Record::Round(Box::new(record)))
            })
        })
    }
}

/// A card that was used a week ago goes, although no server has said that it holds its note.
fn of_card(card: &PackedCard, time: OwnTime) -> Option<Edit> {
    if !card.used {
        return None;
    }
    match age(card.used_at, DAYS_A_USED_CARD_STAYS, time) {
        Age::Over => Some(Edit::Forget(Key::Card(card.card.note_id()))),
        Age::BeginsAt(own) => Some(Edit::Keep(Record::Card(PackedCard { used_at: Some(own), ..card.clone() }))),
        Age::NotYet => None,
    }
}

/// How old a thing is.
enum Age {
    /// Its days are over.
    Over,
    /// They are counted from now on: it came while the clock was not believed, or under a version that did not say when.
    BeginsAt(Moment),
    /// Its days are not over, or the clock is not believed.
    NotYet,
}

fn age(since: Option<Moment>, days: i64, time: OwnTime) -> Age {
    match since {
        Some(since) if time.own.0 - since.0 >= days * Moment::DAY => Age::Over,
        None if time.doubted.is_none() => Age::BeginsAt(time.own),
        Some(_) | None => Age::NotYet,
    }
}
