//! What a visit looked for: its numbers, its line and its question, with the definition one tap away.

use device::tablet::Tablet;
use dioxus::prelude::*;
use domain::library::{Library, LookFor};
use domain::visit::{Answer, Visit};

use crate::components::Definition;
use crate::screens::finish::Said;
use crate::words::hallway::use_hallway_words;
use crate::words::marks::use_mark_words;
use crate::words::talk::use_talk_words;
use crate::words::use_words;
use crate::words::voices::use_voices_words;

/// A look-for with what the visit recorded for it.
struct Looked {
    look_for: &'static LookFor,
    recorded: Option<String>,
    answer: &'static str,
}

/// All of the round's look-fors, in its order.
#[component]
pub fn LookedFor(visit: Visit) -> Element {
    let (words, said) = (use_words(), use_hallway_words());
    let saying = Said { marks: use_mark_words(), talk: use_talk_words(), voices: use_voices_words() };
    let tablet: Tablet = use_context();
    let after = visit.finished_after().unwrap_or_default();
    let looked: Vec<Looked> = {
        let answers = tablet.summary_preview(&visit.id, after).map(|summary| summary.answers).unwrap_or_default();
        let held = tablet.held();
        let planned = held.round(&visit.round).into_iter().flat_map(|round| &round.record.plan.look_fors);
        let looked = planned.filter_map(|planned| {
            let look_for = Library::shipped().find(&planned.id, planned.version)?;
            let answered = answers.iter().find(|answered| answered.look_for == planned.id)?;
            let answer = match answered.answer {
                Answer::Yes => words.finish.yes,
                Answer::No => words.finish.no,
                Answer::Unusable => words.finish.not_usable,
            };
            Some(Looked { look_for, recorded: saying.recorded(look_for, planned, &visit, after), answer })
        });
        looked.collect()
    };
    rsx! {
        section { class: "card",
            h2 { {said.looked} }
            for Looked { look_for, recorded, answer } in looked {
                article { class: "stack", key: "{look_for.id}",
                    h3 { {look_for.label.in_language(words.language).as_str()} }
                    p { class: "said",
                        if let Some(recorded) = recorded {
                            "{recorded} · "
                        }
                        "{said.by_the_line} {answer}"
                    }
                    p { class: "small soft", {look_for.line.words.in_language(words.language).as_str()} }
                    p {
                        span { class: "small soft", "{words.library.reflect}: " }
                        {look_for.reflect.in_language(words.language).as_str()}
                    }
                    details {
                        summary {
                            {words.visit.what_counts}
                            span { class: "aside", ", {look_for.label.in_language(words.language)}" }
                        }
                        div { class: "stack", Definition { look_for } }
                    }
                }
            }
        }
    }
}
