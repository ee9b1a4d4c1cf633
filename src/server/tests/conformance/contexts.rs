//! Context that cards add to the picture of a round.

use axum::http::Method;
use domain::change::{Change, write};
use domain::ids::RoundId;
use domain::note::{Card, Context, SealedNote};
use domain::release::Release;
use protocol::context::{AddContext, WithdrawContext};
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::round::{Close, Closed};

use crate::on_both_engines;
use crate::world::{Answered, Walk, World, first_day, note_of};

fn card(number: u8) -> Card {
    Card::from_random([number; 10])
}

fn sealed(number: u8, round: &RoundId) -> Change {
    Change::Note(note_of(round, &card(number), first_day().plus(60)))
}

impl World {
    /// A phone that holds a card, and no account, names a kind.
    pub async fn names(&self, number: u8, round: &RoundId, kind: Context) -> Answered {
        let added = AddContext { secret: card(number).context_secret(), kind };
        let path = path::of_round(path::CONTEXT, round);
        self.asks(Method::POST, &path, None, Some(write(&added))).await
    }

    async fn takes_back(&self, number: u8, round: &RoundId) -> Answered {
        let withdrawn = WithdrawContext { secret: card(number).context_secret() };
        let path = path::of_round(path::WITHDRAW_CONTEXT, round);
        self.asks(Method::POST, &path, None, Some(write(&withdrawn))).await
    }

    async fn released(&self, walk: &Walk) -> Release {
        let closed: Closed = self.posts(&walk.path(path::CLOSE), &Close { without_unsent: false }).await;
        serde_json::from_str(&closed.published.body).unwrap()
    }
}

/// A round whose notes to cards 1 to `cards` have arrived.
pub async fn with_notes(world: &World, cards: u8) -> Walk {
    let walk = Walk::number(1);
    world.receives(&walk.everything()).await;
    world.receives(&(1..=cards).map(|number| sealed(number, walk.round())).collect::<Vec<_>>()).await;
    walk
}

on_both_engines! {
    async fn what_ten_cards_name_is_in_the_picture_and_what_nine_name_leaves_no_trace(world) {
        let walk = with_notes(world, 19).await;
        for number in 1..=19 {
            let kind = if number <= 10 { Context::AfterATest } else { Context::Substitute };
            assert_eq!(world.names(number, walk.round(), kind).await.status, 204);
        }
        let release = world.released(&walk).await;
        assert_eq!(release.contexts, [Context::AfterATest].into());
        assert!(!write(&release).contains("substitute"));
    }

    async fn a_card_counts_once_however_often_it_names_something(world) {
        let walk = with_notes(world, 9).await;
        for number in (1..=9).chain(1..=9) {
            assert_eq!(world.names(number, walk.round(), Context::NewTopic).await.status, 204);
        }
        assert_eq!(world.released(&walk).await.contexts, [].into());
    }

    async fn context_can_be_changed_and_taken_back_while_the_round_is_open_and_not_after(world) {
        let walk = with_notes(world, 11).await;
        for number in 1..=10 {
            world.names(number, walk.round(), Context::Interrupted).await;
        }
        world.names(10, walk.round(), Context::WorkingAlone).await;
        world.names(11, walk.round(), Context::Interrupted).await;
        for _ in 0..2 {
            assert_eq!(world.takes_back(11, walk.round()).await.status, 204);
        }
        assert_eq!(world.released(&walk).await.contexts, [].into(), "nine are left");
        world.names(11, walk.round(), Context::Interrupted).await.is(ProblemKind::RoundClosed);
        world.takes_back(1, walk.round()).await.is(ProblemKind::RoundClosed);
        assert_eq!(world.released(&walk).await.contexts, [].into());
    }

    async fn only_a_card_of_a_note_of_this_round_that_is_here_adds_context(world) {
        let (walk, other) = (with_notes(world, 2).await, Walk::at("Birch", 2));
        world.receives(&[other.planned()]).await;
        // No note of this card, or a note of another round, or none of any that is known.
        world.names(3, walk.round(), Context::NewTopic).await.is(ProblemKind::NotFound);
        world.names(1, other.round(), Context::NewTopic).await.is(ProblemKind::NotFound);
        world.names(1, &RoundId::from_bytes([9; 16]), Context::NewTopic).await.is(ProblemKind::NotFound);
        // A note that its holder deleted, and one from before there was context.
        let path = path::of_note(&card(2).note_id());
        assert_eq!(world.asks(Method::DELETE, &path, None, None).await.status, 204);
        world.names(2, walk.round(), Context::NewTopic).await.is(ProblemKind::NotFound);
        let Change::Note(old) = sealed(4, walk.round()) else { unreachable!() };
        world.receives(&[Change::Note(SealedNote { context: None, ..old })]).await;
        world.names(4, walk.round(), Context::NewTopic).await.is(ProblemKind::NotFound);
        assert!(!world.dump().await.contains("new_topic"));
    }

    async fn whoever_reads_the_database_cannot_tell_which_note_named_what(world) {
        let walk = with_notes(world, 3).await;
        for (number, kind) in [(3, Context::FewStudents), (1, Context::NewTopic), (2, Context::OtherRoutine)] {
            world.names(number, walk.round(), kind).await;
        }
        let dump = world.dump().await;
        let about: Vec<&str> = dump.lines().filter(|line| line.contains("few_students")).collect();
        assert_eq!(about.len(), 1, "one row for the round");
        for number in 1..=3 {
            let (secret, id) = (card(number).context_secret(), card(number).note_id());
            let lock = secret.lock(walk.round());
            assert!(dump.contains(lock.as_str()) && dump.contains(id.as_str()));
            assert!(!about[0].contains(lock.as_str()) && !about[0].contains(id.as_str()));
            assert!(!dump.contains(&String::from(secret)), "what was shown is not kept");
        }
        // In the order of hashes, whatever the order in which they came.
        let places: Vec<String> = (1..=3).map(|number| card(number).context_secret().place().into()).collect();
        let found: Vec<usize> = places.iter().map(|place| about[0].find(place.as_str()).unwrap()).collect();
        let mut sorted: Vec<(&String, usize)> = places.iter().zip(found).collect();
        sorted.sort();
        assert!(sorted.windows(2).all(|two| two[0].1 < two[1].1));
    }

    async fn context_goes_with_the_summaries_thirty_days_after_the_close(world) {
        let walk = with_notes(world, 1).await;
        world.names(1, walk.round(), Context::FewStudents).await;
        world.released(&walk).await;
        world.days_pass(30);
        world.the_hour_strikes().await;
        assert!(world.dump().await.contains("few_students"));
        world.days_pass(1);
        world.the_hour_strikes().await;
        assert!(!world.dump().await.contains("few_students"));
    }

    async fn what_is_not_on_the_list_is_refused(world) {
        let walk = with_notes(world, 1).await;
        let path = walk.path(path::CONTEXT);
        let secret = String::from(card(1).context_secret());
        for (secret, kind) in [(secret.as_str(), "the_teacher_was_tired"), ("00", "new_topic"), ("", "new_topic")] {
            let message = serde_json::json!({ "secret": secret, "kind": kind });
            world.asks(Method::POST, &path, None, Some(message.to_string())).await.is(ProblemKind::Malformed);
        }
    }
}
