//! How the promises stand that rounds closed with: what is due, what was done, and what nobody has said a word about.

use crate::release::Release;
use crate::round::Delivery;
use crate::time::Day;

/// How one round's action stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// It was done.
    Done,
    /// It was not done.
    NotDone,
    /// Nobody has said anything yet, and its day is still to come, or is this one.
    Due,
    /// Its day has passed, and nobody has said anything.
    NoWord,
}

/// Promises whose day has passed, counted. It is never split by school: that would be a league table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Promises {
    /// What was done.
    pub done: usize,
    /// What was not done.
    pub not_done: usize,
    /// What nobody has said a word about.
    pub no_word: usize,
}

impl Promise {
    /// How the action of `release` stands on the day `today`, with what was last said of it.
    pub fn of(release: &Release, delivery: Option<&Delivery>, today: Day) -> Promise {
        match delivery {
            Some(delivery) if delivery.delivered.is_done() => Promise::Done,
            Some(_) => Promise::NotDone,
            None if has_passed(release, today) => Promise::NoWord,
            None => Promise::Due,
        }
    }
}

impl Promises {
    /// Counts the actions of releases, each with what was last said of it. What was done before its day is counted once
    /// that day has passed.
    pub fn count<'read>(
        releases: impl IntoIterator<Item = (&'read Release, Option<&'read Delivery>)>,
        today: Day,
    ) -> Promises {
        let mut promises = Promises::default();
        for (release, delivery) in releases.into_iter().filter(|(release, _)| has_passed(release, today)) {
            match Promise::of(release, delivery, today) {
                Promise::Done => promises.done += 1,
                Promise::NotDone => promises.not_done += 1,
                Promise::Due | Promise::NoWord => promises.no_word += 1,
            }
        }
        promises
    }

    /// All whose day has passed.
    pub fn passed(self) -> usize {
        self.done + self.not_done + self.no_word
    }
}

fn has_passed(release: &Release, today: Day) -> bool {
    release.action.by < today
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::RoundId;
    use crate::round::{Action, Delivered, Grouping, Question};
    use crate::text::{Name, Sentence};

    fn first_day() -> Day {
        Day::parse("2026-11-20").unwrap()
    }

    fn release(by: Day) -> Release {
        let (name, sentence) = (Name::parse("Principal").unwrap(), Sentence::parse("Cover two afternoons").unwrap());
        Release {
            round: RoundId::from_bytes([1; 16]),
            schools: [].into(),
            opens: first_day(),
            ends: first_day(),
            closed: first_day(),
            purpose: sentence.clone(),
            grouping: Grouping::None,
            groups: Vec::new(),
            k: 10,
            rooms: None,
            refused: [].into(),
            findings: Vec::new(),
            action: Action { owner: name.clone(), what: sentence.clone(), by },
            question: Question { team: name, asks: sentence },
            contexts: [].into(),
        }
    }

    fn delivery(done: bool) -> Delivery {
        let because = Sentence::parse("No substitutes were to be had").unwrap();
        let delivered = if done { Delivered::Done { came_of_it: None } } else { Delivered::NotDone { because } };
        Delivery::after(None, RoundId::from_bytes([1; 16]), delivered, first_day(), first_day())
    }

    proptest! {
        #[test]
        fn every_promise_whose_day_has_passed_is_counted_once_and_no_other(
            promised in prop::collection::vec((0..20_i64, prop::option::of(any::<bool>())), 0..20), today in 0..20_i64,
        ) {
            let today = first_day().plus(today);
            let read: Vec<(Release, Option<Delivery>)> = promised
                .iter()
                .map(|(days, done)| (release(first_day().plus(*days)), done.map(delivery)))
                .collect();
            let promises = Promises::count(read.iter().map(|(release, said)| (release, said.as_ref())), today);
            let past: Vec<_> = read.iter().filter(|(release, _)| release.action.by < today).collect();
            prop_assert_eq!(promises.passed(), past.len());
            let done = past.iter().filter(|(_, said)| said.as_ref().is_some_and(|said| said.delivered.is_done()));
            prop_assert_eq!(promises.done, done.count());
            prop_assert_eq!(promises.no_word, past.iter().filter(|(_, said)| said.is_none()).count());
        }
    }

    #[test]
    fn a_promise_is_due_through_its_own_day_and_lacks_a_word_from_the_next_on() {
        let (promised, day) = (release(first_day()), first_day());
        assert_eq!(Promise::of(&promised, None, day), Promise::Due);
        assert_eq!(Promise::of(&promised, None, day.plus(1)), Promise::NoWord);
        assert_eq!(Promise::of(&promised, Some(&delivery(false)), day), Promise::NotDone);
        assert_eq!(Promise::of(&promised, Some(&delivery(true)), day.plus(1)), Promise::Done);
    }
}
