//! The ends a round can come to, each told with real tablets and a real server: nothing is lost, and nothing is shown
//! twice.
#![expect(clippy::unwrap_used, reason = "a story that cannot be told is a failed test")]

mod boards;
mod delivering;
mod refused;
mod restoring;
mod story;

use async_trait::async_trait;
use device::network::{Network, NoAnswer, Request, Response};
use device::tablet::{Received, RoundRefused, VisitRefused};
use domain::change::Kind;
use domain::release::Coded;
use protocol::people::Door;
use protocol::problem::ProblemKind;
use world::district::{District, TabletWire};

use crate::story::{Story, problem, syncs};

/// A network that leads to one server for what is heard and to another for what is sent.
struct Swapped {
    hears: TabletWire,
    sends: TabletWire,
}

#[async_trait(?Send)]
impl Network for Swapped {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        let way = if request.path == protocol::path::PUSH { &self.sends } else { &self.hears };
        way.send(request).await
    }
}

#[tokio::test]
async fn a_visit_recorded_offline_reaches_the_principal() {
    let mut story = Story::begins().await;
    let mut second = story.district.tablet(1).await;

    story.lead.up = false;
    second.up = false;
    story.visits(&story.lead, 0..7).await;
    second.tablet.join_round(&story.code()).await.unwrap();
    assert!(matches!(
        second.tablet.begin_visit(&story.round, &story.rooms[7], &Door::Lead.mandate()).await,
        Err(VisitRefused::Unknown)
    ));

    story.lead.up = true;
    second.up = true;
    syncs(&story.lead, &story.district).await;
    syncs(&second, &story.district).await;
    story.visits(&second, 7..12).await;
    story.debriefs(&second).await;
    syncs(&second, &story.district).await;
    story.closes(&second).await.unwrap();

    syncs(&story.lead, &story.district).await;
    assert_eq!(story.release_on(&story.lead).rooms, Some(12));
    assert_eq!(story.release_on(&story.lead).findings[0].cells[0].coded, Coded::NearlyAll);
}

#[tokio::test]
async fn a_round_closes_with_its_debrief_and_not_without() {
    let story = Story::begins().await;
    story.visits(&story.lead, 0..10).await;
    syncs(&story.lead, &story.district).await;
    assert_eq!(problem(story.closes(&story.lead).await), ProblemKind::DebriefUnfinished);
}

#[tokio::test]
async fn closing_twice_from_two_tablets_publishes_once() {
    let story = Story::begins().await;
    story.visits(&story.lead, 0..10).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;

    story.closes(&story.lead).await.unwrap();
    story.closes(&second).await.unwrap();
    assert_eq!(story.release_on(&story.lead), story.release_on(&second));
}

#[tokio::test]
async fn unsent_work_somewhere_is_said_before_the_close_and_then_the_lead_decides() {
    let story = Story::begins().await;
    story.visits(&story.lead, 0..10).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    let room = &story.rooms[10];
    second.tablet.begin_visit(&story.round, room, &Door::Lead.mandate()).await.unwrap();
    syncs(&second, &story.district).await;

    let wire = story.lead.wire(&story.district.wire);
    let before = story.lead.tablet.before_close(&wire, &story.round).await.unwrap();
    assert_eq!((before.tablets, before.unsent), (2, 1));
    assert_eq!(problem(story.closes(&story.lead).await), ProblemKind::UnsentWork);
    story.lead.tablet.close_round(&wire, &story.round, true).await.unwrap();
    assert_eq!(story.release_on(&story.lead).rooms, Some(10));
}

#[tokio::test]
async fn a_late_summary_is_received_and_stays_out_of_the_picture_for_good() {
    let mut story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    let mut late = story.joins(1).await;
    story.visits(&story.lead, 0..10).await;
    late.up = false;
    story.visits(&late, 10..12).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    story.closes(&story.lead).await.unwrap();
    let published = story.release_on(&story.lead);

    late.up = true;
    syncs(&late, &story.district).await;
    assert!(late.tablet.held().unsent().is_nothing());
    assert_eq!(late.tablet.held().received(Kind::Summary, Received::Late), 2);
    story.lead.up = true;
    syncs(&story.lead, &story.district).await;
    assert_eq!(story.release_on(&story.lead), published);
    assert_eq!(story.release_on(&late), published);
}

#[tokio::test]
async fn after_a_restore_to_before_the_close_the_release_comes_back_and_nothing_is_lost() {
    let story = Story::begins().await;
    story.visits(&story.lead, 0..10).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    story.district.wire.host.write().await.back_up().await;
    story.visits(&second, 10..12).await;
    syncs(&second, &story.district).await;
    story.closes(&story.lead).await.unwrap();
    let published = story.release_on(&story.lead);

    story.district.wire.host.write().await.restore_database().await;
    // Whoever has not seen the release cannot close again, with two rooms less.
    assert_eq!(problem(story.closes(&second).await), ProblemKind::Restored);
    syncs(&second, &story.district).await;
    syncs(&story.lead, &story.district).await;
    syncs(&second, &story.district).await;

    assert_eq!(story.release_on(&second), published);
    let urn = story.district.wire.host.read().await.urn(&story.round).await;
    assert_eq!(urn.received.len() + urn.late.len(), 12);
}

#[tokio::test]
async fn a_tablet_whose_address_leads_to_another_district_sends_it_nothing_and_keeps_everything() {
    let story = Story::begins().await;
    syncs(&story.lead, &story.district).await;
    story.visits(&story.lead, 0..3).await;
    story.debriefs(&story.lead).await;
    let other = District::of(100).await;
    let before = (other.wire.host.read().await.everything().await, story.lead.tablet.held().clone());
    for _ in 0..2 {
        let outcome = story.lead.tablet.sync(&story.lead.wire(&other.wire)).await;
        assert_eq!(problem(outcome.map(|_| ())), ProblemKind::AnotherDistrict);
    }
    assert_eq!((other.wire.host.read().await.everything().await, story.lead.tablet.held().clone()), before);

    // Even when the address changes in the moment between hearing and sending.
    let swapped = Swapped { hears: story.lead.wire(&story.district.wire), sends: story.lead.wire(&other.wire) };
    assert_eq!(problem(story.lead.tablet.sync(&swapped).await.map(|_| ())), ProblemKind::AnotherDistrict);
    assert_eq!(other.wire.host.read().await.everything().await, before.0);

    syncs(&story.lead, &story.district).await;
    assert!(story.lead.tablet.held().unsent().is_nothing());
    assert_eq!(story.district.wire.host.read().await.urn(&story.round).await.received.len(), 3);
}

#[tokio::test]
async fn a_round_can_be_extended_until_it_is_closed() {
    let story = Story::begins().await;
    story.visits(&story.lead, 0..10).await;
    story.debriefs(&story.lead).await;
    let later = story.district.time.now().day().plus(14);
    story.lead.tablet.extend_round(&story.round, later).await.unwrap();
    syncs(&story.lead, &story.district).await;
    let second = story.joins(1).await;
    assert_eq!(second.tablet.held().round(&story.round).unwrap().record.plan.ends, later);

    story.closes(&story.lead).await.unwrap();
    assert_eq!(story.lead.tablet.extend_round(&story.round, later.plus(1)).await, Err(RoundRefused::Closed));
}

#[tokio::test]
async fn the_rounds_key_and_the_evidence_are_erased_once_the_close_is_seen() {
    let story = Story::begins().await;
    story.visits(&story.lead, 0..10).await;
    story.debriefs(&story.lead).await;
    syncs(&story.lead, &story.district).await;
    story.closes(&story.lead).await.unwrap();
    syncs(&story.lead, &story.district).await;

    let held = story.lead.tablet.held();
    assert_eq!(held.round(&story.round).unwrap().record.key, None);
    assert!(held.visits_of(&story.round).is_empty());
}
