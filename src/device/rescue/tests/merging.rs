//! What becomes of a rescue file on another tablet.

use domain::change::Kind;
use domain::round::Statement;
use domain::visit::{Seating, Summary};

use super::*;
use crate::rescue::{Answer, Becomes, Thing};
use crate::tablet::{Key, Unkept, summary_of};

fn becomes(found: &Found) -> Vec<Becomes> {
    found.visits.iter().map(|visit| visit.becomes).collect()
}

fn summaries(held: &Held) -> Vec<Summary> {
    held.tablet.held().outgoing.values().filter_map(summary_of).collect()
}

fn decides(held: &Held, answer: Answer) {
    let name = held.tablet.held().forks().first().unwrap().name();
    wait(held.tablet.decide(&name, answer)).unwrap();
}

/// One tablet with a visit of three marks, and another that has opened its file.
fn two_copies() -> (Held, Held, VisitId) {
    let (first, round) = Held::with_a_round(1);
    let visit = first.begins(&round, 0);
    first.counts(&visit, 3);
    let second = Held::empty(2);
    assert_eq!(becomes(&second.opens(&first.saves())), [Becomes::Taken]);
    (first, second, visit)
}

#[test]
fn a_visit_goes_on_on_another_tablet_and_is_finished_there() {
    let (_, second, visit) = two_copies();
    second.counts(&visit, 1);
    second.finishes(&visit);
    let again = second.reopened();
    assert_eq!(again.marks(&visit), 5);
    assert_eq!(summaries(&again).len(), 1);
    // The plan was not sent before either.
    assert_eq!(again.tablet.held().unsent().shared, 1);
}

#[test]
fn two_tablets_that_finish_copies_of_one_visit_send_one_summary() {
    let (first, second, visit) = two_copies();
    first.finishes(&visit);
    second.finishes(&visit);
    assert_eq!(summaries(&first), summaries(&second));
}

#[test]
fn a_tablet_is_another_one_in_a_round_that_it_took_from_a_file() {
    let (first, second, _) = two_copies();
    let name = |held: &Held| held.tablet.held().rounds()[0].record.tablet.clone();
    assert_ne!(name(&first), name(&second));
}

#[test]
fn the_longer_of_two_copies_stands_without_a_question() {
    let (first, second, visit) = two_copies();
    first.counts(&visit, 2);
    assert_eq!(becomes(&second.opens(&first.saves())), [Becomes::Longer]);
    assert_eq!((second.marks(&visit), second.tablet.held().forks().len()), (5, 0));
    let earlier = first.saves();
    second.counts(&visit, 1);
    assert_eq!(becomes(&second.opens(&earlier)), [Becomes::Same]);
    assert_eq!(second.marks(&visit), 6);
}

#[test]
fn copies_that_say_something_else_are_both_kept_until_somebody_decides() {
    let (first, second, visit) = two_copies();
    first.counts(&visit, 1);
    second.writes(&visit, "why");
    let file = first.saves();
    assert_eq!(becomes(&second.opens(&file)), [Becomes::Asked]);
    let second = second.reopened();
    assert_eq!(second.tablet.held().unsent().to_decide, 1);
    assert!(!second.tablet.held().is_all_sent());
    assert_eq!(second.tablet.held().visit(&visit).unwrap().visit.evidence().count(), 1);

    decides(&second, Answer::File);
    let second = second.reopened();
    assert_eq!(second.tablet.held().visit(&visit).unwrap().visit.evidence().count(), 0);
    assert_eq!((second.marks(&visit), second.tablet.held().forks().len()), (4, 0));
    assert!(second.opens(&file).is_all_here());
}

#[test]
fn whoever_keeps_what_is_here_is_not_asked_again() {
    let (first, second, visit) = two_copies();
    first.counts(&visit, 1);
    second.writes(&visit, "why");
    let file = first.saves();
    second.opens(&file);
    decides(&second, Answer::Here);
    assert_eq!(becomes(&second.opens(&file)), [Becomes::Same]);
    assert_eq!(second.tablet.held().forks().len(), 0);
    assert_eq!(second.tablet.held().visit(&visit).unwrap().visit.evidence().count(), 1);
}

#[test]
fn a_finished_copy_that_was_decided_against_is_sent_by_no_file_and_counts_no_more_when_the_visit_is_left() {
    let (first, second, visit) = two_copies();
    first.finishes(&visit);
    second.writes(&visit, "why");
    let file = first.saves();
    assert_eq!(becomes(&second.opens(&file)), [Becomes::Asked]);
    decides(&second, Answer::Here);
    assert!(second.opens(&file).is_all_here());
    assert_eq!(summaries(&second), []);

    wait(second.tablet.abandon_visit(&visit)).unwrap();
    let [summary] = summaries(&second).try_into().unwrap();
    assert_eq!((summary.revision, &summary.id), (2, &summaries(&first)[0].id));
    assert_eq!(summary.clone().without_answers(), summary);
}

#[test]
fn a_finished_copy_waits_for_a_decision_however_long_the_other_has_ended() {
    let (first, second, visit) = two_copies();
    first.finishes(&visit);
    wait(second.tablet.abandon_visit(&visit)).unwrap();
    assert_eq!(becomes(&second.opens(&first.saves())), [Becomes::Asked]);
    let second = second.after(9);
    assert_eq!(second.tablet.held().unsent().to_decide, 1);
    decides(&second, Answer::File);
    assert_eq!(summaries(&second), summaries(&first));
    // The longest that anything stays is over: decided about, the visit goes.
    assert_eq!(second.after(20).marks(&visit), 0);
}

#[test]
fn the_summary_of_the_right_copy_stands_above_what_either_tablet_sent() {
    for answer in [Answer::Here, Answer::File] {
        let (first, second, visit) = two_copies();
        first.counts(&visit, 1);
        first.finishes(&visit);
        second.writes(&visit, "why");
        second.finishes(&visit);
        second.opens(&first.saves());
        assert_eq!(summaries(&second).len(), 1, "one visit has one summary");
        decides(&second, answer);
        let [summary] = summaries(&second).try_into().unwrap();
        assert_eq!((summary.revision, &summary.id), (2, &summaries(&first)[0].id));
    }
}

#[test]
fn a_visit_that_goes_on_after_the_other_copy_was_finished_sends_a_higher_revision() {
    let (first, second, visit) = two_copies();
    first.counts(&visit, 1);
    first.finishes(&visit);
    second.writes(&visit, "why");
    second.opens(&first.saves());
    assert_eq!(summaries(&second), [], "nothing is sent before somebody decides");
    decides(&second, Answer::Here);
    second.reopened().finishes(&visit);
    let [summary] = summaries(&second.reopened()).try_into().unwrap();
    assert_eq!(summary.revision, 2);
}

#[test]
fn a_third_copy_goes_out_above_the_copies_that_were_decided_against_before() {
    let (first, second, visit) = two_copies();
    let third = Held::empty(3);
    third.opens(&first.saves());
    first.finishes(&visit);
    second.writes(&visit, "why");
    second.opens(&first.saves());
    decides(&second, Answer::Here);
    third.writes(&visit, "because");
    third.finishes(&visit);
    assert_eq!(becomes(&second.opens(&third.saves())), [Becomes::Asked]);
    decides(&second, Answer::File);
    let [summary] = summaries(&second).try_into().unwrap();
    assert_eq!(summary.revision, 2, "the first copy may have been sent as the first");
}

#[test]
fn a_third_copy_goes_out_above_what_was_acknowledged_so_long_ago_that_it_is_forgotten() {
    let (first, second, visit) = two_copies();
    let third = Held::empty(3);
    third.opens(&first.saves());
    first.finishes(&visit);
    second.writes(&visit, "why");
    second.finishes(&visit);
    second.opens(&first.saves());
    decides(&second, Answer::Here);
    let [sent] = summaries(&second).try_into().unwrap();
    assert_eq!(sent.revision, 2);
    second.forgets(Key::Outgoing(Kind::Summary, sent.id.to_string()));
    third.writes(&visit, "because");
    third.finishes(&visit);
    for answer in [Answer::File, Answer::Here] {
        let second = second.copied();
        assert_eq!(becomes(&second.opens(&third.saves())), [Becomes::Asked]);
        decides(&second, answer);
        let [summary] = summaries(&second).try_into().unwrap();
        assert_eq!(summary.revision, 3, "{answer:?}");
    }
}

/// A sentence that is being written in the place of one that was kept.
fn changes(held: &Held, visit: &VisitId) -> Unkept {
    let number = held.tablet.held().visit(visit).unwrap().visit.evidence().last().unwrap().number;
    let unkept = Unkept { text: "Four pairs".into(), anew: Some(number), ..Unkept::default() };
    wait(held.tablet.write_unkept(visit, unkept.clone())).unwrap();
    unkept
}

fn unkept(held: &Held, visit: &VisitId) -> Option<Unkept> {
    held.reopened().tablet.held().visit(visit).unwrap().unkept.clone()
}

#[test]
fn a_sentence_that_was_being_changed_goes_on_where_it_is_and_is_a_new_one_in_another_copy() {
    let (first, second, visit) = two_copies();
    first.writes(&visit, "nine wrote");
    let changed = changes(&first, &visit);
    let third = Held::empty(3);
    third.opens(&first.saves());
    assert_eq!(unkept(&third, &visit), Some(changed.clone()));

    second.writes(&visit, "ten spoke");
    second.opens(&first.saves());
    assert_eq!(unkept(&second, &visit), Some(Unkept { anew: None, ..changed }));
}

#[test]
fn a_sentence_that_was_being_changed_is_a_new_one_when_the_other_copy_is_chosen() {
    for answer in [Answer::Here, Answer::File] {
        let (first, second, visit) = two_copies();
        first.writes(&visit, "nine wrote");
        second.writes(&visit, "ten spoke");
        let changed = changes(&second, &visit);
        second.opens(&first.saves());
        decides(&second, answer);
        let anew = if answer == Answer::Here { changed.anew } else { None };
        assert_eq!(unkept(&second, &visit), Some(Unkept { anew, ..changed }));
    }
}

#[test]
fn a_grid_of_seats_does_not_come_back_from_a_file() {
    let (first, round) = Held::with_a_round(1);
    let visit = first.begins(&round, 0);
    let grid = LookForId::parse("EQP-01").unwrap();
    wait(first.tablet.mark(&visit, Act::Seats(grid.clone(), Seating { seats: 20, across: 5 }))).unwrap();
    wait(first.tablet.mark(&visit, Act::Heard(grid, 7))).unwrap();
    let open = first.saves();
    first.finishes(&visit);
    assert_eq!(becomes(&first.opens(&open)), [Becomes::Same]);
    let second = Held::empty(2);
    second.opens(&open);
    assert_eq!(becomes(&second.opens(&first.saves())), [Becomes::Longer]);
    assert_eq!(second.reopened().marks(&visit), first.marks(&visit));
}

#[test]
fn two_boards_are_kept_and_the_right_one_is_sent_as_the_next() {
    let (first, round) = Held::with_a_round(1);
    let second = Held::empty(2);
    second.opens(&first.saves());
    let says = |held: &Held, text: &str| {
        let statement = Statement { sense: Sense::Saw, text: Sentence::parse(text).unwrap() };
        wait(held.tablet.write_debrief(&round, |board| board.described.push(statement))).unwrap();
    };
    says(&first, "nine wrote");
    says(&second, "ten spoke");
    let found = second.opens(&first.saves());
    assert!(found.others.contains(&(Thing::Board(round.clone()), Becomes::Asked)));
    decides(&second, Answer::File);
    let held = second.tablet.held();
    let board = held.round(&round).unwrap().debrief.clone().unwrap();
    assert_eq!((board.described[0].text.as_str(), board.revision), ("nine wrote", 2));
    assert_eq!(held.outgoing[&(Kind::Debrief, round.to_string())].revision, 2);
}

#[test]
fn a_card_that_was_used_on_either_tablet_is_used() {
    let (first, round) = Held::with_a_round(1);
    wait(first.tablet.print_cards()).unwrap();
    let printed = first.saves();
    let visit = first.begins(&round, 0);
    let card = first.tablet.held().cards()[0].card.note_id();
    let (noticed, wondered) = ("They add on.".to_owned(), "How?".to_owned());
    let draft = crate::tablet::Draft { noticed, wondered, card: Some(card.clone()), ..Default::default() };
    wait(first.tablet.write_draft(&visit, draft)).unwrap();
    first.finishes(&visit);
    let (second, used) = (Held::empty(2), first.saves());
    for file in [&printed, &used, &printed] {
        second.opens(file);
    }
    assert_eq!(second.tablet.held().unused_cards().count(), 7);
    assert!(second.tablet.held().cards().iter().any(|held| held.used && held.card.note_id() == card));
    assert_eq!(second.tablet.held().unsent().notes, 1);
}

#[test]
fn a_file_from_another_district_is_not_taken() {
    let (first, _) = Held::with_a_round(1);
    let of = |held: &Held, district: &str| {
        held.keeps(Record::Sync(crate::tablet::SyncState { district: Some(district.into()), ..Default::default() }));
    };
    of(&first, "Alder");
    let second = Held::empty(2);
    of(&second, "Birch");
    let file = first.saves();
    assert!(second.tablet.is_of_another_district(&file));
    second.opens(&file);
    assert!(second.tablet.held().rounds().is_empty());
}
