//! What holds of every visit, whatever was tapped and in whatever order.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::tests::{id, visit};
use crate::library::Line;
use crate::visit::{
    Act, Answer, BLOCK_SECONDS, BlockAnswer, Blocks, Observed, Presence, Seating, Share, Shared, Talk, Visit, answer,
    per_ten_minutes,
};

/// Everything that can be seen of a visit.
fn seen(visit: &Visit) -> impl PartialEq + std::fmt::Debug + use<> {
    let look_fors = ["DIS-04", "DIS-05", "DIS-06", "TSK-02", "DIS-01", "INQ-02", "EQP-01"];
    let strip = visit.talk(&id("DIS-05"), 300);
    (look_fors.map(|look_for| visit.sees(look_for)), strip, visit.grid(&id("EQP-01")), visit.in_view(&id("DIS-01")))
}

/// Something that can be done in the third minute, with seats apart so that none is heard twice.
fn act(kind: u8, value: u8, place: usize) -> Act {
    let answer = [BlockAnswer::Yes, BlockAnswer::No, BlockAnswer::NotApplicable][usize::from(value % 3)];
    match kind {
        0 => Act::Count(id("DIS-04")),
        1 => Act::Presence(id("INQ-02"), if value.is_multiple_of(2) { Presence::Seen } else { Presence::NotSeen }),
        2 => Act::Share(id("DIS-01"), Shared { share: Share::BANDS[usize::from(value % 5)], in_view: None }),
        3 => Act::InView(id("DIS-01"), u16::from(value)),
        4 => Act::Block(id("DIS-06"), 1 + value % 2, answer),
        5 => Act::Sample(id("TSK-02"), 1, answer),
        6 => Act::Talk(id("DIS-05"), Talk::ALL[usize::from(value % 7)]),
        _ => Act::Heard(id("EQP-01"), u8::try_from(place + 1).unwrap()),
    }
}

/// A visit with a grid, in which these acts were made in this order within its third minute.
fn made(acts: &[Act]) -> Visit {
    let mut visit = visit();
    visit.does(Act::Seats(id("EQP-01"), Seating { seats: 60, across: 10 }), 1).unwrap();
    for (second, act) in (121..).zip(acts) {
        visit.does(act.clone(), second).unwrap();
    }
    visit
}

fn drawn_acts() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec((0..8_u8, any::<u8>()), 1..28)
        .prop_map(|drawn| (0..).zip(drawn).map(|(place, (kind, value))| act(kind, value, place)).collect())
}

proptest! {
    #[test]
    fn a_mark_that_is_taken_back_is_as_if_it_had_never_been_made(acts in drawn_acts(), which: prop::sample::Index) {
        let which = which.index(acts.len());
        let mut undone = made(&acts);
        // The first mark laid out the grid.
        let number = undone.marks[which + 1].number;
        undone.does(Act::TakeBack(number), 150).unwrap();
        let mut never = made(&acts);
        never.marks.retain(|mark| mark.number != number);
        prop_assert_eq!(seen(&undone), seen(&never));
        prop_assert_eq!(undone.marks.len(), acts.len() + 2, "nothing was rewritten");
    }

    #[test]
    fn counts_seats_and_quiets_do_not_depend_on_their_order(
        taps in Just((0..20_u8).collect::<Vec<_>>()).prop_shuffle(), quiets in prop::collection::vec(0..9_000_u32, 5),
    ) {
        let acts = |taps: &[u8]| -> Vec<Act> {
            taps.iter().map(|tap| match tap {
                0..5 => Act::Quiet(id("DIS-05"), quiets[usize::from(*tap)]),
                5..10 => Act::Count(id("DIS-04")),
                seat => Act::Heard(id("EQP-01"), *seat),
            }).collect()
        };
        let in_order: Vec<u8> = (0..20).collect();
        prop_assert_eq!(seen(&made(&acts(&taps))), seen(&made(&acts(&in_order))));
    }

    #[test]
    fn the_times_of_talk_add_up_to_the_clock(
        switches in prop::collection::vec((0..900_u32, 0..7_usize), 0..40), seconds in 0..1_200_u32,
    ) {
        let mut visit = visit();
        let mut switches = switches;
        switches.sort_unstable();
        for (second, talk) in switches {
            visit.does(Act::Talk(id("DIS-05"), Talk::ALL[talk]), second).unwrap();
        }
        let times = visit.talk(&id("DIS-05"), seconds);
        prop_assert_eq!(times.before + times.spent.values().sum::<u32>(), seconds);
    }

    #[test]
    fn a_missed_block_is_never_a_no(
        answers in prop::collection::btree_map(1..9_u8, 0..3_u8, 0..9), seconds in 0..1_200_u32, wanted in 1..5_u32,
    ) {
        let answers: BTreeMap<u8, BlockAnswer> = answers.into_iter().map(|(block, answer)| {
            (block, [BlockAnswer::Yes, BlockAnswer::No, BlockAnswer::NotApplicable][usize::from(answer)])
        }).collect();
        let blocks = Blocks::of(&answers, seconds);
        prop_assert_eq!(blocks.full(), (seconds / BLOCK_SECONDS) as usize);
        let noes = answers.iter().filter(|(block, answer)| {
            **answer == BlockAnswer::No && u32::from(**block) * BLOCK_SECONDS <= seconds
        }).count();
        prop_assert_eq!(blocks.no, noes, "only what was answered no is no");
        // By the line too: without enough answers nothing is said, however many blocks went by.
        for observed in [Observed::Interval(answers.clone()), Observed::Samples(answers)] {
            let said = answer(Line::Blocks(wanted), &observed, seconds);
            prop_assert_eq!(said == Answer::Unusable, blocks.yes + blocks.no < 4);
        }
    }

    #[test]
    fn no_seat_outlives_the_visit_and_what_it_says_stays_the_same(
        seats in 1..=60_u8, taps in prop::collection::btree_set(1..=60_u8, 0..40), set_aside in any::<bool>(), back in prop::collection::vec(any::<prop::sample::Index>(), 0..5),
    ) {
        let mut visit = visit();
        visit.does(Act::Count(id("DIS-04")), 1).unwrap();
        if set_aside {
            let share = Shared { share: Share::NotApplicable, in_view: None };
            visit.does(Act::Share(id("EQP-01"), share), 2).unwrap();
        }
        visit.does(Act::Seats(id("EQP-01"), Seating { seats, across: 6 }), 2).unwrap();
        for seat in taps.into_iter().filter(|seat| *seat <= seats) {
            visit.does(Act::Heard(id("EQP-01"), seat), 3).unwrap();
        }
        for index in back {
            let heard: Vec<u32> =
                visit.standing().filter(|mark| matches!(mark.act, Act::Heard(..))).map(|mark| mark.number).collect();
            if !heard.is_empty() {
                visit.does(Act::TakeBack(heard[index.index(heard.len())]), 4).unwrap();
            }
        }
        let ended = visit.ended(Act::Finish(600));
        prop_assert_eq!(ended.voices(&id("EQP-01")), visit.voices(&id("EQP-01")));
        prop_assert_eq!(ended.sees("EQP-01"), visit.sees("EQP-01"));
        prop_assert_eq!(ended.sees("DIS-04"), Observed::Tally(1));
        let acts = ended.marks.iter().map(|mark| &mark.act);
        let acts: Vec<&Act> = acts.filter(|act| !matches!(act, Act::Share(..))).collect();
        let is_left = matches!(acts.as_slice(), [Act::Count(_), Act::Voices(..), Act::Finish(600)]);
        prop_assert!(is_left, "{:?}", acts);
    }

    #[test]
    fn the_rate_on_the_screen_is_on_the_side_of_the_line_that_the_count_is_on(
        count in 0..60_u32, seconds in 480..1_800_u32, wanted in 1..9_u32,
    ) {
        let yes = answer(Line::PerTenMinutes(wanted), &Observed::Tally(count), seconds) == Answer::Yes;
        prop_assert_eq!(yes, per_ten_minutes(count, seconds).unwrap() >= wanted);
        prop_assert_eq!(yes, u64::from(count) * 10 >= u64::from(wanted) * u64::from(seconds / 60));
    }

    #[test]
    fn every_count_in_view_is_in_one_band(in_view in 0..100_u16, some in 0..100_u16) {
        let some = some.min(in_view);
        let within = |band: &Share| band.counts(in_view).is_some_and(|counts| counts.contains(&some));
        let fitting: Vec<Share> = Share::BANDS.into_iter().filter(within).collect();
        prop_assert_eq!(fitting, [Share::of(some, in_view)]);
    }
}

#[test]
fn the_bands_are_those_of_the_library() {
    let counts = |band: Share| band.counts(24).map(|counts| (*counts.start(), *counts.end()));
    assert_eq!(Share::BANDS.map(counts), [(0, 0), (1, 5), (6, 12), (13, 18), (19, 24)].map(Some));
    assert_eq!(Share::Few.counts(4), None);
}
