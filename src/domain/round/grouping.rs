//! One way of putting a round's rooms into groups, each with at least k rooms in the timetable.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ids::{RoomId, SchoolId};
use crate::roster::{CourseAccess, GradeBand, Programme, Room, SubjectArea};

/// By what a round's rooms are grouped. A round has one, because overlapping groups can be subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// All rooms together.
    None,
    /// By school, for a round across several.
    School,
    /// By the grades taught.
    GradeBand,
    /// By the subject taught.
    SubjectArea,
    /// By programme.
    Programme,
    /// By access to courses.
    CourseAccess,
}

impl Grouping {
    /// Every grouping, in the order in which they are offered.
    pub const ALL: [Grouping; 6] = [
        Grouping::None,
        Grouping::School,
        Grouping::GradeBand,
        Grouping::SubjectArea,
        Grouping::Programme,
        Grouping::CourseAccess,
    ];

    /// Whether the lead must confirm that each group has at least k different teachers: rooms of one programme or
    /// course can all be one teacher's.
    pub fn needs_teachers_confirmed(self) -> bool {
        matches!(self, Grouping::Programme | Grouping::CourseAccess)
    }
}

/// What the rooms of a group share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum GroupValue {
    /// Every room of the round.
    Everything,
    /// One school.
    School(SchoolId),
    /// One grade band.
    GradeBand(GradeBand),
    /// One subject area.
    SubjectArea(SubjectArea),
    /// One programme.
    Programme(Programme),
    /// One kind of course access.
    CourseAccess(CourseAccess),
    /// Rooms whose timetable has more than one value.
    Several,
    /// Rooms whose timetable has none.
    Unmarked,
}

/// A group's place in its plan, from 0.
pub type GroupNumber = u8;

/// The rooms that share one value, or several values that were too small alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Group {
    /// What the rooms share; more than one value where small groups were merged.
    pub values: BTreeSet<GroupValue>,
    /// The rooms. No room is in two groups of a plan.
    pub rooms: BTreeSet<RoomId>,
}

/// Puts every room into exactly one group; groups with fewer than `k` rooms are merged, smallest first.
///
/// When all rooms together are fewer than `k` there is one group, and nothing of it will be shown.
pub fn group_rooms<'room>(rooms: impl IntoIterator<Item = &'room Room>, grouping: Grouping, k: u32) -> Vec<Group> {
    let mut by_value: BTreeMap<GroupValue, BTreeSet<RoomId>> = BTreeMap::new();
    for room in rooms {
        by_value.entry(value_of(room, grouping)).or_default().insert(room.id.clone());
    }
    let mut groups: Vec<Group> =
        by_value.into_iter().map(|(value, rooms)| Group { values: [value].into(), rooms }).collect();
    let size = |group: &Group| group.rooms.len();
    while groups.len() > 1 && groups.iter().any(|group| size(group) < k as usize) {
        groups.sort_by(|left, right| size(left).cmp(&size(right)).then_with(|| left.values.cmp(&right.values)));
        let smallest = groups.remove(0);
        groups[0].values.extend(smallest.values);
        groups[0].rooms.extend(smallest.rooms);
    }
    groups.sort_by(|left, right| left.values.cmp(&right.values));
    groups
}

fn value_of(room: &Room, grouping: Grouping) -> GroupValue {
    let tags = &room.tags;
    match grouping {
        Grouping::None => GroupValue::Everything,
        Grouping::School => GroupValue::School(room.school.clone()),
        Grouping::GradeBand => only(&tags.grade_bands, GroupValue::GradeBand),
        Grouping::SubjectArea => only(&tags.subject_areas, GroupValue::SubjectArea),
        Grouping::Programme => only(&tags.programmes, GroupValue::Programme),
        Grouping::CourseAccess => only(&tags.course_access, GroupValue::CourseAccess),
    }
}

fn only<T: Copy>(values: &BTreeSet<T>, value: impl Fn(T) -> GroupValue) -> GroupValue {
    let mut values = values.iter();
    match (values.next(), values.next()) {
        (None, _) => GroupValue::Unmarked,
        (Some(one), None) => value(*one),
        _ => GroupValue::Several,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::roster::Tags;

    fn room(number: u8, bands: &[GradeBand]) -> Room {
        Room {
            id: RoomId::from_bytes([number; 16]),
            school: SchoolId::from_bytes([0; 16]),
            name: format!("Room {number}"),
            tags: Tags { grade_bands: bands.iter().copied().collect(), ..Tags::default() },
            active: true,
        }
    }

    proptest! {
        #[test]
        fn every_room_is_in_exactly_one_group_and_no_group_is_under_k_unless_it_is_everything(
            bands in prop::collection::vec(prop::collection::btree_set(0..4_usize, 0..3), 1..80), k in 10..15_u32,
        ) {
            let rooms: Vec<Room> = bands.iter().enumerate().map(|(number, bands)| {
                let bands: Vec<GradeBand> = bands.iter().map(|band| GradeBand::ALL[*band]).collect();
                room(number as u8, &bands)
            }).collect();
            let groups = group_rooms(&rooms, Grouping::GradeBand, k);
            let members: Vec<&RoomId> = groups.iter().flat_map(|group| &group.rooms).collect();
            prop_assert_eq!(members.len(), rooms.len());
            prop_assert_eq!(members.iter().collect::<BTreeSet<_>>().len(), rooms.len());
            prop_assert!(groups.len() == 1 || groups.iter().all(|group| group.rooms.len() >= k as usize));
        }

        #[test]
        fn the_order_of_the_roster_does_not_matter(seed in prop::collection::vec(0..4_usize, 1..50)) {
            let rooms: Vec<Room> =
                seed.iter().enumerate().map(|(number, band)| room(number as u8, &[GradeBand::ALL[*band]])).collect();
            let reversed: Vec<Room> = rooms.iter().rev().cloned().collect();
            let groups = |rooms: &[Room]| group_rooms(rooms, Grouping::GradeBand, 10);
            prop_assert_eq!(groups(&rooms), groups(&reversed));
        }
    }

    #[test]
    fn a_room_with_two_values_counts_under_several_and_is_merged_when_few_are_so() {
        let (young, older) = (GradeBand::KindergartenTo2, GradeBand::Grades3To5);
        let mut rooms: Vec<Room> = (0..10).map(|number| room(number, &[young])).collect();
        rooms.extend((10..22).map(|number| room(number, &[older])));
        rooms.push(room(30, &[young, older]));
        let groups = group_rooms(&rooms, Grouping::GradeBand, 10);
        let sizes: Vec<usize> = groups.iter().map(|group| group.rooms.len()).collect();
        assert_eq!(sizes, [11, 12]);
        assert!(groups[0].values.contains(&GroupValue::Several));
    }
}
