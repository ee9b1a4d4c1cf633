//! Closing a round: what is still missing, what happens then, and a second question before it does.

use device::sync::{ProblemKind, Stopped};
use dioxus::prelude::*;
use domain::release::{NotYet, may_close_on};
use domain::round::{Debrief, Missing, Plan};
use domain::time::Day;

use super::problem::CloseProblem;
use crate::app::use_happenings;
use crate::browser::dates;
use crate::browser::network::Fetch;
use crate::navigation::Link;
use crate::route::Route;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Closes the round.
#[component]
pub fn CloseNow(
    plan: Plan,
    /// Whether a tablet last reported unsent work.
    unsent: bool,
) -> Element {
    let words = use_words();
    let said = &words.closing;
    let tablet = use_tablet();
    let (sync, online) = (use_sync(), use_happenings().online);
    let mut without_unsent = use_signal(|| false);
    let mut asked = use_signal(|| false);
    let mut under_way = use_signal(|| false);
    let mut stopped = use_signal(|| None::<Stopped>);

    let (missing, next) = {
        let held = tablet.held();
        let board = held.round(&plan.round).and_then(|round| round.debrief.clone());
        let missing = board.unwrap_or_else(|| Debrief::of(plan.round.clone())).missing();
        let releases = held.rounds().into_iter().filter_map(|round| round.release());
        let of_schools = releases.filter(|release| !release.schools.is_disjoint(&plan.schools));
        let next = match may_close_on(tablet.now().day(), of_schools.map(|release| release.closed)) {
            Err(NotYet::TooSoon { next, .. }) => Some(next),
            _ => None,
        };
        (missing, next)
    };
    let paused = tablet.held().paused(&plan.round).is_some();
    let round = plan.round.clone();
    let close = use_callback(move |()| {
        let (tablet, round) = (tablet.clone(), round.clone());
        under_way.set(true);
        stopped.set(None);
        spawn(async move {
            let network = Fetch::as_leader();
            // What this tablet still has goes first: the board with its action and question may be among it.
            let outcome = match tablet.sync(&network).await {
                Ok(_) => tablet.close_round(&network, &round, without_unsent()).await,
                Err(reason) => Err(reason),
            };
            under_way.set(false);
            asked.set(false);
            match outcome {
                Ok(()) => sync.start(),
                Err(reason) => stopped.set(Some(reason)),
            }
        });
    });
    let ready = !paused && missing.is_empty() && next.is_none() && online() && (!unsent || without_unsent());
    rsx! {
        section { class: "card",
            h2 { {said.close_now} }
            p { class: "soft", {said.close_what} }
            if !missing.is_empty() {
                MissingParts { missing, round: plan.round.to_string() }
            }
            if let Some(next) = next {
                TooSoon { next }
            }
            if !online() {
                p { class: "state", {said.offline} }
            }
            if unsent || stopped().is_some_and(|stopped| is(&stopped, ProblemKind::UnsentWork)) {
                label { class: "choice",
                    input { r#type: "checkbox", checked: without_unsent(), onchange: move |event| without_unsent.set(event.checked()) }
                    strong { {said.know_unsent} }
                }
            }
            if asked() {
                div { class: "notice",
                    p { strong { role: "alert", {said.sure} } }
                    ul { class: "stack",
                        for sentence in said.then {
                            li { "– {sentence}" }
                        }
                    }
                    div { class: "acts",
                        button { class: "main", disabled: under_way(), onclick: move |_| close.call(()), {said.yes_close} }
                        button { disabled: under_way(), onclick: move |_| asked.set(false), {said.not_yet} }
                    }
                }
            } else {
                div { class: "acts",
                    button { class: "main", disabled: !ready, onclick: move |_| asked.set(true), {said.close} }
                }
            }
            if under_way() {
                p { class: "state sent", role: "status", {said.closing} }
            }
            if let Some(stopped) = stopped() {
                CloseProblem { stopped, round: plan.round.to_string() }
            }
        }
    }
}

/// Whether the server gave this reason.
fn is(stopped: &Stopped, kind: ProblemKind) -> bool {
    matches!(stopped, Stopped::Problem(problem) if problem.kind == kind)
}

/// What the debrief still lacks, with the way to it.
#[component]
fn MissingParts(missing: Vec<Missing>, round: String) -> Element {
    let said = &use_words().closing;
    rsx! {
        div { class: "notice",
            p { strong { {said.debrief_first} } }
            for part in missing {
                p {
                    {match part {
                        Missing::Action => said.missing_action,
                        Missing::Question => said.missing_question,
                    }}
                }
            }
            div { class: "acts",
                Link { class: "button", to: Route::Debrief { round }, {said.to_debrief} }
            }
        }
    }
}

/// The day on which the round may close.
#[component]
fn TooSoon(next: Day) -> Element {
    let words = use_words();
    rsx! {
        div { class: "notice",
            p { strong { {(words.closing.too_soon_next)(&dates::day(next, words.language))} } }
            p { {words.closing.too_soon} }
        }
    }
}
