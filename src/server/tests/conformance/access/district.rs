//! The district of the matrix: two schools whose every word can be told apart, and the things that paths name.

use std::collections::BTreeSet;

use domain::change::{Change, write};
use domain::ids::SchoolId;
use domain::note::Card;
use domain::permission::{Act, Mandate, Role};
use domain::roster::Roster;
use domain::round::Debrief;
use domain::text::{Report, Sentence};
use protocol::path;
use protocol::round::{Close, Closed, Published};
use server::store::people::{Caller as Looker, Sender};

use super::callers::Caller;
use crate::world::{Backup, Walk, World, first_day, note, roster};

/// The places of the two schools among all, by name.
pub const OWN: usize = 0;
pub const OTHER: usize = 1;

/// What the things are called that are not here.
const ELSEWHERE: &str = "one of another district";
const NONSENSE: &str = "nonsense";

/// Something that a path can name.
#[derive(Clone)]
pub struct Object {
    /// Where in the path, such as `{school}`.
    pub place: String,
    pub name: &'static str,
    pub id: String,
    /// Whose it is; nothing where it is no school's, or is not here.
    pub schools: BTreeSet<SchoolId>,
}

/// A word that stands in what is kept, and who may be told it.
struct Word {
    text: String,
    /// The school that it is about.
    school: Option<SchoolId>,
    /// Whoever may do one of these.
    for_whom: Vec<Act>,
}

/// A district with rounds that are open and closed, a note, people and a hold.
pub struct District {
    pub world: World,
    backup: Option<Backup>,
    objects: Vec<Object>,
    words: Vec<Word>,
    release: Published,
}

/// The timetable, with the rooms of each school called after it.
pub fn marked_roster() -> Roster {
    let mut roster = roster();
    for room in &mut roster.rooms {
        let school = if room.school == SchoolId::from_roster("Alder") { "Alder" } else { "Birch" };
        room.name = format!("{school}-{}", room.name);
    }
    roster
}

impl Object {
    /// Whether there is such a thing in the district.
    pub fn is_here(&self) -> bool {
        self.name != ELSEWHERE && self.name != NONSENSE
    }
}

impl District {
    pub async fn new() -> District {
        let world = World::on_sqlite().await;
        let timetable = marked_roster();
        world.server().store.import("Rivermoor", &timetable).await.unwrap();
        let [own, other] = ["Alder", "Birch"].map(SchoolId::from_roster);
        let mut words = Vec::new();
        let mut rounds = Vec::new();
        let mut release = None;
        for (number, name, schools, is_closed) in [
            (1, "a closed round of the own school", vec![&own], true),
            (2, "a closed round of the other school", vec![&other], true),
            (3, "an open round of the own school", vec![&own], false),
            (4, "an open round of the other school", vec![&other], false),
            (5, "an open round of both schools", vec![&own, &other], false),
        ] {
            let walk = marked_walk(number, &schools, &timetable);
            // Whoever may pause a round has to know which it is.
            let read = if is_closed { vec![Act::ReadReleases, Act::Pull] } else { vec![Act::Pull, Act::Pause] };
            let school = (schools.len() == 1).then(|| schools[0].clone());
            words.push(Word { text: purpose(number), school: school.clone(), for_whom: read });
            words.push(Word { text: prediction(number), school, for_whom: vec![Act::Pull] });
            world.receives(&[walk.planned(), Change::Debrief(marked_board(&walk, number))]).await;
            world.receives(&walk.visits(0..22)).await;
            if is_closed {
                let close = Close { without_unsent: true };
                let published = world.posts::<_, Closed>(&walk.path(path::CLOSE), &close).await.published;
                // As it stands inside of an answer.
                let text = write(&published.body).trim_matches('"').to_owned();
                let school = Some(schools[0].clone());
                words.push(Word { text, school, for_whom: vec![Act::ReadReleases] });
                release = Some(published);
            }
            rounds.push((name, walk.round().to_string(), schools.into_iter().cloned().collect()));
        }
        for school in [&own, &other] {
            let name = timetable.schools.iter().find(|found| found.id == *school).unwrap().name.clone();
            let acts = [Act::ListSchools, Act::Pull, Act::ManageDistrict, Act::ReadAccessLog].to_vec();
            words.push(Word {
                text: format!("{name}-Room 7"),
                school: Some(school.clone()),
                for_whom: vec![Act::Pull, Act::ManageDistrict],
            });
            words.push(Word { text: name, school: Some(school.clone()), for_whom: acts });
        }
        let card = Card::from_random([1; 10]);
        let sealed = note(&card, first_day().plus(60));
        world.receives(&[Change::Note(sealed.clone())]).await;
        world.forget_the_sample().await;
        let store = &world.server().store;
        let invited = world.invites("Marked Person", &Mandate::everywhere(Role::Visitor)).await;
        let device = world
            .signs_in(&world.invites("Marked Person", &Mandate::everywhere(Role::Visitor)).await.code.code())
            .await;
        words.push(Word { text: "Marked Person".to_owned(), school: None, for_whom: vec![Act::ManageDistrict] });
        let reason = Sentence::parse("Marked reason of a hold.").unwrap();
        let placing = Looker { mandate: Mandate::everywhere(Role::Administrator), session: None };
        store.place_hold(&reason, &placing, world.today()).await.unwrap();
        words.push(Word {
            text: "Marked reason".to_owned(),
            school: None,
            for_whom: vec![Act::HoldRecords, Act::ReadAccessLog],
        });

        let said = Report::parse("Marked report of misuse.").unwrap();
        store.report_misuse(&said, Sender::Unknown, world.server().now()).await.unwrap();
        let report = store.misuse_reports().await.unwrap().swap_remove(0);
        words.push(Word { text: "Marked report".to_owned(), school: None, for_whom: vec![Act::ReadReports] });

        let room =
            |school: &SchoolId| timetable.rooms.iter().find(|room| room.school == *school).unwrap().id.to_string();
        let of = |school: &SchoolId| BTreeSet::from([school.clone()]);
        let mut objects = vec![
            object("{school}", "the own school", own.to_string(), of(&own)),
            object("{school}", "the other school", other.to_string(), of(&other)),
            object("{room}", "a room of the own school", room(&own), of(&own)),
            object("{room}", "a room of the other school", room(&other), of(&other)),
            object("{note}", "a note", sealed.id.to_string(), BTreeSet::new()),
            object("{person}", "a person", invited.person.id.to_string(), BTreeSet::new()),
            object("{session}", "a device of somebody else", device.session.to_string(), BTreeSet::new()),
            object("{letter}", "the first letter", "0".repeat(32), BTreeSet::new()),
            object("{report}", "a report of misuse", report.id.to_string(), BTreeSet::new()),
            object("{number}", "what stands", "1".to_owned(), BTreeSet::new()),
        ];
        objects.extend(rounds.into_iter().map(|(name, id, schools)| object("{round}", name, id, schools)));
        District { world, backup: None, objects, words, release: release.unwrap() }
    }

    /// Remembers everything as it is now, for [`District::put_back`], and gives it.
    pub async fn keep(&mut self) -> String {
        self.backup = Some(self.world.backup().await);
        self.world.dump().await
    }

    /// Puts everything back.
    pub async fn put_back(&mut self) {
        // Where nothing was written since the last time there is no such file.
        let _ = std::fs::remove_file(self.world.high_water());
        self.world.restore(self.backup.as_ref().unwrap()).await;
    }

    /// What the places of a path can hold, in every combination: each thing that is here, one that is not, and nonsense.
    pub fn objects_of(&self, path: &str) -> Vec<Vec<Object>> {
        let places = path.split('{').skip(1).map(|rest| format!("{{{}}}", rest.split('}').next().unwrap()));
        places.fold(vec![Vec::new()], |combined, place| {
            let mut found: Vec<Object> = self.objects.iter().filter(|object| object.place == place).cloned().collect();
            assert!(!found.is_empty() || place == "{*rest}", "{path}: say in access/district.rs what {place} can be");
            found.push(object(&place, ELSEWHERE, "0123456789abcdef".repeat(2), BTreeSet::new()));
            found.push(object(&place, NONSENSE, "x".to_owned(), BTreeSet::new()));
            combined
                .iter()
                .flat_map(|before| found.iter().map(|object| [before.clone(), vec![object.clone()]].concat()))
                .collect()
        })
    }

    /// A text with the id of each round in the place of its name in braces.
    pub fn with_rounds(&self, text: &str) -> String {
        let rounds = self.objects.iter().filter(|object| object.place == "{round}");
        rounds.fold(text.to_owned(), |text, round| text.replace(&format!("{{{}}}", round.name), &round.id))
    }

    /// A release, offered as that of the round in the path; only that of its own round fits.
    pub fn release_of(&self, _objects: &[Object]) -> String {
        write(&self.release)
    }

    /// Whether something is said that not everyone may be told.
    pub fn has_marks(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.contains(&word.text))
    }

    /// What no answer at a path may say to somebody.
    pub fn words_kept_from(&self, caller: &Caller, path: &str) -> Vec<String> {
        let mandate = caller.mandate(path);
        let may_be_told = |word: &&Word| {
            let reaches = word.school.as_ref().is_none_or(|school| mandate.sees(&BTreeSet::from([school.clone()])));
            reaches && word.for_whom.iter().any(|act| mandate.may(*act))
        };
        self.words.iter().filter(|word| !may_be_told(word)).map(|word| word.text.clone()).collect()
    }
}

fn object(place: &str, name: &'static str, id: String, schools: BTreeSet<SchoolId>) -> Object {
    Object { place: place.to_owned(), name, id, schools }
}

fn purpose(number: u8) -> String {
    format!("Marked purpose {number}")
}

fn prediction(number: u8) -> String {
    format!("Marked prediction {number}")
}

/// A round of those schools, with a purpose of its own.
pub fn marked_walk(number: u8, schools: &[&SchoolId], timetable: &Roster) -> Walk {
    let mut walk = Walk::number(number);
    walk.plan.schools = schools.iter().copied().cloned().collect();
    walk.plan.purpose = Sentence::parse(&purpose(number)).unwrap();
    walk.plan.timetable = timetable.hash_of(&walk.plan.schools);
    let rooms = timetable.rooms.iter().filter(|room| walk.plan.schools.contains(&room.school));
    walk.plan.groups = domain::round::group_rooms(rooms, walk.plan.grouping, 10);
    walk
}

fn marked_board(walk: &Walk, number: u8) -> Debrief {
    let board = crate::world::debrief(walk.round());
    Debrief { prediction: Some(Sentence::parse(&prediction(number)).unwrap()), ..board }
}
