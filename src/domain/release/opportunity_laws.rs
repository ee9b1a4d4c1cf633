//! The laws of groups beside one another: symmetric, by the timetable's order, and silent where nothing differs.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::release::laws::{plan, released, visits, yes_of};
use crate::release::{
    Beside, Cell, Coded, Contrast, Finding, Interval, NotCompared, Range, Release, Z_99_7, newcombe, opportunity,
};
use crate::round::Grouping;

/// A release by subject, whose groups have these rooms, of which so many said yes.
fn by_subject(groups: &[(usize, usize)]) -> Release {
    let sizes: Vec<usize> = groups.iter().map(|(_, rooms)| (*rooms).max(10)).collect();
    let visits: Vec<_> =
        (0..).zip(groups).flat_map(|(number, (yes, rooms))| visits(number, &yes_of(*yes, *rooms))).collect();
    Release { grouping: Grouping::SubjectArea, ..released(&plan(&sizes), &visits) }
}

fn compared(release: &Release) -> Result<Vec<Beside>, NotCompared> {
    opportunity(release, &release.findings[0])
}

fn contrasts(groups: &[(usize, usize)]) -> Vec<Contrast> {
    compared(&by_subject(groups)).unwrap().iter().map(Beside::contrast).collect()
}

fn groups() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..30_usize, 5..30_usize), 2..6)
        .prop_map(|groups| groups.into_iter().map(|(yes, rooms)| (yes.min(rooms), rooms)).collect())
}

proptest! {
    #[test]
    fn every_group_is_beside_all_the_others_in_the_order_of_the_timetable(groups in groups()) {
        let release = by_subject(&groups);
        let Ok(compared) = compared(&release) else { return Ok(()) };
        let cells: Vec<Cell> = compared.iter().map(|beside| beside.cell.clone()).collect();
        prop_assert_eq!(&cells, &release.findings[0].cells);
        prop_assert!(cells.windows(2).all(|pair| pair[0].groups < pair[1].groups));
        let whole = release.findings[0].whole().unwrap();
        for beside in &compared {
            prop_assert_eq!(beside.others.plus(beside.cell.range()), whole);
        }
    }

    #[test]
    fn what_is_said_follows_from_the_codes_alone(groups in groups()) {
        let release = by_subject(&groups);
        // In every cell, another count with the same code.
        let lowest = release.findings[0].cells.iter().map(|cell| {
            Cell { coded: Coded::of(cell.range().low, cell.rooms), ..cell.clone() }
        });
        let other = Finding { cells: lowest.collect(), ..release.findings[0].clone() };
        prop_assert_eq!(opportunity(&release, &other), compared(&release));
    }

    #[test]
    fn the_interval_holds_that_of_every_count_that_the_codes_could_mean(groups in groups()) {
        for beside in compared(&by_subject(&groups)).unwrap_or_default() {
            let (others, here) = (beside.others, beside.cell.range());
            for count in others.low..=others.high {
                for own in here.low..=here.high {
                    let one = newcombe((count, others.rooms), (own, here.rooms), Z_99_7);
                    prop_assert!(beside.difference.from <= one.from && one.to <= beside.difference.to);
                }
            }
        }
    }

    #[test]
    fn of_two_groups_each_is_the_other_turned_around(left in 0..25_usize, right in 0..25_usize, rooms in 10..25_usize) {
        let two = compared(&by_subject(&[(left.min(rooms), rooms), (right.min(25), 25)])).unwrap();
        let Interval { from, to } = two[1].difference;
        prop_assert!((two[0].difference.from + to).abs() < 1e-9 && (two[0].difference.to + from).abs() < 1e-9);
        let turned = match two[1].contrast() {
            Contrast::More => Contrast::Fewer,
            Contrast::Fewer => Contrast::More,
            Contrast::NoClearDifference => Contrast::NoClearDifference,
        };
        prop_assert_eq!(two[0].contrast(), turned);
    }

    #[test]
    fn whichever_tag_the_groups_share_they_are_compared_alike(groups in groups()) {
        let release = by_subject(&groups);
        for grouping in [Grouping::GradeBand, Grouping::Programme, Grouping::CourseAccess] {
            prop_assert_eq!(compared(&Release { grouping, ..release.clone() }), compared(&release));
        }
    }

    #[test]
    fn schools_are_never_set_beside_one_another(groups in groups()) {
        let release = Release { grouping: Grouping::School, ..by_subject(&groups) };
        prop_assert_eq!(compared(&release), Err(NotCompared::Schools));
    }
}

#[test]
fn a_difference_is_said_when_it_is_large_and_not_when_chance_could_have_made_it() {
    assert_eq!(contrasts(&[(8, 20), (12, 20)]), [Contrast::NoClearDifference; 2]);
    assert_eq!(contrasts(&[(3, 20), (17, 20)]), [Contrast::Fewer, Contrast::More]);
    let one_of_three = contrasts(&[(3, 20), (16, 20), (15, 20)]);
    assert_eq!(one_of_three, [Contrast::Fewer, Contrast::NoClearDifference, Contrast::NoClearDifference]);
}

#[test]
fn why_groups_are_not_compared_is_told_apart() {
    let grouped = by_subject(&[(5, 12), (4, 12)]);
    let ungrouped = Release { grouping: Grouping::None, ..grouped };
    assert_eq!(compared(&ungrouped), Err(NotCompared::NotGrouped));
    let alike = by_subject(&[(5, 12)]);
    assert_eq!(compared(&alike), Err(NotCompared::OneValue));
    // Of the second group only six rooms were usable, so that the two are one cell; of both together, only nine.
    assert_eq!(compared(&by_subject(&[(5, 12), (4, 6)])), Err(NotCompared::OneCell));
    assert_eq!(compared(&by_subject(&[(5, 5), (4, 4)])), Err(NotCompared::TooFewRooms));
}

/// How likely it is, by exact enumeration, that at least one of four look-fors is said to differ between groups of
/// `sizes` rooms, each of which says yes with the same chance: the highest over the chances .10, .15 to .90.
fn speaks_of_nothing(sizes: &[u32], z: f64) -> f64 {
    let codes: Vec<Vec<Range>> = sizes.iter().map(|rooms| ranges(*rooms)).collect();
    let mut differences: BTreeMap<(usize, usize), BTreeMap<(u32, u32), bool>> = BTreeMap::new();
    let mut speaking: Vec<Vec<usize>> = Vec::new();
    for number in 0..codes.iter().map(Vec::len).product::<usize>() {
        let mut rest = number;
        let chosen: Vec<usize> = codes
            .iter()
            .map(|codes| {
                let code = rest % codes.len();
                rest /= codes.len();
                code
            })
            .collect();
        let ranges: Vec<Range> = chosen.iter().zip(&codes).map(|(code, codes)| codes[*code]).collect();
        let whole = ranges.iter().copied().reduce(Range::plus).unwrap();
        let speaks = ranges.iter().enumerate().any(|(group, range)| {
            let others =
                Range { low: whole.low - range.low, high: whole.high - range.high, rooms: whole.rooms - range.rooms };
            let known = differences.entry((group, chosen[group])).or_default();
            *known.entry((others.low, others.high)).or_insert_with(|| {
                let difference = others.until(*range, z);
                difference.from > 0.0 || difference.to < 0.0
            })
        });
        if speaks {
            speaking.push(chosen);
        }
    }
    let of_a_look_for = |chance: f64| -> f64 {
        let likely: Vec<Vec<f64>> = codes.iter().map(|codes| likely(codes, chance)).collect();
        speaking
            .iter()
            .map(|chosen| chosen.iter().zip(&likely).map(|(code, likely)| likely[*code]).product::<f64>())
            .sum()
    };
    let of_a_round = (2..=18).map(|step| 1.0 - (1.0 - of_a_look_for(f64::from(step) / 20.0)).powi(4));
    of_a_round.fold(0.0, f64::max)
}

/// What each code of `rooms` rooms could mean.
fn ranges(rooms: u32) -> Vec<Range> {
    let mut ranges: Vec<Range> = (0..=rooms).map(|yes| Coded::of(yes, rooms).range(rooms)).collect();
    ranges.dedup();
    ranges
}

/// How likely each code is when every room says yes with this chance.
fn likely(codes: &[Range], chance: f64) -> Vec<f64> {
    let rooms = codes[0].rooms;
    let choose = |count: u32| (0..count).map(|step| f64::from(rooms - step) / f64::from(step + 1)).product::<f64>();
    let count_is =
        |count: u32| choose(count) * chance.powf(f64::from(count)) * (1.0 - chance).powf(f64::from(rooms - count));
    codes.iter().map(|range| (range.low..=range.high).map(count_is).sum()).collect()
}

#[test]
fn in_under_five_rounds_of_a_hundred_groups_that_do_not_differ_are_said_to() {
    let rounds: [&[u32]; 13] = [
        &[10, 10],
        &[20, 20],
        &[30, 30],
        &[10, 40],
        &[10, 10, 10],
        &[20, 20, 20],
        &[10, 15, 30],
        &[10, 10, 10, 10],
        &[15, 15, 15, 15],
        &[20, 20, 20, 20],
        &[10, 12, 15, 40],
        &[10, 10, 10, 60],
        &[10, 10, 10, 10, 10, 10],
    ];
    for sizes in rounds {
        let often = speaks_of_nothing(sizes, Z_99_7);
        assert!(often < 0.05, "{sizes:?}: {often}");
    }
    // What 99 % would do, which is enough for a trend that has one earlier round to be compared with.
    assert!(speaks_of_nothing(&[15, 15, 15, 15], 2.575_829_3) > 0.05);
}

#[test]
fn how_large_a_difference_must_be_to_be_said() {
    let needed = |rooms: usize| {
        let less = rooms * 3 / 10;
        (less..=rooms).find(|more| contrasts(&[(less, rooms), (*more, rooms)])[0] != Contrast::NoClearDifference)
    };
    // From 3 of 10 rooms up: never with ten rooms in each group, then to 17 of 20 and to 23 of 30.
    assert_eq!([10, 20, 30].map(needed), [None, Some(17), Some(23)]);
}
