//! What one roster changes of another, and when that is so much that somebody has to be asked again.

use super::{Room, Roster, School};

/// What a roster adds, changes and makes inactive. Nothing is ever deleted: rounds were planned with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Schools that were not held.
    pub schools_added: Vec<School>,
    /// Schools with another name than before; the new one stands here.
    pub schools_renamed: Vec<School>,
    /// Schools that are held and no longer in the roster.
    pub schools_left: Vec<School>,
    /// Rooms that were not held.
    pub rooms_added: Vec<Room>,
    /// Rooms with another name or other tags than before, or in use again.
    pub rooms_changed: Vec<Room>,
    /// Rooms in use that are no longer in the roster.
    pub rooms_made_inactive: Vec<Room>,
    /// Rooms that were in use before.
    pub rooms_held: usize,
}

impl Difference {
    /// From what is `held` to what `arrives`.
    pub fn between(held: &Roster, arrives: &Roster) -> Difference {
        let in_use = held.rooms.iter().filter(|room| room.active);
        let mut difference = Difference { rooms_held: in_use.clone().count(), ..Difference::default() };
        let (held_schools, arriving_schools) = (held.schools_by_id(), arrives.schools_by_id());
        for school in &arrives.schools {
            match held_schools.get(&school.id) {
                None => difference.schools_added.push(school.clone()),
                Some(before) if *before != school => difference.schools_renamed.push(school.clone()),
                Some(_) => {}
            }
        }
        let left = held.schools.iter().filter(|school| !arriving_schools.contains_key(&school.id));
        difference.schools_left = left.cloned().collect();

        let (before, after) = (held.by_id(), arrives.by_id());
        for room in &arrives.rooms {
            match before.get(&room.id) {
                None => difference.rooms_added.push(room.clone()),
                Some(before) if *before != room => difference.rooms_changed.push(room.clone()),
                Some(_) => {}
            }
        }
        difference.rooms_made_inactive = in_use.filter(|room| !after.contains_key(&room.id)).cloned().collect();
        difference
    }

    /// Whether there is anything to do. A school that left changes nothing by itself.
    pub fn is_empty(&self) -> bool {
        let Difference { schools_added, schools_renamed, rooms_added, rooms_changed, rooms_made_inactive, .. } = self;
        schools_added.is_empty()
            && schools_renamed.is_empty()
            && rooms_added.is_empty()
            && rooms_changed.is_empty()
            && rooms_made_inactive.is_empty()
    }

    /// Whether more than a fifth of the rooms in use would be retired. A wrong file does that more often than a
    /// building does, so whoever imports it is asked again.
    pub fn retires_many(&self) -> bool {
        self.rooms_made_inactive.len() * 5 > self.rooms_held
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{RoomId, SchoolId};
    use crate::roster::Tags;

    fn roster(rooms: std::ops::Range<usize>) -> Roster {
        let school = School { id: SchoolId::from_roster("a"), name: "Alder".to_owned() };
        let room = |number: usize| Room {
            id: RoomId::from_roster(&school.id, &number.to_string()),
            school: school.id.clone(),
            name: number.to_string(),
            tags: Tags::default(),
            active: true,
        };
        Roster { rooms: rooms.map(room).collect(), schools: vec![school] }
    }

    #[test]
    fn a_fifth_of_the_rooms_may_go_without_a_question_and_one_more_may_not() {
        assert!(!Difference::between(&roster(0..10), &roster(2..10)).retires_many());
        assert!(Difference::between(&roster(0..10), &roster(3..10)).retires_many());
        assert!(!Difference::between(&Roster::default(), &roster(0..10)).retires_many());
    }

    #[test]
    fn rooms_that_were_out_of_use_already_do_not_count_as_held() {
        let mut held = roster(0..10);
        held.rooms.iter_mut().take(8).for_each(|room| room.active = false);
        let difference = Difference::between(&held, &roster(9..10));
        assert_eq!((difference.rooms_held, difference.rooms_made_inactive.len()), (2, 1));
        assert!(difference.retires_many());
    }
}
