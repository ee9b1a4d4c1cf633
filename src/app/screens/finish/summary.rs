//! The summary as a person reads it: each look-for, its line in words, and what leaves.

use dioxus::prelude::*;
use domain::ids::VisitId;
use domain::library::{Library, Line};
use domain::visit::{Answer, FEWEST_FULL_BLOCKS, FEWEST_MINUTES, Observed, Presence, Share};

use super::recorded::Said;
use crate::tablet_context::use_tablet;
use crate::words::marks::use_mark_words;
use crate::words::talk::use_talk_words;
use crate::words::use_words;
use crate::words::voices::use_voices_words;

/// Everything that a visit sends for the picture.
#[component]
pub fn SummaryTable(
    visit: VisitId,
    /// Seconds after which it ended.
    after: u32,
) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let saying = Said { marks: use_mark_words(), talk: use_talk_words(), voices: use_voices_words() };
    let rows: Vec<(String, String, Option<String>, &'static str, String)> = {
        let held = tablet.held();
        let visit = held.visit(&visit).map(|held| held.visit.clone());
        let summary = visit.as_ref().and_then(|visit| tablet.summary_preview(&visit.id, after).ok());
        let round = visit.as_ref().and_then(|visit| held.round(&visit.round));
        let plan = round.map(|round| &round.record.plan);
        let no_picture =
            plan.filter(|plan| !plan.can_be_shown()).map(|plan| (words.finish.few_rooms)(plan.agreement.k()));
        let planned = plan.into_iter().flat_map(|plan| &plan.look_fors);
        let answers = summary.into_iter().flat_map(|summary| summary.answers);
        answers
            .zip(planned)
            .filter_map(|(answered, planned)| {
                let look_for = Library::shipped().find(&planned.id, planned.version)?;
                let observed = visit.as_ref()?.observed(&look_for.id, &look_for.unit);
                let said = match answered.answer {
                    Answer::Yes => words.finish.yes,
                    Answer::No => words.finish.no,
                    Answer::Unusable => words.finish.not_usable,
                };
                let why = match (answered.answer, &no_picture) {
                    (Answer::Yes | Answer::No, _) => String::new(),
                    (Answer::Unusable, Some(few_rooms)) => few_rooms.clone(),
                    (Answer::Unusable, None) => why_not(look_for.line.rule, &observed, after, &words.finish),
                };
                let label = look_for.label.in_language(words.language).clone();
                let line = look_for.line.words.in_language(words.language).clone();
                let recorded = saying.recorded(look_for, planned, visit.as_ref()?, after);
                Some((label, line, recorded, said, why))
            })
            .collect()
    };
    rsx! {
        table {
            thead {
                tr {
                    th { scope: "col", {words.finish.look_for} }
                    th { scope: "col", {words.finish.leaves_as} }
                }
            }
            tbody {
                for (label, line, recorded, said, why) in rows {
                    tr {
                        th { scope: "row",
                            {label}
                            br {}
                            span { class: "small soft", {line} }
                            if let Some(recorded) = recorded {
                                br {}
                                span { class: "small soft", "{saying.marks.on_tablet} {recorded}" }
                            }
                        }
                        td {
                            strong { {said} }
                            if !why.is_empty() {
                                br {}
                                span { class: "small soft", {why} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Why the visit says nothing about a look-for.
fn why_not(line: Line, observed: &Observed, seconds: u32, words: &crate::words::Finish) -> String {
    match (line, observed) {
        (Line::PerTenMinutes(_) | Line::OfFive(_), Observed::Tally(_)) if seconds < FEWEST_MINUTES * 60 => {
            (words.too_short)(FEWEST_MINUTES)
        }
        (_, Observed::Interval(_) | Observed::Samples(_)) => (words.few_blocks)(FEWEST_FULL_BLOCKS),
        (_, Observed::Presence(None) | Observed::Share(None)) => words.nothing_chosen.to_owned(),
        (_, Observed::Presence(Some(Presence::NotApplicable))) => words.no_place.to_owned(),
        (_, Observed::Presence(Some(Presence::NotEnoughTime))) => words.no_time.to_owned(),
        (_, Observed::Share(Some(shared))) if shared.share == Share::NotApplicable => words.no_place.to_owned(),
        (_, Observed::Share(Some(shared))) if shared.share == Share::NotEnoughTime => words.no_time.to_owned(),
        _ => words.other_unit.to_owned(),
    }
}
