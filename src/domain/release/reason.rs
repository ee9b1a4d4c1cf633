//! Why a look-for is not told group by group: what was joined, hidden or left out, each with its reason.

use std::collections::BTreeSet;

use crate::release::{Finding, Release};
use crate::round::GroupNumber;

/// Some groups of a round, and why a finding does not show each of them by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The groups.
    pub groups: BTreeSet<GroupNumber>,
    /// Why.
    pub why: Why,
}

/// Why something is not shown by itself, or not at all. It never says how many rooms there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Joined when the round was planned: one of the values has fewer than k rooms in the timetable.
    FewInTimetable,
    /// Joined at the close: one of the groups alone had fewer than k usable rooms for this look-for.
    FewUsableAlone,
    /// Hidden: fewer than k rooms were visited in all, in the groups that are counted.
    FewVisited,
    /// Hidden: k rooms were visited, and for this look-for fewer than k were usable.
    FewUsable,
    /// Left out: it told of more rooms than it has, so that some of them cannot be its own.
    MoreThanItHas,
}

impl Reason {
    fn of(group: GroupNumber, why: Why) -> Reason {
        let mut groups = BTreeSet::new();
        groups.insert(group);
        Reason { groups, why }
    }
}

impl Release {
    /// The reasons of a finding of this release, in the order of [`Why`] and then of the groups. A group that is shown by
    /// itself, and was one of the timetable's from the start, has none.
    ///
    /// They are worked out from what is published and from nothing else.
    pub fn reasons(&self, finding: &Finding) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let mut counted = BTreeSet::new();
        for (group, values) in (0..).zip(&self.groups) {
            if self.refused.contains(&group) {
                continue;
            }
            counted.insert(group);
            if values.len() > 1 {
                reasons.push(Reason::of(group, Why::FewInTimetable));
            }
        }
        for cell in &finding.cells {
            if cell.groups.len() > 1 {
                reasons.push(Reason { groups: cell.groups.clone(), why: Why::FewUsableAlone });
            }
        }
        if !finding.is_shown() && !counted.is_empty() {
            let why = if self.rooms.is_some() { Why::FewUsable } else { Why::FewVisited };
            reasons.push(Reason { groups: counted, why });
        }
        if !self.refused.is_empty() {
            reasons.push(Reason { groups: self.refused.clone(), why: Why::MoreThanItHas });
        }
        reasons
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::release::laws::{key, plan, released, room_id, summary, visits, yes_of};
    use crate::round::GroupValue;
    use crate::visit::Answer;

    fn of(release: &Release) -> Vec<(Vec<GroupNumber>, Why)> {
        let reasons = release.reasons(&release.findings[0]).into_iter();
        reasons.map(|reason| (reason.groups.into_iter().collect(), reason.why)).collect()
    }

    #[test]
    fn groups_that_are_shown_by_themselves_need_no_reason() {
        let both = [visits(0, &yes_of(6, 12)), visits(1, &yes_of(3, 12))].concat();
        assert_eq!(of(&released(&plan(&[12, 12]), &both)), []);
    }

    #[test]
    fn what_is_joined_hidden_or_left_out_says_why() {
        let (two, one) = (plan(&[12, 12]), plan(&[12]));
        let few = [visits(0, &yes_of(6, 12)), visits(1, &yes_of(1, 4))].concat();
        assert_eq!(of(&released(&two, &few)), [(vec![0, 1], Why::FewUsableAlone)]);
        assert_eq!(of(&released(&one, &visits(0, &yes_of(2, 9)))), [(vec![0], Why::FewVisited)]);
        let unusable = [Answer::Yes, Answer::Unusable].repeat(6);
        assert_eq!(of(&released(&one, &visits(0, &unusable))), [(vec![0], Why::FewUsable)]);

        let invented = (0..11).map(|room| summary(room, 0, key(2).token(&room_id(0, room as usize)), Answer::Yes));
        let over = [visits(0, &yes_of(6, 12)), invented.collect(), visits(1, &yes_of(1, 12))].concat();
        assert_eq!(of(&released(&two, &over)), [(vec![0], Why::MoreThanItHas)]);
    }

    #[test]
    fn a_group_that_was_joined_when_the_round_was_planned_says_so_for_every_look_for() {
        let mut merged = plan(&[12, 12]);
        merged.groups[1].values.insert(GroupValue::Unmarked);
        let both = [visits(0, &yes_of(6, 12)), visits(1, &yes_of(3, 12))].concat();
        assert_eq!(of(&released(&merged, &both)), [(vec![1], Why::FewInTimetable)]);
    }

    proptest! {
        #[test]
        fn every_group_is_shown_by_itself_or_has_its_reason_whatever_rooms_said(
            sizes in prop::collection::vec((10..14_usize, 0..14_usize), 1..5), yes in 0..14_usize,
        ) {
            let plan = plan(&sizes.iter().map(|(rooms, _)| *rooms).collect::<Vec<_>>());
            let walked = |yes: usize| {
                let each = sizes.iter().enumerate();
                each.flat_map(|(group, (rooms, visited))| {
                    let visited = *visited.min(rooms);
                    visits(group, &yes_of(yes.min(visited), visited))
                }).collect::<Vec<_>>()
            };
            let release = released(&plan, &walked(yes));
            let reasons = release.reasons(&release.findings[0]);
            for group in 0..sizes.len() as GroupNumber {
                let alone = release.findings[0].cells.iter().any(|cell| cell.groups == [group].into());
                let named = reasons.iter().filter(|reason| reason.groups.contains(&group)).count();
                prop_assert_eq!(usize::from(alone) + named, 1, "group {}", group);
            }
            let turned = released(&plan, &walked(0));
            prop_assert_eq!(turned.reasons(&turned.findings[0]), reasons);
        }
    }
}
