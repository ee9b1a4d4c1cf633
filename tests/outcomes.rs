//! The ends a round can come to, each told with real tablets and a real server: nothing is lost, and nothing is shown
//! twice.
#![expect(clippy::unwrap_used, reason = "a story that cannot be told is a failed test")]

use std::cell::Cell;
use std::collections::BTreeSet;

use async_trait::async_trait;
use device::network::{Network, NoAnswer, Request, Response};
use device::sync::Stopped;
use device::tablet::{Finishing, Received, RoundDraft, RoundRefused, VisitRefused};
use domain::change::Kind;
use domain::ids::{RoomId, RoundId};
use domain::language::Language;
use domain::library::LookForId;
use domain::release::{Coded, Release};
use domain::round::{Action, Debrief, Grouping, Question, Sense, Statement};
use domain::text::{Name, Sentence};
use domain::time::Day;
use domain::visit::{Act, Presence};
use protocol::problem::ProblemKind;
use world::district::{District, Player, TabletWire};

/// A district with a round, its lead, and as many other tablets as a story needs.
struct Story {
    district: District,
    lead: Player,
    round: RoundId,
    rooms: Vec<RoomId>,
}

impl Story {
    async fn begins() -> Story {
        let district = District::of(7).await;
        let lead = district.tablet(0).await;
        syncs(&lead, &district).await;
        let today = district.time.now().day();
        let school = lead.tablet.held().roster().schools[0].id.clone();
        let draft = RoundDraft {
            schools: [school].into(),
            opens: today,
            ends: today.plus(7),
            purpose: Sentence::parse("Who is exploring before explaining?").unwrap(),
            look_fors: vec![LookForId::parse("INQ-02").unwrap()],
            grouping: Grouping::None,
        };
        let round = lead.tablet.plan_round(draft).await.unwrap();
        let rooms: Vec<RoomId> = lead.tablet.held().round(&round).unwrap().record.plan.rooms().cloned().collect();
        assert!(rooms.len() >= 13, "the stories visit up to thirteen rooms");
        Story { district, lead, round, rooms }
    }

    async fn joins(&self, number: usize) -> Player {
        let tablet = self.district.tablet(number).await;
        tablet.tablet.join_round(&self.code()).await.unwrap();
        syncs(&tablet, &self.district).await;
        tablet
    }

    fn code(&self) -> String {
        self.lead.tablet.held().round(&self.round).unwrap().record.key.as_ref().unwrap().code()
    }

    async fn visits(&self, player: &Player, rooms: std::ops::Range<usize>) {
        for room in &self.rooms[rooms] {
            let visit = player.tablet.begin_visit(&self.round, room).await.unwrap();
            let seen = Act::Presence(LookForId::parse("INQ-02").unwrap(), Presence::Seen);
            player.tablet.mark(&visit, seen).await.unwrap();
            let finishing = Finishing { after: 0, language: Language::En };
            player.tablet.finish_visit(&visit, finishing).await.unwrap();
        }
    }

    async fn debriefs(&self, player: &Player) {
        let written = player.tablet.write_debrief(&self.round, |board| {
            board.action = Some(Action {
                owner: Name::parse("Principal").unwrap(),
                what: Sentence::parse("Cover two afternoons").unwrap(),
                by: Day::parse("2026-10-01").unwrap(),
            });
            board.question = Some(Question {
                team: Name::parse("Grade 4").unwrap(),
                asks: Sentence::parse("What do first attempts tell us?").unwrap(),
            });
        });
        written.await.unwrap();
    }

    async fn closes(&self, player: &Player) -> Result<(), Stopped> {
        player.tablet.close_round(&player.wire(&self.district.wire), &self.round, false).await
    }

    fn release_on(&self, player: &Player) -> Release {
        player.tablet.held().round(&self.round).unwrap().release().expect("the tablet knows the release")
    }
}

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

async fn syncs(player: &Player, district: &District) {
    player.tablet.sync(&player.wire(&district.wire)).await.expect("nothing is in the way");
}

fn problem(outcome: Result<(), Stopped>) -> ProblemKind {
    match outcome {
        Err(Stopped::Problem(problem)) => problem.kind,
        other => panic!("expected a problem, found {other:?}"),
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
    assert!(matches!(second.tablet.begin_visit(&story.round, &story.rooms[7]).await, Err(VisitRefused::Unknown)));

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
    second.tablet.begin_visit(&story.round, room).await.unwrap();
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
