//! What a visit's marks amount to: counting, changing one's mind, taking back, ending.

use proptest::prelude::*;

use crate::ids::{RoomId, RoundId, VisitId};
use crate::library::{Library, LookForId, Unit};
use crate::round::PlannedLookFor;
use crate::round::Sense;
use crate::text::Passage;
use crate::time::Moment;
use crate::visit::{
    Act, BlockAnswer, Ending, Observed, Presence, Refused, Seating, Share, Shared, Talk, Visit, Voices,
};

const BEGAN: Moment = Moment(1_795_443_600_000);

pub(super) fn visit() -> Visit {
    Visit {
        id: VisitId::from_bytes([1; 16]),
        round: RoundId::from_bytes([2; 16]),
        room: RoomId::from_bytes([3; 16]),
        began: BEGAN,
        marks: Vec::new(),
    }
}

pub(super) fn id(text: &str) -> LookForId {
    LookForId::parse(text).unwrap()
}

/// One look-for of each unit and of each kind of block, the tally of five, and the instruments.
fn looked_for() -> Vec<PlannedLookFor> {
    let current = |text| Library::shipped().current(&id(text)).unwrap();
    let plain =
        ["DIS-04", "DIS-05", "DIS-06", "TSK-02", "DIS-01", "INQ-02"].map(|text| PlannedLookFor::of(current(text)));
    plain.into_iter().chain([PlannedLookFor::with_instrument(current("EQP-01"))]).collect()
}

/// The same with the talk strip in the place of the tally of five.
fn with_talk_strip() -> Vec<PlannedLookFor> {
    let talk = PlannedLookFor::with_instrument(Library::shipped().current(&id("DIS-05")).unwrap());
    let others = looked_for().into_iter().filter(|planned| planned.id != talk.id);
    others.chain([talk.clone()]).collect()
}

fn unit(look_for: &LookForId) -> &'static Unit {
    &Library::shipped().current(look_for).unwrap().unit
}

fn at(seconds: u32) -> Moment {
    Moment(BEGAN.0 + i64::from(seconds) * 1000)
}

impl Visit {
    pub(super) fn does(&mut self, act: Act, seconds: u32) -> Result<(), Refused> {
        let talks = matches!(act, Act::Talk(..) | Act::Quiet(..));
        let looked_for = if talks { with_talk_strip() } else { looked_for() };
        let mark = self.next_mark(act, at(seconds), &looked_for)?;
        self.marks.push(mark);
        Ok(())
    }

    /// The visit as it is kept after `last`.
    pub(super) fn ended(&self, last: Act) -> Visit {
        let last = self.next_mark(last, at(1200), &looked_for()).unwrap();
        let Ending { added, destroyed } = self.ending(last);
        let mut ended = self.clone();
        ended.marks.retain(|mark| !destroyed.contains(&mark.number));
        ended.marks.extend(added);
        ended
    }

    pub(super) fn sees(&self, look_for: &str) -> Observed {
        self.observed(&id(look_for), unit(&id(look_for)))
    }
}

#[test]
fn counts_add_up_and_the_last_choice_stands() {
    let mut visit = visit();
    for second in 1..=3 {
        visit.does(Act::Count(id("DIS-04")), second).unwrap();
    }
    visit.does(Act::Presence(id("INQ-02"), Presence::NotSeen), 5).unwrap();
    visit.does(Act::Presence(id("INQ-02"), Presence::Seen), 9).unwrap();
    assert_eq!(visit.sees("DIS-04"), Observed::Tally(3));
    assert_eq!(visit.sees("INQ-02"), Observed::Presence(Some(Presence::Seen)));
}

#[test]
fn taking_a_choice_back_brings_the_one_before_it_back() {
    let mut visit = visit();
    visit.does(Act::Presence(id("INQ-02"), Presence::NotSeen), 5).unwrap();
    visit.does(Act::Presence(id("INQ-02"), Presence::Seen), 9).unwrap();
    visit.does(Act::TakeBack(2), 10).unwrap();
    assert_eq!(visit.sees("INQ-02"), Observed::Presence(Some(Presence::NotSeen)));
}

#[test]
fn a_mark_is_taken_back_once() {
    let mut visit = visit();
    visit.does(Act::Count(id("DIS-04")), 1).unwrap();
    visit.does(Act::TakeBack(1), 2).unwrap();
    assert_eq!(visit.does(Act::TakeBack(1), 3), Err(Refused::NothingToTakeBack(1)));
    assert_eq!(visit.does(Act::TakeBack(2), 3), Err(Refused::NothingToTakeBack(2)));
}

#[test]
fn the_first_five_open_questions_are_five() {
    let mut visit = visit();
    for second in 1..=5 {
        visit.does(Act::Count(id("DIS-05")), second).unwrap();
    }
    assert_eq!(visit.does(Act::Count(id("DIS-05")), 6), Err(Refused::CountedOut(id("DIS-05"), 5)));
}

#[test]
fn a_block_is_answered_once_it_has_begun_and_not_before() {
    let mut visit = visit();
    let block = |number| Act::Block(id("DIS-06"), number, BlockAnswer::Yes);
    assert_eq!(visit.does(block(2), 119), Err(Refused::BlockToCome(2)));
    assert_eq!(visit.does(block(0), 119), Err(Refused::BlockToCome(0)));
    visit.does(block(2), 120).unwrap();
    visit.does(block(1), 121).unwrap();
    assert_eq!(visit.sees("DIS-06"), Observed::Interval([(1, BlockAnswer::Yes), (2, BlockAnswer::Yes)].into()));
    assert_eq!(visit.does(block(1), 160), Err(Refused::BlockOver(1)), "it was missed");
    visit.does(block(2), 161).unwrap();
}

#[test]
fn a_momentary_sample_is_taken_at_the_beep_and_is_not_an_event() {
    let mut visit = visit();
    let sample = |number| Act::Sample(id("TSK-02"), number, BlockAnswer::Yes);
    assert_eq!(visit.does(sample(1), 119), Err(Refused::BlockToCome(1)), "the beep has not come");
    visit.does(sample(1), 120).unwrap();
    assert_eq!(visit.does(sample(1), 160), Err(Refused::BlockOver(1)));
    assert_eq!(visit.sees("TSK-02"), Observed::Samples([(1, BlockAnswer::Yes)].into()));
    let as_event = Act::Block(id("TSK-02"), 1, BlockAnswer::Yes);
    assert_eq!(visit.does(as_event, 160), Err(Refused::NotLookedFor(id("TSK-02"))));
    let as_sample = Act::Sample(id("DIS-06"), 1, BlockAnswer::Yes);
    assert_eq!(visit.does(as_sample, 160), Err(Refused::NotLookedFor(id("DIS-06"))));
}

#[test]
fn what_earlier_versions_recorded_is_still_read() {
    let mut visit = visit();
    let kept = r#"[{"number":1,"at":121,"act":{"block":["TSK-02",1,"yes"]}},
        {"number":2,"at":130,"act":{"share":["DIS-01",{"share":"most","in_view":24}]}}]"#;
    visit.marks = serde_json::from_str(kept).unwrap();
    assert_eq!(visit.sees("TSK-02"), Observed::Samples([(1, BlockAnswer::Yes)].into()));
    assert_eq!(visit.sees("DIS-01"), Observed::Share(Some(Shared { share: Share::Most, in_view: Some(24) })));
}

#[test]
fn the_number_in_view_is_kept_before_and_after_a_band_is_chosen() {
    let mut visit = visit();
    visit.does(Act::InView(id("DIS-01"), 24), 1).unwrap();
    assert_eq!((visit.in_view(&id("DIS-01")), visit.sees("DIS-01")), (Some(24), Observed::Share(None)));
    visit.does(Act::Share(id("DIS-01"), Shared { share: Share::Few, in_view: None }), 2).unwrap();
    visit.does(Act::InView(id("DIS-01"), 25), 3).unwrap();
    assert_eq!(visit.sees("DIS-01"), Observed::Share(Some(Shared { share: Share::Few, in_view: Some(25) })));
}

#[test]
fn a_look_for_is_recorded_in_its_own_unit_and_only_when_the_round_looks_for_it() {
    let mut visit = visit();
    for act in [
        Act::Count(id("INQ-02")),
        Act::Count(id("TSK-01")),
        Act::Presence(id("DIS-04"), Presence::Seen),
        Act::Share(id("DIS-04"), Shared { share: Share::Most, in_view: Some(24) }),
        Act::Block(id("DIS-04"), 1, BlockAnswer::Yes),
        Act::InView(id("INQ-02"), 20),
        Act::Talk(id("DIS-04"), Talk::Partners),
        Act::Quiet(id("DIS-04"), 4_000),
        Act::Seats(id("DIS-01"), Seating { seats: 20, across: 5 }),
        Act::Heard(id("DIS-01"), 1),
        Act::Share(id("EQP-01"), Shared { share: Share::Most, in_view: None }),
        Act::Voices(id("EQP-01"), Voices { heard: 3, of: 20 }),
    ] {
        assert!(matches!(visit.does(act.clone(), 1), Err(Refused::NotLookedFor(_))), "{act:?}");
    }
}

#[test]
fn where_the_talk_strip_was_planned_its_look_for_is_not_counted_by_hand() {
    let count = Act::Count(id("DIS-05"));
    let refused = visit().next_mark(count, at(1), &with_talk_strip());
    assert_eq!(refused, Err(Refused::NotLookedFor(id("DIS-05"))));
    let by_strip = Act::Quiet(id("DIS-05"), 4_000);
    assert_eq!(visit().next_mark(by_strip, at(1), &looked_for()), Err(Refused::NotLookedFor(id("DIS-05"))));
}

#[test]
fn the_first_five_open_questions_are_timed_and_those_with_three_seconds_of_quiet_count() {
    let mut visit = visit();
    for millis in [0, 2_999, 3_000, 12_000, 3_400] {
        visit.does(Act::Quiet(id("DIS-05"), millis), 30).unwrap();
    }
    assert_eq!(visit.sees("DIS-05"), Observed::Tally(3));
    let sixth = visit.does(Act::Quiet(id("DIS-05"), 9_000), 40);
    assert_eq!(sixth, Err(Refused::CountedOut(id("DIS-05"), 5)));
    visit.does(Act::TakeBack(4), 41).unwrap();
    assert_eq!(visit.sees("DIS-05"), Observed::Tally(2));
}

#[test]
fn a_seat_is_on_the_grid_and_is_heard_once() {
    let mut visit = visit();
    let heard = |seat| Act::Heard(id("EQP-01"), seat);
    let grid = |seats| Act::Seats(id("EQP-01"), Seating { seats, across: 5 });
    assert_eq!(visit.does(heard(1), 1), Err(Refused::NoSeat(1)), "no grid was laid out");
    assert_eq!(visit.does(grid(0), 1), Err(Refused::NoSeat(0)));
    assert_eq!(visit.does(grid(61), 1), Err(Refused::NoSeat(61)));
    visit.does(grid(20), 1).unwrap();
    assert_eq!(visit.does(heard(21), 2), Err(Refused::NoSeat(21)));
    visit.does(heard(17), 2).unwrap();
    assert_eq!(visit.does(heard(17), 3), Err(Refused::HeardBefore(17)));
    assert_eq!(visit.does(grid(16), 3), Err(Refused::SeatInUse(17)));
    visit.does(grid(17), 3).unwrap();
    assert_eq!(visit.voices(&id("EQP-01")), Some(Voices { heard: 1, of: 17 }));
}

#[test]
fn a_grid_is_not_taken_back_from_under_a_seat_that_was_heard() {
    let mut visit = visit();
    let grid = |seats| Act::Seats(id("EQP-01"), Seating { seats, across: 5 });
    visit.does(grid(20), 1).unwrap();
    visit.does(grid(25), 2).unwrap();
    visit.does(Act::Heard(id("EQP-01"), 23), 3).unwrap();
    assert_eq!(visit.does(Act::TakeBack(2), 4), Err(Refused::SeatInUse(23)));
    visit.does(Act::TakeBack(1), 5).unwrap();
    assert_eq!(visit.does(Act::TakeBack(2), 6), Err(Refused::SeatInUse(23)));
    visit.does(Act::TakeBack(3), 7).unwrap();
    visit.does(Act::TakeBack(2), 8).unwrap();
    assert_eq!(visit.grid(&id("EQP-01")), None);
}

#[test]
fn a_grid_can_be_set_aside_and_taken_up_again() {
    let mut visit = visit();
    visit.does(Act::Seats(id("EQP-01"), Seating { seats: 4, across: 2 }), 1).unwrap();
    visit.does(Act::Heard(id("EQP-01"), 2), 2).unwrap();
    let aside = Shared { share: Share::NotApplicable, in_view: None };
    visit.does(Act::Share(id("EQP-01"), aside), 3).unwrap();
    assert_eq!(visit.sees("EQP-01"), Observed::Share(Some(aside)));
    let ended = visit.ended(Act::Finish(4));
    assert_eq!(ended.sees("EQP-01"), Observed::Share(Some(aside)));
    visit.does(Act::Heard(id("EQP-01"), 1), 4).unwrap();
    assert_eq!(visit.sees("EQP-01"), Observed::Share(Some(Shared { share: Share::Some, in_view: Some(4) })));
}

#[test]
fn of_an_abandoned_visit_not_even_the_number_heard_stays() {
    let mut visit = visit();
    visit.does(Act::Seats(id("EQP-01"), Seating { seats: 4, across: 2 }), 1).unwrap();
    visit.does(Act::Heard(id("EQP-01"), 2), 2).unwrap();
    visit.does(Act::TakeBack(2), 3).unwrap();
    let acts: Vec<Act> = visit.ended(Act::Abandon).marks.into_iter().map(|mark| mark.act).collect();
    assert_eq!(acts, [Act::Abandon]);
}

#[test]
fn nothing_is_recorded_after_the_end() {
    let mut visit = visit();
    visit.does(Act::Finish(600), 600).unwrap();
    assert_eq!(visit.does(Act::Count(id("DIS-04")), 601), Err(Refused::Ended));
    assert_eq!(visit.does(Act::TakeBack(1), 601), Err(Refused::Ended));
    assert_eq!(visit.finished_after(), Some(600));
}

#[test]
fn a_visit_cannot_end_later_than_now() {
    assert_eq!(visit().does(Act::Finish(601), 600), Err(Refused::EndToCome(601)));
}

#[test]
fn evidence_keeps_its_second_and_its_look_for() {
    let mut visit = visit();
    let said = Passage::parse("\"What makes you say that?\"").unwrap();
    visit.does(Act::Evidence(Sense::Heard, said, Some(id("DIS-04"))), 42).unwrap();
    let evidence: Vec<_> = visit.evidence().map(|one| (one.at, one.text.to_owned(), one.look_for.cloned())).collect();
    assert_eq!(evidence, [(42, "\"What makes you say that?\"".to_owned(), Some(id("DIS-04")))]);
}

#[test]
fn evidence_written_anew_keeps_its_second_and_undo_brings_the_old_words_back() {
    let mut visit = visit();
    let words = |text| Passage::parse(text).unwrap();
    visit.does(Act::Evidence(Sense::Saw, words("they were engaged"), None), 65).unwrap();
    visit.does(Act::Rewrite(1, Sense::Heard, words("“why?”"), Some(id("DIS-04"))), 90).unwrap();
    let read = |visit: &Visit| visit.evidence().map(|found| (found.at, found.text.to_owned())).collect::<Vec<_>>();
    assert_eq!(read(&visit), [(65, "“why?”".to_owned())]);
    visit.does(Act::TakeBack(2), 91).unwrap();
    assert_eq!(read(&visit), [(65, "they were engaged".to_owned())]);
    visit.does(Act::Rewrite(1, Sense::Saw, words("nine wrote"), None), 92).unwrap();
    visit.does(Act::TakeBack(1), 93).unwrap();
    assert_eq!((read(&visit), visit.last_standing()), (vec![], None), "what was written anew goes with it");
    let again = visit.does(Act::Rewrite(1, Sense::Saw, words("ten wrote"), None), 94);
    assert_eq!(again, Err(Refused::NothingToRewrite(1)));
    let elsewhere = Act::Rewrite(9, Sense::Saw, words("x"), None);
    assert_eq!(visit.does(elsewhere, 95), Err(Refused::NothingToRewrite(9)));
}

#[test]
fn a_clock_that_was_set_back_does_not_undo_time() {
    let mut visit = visit();
    visit.does(Act::Count(id("DIS-04")), 300).unwrap();
    visit.does(Act::Count(id("DIS-04")), 20).unwrap();
    assert_eq!(visit.marks[1].at, 300);
}

proptest! {
    #[test]
    fn undoing_everything_leaves_a_visit_that_has_nothing_in_it(acts in prop::collection::vec(0..4_u8, 0..30)) {
        let mut visit = visit();
        for (second, act) in (1..).zip(&acts) {
            let act = match act {
                0 => Act::Count(id("DIS-04")),
                1 => Act::Presence(id("INQ-02"), Presence::Seen),
                2 => Act::Share(id("DIS-01"), Shared { share: Share::Few, in_view: None }),
                _ => Act::Block(id("DIS-06"), 1, BlockAnswer::No),
            };
            visit.does(act, second).unwrap();
        }
        while let Some(last) = visit.last_standing().map(|mark| mark.number) {
            visit.does(Act::TakeBack(last), 100).unwrap();
        }
        prop_assert_eq!(visit.sees("DIS-04"), Observed::Tally(0));
        prop_assert_eq!(visit.sees("INQ-02"), Observed::Presence(None));
        prop_assert_eq!(visit.sees("DIS-01"), Observed::Share(None));
        prop_assert_eq!(visit.sees("DIS-06"), Observed::Interval(Default::default()));
        prop_assert_eq!(visit.marks.len(), 2 * acts.len());
    }
}
