//! What was written so far, newest first, each sentence with a way to change it and to take it out.

use device::tablet::Unkept;
use dioxus::prelude::*;
use domain::library::LookFor;
use domain::round::Sense;
use domain::visit::{Act, MarkNumber};

use super::unkept;
use crate::browser::page;
use crate::screens::visit::recording::use_recording;
use crate::words::{evidence, use_words};

/// The sentences of the visit.
#[component]
pub fn Written(
    look_fors: Vec<&'static LookFor>,
    /// Keeps the sentence that is being written, before another is taken up.
    keep: Callback,
) -> Element {
    let words = use_words();
    let said = evidence::of(words.language);
    let recording = use_recording();
    let mut unkept = recording.unkept;
    let written: Vec<(MarkNumber, String, Option<&'static str>)> = {
        let drawn = recording.drawn.read();
        let sense = |sense| if sense == Sense::Saw { words.visit.i_saw } else { words.visit.i_heard };
        let sentence = |evidence: domain::visit::Evidence<'_>| {
            let (minute, second) = (evidence.at / 60, evidence.at % 60);
            let line = format!("{minute}:{second:02} {} {}", sense(evidence.sense), evidence.text);
            let look_for = look_fors.iter().find(|look_for| Some(&look_for.id) == evidence.look_for);
            (evidence.number, line, look_for.map(|look_for| look_for.label.in_language(words.language).as_str()))
        };
        drawn.evidence().map(sentence).collect()
    };
    let change = move |number: MarkNumber| {
        if !unkept.peek().text.trim().is_empty() {
            keep.call(());
        }
        // It could not be kept, and the sheet says why.
        if !unkept.peek().text.trim().is_empty() {
            return;
        }
        let again = recording
            .drawn
            .peek()
            .evidence()
            .find(|evidence| evidence.number == number)
            .map(|found| unkept::anew(&found));
        if let Some(again) = again {
            page::write_on("#evidence", &again.text);
            unkept.set(again);
        }
    };
    let take_out = move |number: MarkNumber| {
        if unkept.peek().anew == Some(number) {
            unkept.set(Unkept::default());
        }
        recording.record(Act::TakeBack(number));
        page::focus("#written");
    };
    rsx! {
        h3 { id: "written", tabindex: "-1", role: "status", {(said.written)(written.len())} }
        if written.is_empty() {
            p { class: "soft", {words.visit.nothing_written} }
        }
        ul { class: "list",
            for (number, line, look_for) in written.into_iter().rev() {
                li { key: "{number}",
                    div {
                        p { lang: "", {line} }
                        if let Some(look_for) = look_for {
                            span { class: "tag", {look_for} }
                        }
                    }
                    div { class: "chips",
                        button { r#type: "button", class: "plain", onclick: { let mut change = change; move |_| change(number) }, {said.change} }
                        button { r#type: "button", class: "plain", onclick: { let mut take_out = take_out; move |_| take_out(number) }, {words.visit.take_out} }
                    }
                }
            }
        }
    }
}
