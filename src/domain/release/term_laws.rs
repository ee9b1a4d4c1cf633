//! The laws of a term's picture: a function of released cells, in any order, each room at most once.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::ids::{RoundId, SchoolId};
use crate::library::Line;
use crate::release::laws::{plan, released, visits, yes_of};
use crate::release::{Coded, Range, Release, Standing, Term, TermFinding, term_picture};
use crate::round::{GroupValue, Grouping};
use crate::time::Day;

pub(super) fn school(number: u8) -> SchoolId {
    SchoolId::from_bytes([number; 16])
}

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn fall() -> Term {
    Term::holding(day("2026-11-14"))
}

/// The release of a round in `schools` that closed on `closed`: of `rooms` rooms visited, `yes` said yes.
pub(super) fn round(number: u8, schools: &[u8], closed: Day, yes: usize, rooms: usize) -> Release {
    Release {
        round: RoundId::from_bytes([number; 16]),
        schools: schools.iter().map(|number| school(*number)).collect(),
        closed,
        ends: closed.plus(-1),
        grouping: Grouping::None,
        groups: vec![[GroupValue::Everything].into()],
        ..released(&plan(&[rooms.max(10)]), &visits(0, &yes_of(yes, rooms)))
    }
}

pub(super) fn only(releases: &[Release]) -> TermFinding {
    let mut picture = term_picture(fall(), releases);
    assert_eq!(picture.len(), 1);
    picture.remove(0)
}

fn counted(finding: &TermFinding, number: u8) -> Option<Range> {
    match finding.standing(&school(number)) {
        Standing::Counted(_, range) => Some(range),
        _ => None,
    }
}

/// Rounds of a term, each in some of six schools, on some day of it or of the next, of some rooms.
fn rounds() -> impl Strategy<Value = Vec<Release>> {
    let one = (prop::collection::btree_set(0..6_u8, 1..4), 0..200_i64, 0..40_usize, 0..40_usize);
    prop::collection::vec(one, 0..8).prop_map(|rounds| {
        let numbered = (1..).zip(rounds);
        let release = |(number, (schools, later, yes, rooms)): (u8, (BTreeSet<u8>, i64, usize, usize))| {
            let schools: Vec<u8> = schools.into_iter().collect();
            round(number, &schools, day("2026-08-01").plus(later), yes.min(rooms), rooms)
        };
        numbered.map(release).collect()
    })
}

proptest! {
    #[test]
    fn counts_that_release_the_same_give_the_same_picture(
        rooms in prop::collection::vec((10..60_usize, 0..60_usize, any::<prop::sample::Index>()), 1..5),
    ) {
        let release = |number: usize, yes: usize, rooms: usize| {
            round(number as u8, &[number as u8], day("2026-10-02"), yes, rooms)
        };
        let mut pairs = Vec::new();
        for (number, (rooms, yes, other)) in rooms.into_iter().enumerate() {
            let yes = yes.min(rooms);
            let range = Coded::of(yes as u32, rooms as u32).range(rooms as u32);
            let same_code = range.low as usize + other.index((range.high - range.low + 1) as usize);
            pairs.push((release(number, yes, rooms), release(number, same_code, rooms)));
        }
        let (one, other): (Vec<Release>, Vec<Release>) = pairs.into_iter().unzip();
        prop_assert_eq!(term_picture(fall(), &one), term_picture(fall(), &other));
    }

    #[test]
    fn neither_the_order_of_releases_nor_one_that_came_twice_has_an_effect(
        releases in rounds(), place in any::<prop::sample::Index>(),
    ) {
        let mut other = releases.clone();
        other.reverse();
        if let Some(again) = other.get(place.index(other.len().max(1))).cloned() {
            other.push(again);
        }
        prop_assert_eq!(term_picture(fall(), &releases), term_picture(fall(), &other));
    }

    #[test]
    fn no_school_is_counted_twice_and_the_whole_is_the_sum_of_its_parts(releases in rounds()) {
        for finding in term_picture(fall(), &releases) {
            let named: Vec<&SchoolId> = finding.parts.iter().flat_map(|part| &part.schools).collect();
            prop_assert_eq!(named.len(), named.iter().collect::<BTreeSet<_>>().len());
            prop_assert!(finding.counted_elsewhere.iter().all(|school| !named.contains(&school)));
            let sum: u32 = finding.parts.iter().filter_map(|part| part.range).map(|range| range.rooms).sum();
            prop_assert_eq!(finding.whole().map_or(0, |range| range.rooms), sum);
        }
    }

    #[test]
    fn which_rounds_count_does_not_depend_on_what_they_showed(releases in rounds()) {
        let turned: Vec<Release> = releases.iter().cloned().map(|mut release| {
            for cell in release.findings.iter_mut().flat_map(|finding| &mut finding.cells) {
                cell.coded = Coded::FewOrNone;
            }
            release
        }).collect();
        let shape = |releases: &[Release]| -> Vec<_> {
            let parts = term_picture(fall(), releases).into_iter().flat_map(|finding| finding.parts);
            parts.map(|part| (part.schools, part.ends, part.range.map(|range| range.rooms))).collect()
        };
        prop_assert_eq!(shape(&releases), shape(&turned));
    }
}

#[test]
fn a_term_is_half_a_school_year() {
    let term = |text| Term::holding(day(text));
    let fall = Term { from: day("2026-08-01"), to: day("2026-12-31") };
    assert_eq!([term("2026-08-01"), term("2026-12-31")], [fall; 2]);
    assert_eq!(fall.before(), Term { from: day("2026-01-01"), to: day("2026-07-31") });
    assert!(fall.holds(day("2026-08-01")) && !fall.holds(day("2027-01-01")));
}

#[test]
fn a_school_counts_by_its_newest_round_of_the_term() {
    let earlier = round(1, &[1], day("2026-09-04"), 3, 24);
    let newer = round(2, &[1], day("2026-10-02"), 20, 27);
    let of_next_term = round(3, &[1], day("2027-01-08"), 3, 30);
    let finding = only(&[of_next_term, earlier, newer]);
    assert_eq!(counted(&finding, 1), Some(Coded::of(20, 27).range(27)));
    assert_eq!(finding.whole(), counted(&finding, 1));
}

#[test]
fn a_newest_round_that_hides_a_look_for_is_not_replaced_by_an_older_one() {
    let finding = only(&[round(1, &[1], day("2026-09-04"), 9, 24), round(2, &[1], day("2026-10-02"), 9, 9)]);
    assert_eq!(finding.standing(&school(1)), Standing::TooFewRooms);
    assert_eq!(finding.whole(), None);
}

#[test]
fn schools_that_visited_together_count_once_together() {
    let together = round(1, &[1, 2, 3], day("2026-10-02"), 12, 25);
    let finding = only(&[together]);
    assert_eq!([1, 2, 3].map(|number| counted(&finding, number)), [Some(Coded::of(12, 25).range(25)); 3]);
    assert_eq!(finding.whole().unwrap().rooms, 25);
    assert_eq!(finding.standing(&school(4)), Standing::NotLookedFor);
}

#[test]
fn a_school_with_a_newer_round_of_its_own_takes_the_shared_one_out_of_the_count() {
    let together = round(1, &[1, 2], day("2026-09-04"), 12, 25);
    let alone = round(2, &[1], day("2026-10-02"), 6, 12);
    let finding = only(&[together, alone]);
    assert_eq!(finding.whole(), Some(Coded::of(6, 12).range(12)));
    assert_eq!(finding.standing(&school(2)), Standing::CountedElsewhere);
}

#[test]
fn a_round_grouped_by_school_tells_apart_the_schools_that_it_released_apart() {
    let summaries = [visits(0, &yes_of(6, 12)), visits(1, &yes_of(3, 14))].concat();
    let mut release = released(&plan(&[12, 14]), &summaries);
    release.schools = [0, 1, 2].map(school).into();
    release.groups =
        vec![[GroupValue::School(school(0))].into(), [1, 2].map(|number| GroupValue::School(school(number))).into()];
    let finding = only(&[release]);
    assert_eq!(counted(&finding, 0), Some(Coded::of(6, 12).range(12)));
    assert_eq!([1, 2].map(|number| counted(&finding, number)), [Some(Coded::of(3, 14).range(14)); 2]);
    assert_eq!(finding.whole().unwrap().rooms, 26);
}

#[test]
fn a_school_that_a_round_grouped_by_school_left_out_is_not_shown_even_where_an_older_round_showed_it() {
    let older = round(1, &[1], day("2026-09-04"), 12, 24);
    let mut newer = released(&plan(&[12, 14]), &visits(0, &yes_of(6, 12)));
    newer.schools = [0, 1].map(school).into();
    newer.groups = [0, 1].map(|number| [GroupValue::School(school(number))].into()).into();
    newer.findings[0].cells.retain(|cell| cell.groups.contains(&0));
    newer.findings[0].cells[0].groups = [0].into();
    let finding = only(&[older, newer]);
    assert!(counted(&finding, 0).is_some());
    assert_eq!(finding.standing(&school(1)), Standing::TooFewRooms);
}

#[test]
fn another_wording_and_another_line_are_other_findings() {
    let as_it_was = round(1, &[1], day("2026-09-04"), 12, 20);
    let (mut reworded, mut moved) =
        (round(2, &[2], day("2026-09-05"), 12, 20), round(3, &[3], day("2026-09-06"), 12, 20));
    reworded.findings[0].version += 1;
    moved.findings[0].line = Line::PerTenMinutes(7);
    let picture = term_picture(fall(), &[as_it_was, reworded, moved]);
    assert_eq!(picture.iter().map(|finding| finding.whole().unwrap().rooms).collect::<Vec<_>>(), [20, 20, 20]);
}
