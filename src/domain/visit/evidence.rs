//! Sentences written in the room, each as it was last written.

use crate::library::LookForId;
use crate::round::Sense;
use crate::visit::{Act, Mark, MarkNumber, Visit};

/// A sentence written in the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence<'visit> {
    /// The mark that first held it.
    pub number: MarkNumber,
    /// Seconds from the beginning of the visit to that mark.
    pub at: u32,
    /// Seen or heard.
    pub sense: Sense,
    /// What.
    pub text: &'visit str,
    /// What it belongs to, where the visitor said so.
    pub look_for: Option<&'visit LookForId>,
}

impl Visit {
    /// The sentences written in the room, oldest first, each as it was last written.
    pub fn evidence(&self) -> impl Iterator<Item = Evidence<'_>> {
        self.standing().filter(|mark| matches!(mark.act, Act::Evidence(..))).filter_map(|mark| {
            let anew = self.standing().rev().find(|other| written_anew_by(other) == Some(mark.number));
            match &anew.unwrap_or(mark).act {
                Act::Evidence(sense, text, look_for) | Act::Rewrite(_, sense, text, look_for) => Some(Evidence {
                    number: mark.number,
                    at: mark.at,
                    sense: *sense,
                    text: text.as_str(),
                    look_for: look_for.as_ref(),
                }),
                _ => None,
            }
        })
    }
}

/// The sentence that a mark holds anew.
pub(super) fn written_anew_by(mark: &Mark) -> Option<MarkNumber> {
    match mark.act {
        Act::Rewrite(number, ..) => Some(number),
        _ => None,
    }
}
