//! Where classes meet: each room gathers what the timetable says of all its classes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::ids::{RoomId, SchoolId};
use domain::roster::{Room, Tags, normalised};
use domain::text::{Name, NotText};

use super::classes::Class;
use super::{Effect, Fault, What};

/// Characters of a class's identifier that name a room which has no other name.
const SHOWN_OF_ID: usize = 12;
/// Characters of the codes by which a room of several classes is called.
const SHOWN_OF_CODES: usize = 60;

/// Rooms while classes are put into them.
#[derive(Default)]
pub struct Gathering(BTreeMap<RoomId, Gathered>);

struct Gathered {
    school: SchoolId,
    /// How often each spelling of the place stands in the export.
    spellings: BTreeMap<String, usize>,
    tags: Tags,
}

impl Gathering {
    /// Puts something that meets at a place into its room.
    pub fn put(&mut self, school: &SchoolId, place: &str, spelling: String, tags: Tags) {
        let id = RoomId::from_roster(school, place);
        let fresh = || Gathered { school: school.clone(), spellings: BTreeMap::new(), tags: Tags::default() };
        let room = self.0.entry(id).or_insert_with(fresh);
        *room.spellings.entry(spelling).or_default() += 1;
        room.tags.gather(tags);
    }

    /// The rooms, in no order.
    pub fn rooms(self) -> Vec<Room> {
        let room = |(id, room): (RoomId, Gathered)| Room {
            id,
            name: usual(&room.spellings),
            school: room.school,
            tags: room.tags,
            active: true,
        };
        self.0.into_iter().map(room).collect()
    }
}

/// The rooms of `classes`, in no order. A class whose location is too long to be one is skipped. Classes without a
/// location are rooms of their own, except those that have the same number in `teachers` and are of one school.
pub fn gather(
    classes: Vec<Class>,
    teachers: &BTreeMap<String, usize>,
    file: &Arc<str>,
    faults: &mut Vec<Fault>,
) -> Vec<Room> {
    let mut gathering = Gathering::default();
    let mut held: BTreeMap<(SchoolId, usize), Vec<Class>> = BTreeMap::new();
    for class in classes {
        match (located(&class), teachers.get(&class.sourced_id)) {
            (Ok(Some((place, spelling))), _) => gathering.put(&class.school, &place, spelling, class.tags),
            (Ok(None), Some(teacher)) => held.entry((class.school.clone(), *teacher)).or_default().push(class),
            (Ok(None), None) => {
                let (place, name) = (of_itself(&class.sourced_id), called(std::slice::from_ref(&class)));
                gathering.put(&class.school, &place, name, class.tags);
            }
            (Err(cause), _) => {
                let what = What::NotAName { column: "location", value: class.location, cause };
                faults.push(Fault { file: file.clone(), row: Some(class.row), what, effect: Effect::RowSkipped });
            }
        }
    }
    for ((school, _), mut classes) in held {
        // The room is known by the first of its classes and not by who holds them, so that nothing derived from a person
        // is kept, and the same classes are the same room tomorrow.
        classes.sort_by(|left, right| left.sourced_id.cmp(&right.sourced_id));
        let name = called(&classes);
        let place = classes.first().map(|class| of_itself(&class.sourced_id)).unwrap_or_default();
        for class in classes {
            gathering.put(&school, &place, name.clone(), class.tags);
        }
    }
    gathering.rooms()
}

/// What makes the place the same place, and how people call it.
fn located(class: &Class) -> Result<Option<(String, String)>, NotText> {
    let Some(place) = normalised(&class.location) else { return Ok(None) };
    Ok(Some((place, Name::parse(&class.location)?.as_str().to_owned())))
}

/// The place of a class without a location; small letters keep it apart from every location, which is in capitals.
fn of_itself(sourced_id: &str) -> String {
    format!("class {sourced_id}")
}

/// What a room is called by the codes of its classes, each once and in their order; never by a title.
fn called(classes: &[Class]) -> String {
    let codes: BTreeSet<String> =
        classes.iter().filter_map(|class| Name::parse(&class.code).ok()).map(String::from).collect();
    let mut name = String::new();
    for code in codes {
        if name.is_empty() {
            name = code;
        } else if name.chars().count() + code.chars().count() < SHOWN_OF_CODES {
            name = format!("{name}, {code}");
        } else {
            name.push('…');
            break;
        }
    }
    let unnamed = || classes.first().map(|class| class.sourced_id.chars().take(SHOWN_OF_ID).collect::<String>());
    if name.is_empty() { format!("Class {}", unnamed().unwrap_or_default()) } else { name }
}

/// The most frequent spelling; among equals the longest, so that "Room 22" wins over "22".
fn usual(spellings: &BTreeMap<String, usize>) -> String {
    let most = spellings.iter().max_by(|(left, often), (right, oftener)| {
        often.cmp(oftener).then(left.chars().count().cmp(&right.chars().count())).then(right.cmp(left))
    });
    most.map(|(spelling, _)| spelling.clone()).unwrap_or_default()
}
