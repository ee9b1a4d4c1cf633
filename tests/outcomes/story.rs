//! A round in a district, and what its tablets do.

use device::sync::Stopped;
use device::tablet::{Finishing, RoundDraft};
use domain::ids::{RoomId, RoundId};
use domain::language::Language;
use domain::library::LookForId;
use domain::release::Release;
use domain::round::{Action, Grouping, Question};
use domain::text::{Name, Sentence};
use domain::time::Day;
use domain::visit::{Act, Presence};
use protocol::people::Door;
use protocol::problem::ProblemKind;
use world::district::{District, Player};

/// A district with a round, its lead, and as many other tablets as a story needs.
pub struct Story {
    pub district: District,
    pub lead: Player,
    pub round: RoundId,
    pub rooms: Vec<RoomId>,
}

impl Story {
    pub async fn begins() -> Story {
        let district = District::of(7).await;
        let lead = district.tablet(0).await;
        syncs(&lead, &district).await;
        let (round, rooms) = plans(&lead, &district, 0).await;
        assert!(rooms.len() >= 13, "the stories visit up to thirteen rooms");
        Story { district, lead, round, rooms }
    }

    /// Leaves the round as it is and plans one in another school.
    pub async fn goes_on_to(&mut self, school: usize) {
        (self.round, self.rooms) = plans(&self.lead, &self.district, school).await;
    }

    pub async fn joins(&self, number: usize) -> Player {
        let tablet = self.district.tablet(number).await;
        tablet.tablet.join_round(&self.code()).await.unwrap();
        syncs(&tablet, &self.district).await;
        tablet
    }

    pub fn code(&self) -> String {
        self.lead.tablet.held().round(&self.round).unwrap().record.key.as_ref().unwrap().code()
    }

    pub async fn visits(&self, player: &Player, rooms: std::ops::Range<usize>) {
        for room in &self.rooms[rooms] {
            let visit = player.tablet.begin_visit(&self.round, room, &Door::Lead.mandate()).await.unwrap();
            let seen = Act::Presence(LookForId::parse("INQ-02").unwrap(), Presence::Seen);
            player.tablet.mark(&visit, seen).await.unwrap();
            let finishing = Finishing { after: 0, language: Language::En };
            player.tablet.finish_visit(&visit, finishing).await.unwrap();
        }
    }

    pub async fn debriefs(&self, player: &Player) {
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

    pub async fn closes(&self, player: &Player) -> Result<(), Stopped> {
        player.tablet.close_round(&player.wire(&self.district.wire), &self.round, false).await
    }

    pub fn release_on(&self, player: &Player) -> Release {
        player.tablet.held().round(&self.round).unwrap().release().expect("the tablet knows the release")
    }
}

pub async fn syncs(player: &Player, district: &District) {
    player.tablet.sync(&player.wire(&district.wire)).await.expect("nothing is in the way");
}

pub fn problem(outcome: Result<(), Stopped>) -> ProblemKind {
    match outcome {
        Err(Stopped::Problem(problem)) => problem.kind,
        other => panic!("expected a problem, found {other:?}"),
    }
}

/// Plans a round of a week in one of the schools; gives it and its rooms.
async fn plans(lead: &Player, district: &District, school: usize) -> (RoundId, Vec<RoomId>) {
    let today = district.time.now().day();
    let school = lead.tablet.held().roster().schools[school].id.clone();
    let draft = RoundDraft {
        schools: [school].into(),
        opens: today,
        ends: today.plus(7),
        purpose: Sentence::parse("Who is exploring before explaining?").unwrap(),
        look_fors: vec![LookForId::parse("INQ-02").unwrap()],
        instruments: [].into(),
        grouping: Grouping::None,
    };
    let round = lead.tablet.plan_round(draft).await.unwrap();
    let rooms: Vec<RoomId> = lead.tablet.held().round(&round).unwrap().record.plan.rooms().cloned().collect();
    (round, rooms)
}
