//! What becomes of words that several tablets write on one board.

use std::cell::Cell;
use std::collections::BTreeSet;

use async_trait::async_trait;
use device::network::{Network, NoAnswer, Request, Response};
use device::sync::Stopped;
use domain::round::{Debrief, Sense, Statement};
use domain::text::{Name, Sentence};
use world::district::{Player, TabletWire};

use crate::story::{Story, syncs};

/// A network on which another tablet's whole sync comes in between what this one hears and what it sends.
struct Passed<'tablets> {
    own: TabletWire,
    then: Cell<Option<(&'tablets Player, &'tablets dyn Network)>>,
}

#[async_trait(?Send)]
impl Network for Passed<'_> {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        let is_board = request.path == protocol::path::PUSH;
        if let Some((other, network)) = is_board.then(|| self.then.take()).flatten() {
            other.tablet.sync(network).await.expect("nothing is in the way");
        }
        self.own.send(request).await
    }
}

/// A network that brings what is sent and loses the answer.
struct Deaf(TabletWire);

#[async_trait(?Send)]
impl Network for Deaf {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        let is_push = request.path == protocol::path::PUSH;
        let answer = self.0.send(request).await;
        if is_push { Err(NoAnswer) } else { answer }
    }
}

async fn hears(story: &Story, player: &Player, words: &'static str) {
    let statement = Statement { sense: Sense::Heard, text: Sentence::parse(words).unwrap() };
    player.tablet.write_debrief(&story.round, |board| board.described.push(statement)).await.unwrap();
}

/// The one board that all of these tablets show, and nothing of it is refused or still waits.
fn board_of_all(story: &Story, players: &[&Player]) -> Debrief {
    let board = |player: &Player| player.tablet.held().round(&story.round).unwrap().debrief.clone().unwrap();
    for player in players {
        assert_eq!(board(player), board(players[0]));
        assert!(player.tablet.held().refused().is_empty() && player.tablet.held().unsent().is_nothing());
    }
    board(players[0])
}

fn heard(board: &Debrief) -> BTreeSet<&str> {
    board.described.iter().map(|statement| statement.text.as_str()).collect()
}

#[tokio::test]
async fn what_two_tablets_write_on_one_board_at_once_stands_side_by_side() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    hears(&story, &story.lead, "what makes you say that").await;
    // More edits on one tablet than on the other: the higher number alone must not win.
    hears(&story, &second, "I see it another way").await;
    hears(&story, &second, "because the chart starts at zero").await;
    for player in [&story.lead, &second, &story.lead] {
        syncs(player, &story.district).await;
    }
    assert_eq!(heard(&board_of_all(&story, &[&story.lead, &second])).len(), 3);
}

#[tokio::test]
async fn when_pushes_of_three_tablets_pass_each_other_the_words_of_all_three_stand() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let (second, third) = (story.joins(1).await, story.joins(2).await);
    hears(&story, &story.lead, "what makes you say that").await;
    hears(&story, &second, "I see it another way").await;
    hears(&story, &second, "because the chart starts at zero").await;
    hears(&story, &third, "can you say it again").await;
    // Each of them has heard what is new before the next one's board arrives.
    let last = Passed { own: third.wire(&story.district.wire), then: None.into() };
    let middle = Passed { own: second.wire(&story.district.wire), then: Some((&third, &last as &dyn Network)).into() };
    let first =
        Passed { own: story.lead.wire(&story.district.wire), then: Some((&second, &middle as &dyn Network)).into() };
    story.lead.tablet.sync(&first).await.unwrap();

    let all = [&story.lead, &second, &third];
    for player in all.iter().chain(&all).chain(&all) {
        syncs(player, &story.district).await;
    }
    assert_eq!(heard(&board_of_all(&story, &all)).len(), 4);
}

#[tokio::test]
async fn a_correction_made_while_the_first_wording_was_on_its_way_stays_a_correction() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let predicts = async |words: &'static str| {
        let written = story.lead.tablet.write_debrief(&story.round, |board| {
            board.prediction = Some(Sentence::parse(words).unwrap());
        });
        written.await.unwrap();
    };
    predicts("They would know how to gve a reason").await;
    // The server takes it, and the answer is lost.
    let lost = Deaf(story.lead.wire(&story.district.wire));
    assert_eq!(story.lead.tablet.sync(&lost).await.unwrap_err(), Stopped::NoAnswer);
    predicts("They would know how to give a reason").await;
    for _ in 0..2 {
        syncs(&story.lead, &story.district).await;
    }
    let board = board_of_all(&story, &[&story.lead]);
    assert_eq!(board.prediction.unwrap().as_str(), "They would know how to give a reason");
    assert_eq!(board.patterns, []);
}

#[tokio::test]
async fn after_a_restore_to_an_earlier_board_the_newest_stands_again_with_the_words_of_all() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    story.district.wire.host.write().await.back_up().await;
    let owner = |board: &mut Debrief| board.action.as_mut().unwrap().owner = Name::parse("Vice principal").unwrap();
    story.lead.tablet.write_debrief(&story.round, owner).await.unwrap();
    syncs(&story.lead, &story.district).await;
    syncs(&second, &story.district).await;
    hears(&story, &second, "I see it another way").await;
    syncs(&second, &story.district).await;
    hears(&story, &second, "only on this tablet so far").await;

    story.district.wire.host.write().await.restore_database().await;
    let both = [&story.lead, &second];
    for player in both.iter().chain(&both).chain(&both) {
        syncs(player, &story.district).await;
    }
    let board = board_of_all(&story, &both);
    assert_eq!(heard(&board).len(), 2);
    assert_eq!(board.action.unwrap().owner.as_str(), "Vice principal");
}
