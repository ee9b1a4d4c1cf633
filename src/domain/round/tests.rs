//! Which plans can stand, while rosters and wordings go on changing.

use std::collections::BTreeSet;

use super::*;
use crate::agreement::{Agreement, Term};
use crate::ids::{RoomId, RoundId, SchoolId};
use crate::library::{Instrument, Library, LookForId};
use crate::roster::{GradeBand, Room, Roster, School, Tags};
use crate::text::Sentence;
use crate::time::Day;

/// One school with twelve rooms of either of two grade bands.
fn roster() -> Roster {
    let school = School { id: SchoolId::from_roster("Alder"), name: "Alder".to_owned() };
    let room = |number: u8| Room {
        id: RoomId::from_bytes([number; 16]),
        school: school.id.clone(),
        name: format!("Room {number}"),
        tags: Tags {
            grade_bands: [if number < 12 { GradeBand::KindergartenTo2 } else { GradeBand::Grades3To5 }].into(),
            ..Tags::default()
        },
        active: true,
    };
    Roster { rooms: (0..24).map(room).collect(), schools: vec![school] }
}

/// A plan made with that roster and the present version of one look-for.
fn planned(roster: &Roster, library: &Library) -> Plan {
    let school = roster.schools[0].id.clone();
    let schools = BTreeSet::from([school.clone()]);
    Plan {
        round: RoundId::from_bytes([1; 16]),
        revision: 1,
        announced: Some(Day::parse("2026-11-04").unwrap()),
        opens: Day::parse("2026-11-09").unwrap(),
        ends: Day::parse("2026-11-13").unwrap(),
        purpose: Sentence::parse("What do students say to one another?").unwrap(),
        look_fors: vec![PlannedLookFor::of(&library.look_fors[0])],
        grouping: Grouping::GradeBand,
        timetable: roster.hash_of(&schools),
        groups: group_rooms(roster.rooms_of(&school), Grouping::GradeBand, 10),
        schools,
        agreement: Agreement::default(),
        key_check: RoundKey::from_random([1; 16]).check(),
    }
}

/// The agreements that are or were in force.
fn agreed() -> [Agreement; 1] {
    [Agreement::default()]
}

/// A library in which the first look-for has a new wording and another line.
fn reworded() -> Library {
    let mut library = Library::shipped().clone();
    library.earlier.push(library.look_fors[0].clone());
    library.look_fors[0].version += 1;
    library.look_fors[0].label.en = "In other words".to_owned();
    library
}

#[test]
fn a_round_planned_before_a_new_wording_is_taken_after_it_and_can_be_extended() {
    let (roster, before, after) = (roster(), Library::shipped(), reworded());
    let plan = planned(&roster, before);
    assert_eq!(plan.faults(&roster, &after, &agreed()), []);
    assert_eq!(plan.with_end(plan.ends.plus(3)).may_follow(&plan), Ok(()));
    // Even where nothing of its wording is left, or a room has gone, only the end of the window is looked at.
    assert_eq!(plan.with_end(plan.ends.plus(200)).may_follow(&plan), Err(PlanFault::Window(205)));

    let newer = planned(&roster, &after);
    assert_eq!(newer.faults(&roster, &after, &agreed()), []);
    assert_eq!(newer.faults(&roster, before, &agreed()), [PlanFault::UnknownLookFor(newer.look_fors[0].id.clone())]);
    let rewritten = Plan { look_fors: newer.look_fors, revision: 2, ..plan.clone() };
    assert_eq!(rewritten.may_follow(&plan), Err(PlanFault::Rewritten));
}

#[test]
fn groups_made_by_hand_from_the_present_timetable_are_found() {
    let roster = roster();
    let mut plan = planned(&roster, Library::shipped());
    let moved = plan.groups[0].rooms.pop_first().unwrap();
    plan.groups[1].rooms.insert(moved);
    assert_eq!(plan.faults(&roster, Library::shipped(), &agreed()), [PlanFault::OtherGroups]);

    let mut left_out = planned(&roster, Library::shipped());
    left_out.groups[0].rooms.pop_first();
    assert_eq!(left_out.faults(&roster, Library::shipped(), &agreed()), [PlanFault::OtherGroups]);
}

#[test]
fn a_plan_made_offline_with_an_older_timetable_can_stand() {
    let before = roster();
    let plan = planned(&before, Library::shipped());
    let mut after = before.clone();
    after.rooms[0].tags.grade_bands = [GradeBand::Grades3To5].into();
    after.rooms[1].active = false;
    assert_eq!(plan.faults(&after, Library::shipped(), &agreed()), []);
    // It is still held to what holds of every plan.
    let stranger = RoomId::from_bytes([99; 16]);
    let mut strange = plan;
    strange.groups[0].rooms.insert(stranger.clone());
    assert_eq!(strange.faults(&after, Library::shipped(), &agreed()), [PlanFault::UnknownRoom(stranger)]);
}

#[test]
fn an_instrument_is_one_that_the_library_gives_the_look_for() {
    let (roster, library) = (roster(), Library::shipped());
    let with = |text: &str, instrument| {
        let look_for = library.current(&LookForId::parse(text).unwrap()).unwrap();
        let look_fors = vec![PlannedLookFor { instrument, ..PlannedLookFor::of(look_for) }];
        Plan { look_fors, ..planned(&roster, library) }.faults(&roster, library, &agreed())
    };
    assert_eq!(with("DIS-05", Some(Instrument::TalkStrip)), []);
    assert_eq!(with("EQP-01", Some(Instrument::VoicesGrid)), []);
    assert_eq!(with("EQP-01", None), []);
    for (look_for, instrument) in [("DIS-05", Instrument::VoicesGrid), ("DIS-01", Instrument::VoicesGrid)] {
        let fault = PlanFault::OtherInstrument(LookForId::parse(look_for).unwrap());
        assert_eq!(with(look_for, Some(instrument)), [fault]);
    }
}

#[test]
fn a_plan_from_before_there_were_instruments_is_read_and_written_as_it_was() {
    let plan = planned(&roster(), Library::shipped());
    let written = serde_json::to_value(&plan.look_fors).unwrap();
    let before = serde_json::json!([{ "id": "INQ-01", "version": 1, "line": { "per_ten_minutes": 1 } }]);
    assert_eq!(written, before);
    assert_eq!(serde_json::from_value::<Vec<PlannedLookFor>>(before).unwrap(), plan.look_fors);
}

#[test]
fn a_plan_keeps_an_agreement_that_is_or_was_in_force_and_no_other() {
    let (roster, library) = (roster(), Library::shipped());
    let plan = planned(&roster, library);
    let later = Agreement::default().with_k(12);
    assert_eq!(plan.faults(&roster, library, &[later.clone(), Agreement::default()]), []);
    assert_eq!(plan.faults(&roster, library, &[later]), [PlanFault::OtherAgreement]);
    let unsound = Plan { agreement: Agreement::default().with(Term::NoteDays(0)), ..plan };
    assert_eq!(unsound.faults(&roster, library, &agreed()), [PlanFault::Agreement]);
}

#[test]
fn a_window_opens_no_sooner_after_its_announcement_than_the_agreement_says() {
    let (roster, library) = (roster(), Library::shipped());
    let plan = planned(&roster, library);
    let announced = |day: &str| Plan { announced: Some(Day::parse(day).unwrap()), ..plan.clone() };
    let faults = |plan: &Plan| plan.faults(&roster, library, &agreed());
    assert_eq!(faults(&announced("2026-10-01")), []);
    assert_eq!(faults(&announced("2026-11-05")), [PlanFault::Notice { found: 4, least: 5 }]);
    assert_eq!(faults(&Plan { announced: None, ..plan.clone() }), [PlanFault::Notice { found: 0, least: 5 }]);
    // Where nothing is announced beforehand a round may be planned after it has begun.
    let agreement = Agreement::before_signatures();
    let late = Plan { agreement: agreement.clone(), ..announced("2026-11-11") };
    assert_eq!(late.faults(&roster, library, &[agreement]), []);
}
