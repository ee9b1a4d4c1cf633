//! A district of twenty schools whose rounds are pushed and closed through the real handlers.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use domain::agreement::Agreement;
use domain::change::{Change, write};
use domain::ids::{RoomId, RoundId, SchoolId, SummaryId};
use domain::library::Library;
use domain::roster::{Room, Roster, School, Tags};
use domain::round::{Action, Debrief, Grouping, Plan, PlannedLookFor, Question, RoundKey, group_rooms};
use domain::text::{Name, Sentence};
use domain::time::Day;
use domain::visit::{Answer, Answered, Summary};
use http_body_util::BodyExt;
use protocol::path;
use protocol::people::Door;
use protocol::push::{Item, Outcome, Push, Pushed};
use protocol::round::Close;
use protocol::schools::Releases;
use server::store::Place;
use server::surroundings::SystemRandom;
use server::web::Site;
use server::{Parts, Server};
use tempfile::TempDir;
use tower::ServiceExt;
use world::agreed::agrees;
use world::district::{Dice, TrueTime};

/// Schools of the district.
pub const SCHOOLS: usize = 20;
/// Rooms of each school, each visited once in a round.
pub const ROOMS: usize = 150;
/// Summaries that one tablet hands over at once.
const A_MORNING: usize = 15;

/// A server under load, and its district.
pub struct Load {
    server: Server,
    router: Router,
    roster: Roster,
    time: TrueTime,
    dice: Dice,
    _folder: TempDir,
}

impl Load {
    /// A district with its roster and no round.
    pub async fn new() -> Load {
        let folder = TempDir::new().expect("a folder for temporary files");
        let time = TrueTime::at(Day::parse("2020-09-01").expect("a day").begins());
        let parts = Parts {
            place: Place::in_folder(folder.path()),
            clock: Arc::new(time.clone()),
            random: Arc::new(SystemRandom),
            site: Site::absent(),
            transport: server::web::Transport::Plain,
        };
        let server = Server::open(parts).await.expect("a server opens in a new folder");
        let roster = roster();
        server.store.import("Rivermoor", &roster).await.expect("a roster goes in");
        server.store.become_sample().await.expect("the district becomes the sample");
        agrees(&server.store, &Agreement::before_signatures(), time.now().day()).await;
        Load { router: server::router(server.clone()), server, roster, time, dice: Dice::of(1), _folder: folder }
    }

    /// So many more rounds, of every school in turn, pushed and closed. Four weeks pass when each school has had one.
    pub async fn fills(&self, rounds: usize) {
        let began = Instant::now();
        for number in 1..=rounds / SCHOOLS {
            for school in &self.roster.schools {
                self.round(school).await;
            }
            self.time.pass(28 * 86_400);
            eprintln!("  {} of {rounds} rounds, {:.0?}", number * SCHOOLS, began.elapsed());
        }
    }

    /// A school's newest releases, as a reader fetches them; the bytes of the answer.
    pub async fn reads(&self, school: usize) -> usize {
        let path = path::of_school(path::RELEASES, &self.roster.schools[school].id);
        self.ask("GET", &path, String::new()).await.len()
    }

    /// All of a school's releases, as a reader asks on for them; how many answers, and how many releases.
    pub async fn reads_all(&self, school: usize) -> (usize, usize) {
        let school = &self.roster.schools[school].id;
        let (mut answers, mut found, mut path) = (0, 0, path::of_school(path::RELEASES, school));
        loop {
            let answer = self.ask("GET", &path, String::new()).await;
            let Releases { releases, earlier, .. } = serde_json::from_str(&answer).expect("releases are answered");
            (answers, found) = (answers + 1, found + releases.len());
            let Some(round) = earlier else { return (answers, found) };
            path = path::of_school_before(school, &round);
        }
    }

    /// Lets every summary's time come, and deletes what is due.
    pub async fn forgets(&self) {
        self.time.pass(40 * 86_400);
        self.server.store.tidy(self.server.now()).await.expect("what is due is deleted");
    }

    async fn round(&self, school: &School) {
        let key = RoundKey::from_random(self.draw());
        let plan = self.plan(school, &key);
        self.push(&[Change::Plan(plan.clone())]).await;
        let rooms: Vec<&RoomId> = plan.rooms().collect();
        for morning in rooms.chunks(A_MORNING) {
            let summaries = morning.iter().map(|room| Change::Summary(self.summary(&plan, &key, room)));
            self.push(&summaries.collect::<Vec<_>>()).await;
        }
        self.push(&[Change::Debrief(debrief(&plan))]).await;
        self.ask("POST", &path::of_round(path::CLOSE, &plan.round), write(&Close { without_unsent: false })).await;
    }

    async fn push(&self, changes: &[Change]) {
        let push = Push { district: None, items: changes.iter().map(Item::of).collect() };
        let answer = self.ask("POST", path::PUSH, write(&push)).await;
        let pushed: Pushed = serde_json::from_str(&answer).expect("a push is answered");
        assert!(pushed.answers.iter().all(|answer| answer.outcome == Outcome::Received), "{answer}");
    }

    async fn ask(&self, method: &str, path: &str, body: String) -> String {
        let request = axum::http::Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", "application/json")
            .header(protocol::DOOR, Door::Lead.word())
            .body(Body::from(body))
            .expect("a request that can be written");
        let response = self.router.clone().oneshot(request).await.expect("a router always answers");
        let status = response.status();
        let bytes = response.into_body().collect().await.expect("a body in memory").to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(status.is_success(), "{path}: {text}");
        text
    }

    fn plan(&self, school: &School, key: &RoundKey) -> Plan {
        let look_fors = ["DIS-04", "DIS-02", "INQ-04", "EQP-01"];
        let planned = Library::shipped().look_fors.iter().filter(|one| look_fors.contains(&one.id.as_str()));
        let today = self.time.now().day();
        let agreement = Agreement::before_signatures();
        let schools = BTreeSet::from([school.id.clone()]);
        Plan {
            round: RoundId::from_bytes(self.draw()),
            revision: 1,
            announced: None,
            opens: today,
            ends: today.plus(5),
            purpose: Sentence::parse("What do students say to one another?").expect("a sentence"),
            look_fors: planned.map(PlannedLookFor::of).collect(),
            grouping: Grouping::None,
            timetable: self.roster.hash_of(&schools),
            groups: group_rooms(self.roster.rooms_of(&school.id), Grouping::None, agreement.k()),
            schools,
            agreement,
            key_check: key.check(),
        }
    }

    fn summary(&self, plan: &Plan, key: &RoundKey, room: &RoomId) -> Summary {
        let answers = plan.look_fors.iter().map(|planned| Answered {
            look_for: planned.id.clone(),
            answer: if self.dice.percent(60) { Answer::Yes } else { Answer::No },
        });
        Summary {
            id: SummaryId::from_bytes(self.draw()),
            revision: 1,
            round: plan.round.clone(),
            group: 0,
            token: key.token(room),
            answers: answers.collect(),
        }
    }

    fn draw(&self) -> [u8; 16] {
        device::surroundings::draw(&self.dice)
    }
}

fn debrief(plan: &Plan) -> Debrief {
    Debrief {
        action: Some(Action {
            owner: Name::parse("Principal").expect("a name"),
            what: Sentence::parse("Cover two afternoons so that teams can watch one another").expect("a sentence"),
            by: plan.ends,
        }),
        question: Some(Question {
            team: Name::parse("Grade 4").expect("a name"),
            asks: Sentence::parse("Which prompts get a second student to add on?").expect("a sentence"),
        }),
        ..Debrief::of(plan.round.clone())
    }
}

fn roster() -> Roster {
    let schools: Vec<School> = (0..SCHOOLS)
        .map(|number| School { id: SchoolId::from_roster(&number.to_string()), name: format!("School {number}") })
        .collect();
    let room = |school: &School, number: usize| Room {
        id: RoomId::from_roster(&school.id, &number.to_string()),
        school: school.id.clone(),
        name: format!("Room {number}"),
        tags: Tags::default(),
        active: true,
    };
    let rooms = schools.iter().flat_map(|school| (0..ROOMS).map(|number| room(school, number)).collect::<Vec<_>>());
    Roster { rooms: rooms.collect(), schools }
}
