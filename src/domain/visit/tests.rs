//! What a visit's marks amount to: counting, changing one's mind, taking back, ending.

use proptest::prelude::*;

use crate::ids::{RoomId, RoundId, VisitId};
use crate::library::{Library, LookForId, Unit};
use crate::round::PlannedLookFor;
use crate::round::Sense;
use crate::text::Passage;
use crate::time::Moment;
use crate::visit::{Act, BlockAnswer, Observed, Presence, Refused, Share, Shared, Visit};

const BEGAN: Moment = Moment(1_795_443_600_000);

fn visit() -> Visit {
    Visit {
        id: VisitId::from_bytes([1; 16]),
        round: RoundId::from_bytes([2; 16]),
        room: RoomId::from_bytes([3; 16]),
        began: BEGAN,
        marks: Vec::new(),
    }
}

fn id(text: &str) -> LookForId {
    LookForId::parse(text).unwrap()
}

/// One look-for of each unit, and the tally of five.
fn looked_for() -> Vec<PlannedLookFor> {
    let current = |text| PlannedLookFor::of(Library::shipped().current(&id(text)).unwrap());
    ["DIS-04", "DIS-05", "DIS-06", "DIS-01", "INQ-02"].map(current).to_vec()
}

fn unit(look_for: &LookForId) -> &'static Unit {
    &Library::shipped().current(look_for).unwrap().unit
}

fn at(seconds: u32) -> Moment {
    Moment(BEGAN.0 + i64::from(seconds) * 1000)
}

impl Visit {
    fn does(&mut self, act: Act, seconds: u32) -> Result<(), Refused> {
        let mark = self.next_mark(act, at(seconds), &looked_for())?;
        self.marks.push(mark);
        Ok(())
    }

    fn sees(&self, look_for: &str) -> Observed {
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
    ] {
        assert!(matches!(visit.does(act.clone(), 1), Err(Refused::NotLookedFor(_))), "{act:?}");
    }
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
