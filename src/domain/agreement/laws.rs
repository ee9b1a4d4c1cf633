//! Laws of agreements that hold for whatever is drafted, and in any order.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::ids::{RoundId, SchoolId};
use crate::permission::{Mandate, Role};
use crate::release::laws::plan;
use crate::time::Day;

fn term() -> impl Strategy<Value = Term> {
    prop_oneof![
        (0..90_u32).prop_map(Term::VisitMinutes),
        (0..300_u32).prop_map(Term::FewestRooms),
        prop::collection::btree_set(prop::sample::select(Role::INVITED.to_vec()), 0..5).prop_map(Term::Visitors),
        any::<bool>().prop_map(Term::Evaluators),
        (-5..90_i64).prop_map(Term::NoticeDays),
        prop::sample::select(NoteDeadline::ALL.to_vec()).prop_map(Term::NoteDeadline),
        (-5..60_i64).prop_map(Term::SummaryDays),
        (-5..400_i64).prop_map(Term::NoteDays),
        (-5..20_i64).prop_map(Term::EvidenceDays),
    ]
}

fn agreement() -> impl Strategy<Value = Agreement> {
    prop::collection::vec(term(), 0..20).prop_map(|terms| terms.into_iter().fold(Agreement::default(), Agreement::with))
}

proptest! {
    #[test]
    fn a_version_changes_nothing_of_itself(agreement in agreement()) {
        prop_assert_eq!(agreement.changes_to(&agreement), []);
    }

    #[test]
    fn the_changes_taken_in_any_order_lead_from_one_version_to_the_other(
        (before, after) in (agreement(), agreement()), turn in 0..9_usize,
    ) {
        let mut changes = before.changes_to(&after);
        let turn = turn.min(changes.len());
        changes.rotate_left(turn);
        let made = changes.into_iter().fold(before, |agreement, changed| agreement.with(changed.after));
        prop_assert_eq!(made.terms(), after.terms());
        prop_assert_eq!(made.changes_to(&after), []);
    }

    #[test]
    fn nothing_lowers_k(agreement in agreement()) {
        prop_assert!(agreement.k() >= SMALLEST_K);
        let written = serde_json::to_string(&agreement).unwrap();
        prop_assert_eq!(serde_json::from_str::<Agreement>(&written).unwrap(), agreement);
    }

    #[test]
    fn an_agreement_is_sound_where_each_of_its_terms_is(terms in prop::collection::vec(term(), 0..20)) {
        let agreement = terms.into_iter().fold(Agreement::default(), Agreement::with);
        prop_assert_eq!(agreement.is_sound(), agreement.terms().iter().all(|term| term.fault().is_none()));
        let further = &agreement.further;
        let lasting = [(further.summary_days, 30), (further.evidence_days, 7), (agreement.note_days, 365)];
        if agreement.is_sound() {
            prop_assert!(lasting.iter().all(|(days, most)| (1..=*most).contains(days)));
            prop_assert!(!further.visitors.is_empty());
        }
    }

    #[test]
    fn whoever_may_visit_a_room_of_a_round_may_send_what_the_visit_came_to(
        agreement in agreement(),
        role in prop::sample::select(Role::INVITED.to_vec()),
        own in prop::option::of(0..3_u8),
        schools in prop::collection::btree_set(0..3_u8, 1..4),
    ) {
        let school = |number: u8| SchoolId::from_bytes([number; 16]);
        let mandate = Mandate { role, school: own.map(school) };
        let schools: BTreeSet<SchoolId> = schools.into_iter().map(school).collect();
        // The server knows the round's schools only: it refuses exactly what no room of them could have given.
        let somewhere = schools.iter().any(|school| agreement.lets_visit(&mandate, [school]).is_ok());
        prop_assert_eq!(agreement.lets_visit(&mandate, &schools).is_ok(), somewhere);
    }
}

#[test]
fn every_clause_but_the_last_is_a_term_in_the_order_in_which_it_is_read() {
    let clauses: Vec<Clause> = Agreement::default().terms().iter().map(Term::clause).collect();
    assert_eq!(clauses, Clause::ALL[..9]);
    assert_eq!(Clause::ALL[9], Clause::NeverForEvaluation);
}

#[test]
fn a_school_whose_only_visitor_evaluates_there_is_named_as_one_that_nobody_could_visit() {
    let [alder, birch] = [1, 2].map(|number| SchoolId::from_bytes([number; 16]));
    let schools = [alder.clone(), birch.clone()];
    let principal = |school: &SchoolId| Mandate { role: Role::Principal, school: Some(school.clone()) };
    let strict = Agreement::default();
    let people = [principal(&alder), principal(&birch), Mandate { role: Role::Visitor, school: Some(birch) }];
    assert_eq!(unvisited(&strict, &people, &schools), [&alder]);
    assert_eq!(unvisited(&strict.with(Term::Evaluators(true)), &people, &schools), [] as [&SchoolId; 0]);
    let everywhere = [Mandate::everywhere(Role::DistrictLead)];
    assert_eq!(unvisited(&Agreement::default(), &everywhere, &schools), [] as [&SchoolId; 0]);
}

#[test]
fn a_visit_begins_where_nothing_is_paused_in_an_announced_window_that_is_open() {
    let plan = plan(&[12]);
    let (lead, school) = (Mandate::everywhere(Role::DistrictLead), plan.schools.first().unwrap().clone());
    let begins = |pauses: &[Pause], today: Day| may_begin(&plan, &school, &lead, pauses, today);
    assert_eq!(begins(&[], plan.opens), Ok(()));
    assert_eq!(begins(&[], plan.opens.plus(-1)), Err(NotBegun::NotOpen(plan.opens)));
    let since = Some(plan.opens);
    let own = Pause { paused: Paused::Round(plan.round.clone()), revision: 1, since };
    let other = Pause { paused: Paused::Round(RoundId::from_bytes([9; 16])), ..own.clone() };
    let all = Pause { paused: Paused::Program, ..own.clone() };
    let resumed = Pause { since: None, revision: 2, ..own.clone() };
    assert_eq!(begins(&[other.clone(), resumed.clone()], plan.opens), Ok(()));
    let paused = |paused: &Pause| Err(NotBegun::Paused { paused: paused.paused.clone(), since: plan.opens });
    assert_eq!(begins(&[other.clone(), own.clone()], plan.opens), paused(&own));
    assert_eq!(begins(&[own, all.clone()], plan.opens), paused(&all), "the program's pause is the one that is said");
    let principal = Mandate { role: Role::Principal, school: Some(school.clone()) };
    let refused = may_begin(&plan, &school, &principal, [&other], plan.opens);
    assert_eq!(refused, Err(NotBegun::Visiting(NotVisiting::Evaluator)));
}
