//! What becomes of changes that the server did not take.

use device::tablet::{NotPutUp, RoundRefused};
use domain::round::{Sense, Statement};
use domain::text::Sentence;
use world::district::Player;

use crate::story::{Story, syncs};

#[tokio::test]
async fn an_edit_that_lost_is_kept_beside_later_edits_until_it_is_put_up_again() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    let end = |player: &Player| player.tablet.held().round(&story.round).unwrap().record.plan.ends;
    let planned = end(&story.lead);
    story.lead.tablet.extend_round(&story.round, planned.plus(1)).await.unwrap();
    second.tablet.extend_round(&story.round, planned.plus(5)).await.unwrap();
    syncs(&story.lead, &story.district).await;
    syncs(&second, &story.district).await;
    assert_eq!(end(&second), planned.plus(1));
    assert_eq!(second.tablet.held().unsent().refused, 1);

    // A later edit of the same plan goes its way and takes nothing of the refused one with it.
    second.tablet.extend_round(&story.round, planned.plus(2)).await.unwrap();
    syncs(&second, &story.district).await;
    let refused = second.tablet.held().refused()[0].clone();
    second.tablet.put_up_again(&refused).await.unwrap();
    assert!(second.tablet.held().refused().is_empty());
    syncs(&second, &story.district).await;
    syncs(&story.lead, &story.district).await;
    assert_eq!((end(&story.lead), end(&second)), (planned.plus(5), planned.plus(5)));
    assert!(second.tablet.held().unsent().is_nothing());
}

#[tokio::test]
async fn words_for_which_a_board_has_no_room_stay_refused_until_they_are_let_go() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let says = |words: String| Statement { sense: Sense::Heard, text: Sentence::parse(&words).unwrap() };
    let too_many: Vec<Statement> = (0..61).map(|number| says(format!("we disagree, {number}"))).collect();
    let write = async |statements: Vec<Statement>| {
        story.lead.tablet.write_debrief(&story.round, |board| board.described = statements).await.unwrap();
    };
    write(too_many).await;
    syncs(&story.lead, &story.district).await;
    let refused = story.lead.tablet.held().refused()[0].clone();
    assert_eq!(story.lead.tablet.put_up_again(&refused).await, Err(NotPutUp::BoardFull));

    write(vec![says("we disagree, 0".into())]).await;
    syncs(&story.lead, &story.district).await;
    assert_eq!(story.lead.tablet.held().refused(), [&refused]);
    story.lead.tablet.let_go(&refused).await.unwrap();
    assert!(story.lead.tablet.held().unsent().is_nothing());
}

#[tokio::test]
async fn what_is_written_on_a_board_after_the_close_can_be_read_and_let_go_and_nothing_else() {
    let mut story = Story::begins().await;
    story.visits(&story.lead, 0..10).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    let mut late = story.joins(1).await;
    late.up = false;
    let said = Statement { sense: Sense::Heard, text: Sentence::parse("one more thing").unwrap() };
    late.tablet.write_debrief(&story.round, |board| board.described.push(said)).await.unwrap();
    story.closes(&story.lead).await.unwrap();
    story.lead.up = true;
    late.up = true;
    syncs(&late, &story.district).await;
    syncs(&late, &story.district).await;

    let refused = late.tablet.held().refused()[0].clone();
    assert!(refused.item.body.contains("one more thing"));
    assert!(!late.tablet.held().can_be_put_up(&refused));
    assert_eq!(late.tablet.put_up_again(&refused).await, Err(NotPutUp::Round(RoundRefused::Closed)));
    late.tablet.let_go(&refused).await.unwrap();
    assert!(late.tablet.held().unsent().is_nothing());
}

#[tokio::test]
async fn words_that_find_a_board_full_are_kept_and_join_it_once_there_is_room() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    let says = |words: String| Statement { sense: Sense::Heard, text: Sentence::parse(&words).unwrap() };
    let full: Vec<Statement> = (0..60).map(|number| says(format!("we disagree, {number}"))).collect();
    let late = says("one more thing".into());
    second.tablet.write_debrief(&story.round, |board| board.described.push(late.clone())).await.unwrap();
    story.lead.tablet.write_debrief(&story.round, |board| board.described = full).await.unwrap();
    syncs(&story.lead, &story.district).await;
    for _ in 0..2 {
        syncs(&second, &story.district).await;
        assert_eq!(second.tablet.held().unsent().refused, 1);
        let refused = second.tablet.held().refused()[0].clone();
        assert!(refused.item.body.contains("one more thing"));
        assert_eq!(second.tablet.put_up_again(&refused).await, Err(NotPutUp::BoardFull));
    }

    story.lead.tablet.write_debrief(&story.round, |board| board.described.truncate(10)).await.unwrap();
    for player in [&story.lead, &second, &story.lead] {
        syncs(player, &story.district).await;
        assert!(player.tablet.held().unsent().is_nothing());
    }
    let board = story.lead.tablet.held().round(&story.round).unwrap().debrief.clone().unwrap();
    assert_eq!(board.described.len(), 11);
    assert!(board.described.contains(&late));
}
