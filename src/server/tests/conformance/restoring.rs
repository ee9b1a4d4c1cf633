//! A server that was put back to an earlier day loses nothing that tablets still hold, and shows nothing twice.

use axum::http::Method;
use domain::change::Change;
use domain::ids::RoundId;
use domain::release::Release;
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::pull::{Pull, Pulled};
use protocol::push::{Item, Outcome, Push, Pushed, RefusalCode};
use protocol::round::{BeforeClose, Close, Closed, Published, Report};

use crate::on_both_engines;
use crate::world::{Walk, World, assert_refused, tablet};

const CLOSE: Close = Close { without_unsent: false };

impl World {
    async fn tablet_reports(&self, walk: &Walk, number: u8) {
        let report = serde_json::to_value(Report { tablet: tablet(number), unsent: false }).unwrap();
        assert_eq!(self.lead(Method::POST, &walk.path(path::REPORT), Some(report)).await.status, 204);
    }

    async fn close(&self, walk: &Walk) -> Published {
        self.posts::<_, Closed>(&walk.path(path::CLOSE), &CLOSE).await.published
    }

    async fn offer(&self, walk: &Walk, published: &Published) -> Published {
        self.posts(&walk.path(path::OFFER), published).await
    }
}

on_both_engines! {
    async fn a_restore_is_noticed_at_the_start_and_everything_is_offered_again(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let backup = world.backup().await;
        world.receives(&[walk.debriefed()]).await;
        let before = world.pull(None).await;

        world.restore(&backup).await;
        let after = world.pull(Some(&before.cursor)).await;
        assert_ne!(after.epoch, before.epoch);
        assert_eq!(after.news.len(), 3, "from the beginning: roster, agreement and plan");
        world.receives(&[walk.planned(), walk.debriefed()]).await;
        assert_eq!(world.pull(Some(&after.cursor)).await.epoch, after.epoch);
    }

    async fn a_restore_of_the_whole_folder_is_noticed_by_the_first_cursor_and_once_only(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let backup = world.backup().await;
        world.receives(&[walk.debriefed()]).await;
        let first = world.pull(None).await;
        let earlier = first.cursor.clone();
        world.receives(&[Change::Plan(walk.plan.with_end(walk.plan.ends.plus(1)))]).await;
        let second = world.pull(None).await;

        world.restore_everything(&backup).await;
        let after = world.pull(Some(&second.cursor)).await;
        assert_ne!(after.epoch, first.epoch);
        // The other tablets hear of the same epoch, even once the numbers they know are given out again.
        world.receives(&[walk.debriefed(), Change::Plan(walk.plan.with_end(walk.plan.ends.plus(2)))]).await;
        for cursor in [&earlier, &second.cursor] {
            let late = world.pull(Some(cursor)).await;
            assert_eq!((&late.epoch, late.news.len()), (&after.epoch, 4), "from the beginning");
        }
    }

    async fn a_restore_that_lost_only_summaries_is_noticed_too(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let backup = world.backup().await;
        world.receives(&walk.visits(0..3)).await;
        let before = world.pull(None).await;
        world.restore_everything(&backup).await;
        assert_ne!(world.pull(Some(&before.cursor)).await.epoch, before.epoch);
    }

    async fn a_restore_between_two_pulls_of_a_tablet_is_noticed_by_what_it_was_answered_last(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let before = world.pull(None).await;
        let backup = world.backup().await;
        let items = [walk.debriefed()].iter().chain(&walk.visits(0..1)).map(Item::of).collect();
        let pushed: Pushed = world.posts(path::PUSH, &Push { district: None, items }).await;
        world.restore_everything(&backup).await;

        let unaware = world.pull(Some(&before.cursor)).await;
        assert_eq!(unaware.epoch, before.epoch, "the cursor alone is older than the backup");
        let pull = Pull { cursor: Some(unaware.cursor), reached: Some(pushed.reached) };
        let aware: Pulled = world.posts(path::PULL, &pull).await;
        assert_ne!(aware.epoch, before.epoch);
        assert_eq!(aware.news.len(), 3, "from the beginning");
        let again: Pulled = world.posts(path::PULL, &pull).await;
        assert_eq!(again.epoch, aware.epoch, "it begins one epoch and no other");
    }

    async fn a_high_water_file_of_another_district_or_with_a_changed_number_says_nothing(world) {
        let before = world.pull(None).await;
        let file = world.high_water();
        let text = std::fs::read_to_string(&file).unwrap();
        let (district, cursor) = text.trim().split_once(' ').unwrap();
        let further = cursor.split('-').enumerate().map(|(place, part)| if place == 1 { "99" } else { part });
        let further = further.collect::<Vec<_>>().join("-");
        for invented in [format!("{district} {further}"), format!("{} {cursor}", "0".repeat(32))] {
            std::fs::write(&file, invented).unwrap();
            world.restart().await;
            assert_eq!(world.pull(None).await.epoch, before.epoch);
        }
    }

    async fn restored_twice_to_the_same_day_begins_two_epochs(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let backup = world.backup().await;
        let mut epochs = vec![world.pull(None).await.epoch];
        for _ in 0..2 {
            world.receives(&[walk.debriefed()]).await;
            let cursor = world.pull(None).await.cursor;
            world.restore_everything(&backup).await;
            epochs.push(world.pull(Some(&cursor)).await.epoch);
        }
        epochs.sort();
        epochs.dedup();
        assert_eq!(epochs.len(), 3);
    }

    async fn a_release_that_was_undone_is_taken_back_verbatim_and_no_other(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.tablet_reports(&walk, 1).await;
        let backup = world.backup().await;
        let published = world.close(&walk).await;
        world.restore(&backup).await;

        // Closing again without waiting could show twelve rooms minus eleven.
        let problem = world.is_refused(&walk.path(path::CLOSE), &CLOSE).await;
        assert_eq!(problem.kind, ProblemKind::Restored);
        let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        assert_eq!((before.tablets, before.not_back), (1, 1));

        assert_eq!(world.offer(&walk, &published).await, published);
        assert_eq!(world.offer(&walk, &published).await, published);
        assert_eq!(world.close(&walk).await, published);
        assert_eq!(world.push(&walk.visits(22..23)).await, [Outcome::ReceivedLate]);
    }

    async fn after_a_restore_a_round_waits_even_when_every_tablet_it_still_knows_is_back(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.tablet_reports(&walk, 1).await;
        let backup = world.backup().await;
        // The restored server does not know of the second tablet, which may hold a release.
        world.tablet_reports(&walk, 2).await;
        world.receives(&walk.visits(22..24)).await;
        world.restore(&backup).await;
        world.tablet_reports(&walk, 1).await;
        let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        assert_eq!((before.tablets, before.not_back), (1, 0));
        assert_eq!(world.is_refused(&walk.path(path::CLOSE), &CLOSE).await.kind, ProblemKind::Restored);
    }

    async fn after_a_restore_a_round_waits_for_a_week_and_no_longer(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        world.tablet_reports(&walk, 1).await;
        let backup = world.backup().await;
        world.receives(&walk.visits(22..24)).await;
        world.restore(&backup).await;
        let closes_from = world.today().plus(8);
        world.days_pass(7);
        let problem = world.is_refused(&walk.path(path::CLOSE), &CLOSE).await;
        assert_eq!(problem.kind, ProblemKind::Restored);
        assert!(problem.detail.contains(&closes_from.to_string()), "{}", problem.detail);
        let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        assert_eq!(before.closes_from, Some(closes_from));

        world.days_pass(1);
        let before: BeforeClose = world.gets(&walk.path(path::PREVIEW)).await;
        assert_eq!((before.closes_from, before.not_back), (None, 0));
        world.close(&walk).await;
    }

    async fn a_release_that_this_server_did_not_seal_is_refused(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let backup = world.backup().await;
        let published = world.close(&walk).await;
        world.restore(&backup).await;
        let offer = walk.path(path::OFFER);

        let mut release: Release = serde_json::from_str(&published.body).unwrap();
        release.findings[0].cells.clear();
        let changed = Published { body: domain::change::write(&release), seal: published.seal.clone() };
        let unsealed = Published { body: published.body.clone(), seal: "00".repeat(32) };
        let sealed_with_nothing = Published { body: published.body.clone(), seal: String::new() };
        for offered in [changed, unsealed, sealed_with_nothing] {
            assert_eq!(world.is_refused(&offer, &offered).await.kind, ProblemKind::OtherRelease);
        }
        let nonsense = Published { body: "{}".to_owned(), seal: published.seal.clone() };
        assert_eq!(world.is_refused(&offer, &nonsense).await.kind, ProblemKind::Malformed);
        let elsewhere = path::of_round(path::OFFER, &RoundId::from_bytes([9; 16]));
        assert_eq!(world.is_refused(&elsewhere, &published).await.kind, ProblemKind::Malformed);
        assert_eq!(world.pull(None).await.news.len(), 4, "roster, agreement, plan, debrief");
    }

    async fn a_second_release_of_a_round_is_refused_whichever_came_first(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let backup = world.backup().await;
        let first = world.close(&walk).await;
        world.restore(&backup).await;
        world.days_pass(8);
        // Nobody had reported, so nobody was waited for: the round closed anew.
        let second = world.close(&walk).await;
        assert_ne!(second.body, first.body);
        let problem = world.is_refused(&walk.path(path::OFFER), &first).await;
        assert_eq!(problem.kind, ProblemKind::OtherRelease);
        assert_eq!(world.close(&walk).await, second);
    }

    async fn a_release_comes_back_before_its_plan_and_the_rest_follows(world) {
        let walk = Walk::number(1);
        let backup = world.backup().await;
        world.receives(&walk.everything()).await;
        let published = world.close(&walk).await;
        world.restore(&backup).await;

        assert_eq!(world.offer(&walk, &published).await, published);
        let outcomes = world.push(&walk.visits(0..1)).await;
        assert_refused(&outcomes[0], RefusalCode::UnknownRound, walk.round().as_str());
        world.receives(&[walk.planned(), walk.debriefed()]).await;
        assert_eq!(world.push(&walk.visits(0..1)).await, [Outcome::ReceivedLate]);
        assert_eq!(world.close(&walk).await, published);
    }
}

/// Of PostgreSQL alone: the commands of docs/backup.md.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_postgresqls_own_tools_kept_while_the_server_ran_is_put_back_and_tablets_offer_the_rest() {
    let mut world = World::on_postgres().await;
    let walk = Walk::number(1);
    world.receives(&[walk.planned()]).await;
    world.receives(&walk.visits(0..3)).await;
    let rows = world.dump().await;
    let dump = world.dumped_by_its_own_tool();
    world.receives(&[walk.debriefed()]).await;
    let before = world.pull(None).await;

    world.put_back_by_its_own_tool(&dump).await;
    let restored = world.dump().await;
    let lost: Vec<&str> = rows.lines().filter(|row| !restored.contains(*row)).collect();
    assert!(matches!(lost[..], [district] if district.contains("name=Rivermoor")), "but for its epoch: {lost:#?}");
    let after = world.pull(Some(&before.cursor)).await;
    assert_ne!(after.epoch, before.epoch);
    assert_eq!(after.news.len(), 3, "from the beginning: roster, agreement and plan");
    world.receives(&[walk.debriefed()]).await;
    world.ends().await;
}
