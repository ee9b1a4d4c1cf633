//! What holds for any rescue files, opened in any order.

use std::collections::BTreeSet;

use domain::change::Kind;
use domain::round::Statement;
use domain::text::Phrase;
use proptest::prelude::*;

use super::*;
use crate::rescue::{Answer, Version};
use crate::tablet::{Draft, summary_of};

/// What somebody does with a copy of the tablet.
#[derive(Debug, Clone)]
enum Does {
    Counts,
    Undoes,
    Finishes,
    Leaves,
    Drafts(u8),
    Boards(u8),
    Extends(u8),
    Chooses(u8),
}

fn anything() -> impl Strategy<Value = Does> {
    prop_oneof![
        4 => Just(Does::Counts),
        2 => Just(Does::Undoes),
        1 => Just(Does::Finishes),
        1 => Just(Does::Leaves),
        2 => (0..3_u8).prop_map(Does::Drafts),
        2 => (0..3_u8).prop_map(Does::Boards),
        1 => (0..3_u8).prop_map(Does::Extends),
        1 => (0..3_u8).prop_map(Does::Chooses),
    ]
}

/// Does it, where it can be done.
fn does(held: &Held, round: &RoundId, visits: &[VisitId], which: usize, act: &Does) {
    let (tablet, visit) = (&held.tablet, &visits[which % visits.len()]);
    let finishing = Finishing { after: 0, language: Language::En };
    match act {
        Does::Counts => drop(wait(tablet.mark(visit, Act::Count(LookForId::parse("DIS-04").unwrap())))),
        Does::Undoes => drop(wait(tablet.undo(visit))),
        Does::Finishes => drop(wait(tablet.finish_visit(visit, finishing))),
        Does::Leaves => drop(wait(tablet.abandon_visit(visit))),
        Does::Drafts(words) => {
            let draft = Draft { noticed: format!("words {words}"), ..Draft::default() };
            drop(wait(tablet.write_draft(visit, draft)));
        }
        Does::Boards(words) => {
            let text = Sentence::parse(&format!("statement {words}")).unwrap();
            let statement = Statement { sense: Sense::Saw, text };
            drop(wait(tablet.write_debrief(round, |board| board.described.push(statement))));
        }
        Does::Extends(days) => {
            drop(wait(tablet.extend_round(round, Day::parse("2026-11-20").unwrap().plus(i64::from(*days)))));
        }
        Does::Chooses(words) => {
            drop(wait(tablet.keep_phrases(vec![Phrase::parse(&format!("phrase {words}")).unwrap()])));
        }
    }
}

/// Everything that a tablet keeps of what files said, whichever version of it stands.
fn kept(held: &Held) -> BTreeSet<String> {
    let versions = versions(held).into_iter().map(|version| format!("{}/{}", version.thing(), version.mark()));
    let held = held.tablet.held();
    let rounds =
        held.rounds().into_iter().map(|round| format!("{:?}", round.record.key.as_ref().map(|key| key.code())));
    let goes_with_a_version = |kind: Kind| matches!(kind, Kind::Plan | Kind::Debrief | Kind::Summary);
    let items = held.own_items().filter(|item| !goes_with_a_version(item.kind)).map(|item| item.body.clone());
    versions.chain(rounds).chain(items).collect()
}

fn versions(held: &Held) -> Vec<Version> {
    let file = held.saves();
    let theirs = file.held();
    let (visits, rounds) = (theirs.visits.keys(), theirs.rounds.keys());
    use crate::rescue::Thing::{Board, Note, Phrases, Plan, Visit};
    let of_visits = visits.flat_map(|visit| [Visit(visit.clone()), Note(visit.clone())]);
    let of_rounds = rounds.flat_map(|round| [Board(round.clone()), Plan(round.clone())]);
    let things = of_visits.chain(of_rounds).chain([Phrases]);
    let forks = theirs.forks.values().map(|fork| fork.version.clone());
    things.filter_map(|thing| theirs.version(&thing)).chain(forks).collect()
}

/// Three copies of a tablet with two visits, each of which went on by itself: their files.
fn files(acts: &[Vec<(usize, Does)>]) -> (Vec<Held>, RoundId) {
    let (first, round) = Held::with_a_round(1);
    let visits = [first.begins(&round, 0)];
    first.counts(&visits[0], 2);
    let base = first.saves();
    let copies = (10..).zip(acts).map(|(number, acts)| {
        let copy = Held::empty(number);
        copy.opens(&base);
        acts.iter().for_each(|(which, act)| does(&copy, &round, &visits, *which, act));
        copy
    });
    (copies.collect(), round)
}

fn histories() -> impl Strategy<Value = Vec<Vec<(usize, Does)>>> {
    prop::collection::vec(prop::collection::vec((0..2_usize, anything()), 0..7), 3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn neither_how_often_files_are_opened_matters_nor_in_which_order(
        acts in histories(),
        order in Just(vec![0_usize, 1, 2]).prop_shuffle(),
        again in prop::collection::vec(0..3_usize, 0..4),
    ) {
        let (copies, _) = files(&acts);
        let (one, other) = (Held::empty(20), Held::empty(21));
        copies.iter().for_each(|copy| drop(one.opens(&copy.saves())));
        for file in order.iter().chain(&again) {
            other.opens(&copies[*file].saves());
        }
        prop_assert_eq!(kept(&one), kept(&other));
        for copy in &copies {
            prop_assert!(other.opens(&copy.saves()).asked() <= other.tablet.held().forks().len());
        }
        prop_assert_eq!(kept(&one.reopened()), kept(&other.reopened()));
    }

    #[test]
    fn nothing_that_was_acknowledged_on_any_tablet_is_lost(acts in histories()) {
        let (copies, _) = files(&acts);
        let one = copies[0].clone();
        copies[1..].iter().for_each(|copy| drop(one.opens(&copy.saves())));
        let kept = versions(&one.reopened());
        for version in copies.iter().flat_map(versions) {
            prop_assert!(kept.iter().any(|other| other.goes_on_from(&version)), "{version:?}");
        }
    }

    #[test]
    fn once_all_is_decided_a_visit_has_one_version_and_at_most_one_summary(
        acts in histories(),
        answers in prop::collection::vec(any::<bool>(), 12),
    ) {
        let (copies, _) = files(&acts);
        let one = Held::empty(20);
        copies.iter().for_each(|copy| drop(one.opens(&copy.saves())));
        for answer in answers {
            let Some(name) = one.tablet.held().forks().first().map(|fork| fork.name()) else { break };
            let answer = if answer { Answer::File } else { Answer::Here };
            wait(one.tablet.decide(&name, answer)).unwrap();
        }
        let one = one.reopened();
        let held = one.tablet.held();
        prop_assert!(held.forks().is_empty());
        let ids: Vec<_> = held.outgoing.values().filter_map(summary_of).map(|summary| summary.id).collect();
        prop_assert!(ids.len() <= 1);
        for visit in held.visits.values() {
            let finished = visit.visit.finished_after().is_some();
            prop_assert!(!finished || ids.iter().eq(held.summary_id(&visit.visit.id).iter()), "{:?}", visit.visit);
        }
    }
}
