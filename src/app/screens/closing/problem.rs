//! Why a close had no effect: what happened, what was kept, what to do.

use device::sync::{ProblemKind, Stopped};
use dioxus::prelude::*;

use crate::navigation::Link;
use crate::route::Route;
use crate::words::use_words;

/// The problem.
#[component]
pub fn CloseProblem(stopped: Stopped, round: String) -> Element {
    let said = &use_words().closing;
    let text = match &stopped {
        Stopped::NoAnswer => said.no_answer.to_owned(),
        Stopped::NotTheServer => said.not_the_server.to_owned(),
        Stopped::Storage(_) => said.not_kept.to_owned(),
        Stopped::Problem(problem) => match problem.kind {
            ProblemKind::DebriefUnfinished => said.debrief_first.to_owned(),
            ProblemKind::TooSoon => said.too_soon.to_owned(),
            ProblemKind::UnsentWork => said.unsent_work.to_owned(),
            ProblemKind::Restored => said.restored.to_owned(),
            ProblemKind::OtherRelease => said.other_release.to_owned(),
            ProblemKind::NotFound => said.not_found.to_owned(),
            _ => (said.problem)(&problem.detail),
        },
    };
    let detail = match &stopped {
        // The server's own words name the day or the tablets; they are in English.
        Stopped::Problem(problem) if matches!(problem.kind, ProblemKind::TooSoon | ProblemKind::Restored) => {
            Some(problem.detail.clone())
        }
        _ => None,
    };
    let to_debrief = matches!(&stopped, Stopped::Problem(problem) if problem.kind == ProblemKind::DebriefUnfinished);
    rsx! {
        div { class: "notice hold", role: "alert",
            p { {text} }
            if let Some(detail) = detail {
                p { class: "small soft", lang: "en", {detail} }
            }
            if to_debrief {
                div { class: "acts",
                    Link { class: "button", to: Route::Debrief { round }, {said.to_debrief} }
                }
            }
        }
    }
}
