//! A round that is grouped by access to courses, from its plan to its groups beside one another.

use domain::change::Change;
use domain::ids::{RoomId, RoundId, SchoolId, SummaryId};
use domain::roster::{CourseAccess, Room, Roster, School, Tags};
use domain::round::{Grouping, RoundKey, group_rooms};
use domain::visit::{Answer, Answered, Summary};
use protocol::push::{Item, Outcome, Push};
use world::world::SCHOOL;
use world::{Planning, Tablet, World};

const PLANNING: Planning<'static> = Planning {
    purpose: "Who is asked to explain, and in which courses?",
    look_fors: &["DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

/// A school of thirty rooms; ten of them have Advanced Placement courses.
fn timetable() -> Roster {
    let school = SchoolId::from_roster("Alder");
    let room = |number: usize| {
        let access = (number <= 10).then_some(CourseAccess::AdvancedPlacement);
        Room {
            id: RoomId::from_roster(&school, &number.to_string()),
            school: school.clone(),
            name: format!("Room {number}"),
            tags: Tags { course_access: access.into_iter().collect(), ..Tags::default() },
            active: true,
        }
    };
    let rooms = (1..=30).map(room).collect();
    Roster { schools: vec![School { id: school, name: SCHOOL.to_owned() }], rooms }
}

/// Other tablets of the round visited every room, and saw it in those with Advanced Placement courses alone.
fn others_visit_every_room(world: &World, lead: &Tablet) {
    let key = RoundKey::from_code(&lead.round_code()).unwrap();
    let (rooms, round) = (timetable().rooms, RoundId::parse(&lead.round()).unwrap());
    let summary = |group: usize, room: &RoomId, place: usize| {
        let is_advanced = rooms.iter().any(|other| other.id == *room && !other.tags.course_access.is_empty());
        let answer = if is_advanced { Answer::Yes } else { Answer::No };
        let look_for = world::tablet::look_for("DIS-04").id.clone();
        Summary {
            id: SummaryId::from_bytes([group as u8 + 1, place as u8].repeat(8).try_into().unwrap()),
            revision: 1,
            round: round.clone(),
            group: group as u8,
            token: key.token(room),
            answers: vec![Answered { look_for, answer }],
        }
    };
    let groups = group_rooms(&rooms, Grouping::CourseAccess, 10);
    let each = groups.iter().enumerate().flat_map(|(number, group)| group.rooms.iter().map(move |room| (number, room)));
    let summaries = each.enumerate().map(|(place, (group, room))| Change::Summary(summary(group, room, place)));
    let push = Push { district: None, items: summaries.map(|summary| Item::of(&summary)).collect() };
    let server = world.server();
    let pushed = world.wait_for(server.store.push(&push, server.now())).unwrap();
    assert!(pushed.answers.iter().all(|answer| answer.outcome == Outcome::Received), "{pushed:?}");
}

#[test]
fn a_round_by_course_access_says_in_how_many_rooms_the_opportunity_was_there_and_nothing_of_who_is_in_them() {
    let world = World::of(&timetable());
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.fills_in_a_plan_by("By course access", &PLANNING, &[]);
    lead.presses("Open the round");
    lead.sees("Confirm this, or choose another way to group.");
    lead.chooses("Each of these groups has at least 10 different teachers");
    lead.opens_the_planned_round();
    lead.syncs();
    others_visit_every_room(&world, &lead);
    lead.debriefs(("Ana Ruiz", "open two courses to everyone", "2026-12-04"), ("Grade 9", "Who explains to whom?"));
    lead.closes_the_round();

    let reader = world.reader("reader");
    reader.picture();
    reader.follows("Same opportunity?");
    reader.sees("A clear difference between the groups of this round: questions that invite reasoning.");
    let said = reader.words_of("main section.card").unwrap();
    for sentence in [
        "Advanced Placement, compared with open to every student: the opportunity was there in more rooms, ",
        " more of every 10.",
        "Seen in nearly all rooms.",
        "10 rooms, first picture.",
        "Seen in few or no rooms.",
        "20 rooms, fairly steady.",
    ] {
        assert!(said.contains(sentence), "{sentence:?} is not in {said}");
    }
    let without_the_names = said.replace("pen to every student", "");
    for person in ["student", "teacher", "they", "who"] {
        assert!(!without_the_names.to_lowercase().contains(person), "{person:?} is in {said}");
    }
    let path = reader.path();
    reader.goes_to("/");
    reader.presses("Español");
    reader.goes_to(&path);
    reader.sees("Advanced Placement (frente a: abiertos a todos los estudiantes): la oportunidad existió en más");
}
