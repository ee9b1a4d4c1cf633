//! The page about a school for its families: what may stand on it, and what was approved.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::change::{hash, write};
use crate::ids::{RoundId, SchoolId};
use crate::library::{Both, Families, FamilyWords, Library};
use crate::permission::Role;
use crate::release::{HowCommon, Release};
use crate::text::{Name, Sentence};
use crate::time::Day;

/// Releases of a school before anything is told to families: one alone may be a day's weather.
pub const FEWEST_RELEASES: usize = 2;
/// The most questions for a child.
pub const MOST_ASKED: usize = 3;

/// What a page says of a round before anybody wrote or approved anything: a function of the school's releases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The round.
    pub round: RoundId,
    /// Its schools; more than one where they were visited and are shown together.
    pub schools: BTreeSet<SchoolId>,
    /// The first day of visits.
    pub opens: Day,
    /// The last day of visits.
    pub ends: Day,
    /// What was seen and what to ask, in both languages.
    pub seen: Both<Seen>,
}

/// What was seen and what to ask, in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// In most rooms: the whole interval is above one half.
    pub most: Vec<String>,
    /// In some rooms and not in others.
    pub some: Vec<String>,
    /// Questions for a child, at most [`MOST_ASKED`].
    pub ask: Vec<String>,
}

/// What adults will do, as whoever approved wrote it for families in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plans {
    /// What a leader will do.
    pub action: Sentence,
    /// What a team of teachers asks itself.
    pub question: Sentence,
}

/// A page that was approved. It is shown as it is here until another is approved or it is taken down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyPage {
    /// What was seen, and in which round.
    pub draft: Draft,
    /// What adults will do, in both languages.
    pub plans: Both<Plans>,
    /// Who read both languages and found that they say the same.
    pub read_by: Name,
    /// In which role whoever approved it did.
    pub approved_as: Role,
    /// The day on which it was approved.
    pub approved: Day,
}

impl Draft {
    /// The draft from a school's releases, oldest first; nothing while there are fewer than [`FEWEST_RELEASES`].
    ///
    /// A look-for is told where the newest release shows it in more than few rooms, by the library's line and in one of
    /// two sentences: no number, no comparison, no change. What is not told is not named, whatever the reason.
    pub fn of(releases: &[Release], families: &Families) -> Option<Draft> {
        let newest = releases.last().filter(|_| releases.len() >= FEWEST_RELEASES)?;
        let told = |wanted: &[HowCommon]| -> Vec<&FamilyWords> {
            let findings = newest.findings.iter();
            let fits = |how: HowCommon| wanted.contains(&how);
            let shown = findings.filter(|finding| finding.whole().is_some_and(|range| fits(HowCommon::of(range))));
            shown.filter_map(|finding| families.of(&finding.look_for, finding.version)).collect()
        };
        let most = told(&[HowCommon::NearlyAll, HowCommon::Most]);
        let some = told(&[HowCommon::Some, HowCommon::Minority]);
        let seen = Both {
            en: Seen::of(&most, &some, |both| &both.en, families),
            es: Seen::of(&most, &some, |both| &both.es, families),
        };
        let Release { round, schools, opens, ends, .. } = newest.clone();
        Some(Draft { round, schools, opens, ends, seen })
    }

    /// Tells one draft from another: what is approved is what was read.
    pub fn mark(&self) -> String {
        hash(&write(self))
    }
}

impl Seen {
    fn of(most: &[&FamilyWords], some: &[&FamilyWords], said: fn(&Both) -> &String, families: &Families) -> Seen {
        let lines = |words: &[&FamilyWords]| words.iter().map(|words| said(&words.line).clone()).collect();
        let asked: Vec<&FamilyWords> = most.iter().chain(some).copied().take(MOST_ASKED).collect();
        let ask = if asked.is_empty() { usual(families) } else { asked };
        Seen { most: lines(most), some: lines(some), ask: ask.iter().map(|words| said(&words.ask).clone()).collect() }
    }
}

/// Questions for a child where no look-for is told: those of the suggested core, which depend on no release.
fn usual(families: &Families) -> Vec<&FamilyWords> {
    let library = Library::shipped();
    let core = library.suggested_district_core.iter().filter_map(|id| library.current(id));
    core.filter_map(|look_for| families.of(&look_for.id, look_for.version)).take(MOST_ASKED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Line, LookForId};
    use crate::release::{Cell, Coded, Finding};
    use crate::round::{Action, Grouping, Question};

    fn finding(id: &str, cell: Option<(u32, u32)>) -> Finding {
        let id = LookForId::parse(id).unwrap();
        let look_for = Library::shipped().current(&id).unwrap();
        let cell = cell.map(|(yes, rooms)| Cell { groups: BTreeSet::from([0]), rooms, coded: Coded::of(yes, rooms) });
        Finding { look_for: id, version: look_for.version, line: Line::Seen, cells: cell.into_iter().collect() }
    }

    fn release(findings: Vec<Finding>) -> Release {
        let day = |text| Day::parse(text).unwrap();
        Release {
            round: RoundId::from_bytes([1; 16]),
            schools: BTreeSet::from([SchoolId::from_bytes([1; 16])]),
            opens: day("2026-11-09"),
            ends: day("2026-11-12"),
            closed: day("2026-11-13"),
            purpose: Sentence::parse("Look again").unwrap(),
            grouping: Grouping::None,
            groups: vec![BTreeSet::new()],
            k: 10,
            rooms: Some(40),
            refused: BTreeSet::new(),
            findings,
            contexts: BTreeSet::new(),
            action: Action {
                owner: Name::parse("Principal").unwrap(),
                what: Sentence::parse("Buy tables").unwrap(),
                by: day("2026-12-01"),
            },
            question: Question { team: Name::parse("Grade 4").unwrap(), asks: Sentence::parse("Who talks?").unwrap() },
        }
    }

    fn draft(findings: Vec<Finding>) -> Draft {
        Draft::of(&[release(vec![]), release(findings)], Families::shipped()).unwrap()
    }

    #[test]
    fn one_release_alone_is_told_to_nobody() {
        let one = release(vec![finding("DIS-04", Some((38, 40)))]);
        assert_eq!(Draft::of(&[], Families::shipped()), None);
        assert_eq!(Draft::of(std::slice::from_ref(&one), Families::shipped()), None);
        assert!(Draft::of(&[one.clone(), one], Families::shipped()).is_some());
    }

    #[test]
    fn what_is_seen_in_few_rooms_or_not_shown_leaves_no_trace() {
        let told = finding("DIS-04", Some((38, 40)));
        let alone = draft(vec![told.clone()]);
        for silent in [Some((0, 40)), Some((3, 40)), None] {
            assert_eq!(draft(vec![told.clone(), finding("DIS-02", silent)]), alone, "{silent:?}");
        }
        assert_eq!(alone.seen.en.most, ["Teachers ask \"how do you know?\" and \"why?\""]);
        assert_eq!(alone.seen.en.ask, ["Which question made you think the most today?"]);
    }

    #[test]
    fn most_is_said_only_when_the_whole_interval_is_above_a_half() {
        let found = draft(vec![finding("DIS-04", Some((21, 40))), finding("DIS-02", Some((34, 40)))]);
        assert_eq!(found.seen.en.most.len(), 1);
        assert_eq!(found.seen.en.some.len(), 1);
        assert_eq!(found.seen.es.most.len(), 1);
    }

    #[test]
    fn two_releases_of_other_numbers_with_the_same_words_are_the_same_page() {
        let fewer = draft(vec![finding("DIS-04", Some((31, 40)))]);
        let more = draft(vec![finding("DIS-04", Some((85, 100)))]);
        assert_eq!(fewer.mark(), more.mark());
        assert!(!write(&fewer).contains("40"), "no number of rooms is on a page");
    }

    #[test]
    fn a_child_is_asked_at_most_three_things_and_always_something() {
        let ids = ["DIS-04", "DIS-02", "DIS-06", "LAS-01"];
        let found = draft(ids.map(|id| finding(id, Some((20, 40)))).into());
        assert_eq!(found.seen.en.ask.len(), MOST_ASKED);
        assert_eq!(draft(vec![]).seen.es.ask.len(), MOST_ASKED);
    }
}
