//! Letters to doors, as a phone that looks for its own gets them.

use axum::http::Method;
use domain::change::Change;
use domain::ids::LetterId;
use domain::note::{Letter, SEALED_LETTER};
use protocol::letters::{Letters, MOST_LETTERS};
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::push::{Outcome, RefusalCode};

use crate::on_both_engines;
use crate::world::{World, assert_refused, first_day};

/// A letter to a door, which ends after sixty days.
pub fn letter(number: u16) -> Letter {
    let mut id = [0; 16];
    id[..2].copy_from_slice(&number.to_be_bytes());
    id[15] = 1;
    Letter {
        id: LetterId::from_bytes(id),
        revision: 1,
        expires: first_day().plus(60),
        sealed: "ab".repeat(SEALED_LETTER / 2),
    }
}

impl World {
    /// What a phone without an account is given after a letter.
    async fn letters_after(&self, after: &str) -> Letters {
        self.asks(Method::GET, &path::LETTERS.replace("{letter}", after), None, None).await.says()
    }

    async fn all_letters(&self) -> Vec<Letter> {
        let (mut all, mut after): (Vec<Letter>, _) = (Vec::new(), "0".repeat(32));
        loop {
            let page = self.letters_after(&after).await;
            all.extend(page.letters);
            match all.last() {
                Some(last) if page.more => after = last.id.as_str().to_owned(),
                _ => return all,
            }
        }
    }
}

on_both_engines! {
    async fn every_letter_is_handed_to_whoever_asks_in_the_order_of_random_ids(world) {
        for number in [7, 2, 9] {
            world.receives(&[Change::Letter(letter(number))]).await;
            world.receives(&[Change::Letter(letter(number))]).await;
        }
        assert_eq!(world.all_letters().await, [letter(2), letter(7), letter(9)]);
        assert_eq!(world.letters_after(letter(7).id.as_str()).await.letters, [letter(9)]);
        world.asks(Method::GET, &path::LETTERS.replace("{letter}", "7"), None, None).await.is(ProblemKind::Malformed);
    }

    async fn one_answer_is_bounded_and_says_that_there_are_more(world) {
        let all: Vec<Letter> = (1..=MOST_LETTERS as u16 + 3).map(letter).collect();
        for letters in all.chunks(250) {
            world.receives(&letters.iter().cloned().map(Change::Letter).collect::<Vec<_>>()).await;
        }
        let first = world.letters_after(&"0".repeat(32)).await;
        assert_eq!((first.letters.len(), first.more), (MOST_LETTERS, true));
        assert_eq!(world.all_letters().await, all);
    }

    async fn a_letter_can_be_had_through_its_last_day_and_is_deleted_after(world) {
        world.receives(&[Change::Letter(letter(1))]).await;
        world.days_pass(60);
        world.the_hour_strikes().await;
        assert_eq!(world.all_letters().await.len(), 1);
        world.days_pass(1);
        assert_eq!(world.all_letters().await, []);
        world.the_hour_strikes().await;
        assert!(!world.dump().await.contains(letter(1).id.as_str()));
        assert_refused(&world.push(&[Change::Letter(letter(1))]).await[0], RefusalCode::Gone, "expired");
    }

    async fn letters_are_of_one_length_and_never_edited(world) {
        world.receives(&[Change::Letter(letter(1))]).await;
        let other = Letter { sealed: "cd".repeat(SEALED_LETTER / 2), ..letter(1) };
        assert_refused(&world.push(&[Change::Letter(other)]).await[0], RefusalCode::Conflict, "other content");
        let short = Letter { sealed: "ab".repeat(SEALED_LETTER / 2 - 1), ..letter(2) };
        let text = Letter { sealed: "z".repeat(SEALED_LETTER), ..letter(3) };
        let edited = Letter { revision: 2, ..letter(4) };
        let forever = Letter { expires: first_day().plus(5_000), ..letter(5) };
        let outcomes = world.push(&[short, text, edited, forever].map(Change::Letter)).await;
        for outcome in &outcomes[..3] {
            assert_refused(outcome, RefusalCode::Malformed, "digits sealed");
        }
        assert_refused(&outcomes[3], RefusalCode::AgainstTheRules, "a year");
        assert_eq!(world.push(&[Change::Letter(letter(6))]).await, [Outcome::Received]);
    }
}
