//! What a visitor may do: record, and hear how a round stands; not plan, close, or read what was published.

use axum::http::Method;
use domain::permission::Role;
use protocol::path;
use protocol::problem::ProblemKind;
use protocol::pull::NewsKind;
use protocol::push::{Item, Outcome};
use protocol::round::{Close, Closed};

use crate::on_both_engines;
use crate::people::not_allowed;
use crate::world::Walk;

on_both_engines! {
    async fn a_visitor_records_and_does_not_plan_or_close(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned()]).await;
        let visitor = world.comes_in_as(Role::Visitor, None).await;
        let mut changes = walk.visits(0..3);
        changes.push(Walk::number(2).planned());
        let outcomes = world.device_pushes(&visitor, changes.iter().map(Item::of).collect()).await;
        assert!(outcomes[..3].iter().all(|outcome| *outcome == Outcome::Received), "{outcomes:?}");
        assert!(not_allowed(&outcomes[3]));
        let close = serde_json::to_value(Close { without_unsent: true }).unwrap();
        let answered = world.device_asks(&visitor, Method::POST, &walk.path(path::CLOSE), Some(close)).await;
        answered.is(ProblemKind::NotAllowed);
        world.device_asks(&visitor, Method::GET, path::SCHOOLS, None).await.is(ProblemKind::NotAllowed);
    }

    async fn a_visitors_tablet_hears_that_a_round_is_closed_and_nothing_of_what_it_published(world) {
        let walk = Walk::number(1);
        world.receives(&[walk.planned(), walk.debriefed()]).await;
        world.receives(&walk.visits(0..22)).await;
        let own = world.school(0).await;
        let visitors = [world.comes_in_as(Role::Visitor, None).await, world.comes_in_as(Role::Visitor, Some(&own)).await];
        let lead = world.comes_in_as(Role::DistrictLead, None).await;
        let close = Close { without_unsent: true };
        let published = world.posts::<_, Closed>(&walk.path(path::CLOSE), &close).await.published;
        let heard = world.device_pulls(&lead).await;
        assert!(heard.news.iter().any(|news| news.kind == NewsKind::Release && news.body == published.body));
        for visitor in &visitors {
            let heard = world.device_pulls(visitor).await;
            let about_it: Vec<_> = heard.news.iter().filter(|news| news.id == walk.round().as_str()).collect();
            let kinds: Vec<_> = about_it.iter().map(|news| news.kind).collect();
            assert_eq!(kinds, [NewsKind::Plan, NewsKind::Debrief, NewsKind::Closed]);
            assert_eq!((about_it[2].body.as_str(), &about_it[2].seal), ("{}", &None));
            let offered = serde_json::to_value(&published).unwrap();
            let offer = walk.path(path::OFFER);
            world.device_asks(visitor, Method::POST, &offer, Some(offered)).await.is(ProblemKind::NotAllowed);
        }
    }
}
