//! A restore drill: an hour-old backup is put back, and the tablets return.

use domain::release::Release;
use protocol::problem::ProblemKind;

use crate::story::{Story, problem, syncs};

#[tokio::test]
async fn after_an_hour_old_backup_is_put_back_nothing_that_a_tablet_holds_is_lost_and_no_release_changes() {
    let mut story = Story::begins().await;
    story.visits(&story.lead, 0..10).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    story.closes(&story.lead).await.unwrap();
    let (earlier, published_earlier) = (story.round.clone(), story.release_on(&story.lead));
    story.goes_on_to(1).await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    let mut away = story.joins(2).await;
    story.visits(&story.lead, 0..5).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    story.district.wire.host.read().await.take_backup().await;

    story.district.time.pass(60 * 60);
    away.up = false;
    story.visits(&away, 10..11).await;
    story.visits(&second, 5..10).await;
    syncs(&second, &story.district).await;
    story.closes(&second).await.unwrap();
    let published = story.release_on(&second);
    story.district.wire.host.write().await.restore_taken().await;

    // Whoever knows no more than the backup is not taken for the whole district.
    assert_eq!(problem(story.closes(&story.lead).await), ProblemKind::Restored);
    away.up = true;
    for player in [&away, &story.lead, &second, &story.lead, &away] {
        syncs(player, &story.district).await;
    }
    for player in [&story.lead, &second, &away] {
        assert_eq!(story.release_on(player), published);
        assert!(player.tablet.held().unsent().is_nothing());
    }
    let host = story.district.wire.host.read().await;
    let urn = host.urn(&story.round).await;
    assert_eq!(urn.received.len() + urn.late.len(), 11);
    let held = async |round| serde_json::from_str::<Release>(&host.held("release", round).await.unwrap()).unwrap();
    assert_eq!((held(&story.round).await, held(&earlier).await), (published, published_earlier));
}

#[tokio::test]
async fn what_a_locked_tablet_sent_comes_back_although_the_folder_was_put_back_silently_and_it_sent_more_while_locked()
{
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    second.sets_a_lock().await;
    story.district.wire.host.write().await.back_up().await;
    story.visits(&second, 0..3).await;
    second.locks().await;
    syncs(&second, &story.district).await;
    assert_eq!(story.district.wire.host.read().await.urn(&story.round).await.received.len(), 3);

    story.district.wire.host.write().await.restore_folder_silently().await;
    assert_eq!(story.district.wire.host.read().await.urn(&story.round).await.received.len(), 0);
    // Between the PIN and the lock there was no network: the next thing the server hears comes from a locked tablet.
    second.unlocks().await;
    story.visits(&second, 3..5).await;
    second.locks().await;
    syncs(&second, &story.district).await;
    second.unlocks().await;
    syncs(&second, &story.district).await;
    assert_eq!(story.district.wire.host.read().await.urn(&story.round).await.received.len(), 5);
    assert!(second.tablet.held().unsent().is_nothing());
}
