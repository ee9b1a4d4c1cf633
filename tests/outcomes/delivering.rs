//! What came of a round's action, said on a tablet without a network, and through a restore.

use device::tablet::RoundRefused;
use domain::round::{Delivered, Delivery};
use domain::text::Sentence;
use world::district::Player;

use crate::story::{Story, syncs};

fn done() -> Delivered {
    Delivered::Done { came_of_it: Some(Sentence::parse("Both afternoons were covered").unwrap()) }
}

fn not_done(because: &str) -> Delivered {
    Delivered::NotDone { because: Sentence::parse(because).unwrap() }
}

impl Story {
    async fn closes_with_an_action(&self) {
        self.visits(&self.lead, 0..10).await;
        self.debriefs(&self.lead).await;
        syncs(&self.lead, &self.district).await;
        self.closes(&self.lead).await.unwrap();
    }

    fn said_on(&self, player: &Player) -> Option<Delivery> {
        player.tablet.held().round(&self.round).unwrap().delivery.clone()
    }

    fn delivered_on(&self, player: &Player) -> Option<Delivered> {
        self.said_on(player).map(|said| said.delivered)
    }
}

#[tokio::test]
async fn what_is_said_offline_is_on_the_tablet_at_once_and_on_every_other_after_the_next_sync() {
    let mut story = Story::begins().await;
    let second = story.joins(1).await;
    assert_eq!(story.lead.tablet.say_delivered(&story.round, done()).await, Err(RoundRefused::Open));
    story.closes_with_an_action().await;

    story.lead.up = false;
    story.lead.tablet.say_delivered(&story.round, not_done("no substitutes")).await.unwrap();
    story.lead.tablet.say_delivered(&story.round, done()).await.unwrap();
    // The same again is nothing new.
    story.lead.tablet.say_delivered(&story.round, done()).await.unwrap();
    assert_eq!(story.said_on(&story.lead).map(|said| said.revision), Some(2));
    assert!(story.lead.tablet.held().has_waiting_delivery(&story.round));
    assert_eq!(story.lead.tablet.held().unsent().shared, 1);

    story.lead.up = true;
    syncs(&story.lead, &story.district).await;
    syncs(&second, &story.district).await;
    assert_eq!(story.said_on(&second), story.said_on(&story.lead));
    assert_eq!(story.delivered_on(&second), Some(done()));
    assert!(story.lead.tablet.held().unsent().is_nothing());
}

#[tokio::test]
async fn of_two_leaders_who_say_it_at_once_one_stands_and_the_others_words_can_be_said_again() {
    let story = Story::begins().await;
    let second = story.joins(1).await;
    story.closes_with_an_action().await;
    syncs(&second, &story.district).await;
    story.lead.tablet.say_delivered(&story.round, done()).await.unwrap();
    second.tablet.say_delivered(&story.round, not_done("one afternoon was not")).await.unwrap();
    syncs(&story.lead, &story.district).await;
    syncs(&second, &story.district).await;
    assert_eq!(story.delivered_on(&second), Some(done()), "what stands is what is shown");

    let refused = second.tablet.held().refused()[0].clone();
    assert!(second.tablet.held().can_be_put_up(&refused));
    second.tablet.put_up_again(&refused).await.unwrap();
    for player in [&second, &story.lead] {
        syncs(player, &story.district).await;
        assert_eq!(story.delivered_on(player), Some(not_done("one afternoon was not")));
        assert!(player.tablet.held().unsent().is_nothing());
    }
}

#[tokio::test]
async fn what_was_refused_is_not_shown_as_if_it_had_been_said() {
    let story = Story::begins().await;
    story.closes_with_an_action().await;
    let mut ahead = story.district.tablet(1).await;
    syncs(&ahead, &story.district).await;
    ahead.sets_the_clock_ahead(30).await;
    ahead.tablet.say_delivered(&story.round, not_done("the month is over")).await.unwrap();
    syncs(&ahead, &story.district).await;
    assert_eq!(ahead.tablet.held().unsent().refused, 1);
    assert_eq!(story.delivered_on(&ahead), None);

    story.lead.tablet.say_delivered(&story.round, done()).await.unwrap();
    syncs(&story.lead, &story.district).await;
    syncs(&ahead, &story.district).await;
    assert_eq!(story.delivered_on(&ahead), Some(done()));
}

#[tokio::test]
async fn after_a_restore_to_before_the_close_the_release_and_what_came_of_it_are_there_again() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    story.district.wire.host.read().await.take_backup().await;
    story.closes_with_an_action().await;
    story.lead.tablet.say_delivered(&story.round, done()).await.unwrap();
    syncs(&story.lead, &story.district).await;
    let published = story.release_on(&story.lead);
    story.district.wire.host.write().await.restore_taken().await;

    syncs(&story.lead, &story.district).await;
    assert!(story.lead.tablet.held().unsent().is_nothing());
    let second = story.district.tablet(1).await;
    syncs(&second, &story.district).await;
    assert_eq!((story.release_on(&second), story.delivered_on(&second)), (published, Some(done())));
}
