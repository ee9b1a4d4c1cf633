//! Why a close had no effect: what happened, what was kept, what to do.

use device::sync::{ProblemKind, Stopped};
use dioxus::prelude::*;

use crate::navigation::Link;
use crate::route::Route;
use crate::words::use_words;

/// The problem.
#[component]
pub fn CloseProblem(stopped: Stopped, round: String) -> Element {
    let words = use_words();
    let said = &words.closing;
    let text = match &stopped {
        Stopped::NoAnswer => said.no_answer.to_owned(),
        Stopped::NotTheServer => said.not_the_server.to_owned(),
        Stopped::Storage(_) => said.not_kept.to_owned(),
        Stopped::Problem(problem) => match problem.kind {
            ProblemKind::DebriefUnfinished => said.debrief_first.to_owned(),
            ProblemKind::TooSoon => said.too_soon.to_owned(),
            ProblemKind::Paused => words.agreement.paused_close.to_owned(),
            ProblemKind::LacksAgreement => words.agreement.lacks.to_owned(),
            ProblemKind::UnsentWork => said.unsent_work.to_owned(),
            ProblemKind::Restored => said.restored.to_owned(),
            ProblemKind::OtherRelease => said.other_release.to_owned(),
            ProblemKind::NotFound => said.not_found.to_owned(),
            kind => (words.trouble.problem)(kind).to_owned(),
        },
    };
    let to_debrief = matches!(&stopped, Stopped::Problem(problem) if problem.kind == ProblemKind::DebriefUnfinished);
    rsx! {
        div { class: "notice hold", role: "alert",
            p { {text} }
            if to_debrief {
                div { class: "acts",
                    Link { class: "button", to: Route::Debrief { round }, {said.to_debrief} }
                }
            }
        }
    }
}
