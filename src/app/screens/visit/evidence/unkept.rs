//! A sentence that is being written and is not kept yet: how it begins, and how it is taken up again.

use device::tablet::Unkept;
use domain::round::Sense;
use domain::visit::{Act, Evidence, Visit};

/// Seconds after which a tap no longer says what a sentence is about.
const JUST_NOW: u32 = 20;

/// The sheet was opened: a sentence that was begun goes on, a new one belongs to what was tapped just now.
pub fn take_up(unkept: &mut Unkept, visit: &Visit, seconds: u32) {
    if unkept.text.trim().is_empty() && unkept.anew.is_none() {
        let last = visit.standing().rev().find_map(|mark| Some((mark.at, mark.act.observes()?)));
        unkept.look_for = last.filter(|(at, _)| seconds.saturating_sub(*at) <= JUST_NOW).map(|(_, id)| id.clone());
    }
}

/// A sentence that was not stored after all goes back, in front of what was begun meanwhile. Other acts leave it alone.
pub fn put_back(unkept: &mut Unkept, act: &Act) {
    let (sense, text, look_for, anew) = match act {
        Act::Evidence(sense, text, look_for) => (sense, text, look_for, None),
        Act::Rewrite(number, sense, text, look_for) => (sense, text, look_for, Some(*number)),
        _ => return,
    };
    let begun = std::mem::take(&mut unkept.text);
    let text = if begun.trim().is_empty() { text.as_str().to_owned() } else { [text.as_str(), " ", &begun].concat() };
    *unkept = Unkept { sense: *sense, text, look_for: look_for.clone(), anew: anew.or(unkept.anew) };
}

/// A sentence that was kept is taken up again.
pub fn anew(evidence: &Evidence<'_>) -> Unkept {
    Unkept {
        sense: evidence.sense,
        text: evidence.text.to_owned(),
        look_for: evidence.look_for.cloned(),
        anew: Some(evidence.number),
    }
}

/// Adds a phrase; one that opens a quotation says that it was heard.
pub fn begin_with(unkept: &mut Unkept, phrase: &str) {
    if !unkept.text.is_empty() && !unkept.text.ends_with(char::is_whitespace) {
        unkept.text.push(' ');
    }
    unkept.text.push_str(phrase);
    if phrase.ends_with(['“', '«', '"']) {
        unkept.sense = Sense::Heard;
    } else {
        unkept.text.push(' ');
    }
}
