//! Notes, as a card's holder has them.

use axum::http::Method;
use domain::change::Change;
use domain::note::{Card, SealedNote, open};
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::push::{Item, RefusalCode};

use crate::on_both_engines;
use crate::world::{Answered, World, assert_refused, first_day, note};

impl World {
    /// What a phone without an account is given.
    async fn phone(&self, method: Method, card: &Card) -> Answered {
        self.asks(method, &path::of_note(&card.note_id()), None, None).await
    }
}

fn card(number: u8) -> Card {
    Card::from_random([number; 10])
}

on_both_engines! {
    async fn whoever_holds_the_card_reads_the_note_as_often_as_they_like(world) {
        let sealed = note(&card(1), first_day().plus(60));
        world.phone(Method::GET, &card(1)).await.is(ProblemKind::NotFound);
        world.receives(&[Change::Note(sealed.clone())]).await;
        world.receives(&[Change::Note(sealed.clone())]).await;
        for _ in 0..2 {
            let given: SealedNote = world.phone(Method::GET, &card(1)).await.says();
            assert_eq!(given, sealed);
            assert!(open(&given, &card(1)).is_ok());
        }
    }

    async fn a_deleted_note_stays_away_however_often_it_is_sent_again(world) {
        let sealed = note(&card(1), first_day().plus(60));
        world.receives(&[Change::Note(sealed.clone())]).await;
        for _ in 0..2 {
            assert_eq!(world.phone(Method::DELETE, &card(1)).await.status, 204);
            world.phone(Method::GET, &card(1)).await.is(ProblemKind::NotFound);
        }
        let newer = SealedNote { revision: 2, ..sealed.clone() };
        for again in [sealed.clone(), newer] {
            assert_refused(&world.push(&[Change::Note(again)]).await[0], RefusalCode::Gone, sealed.id.as_str());
        }
        assert!(!world.dump().await.contains(&sealed.sealed));
    }

    async fn deleting_a_note_that_is_not_here_blocks_nobody(world) {
        assert_eq!(world.phone(Method::DELETE, &card(1)).await.status, 204);
        world.receives(&[Change::Note(note(&card(1), first_day().plus(60)))]).await;
        assert_eq!(world.phone(Method::GET, &card(1)).await.status, 200);
    }

    async fn a_note_can_be_read_through_its_last_day_and_is_gone_after(world) {
        let sealed = note(&card(1), first_day().plus(60));
        world.receives(&[Change::Note(sealed.clone())]).await;
        world.days_pass(60);
        world.the_hour_strikes().await;
        assert_eq!(world.phone(Method::GET, &card(1)).await.status, 200);
        world.days_pass(1);
        world.phone(Method::GET, &card(1)).await.is(ProblemKind::NotFound);
        for days in [0, 29, 5] {
            world.days_pass(days);
            world.the_hour_strikes().await;
            let dump = world.dump().await;
            assert!(!dump.contains(&sealed.sealed));
            assert_eq!(dump.contains(sealed.id.as_str()), days != 5, "remembered as gone for thirty days");
            assert_refused(&world.push(&[Change::Note(sealed.clone())]).await[0], RefusalCode::Gone, "expired");
        }
    }

    async fn not_arrived_and_gone_look_the_same(world) {
        let sealed = note(&card(1), first_day().plus(60));
        world.receives(&[Change::Note(sealed)]).await;
        world.phone(Method::DELETE, &card(1)).await;
        let (gone, never) = (world.phone(Method::GET, &card(1)).await, world.phone(Method::GET, &card(2)).await);
        assert_eq!(gone.body, never.body);
        assert_eq!(gone.problem().detail, "not here: not arrived yet, or gone");
    }

    async fn a_note_that_cannot_be_one_is_refused(world) {
        let sealed = note(&card(1), first_day().plus(60));
        let nonce = SealedNote { nonce: "07".to_owned(), ..sealed.clone() };
        let text = SealedNote { sealed: "hello".to_owned(), ..sealed.clone() };
        let long = SealedNote { sealed: "00".repeat(7_000), ..sealed.clone() };
        let forever = SealedNote { expires: first_day().plus(5_000), ..sealed };
        let items = [nonce, text, long, forever].map(|note| Item::of(&Change::Note(note)));
        let outcomes = world.push_items(items.to_vec()).await;
        for outcome in &outcomes[..3] {
            assert_refused(outcome, RefusalCode::Malformed, "nonce");
        }
        assert_refused(&outcomes[3], RefusalCode::AgainstTheRules, "a year");
    }
}
