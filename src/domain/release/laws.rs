//! The laws of a release, drawn over many rounds: same in any order, one value a room, disjoint groups of k.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::change::BodyHash;
use crate::ids::{RoomId, RoomToken, RoundId, SchoolId, SummaryId};
use crate::library::Library;
use crate::release::{Cell, Coded, Finding, Release, Trend, close, count, merge, preview, trend};
use crate::round::{
    Action, Debrief, Group, GroupNumber, GroupValue, Grouping, Plan, PlannedLookFor, Question, RoundKey,
};
use crate::text::{Name, Sentence};
use crate::time::Day;
use crate::visit::{Answer, Answered, Summary};

/// A plan with groups of these many rooms and one look-for.
pub(crate) fn plan(sizes: &[usize]) -> Plan {
    let look_for = &Library::shipped().look_fors[0];
    let group = |(number, size): (usize, &usize)| Group {
        values: [GroupValue::School(SchoolId::from_bytes([number as u8; 16]))].into(),
        rooms: (0..*size).map(|room| room_id(number, room)).collect(),
    };
    Plan {
        round: RoundId::from_bytes([1; 16]),
        revision: 1,
        schools: [SchoolId::from_bytes([0; 16])].into(),
        announced: None,
        opens: Day::parse("2026-11-09").unwrap(),
        ends: Day::parse("2026-11-13").unwrap(),
        purpose: Sentence::parse("What do students say to one another?").unwrap(),
        look_fors: vec![PlannedLookFor::of(look_for)],
        grouping: Grouping::School,
        timetable: BodyHash::of("a roster"),
        groups: sizes.iter().enumerate().map(group).collect(),
        agreement: Default::default(),
        key_check: key(1).check(),
    }
}

pub(super) fn room_id(group: usize, room: usize) -> RoomId {
    let mut bytes = [0; 16];
    bytes[..2].copy_from_slice(&[group as u8, room as u8]);
    RoomId::from_bytes(bytes)
}

pub(super) fn key(number: u8) -> RoundKey {
    RoundKey::from_random([number; 16])
}

pub(super) fn summary(id: u64, group: usize, token: RoomToken, answer: Answer) -> Summary {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&id.to_be_bytes());
    Summary {
        id: SummaryId::from_bytes(bytes),
        revision: 1,
        round: RoundId::from_bytes([1; 16]),
        group: group as GroupNumber,
        token,
        answers: vec![Answered { look_for: Library::shipped().look_fors[0].id.clone(), answer }],
    }
}

/// One visit to each of the first rooms of a group, with these answers.
pub(super) fn visits(group: usize, answers: &[Answer]) -> Vec<Summary> {
    let each = answers.iter().enumerate();
    each.map(|(room, answer)| {
        summary((group * 1000 + room) as u64, group, key(1).token(&room_id(group, room)), *answer)
    })
    .collect()
}

pub(super) fn yes_of(yes: usize, rooms: usize) -> Vec<Answer> {
    (0..rooms).map(|room| if room < yes { Answer::Yes } else { Answer::No }).collect()
}

pub(super) fn board() -> Debrief {
    Debrief {
        action: Some(Action {
            owner: Name::parse("Principal").unwrap(),
            what: Sentence::parse("Cover two afternoons so that teams can watch one another").unwrap(),
            by: Day::parse("2026-12-04").unwrap(),
        }),
        question: Some(Question {
            team: Name::parse("Grade 4–5").unwrap(),
            asks: Sentence::parse("Which prompts get a second student to add on?").unwrap(),
        }),
        ..Debrief::of(RoundId::from_bytes([1; 16]))
    }
}

pub(super) fn released(plan: &Plan, summaries: &[Summary]) -> Release {
    close(plan, &board(), summaries, Day::parse("2026-11-14").unwrap()).unwrap()
}

fn answers() -> impl Strategy<Value = Answer> {
    prop_oneof![3 => Just(Answer::Yes), 3 => Just(Answer::No), 1 => Just(Answer::Unusable)]
}

/// Visits of up to three groups of up to 40 rooms, some rooms more than once.
fn rounds() -> impl Strategy<Value = (Plan, Vec<Summary>)> {
    prop::collection::vec(10..40_usize, 1..4).prop_flat_map(|sizes| {
        let visit = (0..sizes.len(), 0..40_usize, answers());
        (Just(sizes), prop::collection::vec(visit, 0..120)).prop_map(|(sizes, visits)| {
            let made = visits.into_iter().enumerate().map(|(id, (group, room, answer))| {
                let room = room % sizes[group];
                summary(id as u64, group, key(1).token(&room_id(group, room)), answer)
            });
            (plan(&sizes), made.collect())
        })
    })
}

proptest! {
    #[test]
    fn a_release_is_the_same_in_whatever_order_summaries_arrived(
        (plan, summaries) in rounds(), order in any::<prop::sample::Index>(),
    ) {
        let mut shuffled = summaries.clone();
        shuffled.rotate_left(order.index(summaries.len().max(1)));
        shuffled.reverse();
        prop_assert_eq!(released(&plan, &summaries), released(&plan, &shuffled));
    }

    #[test]
    fn a_room_counts_once_however_often_it_was_visited((plan, summaries) in rounds()) {
        let rooms: BTreeSet<&RoomToken> = summaries.iter().map(|summary| &summary.token).collect();
        let counted = count(&plan, &summaries);
        prop_assert_eq!(counted.rooms as usize, rooms.len());
        let usable: u32 = counted.tallies[0].iter().map(|tally| tally.rooms).sum();
        prop_assert!(usable as usize <= rooms.len());
    }

    #[test]
    fn every_cell_rests_on_k_rooms_and_no_group_is_in_two((plan, summaries) in rounds(), k in 10..16_u32) {
        let plan = Plan { agreement: plan.agreement.clone().with_k(k), ..plan };
        let release = released(&plan, &summaries);
        let groups: Vec<&GroupNumber> = release.findings[0].cells.iter().flat_map(|cell| &cell.groups).collect();
        prop_assert_eq!(groups.len(), groups.iter().collect::<BTreeSet<_>>().len());
        prop_assert!(release.findings[0].cells.iter().all(|cell| cell.rooms >= k));
    }

    #[test]
    fn raising_k_never_shows_a_cell_that_a_lower_k_kept_together((plan, summaries) in rounds(), k in 10..16_u32) {
        let tallies = count(&plan, &summaries).tallies[0].clone();
        let (lower, higher) = (merge(tallies.clone(), k), merge(tallies, k + 1));
        prop_assert!(higher.len() <= lower.len());
        for cell in &higher {
            let parts: u32 = lower.iter().filter(|part| part.groups.is_subset(&cell.groups)).map(|part| part.rooms).sum();
            prop_assert_eq!(parts, cell.rooms);
        }
    }

    #[test]
    fn raising_k_never_shows_a_look_for_a_group_or_a_number_that_a_lower_k_hid((plan, summaries) in rounds(), k in 10..24_u32) {
        let at = |k| released(&plan.clone().with_k_at_least(k), &summaries);
        let (lower, higher) = (at(k), at(k + 1));
        prop_assert!(higher.rooms.is_none() || higher.rooms == lower.rooms);
        prop_assert!(lower.findings[0].is_shown() || !higher.findings[0].is_shown());
        let alone = |release: &Release| -> BTreeSet<BTreeSet<GroupNumber>> {
            let cells = release.findings[0].cells.iter().filter(|cell| cell.groups.len() == 1);
            cells.map(|cell| cell.groups.clone()).collect()
        };
        prop_assert!(alone(&higher).is_subset(&alone(&lower)), "a group stands alone under the higher k only");
    }

    #[test]
    fn whatever_more_visits_say_a_room_counts_as_its_visit_of_the_lowest_hash(
        (plan, summaries) in rounds(), more in prop::collection::vec((any::<prop::sample::Index>(), answers()), 0..40),
    ) {
        prop_assume!(!summaries.is_empty());
        let mut all = summaries.clone();
        for (number, (place, answer)) in more.into_iter().enumerate() {
            let of = place.get(&summaries);
            all.push(summary(10_000 + number as u64, usize::from(of.group), of.token.clone(), answer));
        }
        // One visit a room, chosen here by hand, releases the same as all of them.
        let hash = |summary: &Summary| BodyHash::of(summary.id.as_str());
        let usable = |summary: &&Summary| summary.answers[0].answer != Answer::Unusable;
        let rooms: BTreeSet<&RoomToken> = all.iter().map(|summary| &summary.token).collect();
        let one = rooms.into_iter().map(|token| {
            let of_room = || all.iter().filter(move |summary| summary.token == *token);
            let lowest = of_room().filter(usable).min_by_key(|summary| hash(summary).as_str().to_owned());
            lowest.or_else(|| of_room().next()).unwrap().clone()
        });
        let one: Vec<Summary> = one.collect();
        prop_assert_eq!(released(&plan, &all), released(&plan, &one));
    }

    #[test]
    fn what_is_merged_does_not_depend_on_what_rooms_said((plan, summaries) in rounds()) {
        let turned: Vec<Summary> = summaries.iter().cloned().map(|mut summary| {
            let answer = &mut summary.answers[0].answer;
            *answer = match answer { Answer::Yes => Answer::No, Answer::No => Answer::Yes, Answer::Unusable => Answer::Unusable };
            summary
        }).collect();
        let shape = |summaries: &[Summary]| -> Vec<(BTreeSet<GroupNumber>, u32)> {
            let cells = released(&plan, summaries).findings.remove(0).cells;
            cells.into_iter().map(|cell| (cell.groups, cell.rooms)).collect()
        };
        prop_assert_eq!(shape(&summaries), shape(&turned));
    }

    #[test]
    fn the_preview_names_exactly_the_cells_that_a_close_shows((plan, summaries) in rounds()) {
        let (preview, release) = (preview(&plan, &summaries), released(&plan, &summaries));
        let before: Vec<_> = preview.findings[0].cells.iter().map(|cell| (&cell.groups, cell.usable)).collect();
        let after: Vec<_> = release.findings[0].cells.iter().map(|cell| (&cell.groups, cell.rooms)).collect();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn a_trend_turned_around_says_the_opposite(rooms in 10..60_u32, earlier in 0..60_u32, later in 0..60_u32) {
        let (before, after) = (finding(earlier.min(rooms), rooms), finding(later.min(rooms), rooms));
        let opposite = match trend(&before, &after) {
            Trend::More => Trend::Fewer,
            Trend::Fewer => Trend::More,
            other => other,
        };
        prop_assert_eq!(trend(&after, &before), opposite);
    }
}

fn finding(yes: u32, rooms: u32) -> Finding {
    let look_for = &Library::shipped().look_fors[0];
    Finding {
        look_for: look_for.id.clone(),
        version: 1,
        line: look_for.line.rule,
        cells: vec![Cell { groups: [0].into(), rooms, coded: Coded::of(yes, rooms) }],
    }
}

#[test]
fn a_trend_says_nothing_by_default_and_speaks_of_a_large_change() {
    assert_eq!(trend(&finding(8, 20), &finding(11, 20)), Trend::NoClearChange);
    assert_eq!(trend(&finding(4, 30), &finding(22, 30)), Trend::More);
    assert_eq!(trend(&finding(22, 30), &finding(4, 30)), Trend::Fewer);
}

#[test]
fn a_new_wording_breaks_the_trend() {
    let reworded = Finding { version: 2, ..finding(22, 30) };
    assert!(matches!(trend(&finding(4, 30), &reworded), Trend::Broken(_)));
}
