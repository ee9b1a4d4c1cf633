//! What an export changes of the schools and rooms that are held.

use std::collections::BTreeMap;

use domain::ids::SchoolId;
use domain::roster::{Room, Roster, School};

/// What an import adds, changes and makes inactive. Nothing is ever deleted: rounds were planned with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Schools that were not held.
    pub schools_added: Vec<School>,
    /// Schools with another name than before; the new one stands here.
    pub schools_renamed: Vec<School>,
    /// Schools that are held and no longer in the export.
    pub schools_left: Vec<School>,
    /// Rooms that were not held.
    pub rooms_added: Vec<Room>,
    /// Rooms with another name or other tags than before, or in use again.
    pub rooms_changed: Vec<Room>,
    /// Rooms in use that are no longer in the export.
    pub rooms_made_inactive: Vec<Room>,
}

impl Difference {
    /// From what is `held` to what `arrives`.
    pub fn between(held: &Roster, arrives: &Roster) -> Difference {
        let mut difference = Difference::default();
        for school in &arrives.schools {
            match held.school(&school.id) {
                None => difference.schools_added.push(school.clone()),
                Some(before) if before != school => difference.schools_renamed.push(school.clone()),
                Some(_) => {}
            }
        }
        let left = held.schools.iter().filter(|school| arrives.school(&school.id).is_none());
        difference.schools_left = left.cloned().collect();

        let (before, after) = (held.by_id(), arrives.by_id());
        for room in &arrives.rooms {
            match before.get(&room.id) {
                None => difference.rooms_added.push(room.clone()),
                Some(before) if *before != room => difference.rooms_changed.push(room.clone()),
                Some(_) => {}
            }
        }
        let left = held.rooms.iter().filter(|room| room.active && !after.contains_key(&room.id));
        difference.rooms_made_inactive = left.cloned().collect();
        difference
    }

    /// Whether there is anything to do. A school that left changes nothing by itself.
    pub fn is_empty(&self) -> bool {
        Difference { schools_left: Vec::new(), ..self.clone() } == Difference::default()
    }
}

/// Schools by name, rooms by school and name; Room 2 comes before Room 10.
pub fn in_order(mut roster: Roster) -> Roster {
    roster.schools.sort_by(|left, right| natural(&left.name).cmp(&natural(&right.name)).then(left.id.cmp(&right.id)));
    let places: BTreeMap<&SchoolId, usize> =
        roster.schools.iter().enumerate().map(|(place, school)| (&school.id, place)).collect();
    roster.rooms.sort_by_cached_key(|room| (places.get(&room.school).copied(), natural(&room.name), room.id.clone()));
    roster
}

/// A part of a name: numbers are compared by what they count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(u64),
    Words(String),
}

fn natural(name: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|letter: char| letter.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(match part.parse() {
            Ok(number) => Part::Number(number),
            Err(_) => Part::Words(part.to_lowercase()),
        });
        rest = after;
    }
    parts
}
