//! Who may visit, and when a visit may begin: asked by the tablet before a visit, and by the server when one arrives.

use crate::agreement::{Agreement, Pause, Paused, standing};
use crate::ids::SchoolId;
use crate::permission::{Mandate, Role};
use crate::round::Plan;
use crate::time::Day;

/// Why somebody may not visit under an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotVisiting {
    /// Their role is none that visits.
    #[error("the round's agreement does not let a {} visit", .0.word())]
    Role(Role),
    /// They formally evaluate the teachers of the school.
    #[error("the round's agreement does not let whoever evaluates a school's teachers visit its rooms")]
    Evaluator,
}

/// Why a visit does not begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotBegun {
    /// Whoever leads this tablet may not visit there.
    #[error(transparent)]
    Visiting(#[from] NotVisiting),
    /// The staff representative paused it.
    #[error("the staff representative paused it on {since}")]
    Paused {
        /// The round, or everything.
        paused: Paused,
        /// Since when.
        since: Day,
    },
    /// The window that was announced is not open yet.
    #[error("the window that was announced opens on {0}")]
    NotOpen(Day),
}

impl Agreement {
    /// Whether whoever holds the mandate may visit in at least one of these schools: in the room's, where the room is
    /// known; in any of the round's, where it is not. The program takes a school's principal for its formal evaluator.
    pub fn lets_visit<'school>(
        &self,
        mandate: &Mandate,
        schools: impl IntoIterator<Item = &'school SchoolId>,
    ) -> Result<(), NotVisiting> {
        if !self.further.visitors.contains(&mandate.role) {
            return Err(NotVisiting::Role(mandate.role));
        }
        let evaluates = |school: &SchoolId| mandate.role == Role::Principal && mandate.school.as_ref() == Some(school);
        match self.further.evaluators || schools.into_iter().any(|school| !evaluates(school)) {
            true => Ok(()),
            false => Err(NotVisiting::Evaluator),
        }
    }
}

/// Whether a visit to a room of `school` may begin `today`, by whoever holds the mandate.
pub fn may_begin<'pause>(
    plan: &Plan,
    school: &SchoolId,
    mandate: &Mandate,
    pauses: impl IntoIterator<Item = &'pause Pause>,
    today: Day,
) -> Result<(), NotBegun> {
    plan.agreement.lets_visit(mandate, [school])?;
    if let Some((pause, since)) = standing(pauses, &plan.round) {
        return Err(NotBegun::Paused { paused: pause.paused.clone(), since });
    }
    // Where nothing is announced beforehand a window opens when somebody comes.
    if plan.agreement.further.notice_days > 0 && today < plan.opens {
        return Err(NotBegun::NotOpen(plan.opens));
    }
    Ok(())
}

/// The schools that none of these people could visit under an agreement.
pub fn unvisited<'school>(
    agreement: &Agreement,
    people: &[Mandate],
    schools: impl IntoIterator<Item = &'school SchoolId>,
) -> Vec<&'school SchoolId> {
    let could = |mandate: &Mandate, school: &SchoolId| {
        let reaches = mandate.school.as_ref().is_none_or(|own| own == school);
        reaches && agreement.lets_visit(mandate, [school]).is_ok()
    };
    schools.into_iter().filter(|school| !people.iter().any(|mandate| could(mandate, school))).collect()
}
