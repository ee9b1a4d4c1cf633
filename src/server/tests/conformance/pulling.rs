//! Fetching what is new.

use domain::change::Change;
use domain::ids::RoundId;
use domain::roster::Roster;
use domain::round::Plan;
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::pull::NewsKind;
use protocol::push::{Item, Push, Pushed};
use serde_json::json;

use crate::on_both_engines;
use crate::world::{Walk, debrief, roster};

on_both_engines! {
    async fn a_tablet_fetches_what_is_new_and_only_the_newest_of_each_thing(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let first = world.pull(None).await;
        let kinds: Vec<NewsKind> = first.news.iter().map(|news| news.kind).collect();
        assert_eq!(kinds, [NewsKind::Roster, NewsKind::Agreement, NewsKind::Plan, NewsKind::Debrief]);
        let fetched: Roster = serde_json::from_str(&first.news[0].body).unwrap();
        assert_eq!(fetched, roster());
        assert_eq!(first.news[2].body, walk.planned().body());
        assert!(!first.more && first.news.iter().all(|news| news.seal.is_none()));

        let nothing = world.pull(Some(&first.cursor)).await;
        assert_eq!((nothing.news.len(), &nothing.epoch), (0, &first.epoch));

        let longer = walk.plan.with_end(walk.plan.ends.plus(1));
        let latest = longer.with_end(longer.ends.plus(1));
        world.receives(&[Change::Plan(longer)]).await;
        world.receives(&[Change::Plan(latest.clone())]).await;
        let next = world.pull(Some(&nothing.cursor)).await;
        assert_eq!(next.news.len(), 1);
        assert_eq!((next.news[0].revision, &next.news[0].body), (3, &Change::Plan(latest).body()));
        assert_eq!(next.epoch, first.epoch, "a row that moved on is no restore");
        assert_eq!(world.pull(None).await.news.len(), 4);
    }

    async fn neither_a_summary_nor_a_note_is_ever_fetched(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let text = serde_json::to_string(&world.pull(None).await).unwrap();
        let summary = walk.visit(0, true);
        assert!(!text.contains(summary.id.as_str()) && !text.contains(summary.token.as_str()));
    }

    async fn much_news_comes_in_pages_and_none_is_missed_or_doubled(world) {
        let plan = Walk::number(1).plan;
        let plans = (0..450_u32).map(|number| {
            let mut id = [0; 16];
            id[..4].copy_from_slice(&number.to_be_bytes());
            Plan { round: RoundId::from_bytes(id), ..plan.clone() }
        });
        let plans: Vec<Change> = plans.map(Change::Plan).collect();
        world.receives(&plans).await;
        let (mut cursor, mut bodies, mut pages) = (None, Vec::new(), 0);
        loop {
            let pulled = world.pull(cursor.as_deref()).await;
            // The roster and the agreement come first.
            bodies.extend(pulled.news.into_iter().skip(if pages == 0 { 2 } else { 0 }).map(|news| news.body));
            (cursor, pages) = (Some(pulled.cursor), pages + 1);
            if !pulled.more {
                break;
            }
        }
        assert!(pages >= 3, "{pages}");
        assert_eq!(bodies, plans.iter().map(Change::body).collect::<Vec<_>>());
    }

    async fn a_cursor_that_no_server_gave_out_is_refused_by_name(world) {
        let unsealed = "0123456789abcdef-1-0123456789abcdef";
        for cursor in ["", "7", unsealed, &format!("{unsealed}-0123456789abcdeX"), "a-b-c-d"] {
            let problem = world.is_refused(path::PULL, &json!({ "cursor": cursor })).await;
            assert_eq!(problem.kind, ProblemKind::Malformed);
            assert!(problem.detail.contains(&format!("{cursor:?}")), "{}", problem.detail);
        }
    }

    async fn a_cursor_of_another_district_or_an_invented_one_begins_nothing(world) {
        let other = world.another_district().await;
        let foreign = other.pull(None).await;
        other.ends().await;
        let own = world.pull(None).await;
        let invented = format!("{}-0123456789abcdef", own.cursor.rsplit_once('-').unwrap().0);
        let before = world.dump().await;
        for cursor in [&foreign.cursor, &invented] {
            for pull in [json!({ "cursor": cursor }), json!({ "cursor": own.cursor, "reached": cursor })] {
                let problem = world.is_refused(path::PULL, &pull).await;
                assert_eq!((problem.kind, problem.status), (ProblemKind::AnotherDistrict, 409));
            }
        }
        assert_eq!(world.dump().await, before);
        assert_eq!(world.pull(Some(&own.cursor)).await.epoch, own.epoch);

        let items: Vec<Item> = Walk::number(1).everything().iter().map(Item::of).collect();
        let push = Push { district: Some(foreign.district), items };
        assert_eq!(world.is_refused(path::PUSH, &push).await.kind, ProblemKind::AnotherDistrict);
        assert_eq!(world.dump().await, before);
        let _: Pushed = world.posts(path::PUSH, &Push { district: Some(own.district), ..push }).await;
    }

    async fn the_same_roster_again_is_no_news_and_a_room_that_left_stays_known(world) {
        let store = world.server().store.clone();
        let before = world.pull(None).await;
        assert_eq!(store.import("Rivermoor", &roster()).await.unwrap(), 1);
        assert_eq!(world.pull(Some(&before.cursor)).await.news.len(), 0);

        let mut smaller = roster();
        let gone = smaller.rooms.remove(3);
        assert_eq!(store.import("Rivermoor", &smaller).await.unwrap(), 2);
        let news = world.pull(Some(&before.cursor)).await.news;
        assert_eq!((news.len(), news[0].revision), (1, 2));
        let fetched: Roster = serde_json::from_str(&news[0].body).unwrap();
        assert!(!fetched.room(&gone.id).unwrap().active);
        // A tablet that had not heard of it plans with that room all the same.
        world.receives(&[Walk::number(1).planned(), Change::Debrief(debrief(Walk::number(1).round()))]).await;
    }

    async fn a_restart_changes_nothing(world) {
        let walk = Walk::number(1);
        world.receives(&walk.everything()).await;
        let before = world.pull(None).await;
        world.restart().await;
        assert_eq!(world.pull(None).await, before);
        let after = world.pull(Some(&before.cursor)).await;
        assert_eq!((after.news.len(), after.epoch), (0, before.epoch));
    }
}
