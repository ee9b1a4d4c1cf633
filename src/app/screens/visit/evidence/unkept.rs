//! A sentence that is being written and is not kept yet.

use domain::library::LookForId;
use domain::round::Sense;
use domain::visit::{Act, Evidence, MarkNumber, Visit};

/// Seconds after which a tap no longer says what a sentence is about.
const JUST_NOW: u32 = 20;

/// A sentence that is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Unkept {
    /// Seen or heard.
    pub sense: Sense,
    /// As it was typed so far.
    pub text: String,
    /// What it belongs to.
    pub look_for: Option<LookForId>,
    /// The mark of the sentence that it stands for, where one is being changed.
    pub anew: Option<MarkNumber>,
}

impl Default for Unkept {
    fn default() -> Unkept {
        Unkept { sense: Sense::Saw, text: String::new(), look_for: None, anew: None }
    }
}

impl Unkept {
    /// The sheet was opened: a sentence that was begun goes on, a new one belongs to what was tapped just now.
    pub fn take_up(&mut self, visit: &Visit, seconds: u32) {
        if self.text.trim().is_empty() && self.anew.is_none() {
            let last = visit.standing().rev().find_map(|mark| Some((mark.at, mark.act.observes()?)));
            self.look_for = last.filter(|(at, _)| seconds.saturating_sub(*at) <= JUST_NOW).map(|(_, id)| id.clone());
        }
    }

    /// A sentence that was kept is taken up again.
    pub fn of(evidence: &Evidence<'_>) -> Unkept {
        Unkept {
            sense: evidence.sense,
            text: evidence.text.to_owned(),
            look_for: evidence.look_for.cloned(),
            anew: Some(evidence.number),
        }
    }

    /// A sentence that was not stored after all goes back, in front of what was begun meanwhile. Other acts leave it alone.
    pub fn put_back(&mut self, act: &Act) {
        let (sense, text, look_for, anew) = match act {
            Act::Evidence(sense, text, look_for) => (sense, text, look_for, None),
            Act::Rewrite(number, sense, text, look_for) => (sense, text, look_for, Some(*number)),
            _ => return,
        };
        let begun = std::mem::take(&mut self.text);
        let text = if begun.trim().is_empty() { text.as_str().to_owned() } else { [text.as_str(), " ", &begun].concat() };
        *self = Unkept { sense: *sense, text, look_for: look_for.clone(), anew: anew.or(self.anew) };
    }

    /// Adds a phrase; one that opens a quotation says that it was heard.
    pub fn begin_with(&mut self, phrase: &str) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
        self.text.push_str(phrase);
        if phrase.ends_with(['“', '«', '"']) {
            self.sense = Sense::Heard;
        } else {
            self.text.push(' ');
        }
    }
}
