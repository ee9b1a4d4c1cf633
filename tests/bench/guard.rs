//! Precision and recall of the evidence's guard, on the notes it was tuned with and on those it was not.

use domain::guard::{Concern, ConcernKind, concerns};
use domain::language::Language;
use domain::library::Library;
use world::evidence_notes::{LabelledNote, Part, Score, evidence_notes, word_of};

use crate::report::Report;

/// What the held-out half should reach.
const AIM: (f64, f64) = (0.85, 0.80);

/// Prints both figures for each part, language and kind, and the mistakes of the part that the guard is tuned with.
pub fn measure(report: &mut Report) {
    let notes = evidence_notes();
    for note in notes.iter().filter(|note| note.part == Part::Tune) {
        let say = |what: &str, found: Vec<Concern>| {
            for concern in found {
                eprintln!("  {what} {}: {:?} in {}", word_of(concern.kind), &note.text[concern.place], note.text);
            }
        };
        say("wrong ", note.wrong());
        say("missed", note.missed());
    }
    report.remark(format!("guard of the evidence, on {} notes; the aim on held-out ones is {AIM:?}", notes.len()));
    report.remark("  part      language  kind       precision          recall");
    for (part, name) in [(Part::Tune, "tune"), (Part::HeldOut, "held out")] {
        for (languages, language) in [(&[Language::En][..], "en"), (&[Language::Es], "es"), (&Language::ALL, "both")] {
            let chosen = || notes.iter().filter(|note| note.part == part && languages.contains(&note.language));
            for kind in ConcernKind::ALL.map(Some).into_iter().chain([None]) {
                let score = Score::of(chosen(), kind);
                report.remark(row(name, language, kind.map_or("all", word_of), score));
            }
            report.remark(clean(name, language, chosen().collect()));
        }
    }
    report.remark(examples());
}

/// The examples of the look-fors: seen and heard, most of them, and written by others for another purpose.
fn examples() -> String {
    let look_fors = &Library::shipped().look_fors;
    let examples: Vec<&str> = Language::ALL
        .into_iter()
        .flat_map(|language| look_fors.iter().flat_map(move |look_for| look_for.looks_like.in_language(language)))
        .map(String::as_str)
        .collect();
    let left = examples.iter().filter(|example| concerns(example).is_empty()).count();
    format!("  of {} examples in the look-for library, which it was not made for, {left} left alone", examples.len())
}

fn row(part: &str, language: &str, kind: &str, score: Score) -> String {
    let Score { pointed, right, marked, found } = score;
    let precision = format!("{:.2} ({right} of {pointed})", score.precision());
    let recall = format!("{:.2} ({found} of {marked})", score.recall());
    format!("  {part:<9} {language:<9} {kind:<10} {precision:<18} {recall}")
}

fn clean(part: &str, language: &str, notes: Vec<&LabelledNote>) -> String {
    let clean: Vec<_> = notes.into_iter().filter(|note| note.marked.is_empty()).collect();
    let left = clean.iter().filter(|note| note.wrong().is_empty()).count();
    format!("  {part:<9} {language:<9} {left} of {} clean notes left alone", clean.len())
}
