//! The groups of a round beside one another, in words: on the screen and in a file alike.

use domain::release::{Beside, Cell, Contrast, Finding, NotCompared, Release, opportunity};
use domain::roster::Roster;

use crate::Words;

/// What is said of the groups of a round.
pub struct OfRound {
    /// The sentence above.
    pub title: String,
    /// Why no look-for of the round has groups to set beside one another: a reason that all share is said once.
    pub nothing: Option<&'static str>,
    /// Each look-for in the order of the plan: its groups in the order of the timetable, or why it has none.
    pub look_fors: Vec<Result<Vec<Group>, Vec<String>>>,
}

/// A group beside the others.
#[derive(Clone, PartialEq)]
pub struct Group {
    /// The group, or several that were too small alone.
    pub cell: Cell,
    /// What is said of it. Of two groups, the sentence of the first says both.
    pub compared: Option<Compared>,
}

/// What is said of a group beside others.
#[derive(Clone, PartialEq)]
pub struct Compared {
    /// What the others are.
    pub with: String,
    /// How it differs from them, in rooms.
    pub how: String,
}

impl OfRound {
    /// Whether anything is set beside something.
    pub fn has_any(&self) -> bool {
        self.look_fors.iter().any(Result::is_ok)
    }
}

impl Words {
    /// What is said of the groups of a release; `schools` has the names of all.
    pub fn beside(&self, release: &Release, schools: &Roster) -> OfRound {
        let said = &self.opportunity;
        let compared: Vec<Result<Vec<Beside>, NotCompared>> =
            release.findings.iter().map(|finding| opportunity(release, finding)).collect();
        let is_clear = |group: &Beside| group.contrast() != Contrast::NoClearDifference;
        let differ = release.findings.iter().zip(&compared).filter(|(_, compared)| {
            let groups = compared.as_ref();
            groups.is_ok_and(|groups| groups.iter().any(is_clear))
        });
        let clear: Vec<String> =
            differ.map(|(finding, _)| self.picture.label(&finding.look_for, finding.version)).collect();
        let any = compared.iter().any(Result::is_ok);
        let nothing = compared.iter().find_map(|compared| match compared {
            Err(NotCompared::NotGrouped) => Some(said.not_grouped),
            Err(NotCompared::Schools) => Some(said.by_school),
            Err(NotCompared::OneValue) => Some(said.one_value),
            Err(NotCompared::TooFewRooms | NotCompared::OneCell) | Ok(_) => None,
        });
        let look_fors = release.findings.iter().zip(compared).map(|(finding, compared)| match compared {
            Ok(groups) => Ok(self.groups(groups, release, schools)),
            Err(_) => Err(self.why_not(finding, release, schools)),
        });
        OfRound {
            title: if any { (said.title)(&clear) } else { said.nothing.to_owned() },
            nothing,
            look_fors: look_fors.collect(),
        }
    }

    fn groups(&self, groups: Vec<Beside>, release: &Release, schools: &Roster) -> Vec<Group> {
        let name = |beside: &Beside| self.roster.groups_inside(&beside.cell.groups, release, schools);
        let (others, many) = match groups.as_slice() {
            [_, second] => (name(second), 1),
            _ => (self.opportunity.the_others.to_owned(), groups.len()),
        };
        let group = |(place, beside): (usize, Beside)| {
            let how = (self.opportunity.contrast)(beside.contrast(), beside.difference.tenths());
            let compared = (place < many).then(|| Compared { with: others.clone(), how });
            Group { cell: beside.cell, compared }
        };
        groups.into_iter().enumerate().map(group).collect()
    }

    /// Why a look-for has no groups to set beside one another: it is hidden, all but one are left out, or they stand
    /// together.
    fn why_not(&self, finding: &Finding, release: &Release, schools: &Roster) -> Vec<String> {
        if let Some(hidden) = self.picture.why_hidden(finding, release) {
            return vec![hidden];
        }
        match release.groups.len() - release.refused.len() {
            1 => self.why_left_out(release, schools).into_iter().collect(),
            _ => self.why_together(finding, release, None, schools),
        }
    }
}
