//! The laws of coverage and of the next room, drawn over many rounds and many days.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::change::BodyHash;
use crate::ids::{RoundId, SchoolId, SummaryId, TabletId};
use crate::library::Library;
use crate::release::count as release_count;
use crate::round::{Group, GroupValue, Grouping, PlannedLookFor};
use crate::text::Sentence;
use crate::time::Day;
use crate::visit::Answered;

const K: u32 = 10;

/// A finished visit to a room of a group, with what it says about two look-fors.
type Visit = (usize, usize, [Answer; 2]);

fn plan(sizes: &[usize]) -> Plan {
    let group = |(number, size): (usize, &usize)| Group {
        values: [GroupValue::School(SchoolId::from_bytes([number as u8; 16]))].into(),
        rooms: (0..*size).map(|room| room_id(number, room)).collect(),
    };
    Plan {
        round: RoundId::from_bytes([1; 16]),
        revision: 1,
        schools: [SchoolId::from_bytes([0; 16])].into(),
        announced: None,
        opens: day(0),
        ends: day(4),
        purpose: Sentence::parse("Who explains to whom?").unwrap(),
        look_fors: Library::shipped().look_fors.iter().take(2).map(PlannedLookFor::of).collect(),
        grouping: Grouping::School,
        timetable: BodyHash::of("a roster"),
        groups: sizes.iter().enumerate().map(group).collect(),
        agreement: Default::default(),
        key_check: key().check(),
    }
}

fn day(number: i64) -> Day {
    Day::parse("2026-11-09").unwrap().plus(number)
}

fn key() -> RoundKey {
    RoundKey::from_random([1; 16])
}

fn room_id(group: usize, room: usize) -> RoomId {
    let mut bytes = [0; 16];
    bytes[..2].copy_from_slice(&[group as u8, room as u8]);
    RoomId::from_bytes(bytes)
}

fn summaries(plan: &Plan, visits: &[Visit], first_id: u8) -> Vec<Summary> {
    let summary = |(number, (group, room, answers)): (usize, &Visit)| Summary {
        id: SummaryId::from_bytes([first_id.wrapping_add(number as u8); 16]),
        revision: 1,
        round: plan.round.clone(),
        group: *group as GroupNumber,
        token: key().token(&room_id(*group, *room)),
        answers: plan
            .look_fors
            .iter()
            .zip(answers)
            .map(|(planned, answer)| Answered { look_for: planned.id.clone(), answer: *answer })
            .collect(),
    };
    visits.iter().enumerate().map(summary).collect()
}

fn tokens(summaries: &[Summary]) -> BTreeSet<RoomToken> {
    summaries.iter().map(|summary| summary.token.clone()).collect()
}

fn coverage(plan: &Plan, own: &[Summary], others: &[Summary]) -> Coverage {
    Coverage::of(plan, &key(), &tokens(others), own)
}

fn next(plan: &Plan, coverage: &Coverage, out: &BTreeSet<RoomId>, tablet: u8) -> Vec<NextRoom> {
    next_rooms(plan, coverage, |room| out.contains(room), &TabletId::from_bytes([tablet; 16]), day(0))
}

fn answers() -> impl Strategy<Value = [Answer; 2]> {
    let one = || prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::Unusable)];
    [one(), one()]
}

/// Groups of at least k rooms, visits of this tablet, and visits of the others.
fn rounds() -> impl Strategy<Value = (Plan, Vec<Visit>, Vec<Visit>)> {
    prop::collection::vec(K as usize..25, 1..4).prop_flat_map(|sizes| {
        let visits = || {
            let of = sizes.clone();
            let visit = (0..sizes.len(), 0..25_usize, answers());
            prop::collection::vec(visit.prop_map(move |(group, room, says)| (group, room % of[group], says)), 0..40)
        };
        (Just(plan(&sizes)), visits(), visits())
    })
}

fn rooms_out() -> impl Strategy<Value = BTreeSet<RoomId>> {
    prop::collection::btree_set((0..3_usize, 0..25_usize).prop_map(|(group, room)| room_id(group, room)), 0..20)
}

/// The same visits with every yes a no and every no a yes.
fn turned(visits: &[Visit]) -> Vec<Visit> {
    let turn = |answer| match answer {
        Answer::Yes => Answer::No,
        Answer::No => Answer::Yes,
        Answer::Unusable => Answer::Unusable,
    };
    visits.iter().map(|(group, room, answers)| (*group, *room, answers.map(turn))).collect()
}

proptest! {
    #[test]
    fn what_was_seen_in_a_room_changes_neither_the_coverage_nor_the_next_room(
        (plan, own, others) in rounds(), out in rooms_out(),
    ) {
        let shown = |own: &[Visit], others: &[Visit]| {
            let coverage = coverage(&plan, &summaries(&plan, own, 0), &summaries(&plan, others, 100));
            (next(&plan, &coverage, &out, 1), coverage)
        };
        prop_assert_eq!(shown(&own, &others), shown(&turned(&own), &turned(&others)));
    }

    #[test]
    fn of_other_tablets_visits_nothing_is_told_but_that_they_were_there(
        (plan, own, others) in rounds(), unusable in prop::collection::vec(answers(), 40),
    ) {
        let otherwise: Vec<Visit> =
            others.iter().zip(unusable).map(|((group, room, _), answers)| (*group, *room, answers)).collect();
        let own = summaries(&plan, &own, 0);
        prop_assert_eq!(
            coverage(&plan, &own, &summaries(&plan, &others, 100)),
            coverage(&plan, &own, &summaries(&plan, &otherwise, 100))
        );
    }

    #[test]
    fn what_a_close_would_count_is_never_less_than_what_is_called_usable_nor_more_than_what_was_visited(
        (plan, own, others) in rounds(),
    ) {
        let (own, others) = (summaries(&plan, &own, 0), summaries(&plan, &others, 100));
        let counted = release_count(&plan, &[own.clone(), others.clone()].concat());
        let coverage = coverage(&plan, &own, &others);
        prop_assert_eq!(coverage.visited(), counted.rooms);
        for (place, tallies) in counted.tallies.iter().enumerate() {
            for (group, tally) in coverage.groups.iter().zip(tallies) {
                let told = &group.look_fors[place];
                prop_assert!(told.usable <= tally.rooms && tally.rooms <= group.visited);
                prop_assert!(told.usable + told.untold <= group.visited && group.visited <= group.rooms);
            }
        }
    }

    #[test]
    fn the_next_room_is_of_the_group_that_lacks_most_and_no_room_is_proposed_twice_or_when_it_is_out(
        (plan, own, others) in rounds(), out in rooms_out(),
    ) {
        let (own, others) = (summaries(&plan, &own, 0), summaries(&plan, &others, 100));
        let coverage = coverage(&plan, &own, &others);
        let proposed = next(&plan, &coverage, &out, 1);
        let lacks: Vec<u32> =
            proposed.iter().map(|next| coverage.groups[usize::from(next.group)].lacks(K)).collect();
        prop_assert!(lacks.is_sorted_by(|left, right| left >= right));
        let rooms: BTreeSet<&RoomId> = proposed.iter().map(|next| &next.room).collect();
        prop_assert_eq!(rooms.len(), proposed.len());
        prop_assert!(rooms.iter().all(|room| !out.contains(*room)));

        let (own, all) = (tokens(&own), &tokens(&own) | &tokens(&others));
        for room in plan.rooms().filter(|room| !out.contains(*room)) {
            let token = key().token(room);
            // Whoever was not visited can be next; of the visited ones only this tablet's own, and with a reason.
            let next = proposed.iter().find(|next| next.room == *room);
            prop_assert!(all.contains(&token) || next.is_some_and(|next| !next.again));
            if all.contains(&token) {
                prop_assert!(next.is_none_or(|next| next.again && own.contains(&token) && next.why != Why::NotVisited));
            }
        }
    }
}

/// Rooms 0 to `rooms` of a group, each visited once.
fn visited(group: usize, rooms: usize, answers: [Answer; 2]) -> Vec<Visit> {
    (0..rooms).map(|room| (group, room, answers)).collect()
}

const BOTH: [Answer; 2] = [Answer::Yes, Answer::No];

#[test]
fn the_reason_is_the_groups_rooms_or_a_look_for_that_was_left_open_or_that_nobody_was_there() {
    let plan = plan(&[12, 12]);
    let others = [visited(0, 6, BOTH), visited(1, 10, BOTH)].concat();
    let few = coverage(&plan, &[], &summaries(&plan, &others, 0));
    let proposed = next(&plan, &few, &BTreeSet::new(), 1);
    assert_eq!(proposed[0].why, Why::FewVisited { visited: 6, needed: 10 });
    assert_eq!((proposed[5].group, &proposed[6].why), (0, &Why::NotVisited));

    // All rooms of the first group were visited, and the second look-for was left open in four of them.
    let half = [visited(0, 4, [Answer::Yes, Answer::Unusable]), visited(0, 12, BOTH).split_off(4)].concat();
    let open = coverage(&plan, &summaries(&plan, &half, 0), &summaries(&plan, &visited(1, 10, BOTH), 100));
    let proposed = next(&plan, &open, &BTreeSet::new(), 1);
    let second = plan.look_fors[1].id.clone();
    assert_eq!(proposed[0].why, Why::FewUsable { look_for: second, usable: 8, needed: 10 });
    let again: BTreeSet<RoomId> = proposed.iter().filter(|next| next.again).map(|next| next.room.clone()).collect();
    assert_eq!(again, (0..4).map(|room| room_id(0, room)).collect());
    assert!(proposed[4..].iter().all(|next| next.why == Why::NotVisited && next.group == 1));
}

#[test]
fn a_round_with_fewer_rooms_than_k_needs_nothing_and_still_goes_from_room_to_room() {
    let small = plan(&[6]);
    let none = coverage(&small, &[], &[]);
    assert_eq!(none.needed, None);
    let proposed = next(&small, &none, &BTreeSet::new(), 1);
    assert_eq!((proposed.len(), &proposed[0].why), (6, &Why::NotVisited));
}

#[test]
fn two_tablets_draw_different_lots_and_one_draws_anew_each_day() {
    let plan = plan(&[24]);
    let none = coverage(&plan, &[], &[]);
    let drawn = |tablet: u8, on: i64| -> Vec<RoomId> {
        let tablet = TabletId::from_bytes([tablet; 16]);
        next_rooms(&plan, &none, |_| false, &tablet, day(on)).into_iter().map(|next| next.room).collect()
    };
    assert_eq!(drawn(1, 0), drawn(1, 0));
    assert_ne!(drawn(1, 0), drawn(2, 0));
    assert_ne!(drawn(1, 0), drawn(1, 1));
}
