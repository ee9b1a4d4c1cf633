//! What is read aloud of the taps: once they have paused, the last of them and that it is saved. Never each tap, and
//! never the clock.

use std::cell::Cell;
use std::rc::Rc;

use dioxus::prelude::*;
use domain::library::LookFor;
use domain::visit::{Act, Mark, MarkNumber, Observed, Visit};

use super::marks::{Saying, use_saying};
use super::recording::{Saving, use_recording};
use crate::browser::clock::wait;
use crate::words::marks::{Marks, use_mark_words};
use crate::words::use_words;

/// Milliseconds without a tap: whoever counts quickly hears one number, and not ten behind their own thumb.
const PAUSE: i32 = 1_200;

/// Of taps nothing else speaks by itself. What was not saved is an alert elsewhere, the end of two minutes [`Beep`]'s.
///
/// [`Beep`]: super::sounds::Beep
#[component]
pub fn Told(look_fors: Vec<&'static LookFor>) -> Element {
    let words = &use_words().visit;
    let marks = use_mark_words();
    let saying = Rc::new(use_saying(look_fors.clone()));
    let recording = use_recording();
    let mut told = use_signal(String::new);
    let known = use_hook(|| Rc::new(Cell::new(recording.drawn.peek().marks.len())));
    use_effect(move || {
        let number = recording.drawn.read().marks.len();
        if *recording.saving.read() != Saving::Saved || known.replace(number) == number {
            return;
        }
        let (known, saying, look_fors) = (known.clone(), saying.clone(), look_fors.clone());
        spawn(async move {
            wait(PAUSE).await;
            if known.get() == number
                && let Some(what) = last(&recording.drawn.peek(), &saying, marks, &look_fors)
            {
                told.set(format!("{what}. {}", words.saved));
            }
        });
    });
    rsx! {
        p { class: "aside", role: "status", {told} }
    }
}

/// The last mark in words: of a count, what it has come to.
fn last(visit: &Visit, saying: &Saying, marks: &Marks, look_fors: &[&'static LookFor]) -> Option<String> {
    let mark = visit.marks.last()?;
    match &mark.act {
        Act::Count(id) => {
            let look_for = look_fors.iter().find(|look_for| look_for.id == *id)?;
            let Observed::Tally(count) = visit.observed(&look_for.id, &look_for.unit) else { return None };
            Some(format!("{}: {}", saying.label(look_for), (marks.count)(count)))
        }
        Act::TakeBack(_) => taken_out(visit, saying, marks),
        // A sentence that was written anew, as it stands now.
        Act::Rewrite(number, ..) => saying.what(with_number(visit, *number)?, visit),
        _ => saying.what(mark, visit),
    }
}

/// What the last act took out, in words; nothing where it was another one.
pub fn taken_out(visit: &Visit, saying: &Saying, marks: &Marks) -> Option<String> {
    let Act::TakeBack(number) = &visit.marks.last()?.act else { return None };
    Some((marks.was_taken_out)(&saying.what(with_number(visit, *number)?, visit)?))
}

fn with_number(visit: &Visit, number: MarkNumber) -> Option<&Mark> {
    visit.marks.iter().find(|mark| mark.number == number)
}
