//! The laws of a history: nothing is compared across another wording, another line, or other schools.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use proptest::prelude::*;

use crate::ids::SchoolId;
use crate::library::{Library, Line, LookFor, LookForGroup, LookForId};
use crate::release::history::history_in;
use crate::release::term_laws::{day, round};
use crate::release::{Broken, Finding, History, Release, Trend, productive_talk, trend};

fn look_for() -> &'static LookFor {
    &Library::shipped().look_fors[0]
}

/// The shipped library, in which the first look-for has three wordings; the third is of the next phase.
fn reworded() -> &'static Library {
    static REWORDED: OnceLock<Library> = OnceLock::new();
    REWORDED.get_or_init(|| {
        let mut library = Library::shipped().clone();
        let version = |version, phase| LookFor { version, phase, ..look_for().clone() };
        library.earlier.extend([version(2, 1), version(3, 2)]);
        library
    })
}

/// The history of the newest of these releases that looked for it.
fn the_history(releases: &[Release]) -> Option<History> {
    let place = releases.iter().rposition(|release| finding(release).is_some())?;
    let release = &releases[place];
    Some(history_in(reworded(), finding(release)?, release, &releases[..place]))
}

fn finding(release: &Release) -> Option<&Finding> {
    release.findings.iter().find(|finding| finding.look_for == look_for().id)
}

/// The round with another wording and another line.
fn with(mut release: Release, version: u32, line: Line) -> Release {
    release.findings[0] = Finding { version, line, ..release.findings[0].clone() };
    release
}

/// What a round of a drawn history was like: its schools, wording and line, and what rooms said.
type Drawn = (BTreeSet<u8>, u32, u32, usize, usize, bool);

/// A school's releases, oldest first: some with other schools, some that looked for something else.
fn releases() -> impl Strategy<Value = Vec<Release>> {
    let others = prop_oneof![3 => Just(BTreeSet::new()), 1 => Just(BTreeSet::from([1_u8]))];
    let one = (others, 1..4_u32, 1..3_u32, 0..40_usize, 8..40_usize, prop::bool::weighted(0.8));
    prop::collection::vec(one, 0..12).prop_map(|rounds| {
        let numbered = (1..).zip(rounds);
        numbered.map(|(number, drawn): (u8, Drawn)| drawn_round(number, drawn)).collect()
    })
}

fn drawn_round(number: u8, (others, version, line, yes, rooms, looks): Drawn) -> Release {
    let schools: Vec<u8> = [0].into_iter().chain(others).collect();
    let closed = day("2026-08-01").plus(28 * i64::from(number));
    let mut release = with(round(number, &schools, closed, yes.min(rooms), rooms), version, Line::PerTenMinutes(line));
    if !looks {
        release.findings[0].look_for = LookForId::parse("TSK-01").unwrap();
    }
    release
}

proptest! {
    #[test]
    fn the_points_are_the_newest_rounds_of_the_same_schools_that_looked_for_it(releases in releases()) {
        let places = releases.iter().enumerate().filter(|(_, release)| finding(release).is_some());
        let looked: Vec<usize> = places.map(|(place, _)| place).collect();
        let Some(history) = the_history(&releases) else {
            prop_assert!(looked.is_empty());
            return Ok(());
        };
        let schools = |place: &usize| -> &BTreeSet<SchoolId> { &releases[*place].schools };
        let newest = looked.last().unwrap();
        let same: Vec<usize> = looked.iter().filter(|place| schools(place) == schools(newest)).copied().collect();
        let points: Vec<usize> = history.points.iter().map(|point| point.place).collect();
        prop_assert_eq!(&points, &same[same.len().saturating_sub(6)..]);
        prop_assert_eq!(history.other_schools, same.len() < looked.len());
        for point in &history.points {
            prop_assert_eq!(point.range, finding(&releases[point.place]).unwrap().whole());
        }
    }

    #[test]
    fn a_row_breaks_exactly_where_the_trend_does_and_the_last_trend_is_what_is_said(releases in releases()) {
        let Some(history) = the_history(&releases) else { return Ok(()) };
        prop_assert_eq!(history.points[0].broken, None);
        let found = |place: usize| finding(&releases[place]).unwrap();
        let mut said = None;
        let day = |place: usize| releases[place].ends;
        for pair in history.points.windows(2) {
            let (before, after) = (found(pair[0].place), found(pair[1].place));
            said = Some((day(pair[0].place), trend(before, after)));
            let broken = trend(before, after);
            prop_assert_eq!(pair[1].broken.map(Trend::Broken), Some(broken).filter(|said| matches!(said, Trend::Broken(_))));
            let comparable = (before.version, before.line) == (after.version, after.line);
            prop_assert_eq!(comparable, !matches!(pair[1].broken, Some(Broken::Wording | Broken::Line)));
        }
        prop_assert_eq!(history.since, said);
    }

    #[test]
    fn every_question_between_the_points_is_marked_once_and_none_before_or_after_them(releases in releases()) {
        let Some(history) = the_history(&releases) else { return Ok(()) };
        let (first, last) = (history.points[0].place, history.points[history.points.len() - 1].place);
        let marked: Vec<usize> = history.points.iter().flat_map(|point| point.inquiries.clone()).collect();
        prop_assert_eq!(marked, (first..last).collect::<Vec<usize>>());
    }

    #[test]
    fn a_phase_is_marked_at_the_first_point_of_the_row_after_a_round_of_the_schools_reached_it(releases in releases()) {
        let Some(history) = the_history(&releases) else { return Ok(()) };
        let schools = &releases[history.points[history.points.len() - 1].place].schools;
        let phase = |release: &Release| {
            let found = &release.findings[0];
            reworded().find(&found.look_for, found.version).map(|look_for| look_for.phase)
        };
        prop_assert_eq!(history.points[0].phase, None);
        for pair in history.points.windows(2) {
            let until = |place: usize| {
                releases[history.points[0].place..=place].iter().filter(|release| release.schools == *schools).filter_map(phase).max()
            };
            let (before, after) = (until(pair[0].place), until(pair[1].place));
            prop_assert_eq!(pair[1].phase, after.filter(|_| after > before));
        }
    }

    #[test]
    fn the_three_strands_hold_every_look_for_of_theirs_once_and_by_its_id(releases in releases()) {
        let strands = productive_talk(&releases);
        let groups = strands.each_ref().map(|strand| strand.group);
        prop_assert_eq!(groups, [LookForGroup::Discourse, LookForGroup::Participation, LookForGroup::Inquiry]);
        for strand in &strands {
            let ids: Vec<&LookForId> = strand.threads.iter().map(|thread| &thread.finding.look_for).collect();
            let wanted: BTreeSet<&LookForId> = releases.iter().flat_map(|release| &release.findings)
                .map(|finding| &finding.look_for).filter(|id| id.letters() == strand.group.code()).collect();
            prop_assert_eq!(ids, wanted.into_iter().collect::<Vec<_>>());
        }
    }
}

fn shown(number: u8, yes: usize) -> Release {
    round(number, &[0], day("2026-08-01").plus(28 * i64::from(number)), yes, 30)
}

#[test]
fn the_first_round_has_nothing_to_be_compared_with_and_the_default_is_no_clear_change() {
    let first = the_history(&[shown(1, 12)]).unwrap();
    assert_eq!((first.since, first.trend()), (None, Trend::NoClearChange));
    let second = the_history(&[shown(1, 12), shown(2, 15)]).unwrap();
    assert_eq!(second.since, Some((shown(1, 12).ends, Trend::NoClearChange)));
    let third = the_history(&[shown(1, 12), shown(2, 4), shown(3, 25)]).unwrap();
    assert_eq!(third.trend(), Trend::More);
}

#[test]
fn after_a_new_wording_the_row_goes_on_behind_a_break_and_says_which_phase_the_schools_came_into() {
    let line = look_for().line.rule;
    let releases = [with(shown(1, 4), 2, line), with(shown(2, 25), 3, line), with(shown(3, 25), 3, line)];
    let history = the_history(&releases).unwrap();
    let broken: Vec<Option<Broken>> = history.points.iter().map(|point| point.broken).collect();
    assert_eq!(broken, [None, Some(Broken::Wording), None]);
    let phases: Vec<Option<u8>> = history.points.iter().map(|point| point.phase).collect();
    assert_eq!(phases, [None, Some(2), None]);
    // By what else a round looked for, too: the row of another look-for has the mark.
    let deeper = LookForId::parse("DIS-07").unwrap();
    assert_eq!(Library::shipped().current(&deeper).unwrap().phase, 3);
    let mut releases = [shown(1, 4), shown(2, 4), shown(3, 4)];
    releases[1].findings.push(Finding { look_for: deeper, version: 1, ..releases[1].findings[0].clone() });
    let phases: Vec<Option<u8>> = the_history(&releases).unwrap().points.iter().map(|point| point.phase).collect();
    assert_eq!(phases, [None, Some(3), None]);
    assert_eq!(history.trend(), Trend::NoClearChange);
}
