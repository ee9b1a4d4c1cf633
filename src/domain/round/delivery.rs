//! What came of the action that a round closed with, as whoever leads its schools says it.

use serde::{Deserialize, Serialize};

use crate::ids::RoundId;
use crate::text::Sentence;
use crate::time::Day;

/// Whether a round's action was done. It can be said again: the highest revision stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// The round, which is closed.
    pub round: RoundId,
    /// Which edit of it this is, from 1.
    pub revision: u32,
    /// The day on which it was said, by the calendar where it was said.
    pub said: Day,
    /// What was said.
    pub delivered: Delivered,
}

/// Whether an action was done. Whoever did not do it says why, or there is nothing to read in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Delivered {
    /// It was done.
    Done {
        /// What came of it.
        came_of_it: Option<Sentence>,
    },
    /// It was not done.
    NotDone {
        /// Why.
        because: Sentence,
    },
}

/// Why a delivery cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryFault {
    /// Nothing was promised yet on that day.
    #[error("it was said on {said}, and the round closed on {closed}")]
    BeforeTheClose {
        /// The day on which it says that it was said.
        said: Day,
        /// The day of the close.
        closed: Day,
    },
    /// That day has not come.
    #[error("it was said on {said}, and that day has not come: the clock of the tablet may be wrong")]
    NotYet {
        /// The day on which it says that it was said.
        said: Day,
    },
}

/// How far apart the calendars of two places can be that look at them in the same moment.
const DAYS_BETWEEN_CALENDARS: i64 = 1;

impl Delivery {
    /// The next edit after `before`, of the action of a round that closed on the day `closed`.
    ///
    /// A clock that was set back below the close does not make it one that was said before anything was promised.
    pub fn after(before: Option<&Delivery>, round: RoundId, delivered: Delivered, closed: Day, today: Day) -> Delivery {
        let revision = before.map_or(0, |before| before.revision).saturating_add(1);
        Delivery { round, revision, said: today.max(closed.plus(-DAYS_BETWEEN_CALENDARS)), delivered }
    }

    /// Whether it can stand for a round that closed on the day `closed`, when it arrives `today`.
    pub fn check(&self, closed: Day, today: Day) -> Result<(), DeliveryFault> {
        let said = self.said;
        if said < closed.plus(-DAYS_BETWEEN_CALENDARS) {
            Err(DeliveryFault::BeforeTheClose { said, closed })
        } else if said > today.plus(DAYS_BETWEEN_CALENDARS) {
            Err(DeliveryFault::NotYet { said })
        } else {
            Ok(())
        }
    }
}

impl Delivered {
    /// Whether it was done.
    pub fn is_done(&self) -> bool {
        matches!(self, Delivered::Done { .. })
    }

    /// What came of it, or why it was not done.
    pub fn sentence(&self) -> Option<&Sentence> {
        match self {
            Delivered::Done { came_of_it } => came_of_it.as_ref(),
            Delivered::NotDone { because } => Some(because),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::change::{Change, Kind, Verdict, hash, verdict};

    fn round() -> RoundId {
        RoundId::from_bytes([1; 16])
    }

    fn closed() -> Day {
        Day::parse("2026-11-20").unwrap()
    }

    fn delivered(number: u8) -> Delivered {
        let sentence = |text: String| Sentence::parse(&text).unwrap();
        match number % 3 {
            0 => Delivered::Done { came_of_it: None },
            1 => Delivered::Done { came_of_it: Some(sentence(format!("{number} teams met"))) },
            _ => Delivered::NotDone { because: sentence(format!("{number} substitutes were missing")) },
        }
    }

    proptest! {
        #[test]
        fn what_is_made_on_a_tablet_can_stand_wherever_its_clock_was_unless_it_ran_ahead(
            numbers in prop::collection::vec(any::<u8>(), 1..6), clock in -40_000..40_000_i64, today in 0..400_i64,
        ) {
            let today = closed().plus(today);
            let mut before: Option<Delivery> = None;
            for number in numbers {
                let clock = today.plus(clock);
                let next = Delivery::after(before.as_ref(), round(), delivered(number), closed(), clock);
                prop_assert_eq!(next.revision, before.map_or(1, |before| before.revision + 1));
                let ahead = clock > today.plus(1);
                let refused = ahead.then_some(DeliveryFault::NotYet { said: clock });
                prop_assert_eq!(next.check(closed(), today).err(), refused);
                before = Some(next);
            }
        }

        #[test]
        fn in_whatever_order_two_leaders_words_arrive_the_highest_revision_stands_and_is_read_as_it_was_written(
            arrivals in prop::collection::vec((1..5_u32, any::<u8>()), 1..20),
        ) {
            let mut held: Option<(u32, String)> = None;
            for (revision, number) in &arrivals {
                let of = Delivery { round: round(), revision: *revision, said: closed(), delivered: delivered(*number) };
                let change = Change::Delivery(of);
                let body = change.body();
                prop_assert_eq!(Change::read(Kind::Delivery, &body).unwrap(), change);
                let before = held.as_ref().map(|(revision, hash)| (*revision, hash.as_str()));
                if verdict(before, (*revision, &hash(&body))) == Verdict::Take {
                    held = Some((*revision, hash(&body)));
                }
            }
            let (highest, _) = held.unwrap();
            prop_assert_eq!(Some(highest), arrivals.iter().map(|(revision, _)| *revision).max());
        }
    }

    #[test]
    fn what_was_not_done_is_not_read_without_a_reason() {
        let body = |delivered: &str| {
            let round = round();
            format!(r#"{{"round":"{round}","revision":1,"said":"2026-12-01","delivered":{delivered}}}"#)
        };
        for unreasoned in [r#"{"not_done":{}}"#, r#"{"not_done":{"because":null}}"#, r#"{"not_done":{"because":" "}}"#]
        {
            assert!(Change::read(Kind::Delivery, &body(unreasoned)).is_err(), "{unreasoned}");
        }
        assert!(Change::read(Kind::Delivery, &body(r#"{"done":{"came_of_it":null}}"#)).is_ok());
    }

    #[test]
    fn nothing_is_delivered_before_it_was_promised() {
        let said = |said: &str| Delivery {
            round: round(),
            revision: 1,
            said: Day::parse(said).unwrap(),
            delivered: delivered(0),
        };
        let today = closed().plus(30);
        let early = said("2026-11-18");
        let fault = DeliveryFault::BeforeTheClose { said: early.said, closed: closed() };
        assert_eq!(early.check(closed(), today), Err(fault));
        assert_eq!(said("2026-11-19").check(closed(), today), Ok(()), "it is still yesterday further west");
    }
}
