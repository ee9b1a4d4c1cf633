//! Known attacks on published shares: each is run against the real rule, which withstands it, and against the rule
//! with the guard taken out, which does not. A test that passes both ways would guard nothing.
//!
//! One attack is withstood by the server, which alone knows what a round has published. Close again without one tablet,
//! or restore a backup and then close: twelve rooms minus eleven. A round has one release, and after a restore it waits
//! for the tablets that may hold it. The tests that fail without either are the server's
//! `closing_twice_gives_the_very_same_release`, `a_round_closed_without_one_tablet_does_not_close_again_with_it`,
//! `a_release_that_was_undone_is_taken_back_verbatim_and_no_other` and
//! `a_second_release_of_a_round_is_refused_whichever_came_first`.

use std::collections::BTreeSet;

use crate::ids::RoomToken;
use crate::release::laws::{board, key, plan, released, room_id, summary, visits, yes_of};
use crate::release::term_laws::{day, only, round};
use crate::release::{Coded, Range, Release, close, count, may_close_on, merge, wilson};
use crate::round::{GroupNumber, Plan, PlanFault};
use crate::time::Day;
use crate::visit::{Answer, Summary, SummaryFault};

/// Every pair of counts of two groups that fits what was published about the whole and the parts.
fn consistent(sizes: (u32, u32), fits: impl Fn(u32, u32) -> bool) -> BTreeSet<(u32, u32)> {
    let pairs = (0..=sizes.0).flat_map(|first| (0..=sizes.1).map(move |second| (first, second)));
    pairs.filter(|(first, second)| fits(*first, *second)).collect()
}

/// School 3 of 24, group A "few" of 12, group B 3 of 12: with a whole coded from raw counts, A is pinned at 0.
#[test]
fn subtracting_a_group_from_the_whole_gives_nothing() {
    let plan = plan(&[12, 12]);
    let summaries = [visits(0, &yes_of(0, 12)), visits(1, &yes_of(3, 12))].concat();
    let finding = released(&plan, &summaries).findings.remove(0);
    let (group_a, group_b) = (finding.cells[0].coded, finding.cells[1].coded);
    assert_eq!((group_a, group_b), (Coded::FewOrNone, Coded::of(3, 12)));

    let alone = consistent((12, 12), |a, b| Coded::of(a, 12) == group_a && Coded::of(b, 12) == group_b);
    let whole = finding.whole().unwrap();
    let with_whole = consistent((12, 12), |a, b| {
        alone.contains(&(a, b)) && Coded::of(a, 12).range(12).plus(Coded::of(b, 12).range(12)) == whole
    });
    assert_eq!(with_whole, alone);

    let with_raw_whole = consistent((12, 12), |a, b| alone.contains(&(a, b)) && a + b == 3);
    assert_eq!(with_raw_whole.into_iter().map(|(a, _)| a).collect::<Vec<_>>(), [0]);
}

/// Grades 11–12 have 12 rooms and the 11 AP rooms lie inside them: one room is left over.
#[test]
fn overlapping_groups_are_not_planned() {
    let overlapping = |mut plan: Plan| {
        let inside: BTreeSet<_> = plan.groups[0].rooms.iter().take(11).cloned().collect();
        plan.groups[1].rooms = inside;
        plan
    };
    let plan = overlapping(plan(&[12, 11]));
    let faults = plan.faults(&Default::default(), crate::library::Library::shipped(), &[]);
    let overlaps = faults.iter().filter(|fault| matches!(fault, PlanFault::Overlap(_))).count();
    assert_eq!(overlaps, 11);

    // Without that guard: 5 of 12 beside 4 of the 11 inside it. The counts that fit both differ by one room, and in all
    // of them that room said yes.
    let (outer, inner) = (Coded::of(5, 12).range(12), Coded::of(4, 11).range(11));
    let left_over: BTreeSet<u32> = (outer.low..=outer.high)
        .flat_map(|whole| (inner.low..=inner.high).filter_map(move |part| whole.checked_sub(part)))
        .filter(|room| *room <= 1)
        .collect();
    assert_eq!(left_over, BTreeSet::from([1]));
}

/// A tenth-rounded share with tenth-rounded ends of an interval fixes the count for every n from 10 to 12.
#[test]
fn an_interval_says_nothing_that_its_code_does_not() {
    for rooms in 10..=40 {
        for yes in 0..=rooms {
            let coded = Coded::of(yes, rooms);
            let published = |range: Range| (coded, range.interval_tenths(), range.dots(), range.tenths());
            let shown = published(coded.range(rooms));
            let by_code: Vec<u32> = (0..=rooms).filter(|count| Coded::of(*count, rooms) == coded).collect();
            let by_all: Vec<u32> = (0..=rooms)
                .filter(|count| {
                    Coded::of(*count, rooms) == coded && published(Coded::of(*count, rooms).range(rooms)) == shown
                })
                .collect();
            assert_eq!(by_all, by_code, "{yes} of {rooms}");
        }
    }
    // Without that guard: nearest tenths and the interval of the raw count tell 0, 1 and 2 of 10 apart.
    let raw = |count: u32| {
        let interval = wilson(count, 10, crate::release::Z_90);
        ((interval.from * 10.0).round() as u8, (interval.to * 10.0).round() as u8)
    };
    assert_eq!((0..=2).map(raw).collect::<BTreeSet<_>>().len(), 3);
}

/// With exact ends, the one teacher who did knows that the nine colleagues did not.
#[test]
fn whoever_knows_their_own_room_cannot_finish_the_count() {
    /// Whether someone whose own room said `own` knows what every other room said.
    fn knows_all_others(range: Range, own: u32) -> bool {
        let counts = (range.low.max(own)..=range.high.min(range.rooms - 1 + own)).map(|count| count - own);
        counts.clone().all(|others| others == 0) || counts.clone().all(|others| others == range.rooms - 1)
    }
    for rooms in 10..=60 {
        for yes in 0..=rooms {
            for own in [0, 1] {
                assert!(!knows_all_others(Coded::of(yes, rooms).range(rooms), own), "{yes} of {rooms}, own {own}");
            }
        }
    }
    // Without that guard: an exact "1 of 10" tells the one who did about the nine others.
    assert!(knows_all_others(Range { low: 1, high: 1, rooms: 10 }, 1));
}

/// Two keys for one round: 6 rooms become 12 tokens.
#[test]
fn six_rooms_under_two_keys_are_not_twelve_rooms() {
    let under = |number: u8, first_id: u64| -> Vec<Summary> {
        let tokens = (0..6).map(|room| key(number).token(&room_id(0, room)));
        let visit = |(place, token): (usize, RoomToken)| summary(first_id + place as u64, 0, token, Answer::Yes);
        tokens.enumerate().map(visit).collect()
    };
    // The plan tells its key from any other, so no second tablet joins with another one.
    let (small, both) = (plan(&[10]), [under(1, 0), under(2, 100)].concat());
    assert_eq!(key(1).check(), small.key_check);
    assert_ne!(key(2).check(), small.key_check);
    // And twelve tokens in a group of ten rooms are refused and said.
    let release = released(&small, &both);
    assert_eq!(release.refused, [0].into());
    assert_eq!(release.findings[0].cells, []);

    // Where the group has room for twelve, the count alone cannot tell, and the plan's key check is the only guard:
    let roomy = plan(&[12]);
    assert_eq!(released(&roomy, &both).findings[0].cells[0].rooms, 12);
}

/// A token sent under two groups is one room in one group.
#[test]
fn a_room_sent_under_two_groups_counts_in_one() {
    let plan = plan(&[12, 12]);
    let token = key(1).token(&room_id(0, 0));
    let twice = [summary(1, 0, token.clone(), Answer::Yes), summary(2, 1, token, Answer::Yes)];
    assert_eq!(count(&plan, &twice).rooms, 1);
}

/// A district figure that moves from 180 to 186 rooms publishes a 6-room school; Tuesday's picture minus Monday's.
#[test]
fn nothing_is_published_between_two_closes_and_closes_are_three_weeks_apart() {
    assert!(may_close_on(day("2026-11-24"), [day("2026-11-23")]).is_err());
    assert!(may_close_on(day("2026-12-13"), [day("2026-11-23")]).is_err());
    assert!(may_close_on(day("2026-12-14"), [day("2026-11-23"), day("2026-10-01")]).is_ok());

    // What a lead sees before the close has no values in it: all yes and all no look the same.
    let plan = plan(&[12]);
    let (all, none) = (visits(0, &yes_of(12, 12)), visits(0, &yes_of(0, 12)));
    assert_eq!(crate::release::preview(&plan, &all), crate::release::preview(&plan, &none));
    // With values in it, twelve rooms on Tuesday minus eleven on Monday would be one room's answer.
    assert_ne!(count(&plan, &all).tallies, count(&plan, &none).tallies);
}

/// A district minus its other schools: with a district's figure counted from visits, one school's few are none.
#[test]
fn a_district_minus_one_school_gives_nothing_that_the_other_did_not_publish() {
    let on = day("2026-10-02");
    let finding = only(&[round(1, &[1], on, 0, 12), round(2, &[2], on, 3, 12)]);
    let fits = |a: u32, b: u32| Coded::of(a, 12) == Coded::of(0, 12) && Coded::of(b, 12) == Coded::of(3, 12);
    let alone = consistent((12, 12), fits);
    let whole = finding.whole().unwrap();
    let with_district =
        consistent((12, 12), |a, b| fits(a, b) && Coded::of(a, 12).range(12).plus(Coded::of(b, 12).range(12)) == whole);
    assert_eq!(with_district, alone);

    // Without that guard: 3 of 24 in the district, and the first school's few rooms are none.
    let counted_from_visits = consistent((12, 12), |a, b| fits(a, b) && a + b == 3);
    assert_eq!(counted_from_visits.into_iter().map(|(a, _)| a).collect::<Vec<_>>(), [0]);
}

/// The district's figure moves from 180 to 186 rooms: the six-room school that just closed is known.
#[test]
fn a_school_that_is_too_small_moves_no_figure_of_its_district() {
    let on = day("2026-10-02");
    let large = round(1, &[1], on, 90, 180);
    let figures = |small: &[Release]| only(&[std::slice::from_ref(&large), small].concat()).whole();
    let (all, none) = (round(2, &[2], on, 6, 6), round(2, &[2], on, 0, 6));
    assert_eq!(figures(&[]), figures(&[all]));
    assert_eq!(figures(&[]), figures(&[none]));

    // Without that guard, 186 rooms minus 180 and 96 minus 90: six of six.
    let small = plan(&[10]);
    let counted = count(&small, &visits(0, &yes_of(6, 6))).tallies.remove(0);
    assert_eq!((counted[0].yes, counted[0].rooms), (6, 6));
}

/// The school shows 7 of 11, "without grade 5" shows 6 of 10: the one grade 5 room is known.
#[test]
fn there_is_no_without() {
    let plan = plan(&[10, 1]);
    let faults = plan.faults(&Default::default(), crate::library::Library::shipped(), &[]);
    assert!(faults.contains(&PlanFault::SmallGroup { rooms: 1, k: 10 }));

    // Even if such a plan arrived, the group of one is merged before anything is coded.
    let summaries = [visits(0, &yes_of(6, 10)), visits(1, &yes_of(1, 1))].concat();
    let finding = released(&plan, &summaries).findings.remove(0);
    assert_eq!(finding.cells.len(), 1);
    assert_eq!(finding.cells[0].groups, BTreeSet::from([0, 1]));

    // Without the merge there would be a 6 of 10 beside a 7 of 11.
    let unmerged = count(&plan, &summaries).tallies.remove(0);
    assert_eq!(unmerged.iter().map(|tally| (tally.yes, tally.rooms)).collect::<Vec<_>>(), [(6, 10), (1, 1)]);
    assert_eq!(merge(unmerged, 10).len(), 1);
}

/// A school of nine rooms has no picture, so no answer of it is taken: the server would hold it tied to nine rooms.
#[test]
fn in_a_round_of_fewer_than_k_rooms_no_answer_is_taken() {
    let (nine, ten) = (plan(&[9]), plan(&[10]));
    let answer = |answer| summary(1, 0, key(1).token(&room_id(0, 0)), answer);
    for told in [Answer::Yes, Answer::No] {
        assert_eq!(answer(told).fits(&nine), Err(SummaryFault::FewRooms(10)));
        assert_eq!(answer(told).fits(&ten), Ok(()));
        assert_eq!(answer(told).fits(&ten.clone().with_k_at_least(12)), Err(SummaryFault::FewRooms(12)));
    }
    // That the room was visited is told, so that nobody goes there twice.
    assert_eq!(answer(Answer::Unusable).fits(&nine), Ok(()));
}

/// Nine rooms show nothing, and what is hidden does not say how many there were.
#[test]
fn under_k_nothing_is_shown_and_not_how_many() {
    let plan = plan(&[24]);
    let nine = released(&plan, &visits(0, &yes_of(9, 9)));
    assert_eq!(nine.rooms, None);
    assert_eq!(nine.findings[0].cells, []);
    let three = released(&plan, &visits(0, &yes_of(0, 3)));
    assert_eq!(nine, three, "nine rooms that said yes and three that said no publish the same");
    // Without that guard, nine of nine would be coded and shown.
    assert_eq!(Coded::of(9, 9), Coded::NearlyAll);
}

/// A round does not close without its action and its question.
#[test]
fn a_round_ends_in_an_action_and_a_question() {
    let mut board = board();
    board.question = None;
    let refusal = close(&plan(&[12]), &board, &[], Day::parse("2026-11-14").unwrap()).unwrap_err();
    assert_eq!(refusal.to_string(), "the debrief still lacks a question that a team takes on");
}

/// The numbers of groups in a cell point into the release's own list.
#[test]
fn a_cell_names_only_groups_of_its_round() {
    let release = released(&plan(&[12, 12]), &visits(0, &yes_of(6, 12)));
    let named = |group: &GroupNumber| usize::from(*group) < release.groups.len();
    assert!(release.findings.iter().flat_map(|finding| &finding.cells).all(|cell| cell.groups.iter().all(named)));
}
