//! What leaders say came of the actions that their rounds closed with.

use axum::http::Method;
use domain::change::Change;
use domain::ids::SchoolId;
use domain::permission::Role;
use domain::round::{Delivered, Delivery};
use domain::text::Sentence;
use protocol::path;
use protocol::pull::NewsKind;
use protocol::push::{Item, Outcome, RefusalCode};
use protocol::round::{Close, Closed, Published};
use protocol::schools::{Releases, TermReleases};

use crate::on_both_engines;
use crate::people::not_allowed;
use crate::world::{Walk, World, assert_refused};

fn done() -> Delivered {
    Delivered::Done { came_of_it: Some(Sentence::parse("Every team has its hour.").unwrap()) }
}

fn not_done() -> Delivered {
    Delivered::NotDone { because: Sentence::parse("No substitutes were to be had.").unwrap() }
}

impl World {
    async fn closes_with_its_action(&self, walk: &Walk) -> Published {
        self.receives(&walk.everything()).await;
        self.posts::<_, Closed>(&walk.path(path::CLOSE), &Close { without_unsent: true }).await.published
    }

    fn delivery(&self, walk: &Walk, revision: u32, delivered: Delivered) -> Delivery {
        Delivery { round: walk.round().clone(), revision, said: self.today(), delivered }
    }

    async fn read_at(&self, school: &str) -> Releases {
        self.gets(&path::of_school(path::RELEASES, &SchoolId::from_roster(school))).await
    }
}

on_both_engines! {
    async fn what_came_of_an_action_is_news_to_tablets_and_stands_beside_the_release_for_readers(world) {
        let walk = Walk::number(1);
        let published = world.closes_with_its_action(&walk).await;
        let before = world.pull(None).await;
        world.days_pass(20);
        let (first, second) = (world.delivery(&walk, 1, not_done()), world.delivery(&walk, 2, done()));
        world.receives(&[Change::Delivery(first.clone())]).await;
        world.receives(&[Change::Delivery(second.clone())]).await;

        let news = world.pull(Some(&before.cursor)).await.news;
        let body = Change::Delivery(second.clone()).body();
        assert_eq!((news.len(), news[0].kind, news[0].revision, &news[0].body), (1, NewsKind::Delivery, 2, &body));
        let read = world.read_at("Alder").await;
        assert_eq!((read.releases, read.deliveries), (vec![published], vec![second.clone()]));
        assert_eq!(world.read_at("Birch").await.deliveries, []);
        // It belongs to the term of its release, whenever it was said.
        let term: TermReleases = world.gets(&[path::DISTRICT_TERM, "?holding=2026-11-02"].concat()).await;
        assert_eq!(term.deliveries, [second]);
        let next: TermReleases = world.gets(&[path::DISTRICT_TERM, "?holding=2027-02-02"].concat()).await;
        assert_eq!(next.deliveries, []);
        // The one before it was heard and has no effect; the same once more is received once more.
        let again = world.push(&[Change::Delivery(first)]).await;
        assert_eq!(again, [Outcome::Superseded]);
    }

    async fn the_action_of_a_round_of_several_schools_is_said_once_and_read_at_each_of_them(world) {
        let mut walk = Walk::number(1);
        walk.plan.schools.insert(SchoolId::from_roster("Birch"));
        walk.plan.groups = domain::round::group_rooms(&crate::world::roster().rooms, walk.plan.grouping, 10);
        world.closes_with_its_action(&walk).await;
        let delivery = world.delivery(&walk, 1, done());
        let (alder, birch) = (world.school(0).await, world.school(1).await);
        // Neither principal leads both.
        let principal = world.comes_in_as(Role::Principal, Some(&alder)).await;
        let item = Item::of(&Change::Delivery(delivery.clone()));
        assert!(not_allowed(&world.device_pushes(&principal, vec![item.clone()]).await[0]));
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        assert_eq!(world.device_pushes(&lead, vec![item]).await, [Outcome::Received]);
        for school in [&alder, &birch] {
            assert_eq!(world.read_at(&school.name).await.deliveries, std::slice::from_ref(&delivery));
        }
        let term: TermReleases = world.gets(path::DISTRICT_TERM).await;
        assert_eq!(term.deliveries, [delivery]);
    }

    async fn nothing_is_delivered_of_a_round_that_is_not_closed_nor_on_a_day_that_cannot_be(world) {
        let walk = Walk::number(1);
        let open = world.push(&[walk.planned(), Change::Delivery(world.delivery(&walk, 1, done()))]).await;
        assert_eq!(open[0], Outcome::Received);
        assert_refused(&open[1], RefusalCode::UnknownRound, "no release of this round");

        world.days_pass(10);
        world.closes_with_its_action(&walk).await;
        for (days, words) in [(-2, "the round closed on"), (2, "that day has not come")] {
            let said = world.today().plus(days);
            let delivery = Delivery { said, ..world.delivery(&walk, 1, done()) };
            assert_refused(&world.push(&[Change::Delivery(delivery)]).await[0], RefusalCode::AgainstTheRules, words);
        }
        let unreasoned = Change::Delivery(world.delivery(&walk, 1, not_done()));
        let body = unreasoned.body().replace("No substitutes were to be had.", " ");
        let outcomes = world.push_items(vec![Item { body, ..Item::of(&unreasoned) }]).await;
        assert_refused(&outcomes[0], RefusalCode::Malformed, "nothing is written");
        assert_eq!(world.read_at("Alder").await.deliveries, []);
    }

    async fn two_leaders_who_say_it_at_once_do_not_overwrite_one_another(world) {
        let walk = Walk::number(1);
        world.closes_with_its_action(&walk).await;
        world.receives(&[Change::Delivery(world.delivery(&walk, 1, done()))]).await;
        let other = Change::Delivery(world.delivery(&walk, 1, not_done()));
        assert_refused(&world.push(&[other]).await[0], RefusalCode::Conflict, "held with other content");
    }

    async fn only_whoever_leads_the_rounds_school_says_it_and_hears_of_it(world) {
        let (own, other) = (world.school(0).await, world.school(1).await);
        let walk = Walk::number(1);
        world.closes_with_its_action(&walk).await;
        let item = Item::of(&Change::Delivery(world.delivery(&walk, 1, done())));
        let elsewhere = world.comes_in_as(Role::Principal, Some(&other)).await;
        let visitor = world.comes_in_as(Role::Visitor, Some(&own)).await;
        for device in [&elsewhere, &visitor] {
            assert!(not_allowed(&world.device_pushes(device, vec![item.clone()]).await[0]));
        }
        let principal = world.comes_in_as(Role::Principal, Some(&own)).await;
        assert_eq!(world.device_pushes(&principal, vec![item]).await, [Outcome::Received]);
        let heard = async |device| {
            let news = world.device_pulls(device).await.news;
            news.iter().any(|news| news.kind == NewsKind::Delivery)
        };
        assert!(heard(&visitor).await && !heard(&elsewhere).await);
        let releases = path::of_school(path::RELEASES, &own.id);
        let read: Releases = world.device_asks(&principal, Method::GET, &releases, None).await.says();
        assert_eq!(read.deliveries.len(), 1);
    }

    async fn after_a_restore_a_delivery_waits_for_its_release_and_other_schools_still_hear_of_neither(world) {
        let walk = Walk::number(1);
        let backup = world.backup().await;
        let published = world.closes_with_its_action(&walk).await;
        let delivery = Change::Delivery(world.delivery(&walk, 1, done()));
        world.receives(std::slice::from_ref(&delivery)).await;
        world.restore(&backup).await;

        assert_refused(&world.push(std::slice::from_ref(&delivery)).await[0], RefusalCode::UnknownRound, "no release");
        let offered: Published = world.posts(&walk.path(path::OFFER), &published).await;
        assert_eq!(offered, published);
        // No plan has come back yet; the release says whose the round is.
        let other = world.school(1).await;
        let elsewhere = world.comes_in_as(Role::Principal, Some(&other)).await;
        let item = Item::of(&delivery);
        assert!(not_allowed(&world.device_pushes(&elsewhere, vec![item]).await[0]));
        world.receives(std::slice::from_ref(&delivery)).await;
        let kinds: Vec<NewsKind> = world.device_pulls(&elsewhere).await.news.iter().map(|news| news.kind).collect();
        assert_eq!(kinds, [NewsKind::Roster, NewsKind::Agreement]);
        assert_eq!(world.read_at("Alder").await.deliveries.len(), 1);
    }
}
