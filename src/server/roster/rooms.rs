//! Where classes meet: each room gathers what the timetable says of all its classes.

use std::collections::BTreeMap;

use domain::ids::{RoomId, SchoolId};
use domain::roster::{Room, Tags, normalised};
use domain::text::{Name, NotText};

use super::classes::Class;
use super::files::CLASSES;
use super::{Effect, Fault, What};

/// Characters of a class's identifier that name a room which has no other name.
const SHOWN_OF_ID: usize = 12;

struct Gathered {
    school: SchoolId,
    /// How often each spelling of the place stands in the export.
    spellings: BTreeMap<String, usize>,
    tags: Tags,
}

/// The rooms of `classes`, in no order. A class whose location is too long to be one is skipped.
pub fn gather(classes: Vec<Class>, faults: &mut Vec<Fault>) -> Vec<Room> {
    let mut gathered: BTreeMap<RoomId, Gathered> = BTreeMap::new();
    for class in classes {
        let (place, spelling) = match place(&class) {
            Ok(found) => found,
            Err(cause) => {
                let what = What::NotAName { column: "location", value: class.location, cause };
                faults.push(Fault { file: CLASSES, row: class.row, what, effect: Effect::RowSkipped });
                continue;
            }
        };
        let id = RoomId::from_roster(&class.school, &place);
        let fresh = || Gathered { school: class.school.clone(), spellings: BTreeMap::new(), tags: Tags::default() };
        let room = gathered.entry(id).or_insert_with(fresh);
        *room.spellings.entry(spelling).or_default() += 1;
        room.tags.gather(class.tags);
    }
    gathered
        .into_iter()
        .map(|(id, room)| Room { id, name: usual(&room.spellings), school: room.school, tags: room.tags, active: true })
        .collect()
}

/// What makes the place the same place, and how people call it. Without a location the class is its own place; small
/// letters keep it apart from every location, which is in capitals.
fn place(class: &Class) -> Result<(String, String), NotText> {
    if let Some(place) = normalised(&class.location) {
        return Ok((place, Name::parse(&class.location)?.as_str().to_owned()));
    }
    let unnamed = || format!("Class {}", class.sourced_id.chars().take(SHOWN_OF_ID).collect::<String>());
    let name = Name::parse(&class.code).map_or_else(|_| unnamed(), String::from);
    Ok((format!("class {}", class.sourced_id), name))
}

/// The most frequent spelling; among equals the longest, so that "Room 22" wins over "22".
fn usual(spellings: &BTreeMap<String, usize>) -> String {
    let most = spellings.iter().max_by(|(left, often), (right, oftener)| {
        often.cmp(oftener).then(left.chars().count().cmp(&right.chars().count())).then(right.cmp(left))
    });
    most.map(|(spelling, _)| spelling.clone()).unwrap_or_default()
}
