//! Why a look-for is not told group by group, in words: what stands together, what is hidden, what is left out.

use std::collections::BTreeSet;

use domain::release::{Finding, Reason, Release, Why};
use domain::roster::Roster;
use domain::round::GroupNumber;

use super::Picture;
use crate::Words;

impl Picture {
    /// Why a look-for is not shown; nothing where it is.
    pub fn why_hidden(&self, finding: &Finding, release: &Release) -> Option<String> {
        if finding.is_shown() {
            return None;
        }
        let mut reasons = release.reasons(finding).into_iter().map(|reason| reason.why);
        let why = reasons.find(|why| matches!(why, Why::FewVisited | Why::FewUsable));
        // Where every group is left out, no visited room counts.
        Some(format!("{}.", (self.why)(why.unwrap_or(Why::FewVisited), release.k)))
    }
}

impl Words {
    /// Why groups that the round tells apart stand together in what is said of `groups`, or in that of all rooms where
    /// these are none. `schools` has the names of all.
    pub fn why_together(
        &self,
        finding: &Finding,
        release: &Release,
        groups: Option<&BTreeSet<GroupNumber>>,
        schools: &Roster,
    ) -> Vec<String> {
        let is_asked = |reason: &Reason| {
            let is_together = matches!(reason.why, Why::FewInTimetable | Why::FewUsableAlone);
            is_together && groups.is_none_or(|groups| reason.groups.is_subset(groups))
        };
        let reasons = release.reasons(finding).into_iter().filter(is_asked);
        reasons
            .map(|Reason { groups: these, why }| {
                let why = (self.picture.why)(why, release.k);
                match groups {
                    // They are named already where the sentence stands.
                    Some(groups) if *groups == these => format!("{why}."),
                    _ => format!("{why}: {}.", self.roster.groups_inside(&these, release, schools)),
                }
            })
            .collect()
    }

    /// Which groups of a release are left out, and why; nothing where none is.
    pub fn why_left_out(&self, release: &Release, schools: &Roster) -> Option<String> {
        let out = &release.refused;
        let names = || self.roster.groups_inside(out, release, schools);
        (!out.is_empty()).then(|| format!("{}: {}.", (self.picture.why)(Why::MoreThanItHas, release.k), names()))
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::{RoundId, SchoolId};
    use domain::library::{Line, LookForId};
    use domain::release::{Cell, Coded};
    use domain::roster::GradeBand;
    use domain::round::{Action, GroupValue, Grouping, Question};
    use domain::text::{Name, Sentence};
    use domain::time::Day;

    use super::*;
    use crate::{EN, ES};

    /// A round of three groups, the first of which was joined when it was planned.
    fn release(rooms: Option<u32>, refused: &[GroupNumber]) -> Release {
        let band = |band| BTreeSet::from([GroupValue::GradeBand(band)]);
        let mut groups = [GradeBand::KindergartenTo2, GradeBand::Grades3To5, GradeBand::Grades6To8].map(band);
        groups[0].insert(GroupValue::Several);
        let day = |text| Day::parse(text).unwrap();
        Release {
            round: RoundId::from_bytes([1; 16]),
            schools: BTreeSet::from([SchoolId::from_bytes([2; 16])]),
            opens: day("2026-11-09"),
            ends: day("2026-11-13"),
            closed: day("2026-11-16"),
            purpose: Sentence::parse("Who talks?").unwrap(),
            grouping: Grouping::GradeBand,
            groups: groups.into(),
            k: 10,
            rooms,
            refused: refused.iter().copied().collect(),
            findings: Vec::new(),
            contexts: BTreeSet::new(),
            action: Action {
                owner: Name::parse("Principal").unwrap(),
                what: Sentence::parse("Buy tables").unwrap(),
                by: day("2026-12-01"),
            },
            question: Question { team: Name::parse("Grade 4").unwrap(), asks: Sentence::parse("Who talks?").unwrap() },
        }
    }

    fn finding(cells: &[&[GroupNumber]]) -> Finding {
        let cells = cells.iter().map(|groups| Cell {
            groups: groups.iter().copied().collect(),
            rooms: 12,
            coded: Coded::of(6, 12),
        });
        let look_for = LookForId::parse("DIS-04").unwrap();
        Finding { look_for, version: 1, line: Line::PerTenMinutes(3), cells: cells.collect() }
    }

    #[test]
    fn groups_that_stand_together_say_why_and_are_named_where_nothing_else_names_them() {
        let release = release(Some(36), &[]);
        let (schools, joined) = (Roster::default(), finding(&[&[0], &[1, 2]]));
        let beside = |groups: &[GroupNumber]| {
            EN.why_together(&joined, &release, Some(&groups.iter().copied().collect()), &schools)
        };
        let planned = "Together since the round was planned, because at least one of them alone has fewer than 10 rooms in the timetable";
        let usable = "Shown together, because in at least one of them alone fewer than 10 rooms could be counted";
        assert_eq!(beside(&[0]), [format!("{planned}.")]);
        assert_eq!(beside(&[1, 2]), [format!("{usable}.")]);
        assert_eq!(
            EN.why_together(&finding(&[&[0, 1, 2]]), &release, None, &schools),
            [
                format!("{planned}: kindergarten to grade 2 and several grade bands."),
                format!("{usable}: kindergarten to grade 2, grades 3 to 5, grades 6 to 8 and several grade bands."),
            ]
        );
        assert_eq!(EN.why_together(&finding(&[&[1], &[2]]), &release, Some(&[1].into()), &schools), [""; 0]);
    }

    #[test]
    fn what_is_hidden_or_left_out_says_why_and_never_how_many() {
        let (visited, few, out) = (release(Some(36), &[]), release(None, &[]), release(Some(24), &[2]));
        assert!(EN.picture.why_hidden(&finding(&[]), &visited).unwrap().contains("fewer than 10 of the visited rooms"));
        assert!(
            EN.picture
                .why_hidden(&finding(&[]), &few)
                .unwrap()
                .contains("fewer than 10 visited rooms could be counted.")
        );
        assert_eq!(EN.picture.why_hidden(&finding(&[&[0]]), &visited), None);
        assert_eq!(
            EN.why_left_out(&out, &Roster::default()).unwrap(),
            "Left out, because more rooms were reported than the timetable has: grades 6 to 8."
        );
        assert_eq!(EN.why_left_out(&visited, &Roster::default()), None);
        // Every group is left out, so that nothing counts.
        assert!(
            ES.picture
                .why_hidden(&finding(&[]), &release(None, &[0, 1, 2]))
                .unwrap()
                .contains("menos de 10 salones visitados")
        );
        for picture in [&EN.picture, &ES.picture] {
            for release in [&visited, &few] {
                let said = picture.why_hidden(&finding(&[]), release).unwrap();
                let numbers: Vec<&str> = said.split(|letter: char| !letter.is_ascii_digit()).collect();
                assert!(numbers.iter().all(|number| number.is_empty() || *number == "10"), "{said}");
            }
        }
    }
}
