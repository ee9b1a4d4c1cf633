//! A tablet that comes back after a long time without a network, with more than fits one request, told with a real tablet
//! and a real server.
#![expect(clippy::unwrap_used, reason = "a story that cannot be told is a failed test")]

use protocol::people::Door;
use std::cell::Cell;

use async_trait::async_trait;
use device::network::{Network, NoAnswer, Request, Response};
use device::sync::Stopped;
use device::tablet::{Finishing, Received, RoundDraft};
use domain::change::Kind;
use domain::ids::RoundId;
use domain::language::Language;
use domain::library::LookForId;
use domain::round::Grouping;
use domain::text::Sentence;
use domain::visit::{Act, Presence};
use protocol::MOST_ITEMS;
use protocol::path::PUSH;
use world::district::{District, Player, TabletWire};

/// Visits of these stories: two requests full, and a third begun.
const VISITS: usize = 2 * MOST_ITEMS + 20;

#[tokio::test]
async fn everything_that_waited_is_handed_over_and_is_still_so_after_a_start() {
    let (district, mut tablet, round) = away_for_long().await;
    let synced = tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    assert_eq!(synced.sent, VISITS);
    assert_eq!(arrived(&district, &round).await, VISITS);
    tablet.reopen().await;
    assert_eq!(acknowledged(&tablet), VISITS);
    assert!(tablet.tablet.held().unsent().is_nothing());
}

#[tokio::test]
async fn what_was_answered_before_the_network_went_is_not_sent_again() {
    let (district, mut tablet, round) = away_for_long().await;
    let broken = CutAfter { wire: tablet.wire(&district.wire), requests: Cell::new(2) };
    assert_eq!(tablet.tablet.sync(&broken).await, Err(Stopped::NoAnswer));
    tablet.reopen().await;
    assert_eq!(acknowledged(&tablet), 2 * MOST_ITEMS);
    assert_eq!(tablet.tablet.held().unsent().summaries, VISITS - 2 * MOST_ITEMS);

    // A visit that was finished in the meantime lies anywhere between the others, and stays.
    visits(&tablet, &round, 1).await;
    let synced = tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    assert_eq!(synced.sent, VISITS + 1 - 2 * MOST_ITEMS);
    assert_eq!(arrived(&district, &round).await, VISITS + 1);
}

#[tokio::test]
async fn a_server_restored_between_two_requests_is_told_again_what_it_had_acknowledged_before() {
    let (district, mut tablet, round) = away_for_long().await;
    district.wire.host.write().await.back_up().await;
    let restored = RestoredAfter { wire: tablet.wire(&district.wire), pushes: Cell::new(1) };
    tablet.tablet.sync(&restored).await.unwrap();
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    assert_eq!(arrived(&district, &round).await, VISITS);
    tablet.reopen().await;
    assert_eq!(acknowledged(&tablet), VISITS);
    assert!(tablet.tablet.held().unsent().is_nothing());
}

#[tokio::test]
async fn what_was_acknowledged_is_forgotten_after_a_week_and_not_before() {
    let (district, mut tablet, _) = away_for_long().await;
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    district.time.pass(6 * 86_400);
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    assert_eq!(acknowledged(&tablet), VISITS);
    district.time.pass(86_400);
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    tablet.reopen().await;
    assert_eq!(acknowledged(&tablet), 0);
}

#[tokio::test]
async fn of_many_acknowledged_edits_of_one_plan_the_newest_is_given_back_to_a_restored_server() {
    let district = District::of(3).await;
    let mut tablet = district.tablet(0).await;
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    district.wire.host.write().await.back_up().await;
    let round = planned(&district, &tablet).await;
    for _ in 0..8 {
        tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
        let ends = tablet.tablet.held().round(&round).unwrap().record.plan.ends.plus(1);
        tablet.tablet.extend_round(&round, ends).await.unwrap();
    }
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    let newest = district.wire.host.read().await.held("plan", &round).await;

    district.wire.host.write().await.restore_folder().await;
    tablet.reopen().await;
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    assert_eq!(district.wire.host.read().await.held("plan", &round).await, newest);
}

/// A tablet whose round the server knows, and none of its visits.
async fn away_for_long() -> (District, Player, RoundId) {
    let district = District::of(3).await;
    let tablet = district.tablet(0).await;
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    let round = planned(&district, &tablet).await;
    tablet.tablet.sync(&tablet.wire(&district.wire)).await.unwrap();
    visits(&tablet, &round, VISITS).await;
    (district, tablet, round)
}

async fn planned(district: &District, tablet: &Player) -> RoundId {
    let today = district.time.now().day();
    let school = tablet.tablet.held().roster().schools[0].id.clone();
    let draft = RoundDraft {
        schools: [school].into(),
        opens: today,
        ends: today.plus(7),
        purpose: Sentence::parse("Who is exploring before explaining?").unwrap(),
        look_fors: vec![LookForId::parse("INQ-02").unwrap()],
        instruments: [].into(),
        grouping: Grouping::None,
    };
    tablet.tablet.plan_round(draft).await.unwrap()
}

async fn visits(tablet: &Player, round: &RoundId, times: usize) {
    let rooms: Vec<_> = tablet.tablet.held().round(round).unwrap().record.plan.rooms().cloned().collect();
    for room in rooms.iter().cycle().take(times) {
        let visit = tablet.tablet.begin_visit(round, room, &Door::Lead.mandate()).await.unwrap();
        let look_for = LookForId::parse("INQ-02").unwrap();
        tablet.tablet.mark(&visit, Act::Presence(look_for, Presence::Seen)).await.unwrap();
        let finishing = Finishing { after: 0, language: Language::En };
        tablet.tablet.finish_visit(&visit, finishing).await.unwrap();
    }
}

fn acknowledged(tablet: &Player) -> usize {
    tablet.tablet.held().received(Kind::Summary, Received::Received)
}

async fn arrived(district: &District, round: &RoundId) -> usize {
    district.wire.host.read().await.urn(round).await.received.len()
}

/// A network that goes after so many requests with summaries.
struct CutAfter {
    wire: TabletWire,
    requests: Cell<usize>,
}

#[async_trait(?Send)]
impl Network for CutAfter {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        if request.path == PUSH {
            let left = self.requests.get().checked_sub(1).ok_or(NoAnswer)?;
            self.requests.set(left);
        }
        self.wire.send(request).await
    }
}

/// A network on whose other side the server is restored from its backup after so many requests with summaries.
struct RestoredAfter {
    wire: TabletWire,
    pushes: Cell<usize>,
}

#[async_trait(?Send)]
impl Network for RestoredAfter {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        let pushes = request.path == PUSH;
        let answer = self.wire.send(request).await;
        if pushes && self.pushes.get() > 0 {
            self.pushes.set(self.pushes.get() - 1);
            if self.pushes.get() == 0 {
                self.wire.wire.host.write().await.restore_folder().await;
            }
        }
        answer
    }
}
