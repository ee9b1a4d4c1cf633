//! Schools, their rooms, and what the timetable says of each room.

mod difference;
mod place;
mod tags;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use self::difference::Difference;
pub use self::place::normalised;
pub use self::tags::{CourseAccess, GradeBand, Programme, SubjectArea, Tags};
use crate::change::{BodyHash, write};
use crate::ids::{RoomId, SchoolId};

/// A place with rooms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct School {
    /// Derived from the roster's own identifier.
    pub id: SchoolId,
    /// As the roster writes it.
    pub name: String,
}

/// Where a class meets. It has tags from the timetable, never a class title and never a name of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Room {
    /// Derived from school and normalised location.
    pub id: RoomId,
    /// The school it is in.
    pub school: SchoolId,
    /// The location as the roster writes it, such as `Room 12`.
    pub name: String,
    /// What the timetable says.
    pub tags: Tags,
    /// Whether the newest roster still has it; a round that was planned with it keeps it.
    pub active: bool,
}

/// What a district's tablets know of its schools.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Roster {
    /// Schools, by name.
    pub schools: Vec<School>,
    /// Rooms, by school and name.
    pub rooms: Vec<Room>,
}

impl Roster {
    /// The rooms in use of one school.
    pub fn rooms_of<'roster>(&'roster self, school: &'roster SchoolId) -> impl Iterator<Item = &'roster Room> {
        self.rooms.iter().filter(move |room| room.active && room.school == *school)
    }

    /// One room, in use or not.
    pub fn room(&self, id: &RoomId) -> Option<&Room> {
        self.rooms.iter().find(|room| room.id == *id)
    }

    /// One school.
    pub fn school(&self, id: &SchoolId) -> Option<&School> {
        self.schools.iter().find(|school| school.id == *id)
    }

    /// What it says of some schools, as a principal's tablet holds it.
    pub fn only(&self, schools: &BTreeSet<SchoolId>) -> Roster {
        Roster {
            schools: self.schools.iter().filter(|school| schools.contains(&school.id)).cloned().collect(),
            rooms: self.rooms.iter().filter(|room| schools.contains(&room.school)).cloned().collect(),
        }
    }

    /// Tells what it says of some schools from anything else that was ever said of them. Whoever holds only these
    /// schools finds the same hash as who holds the whole district.
    pub fn hash_of(&self, schools: &BTreeSet<SchoolId>) -> BodyHash {
        BodyHash::of(&write(&self.only(schools)))
    }

    /// Schools by id, for looking many up.
    pub fn schools_by_id(&self) -> BTreeMap<&SchoolId, &School> {
        self.schools.iter().map(|school| (&school.id, school)).collect()
    }

    /// Rooms by id, for looking many up.
    pub fn by_id(&self) -> BTreeMap<&RoomId, &Room> {
        self.rooms.iter().map(|room| (&room.id, room)).collect()
    }
}
