//! Planning a round: where, when, why, what to look for, and how rooms are grouped.

mod form;
mod groups;
mod look_fors;
mod place;
mod schools;

use device::tablet::RoundRefused;
use dioxus::prelude::*;
use domain::agreement::{Agreement, MOST_LOOK_FORS};
use domain::time::Day;

use self::form::{Form, Problems};
use self::groups::Groups;
use self::look_fors::LookFors;
use self::place::Place;
use crate::browser::clock::today;
use crate::browser::{page, remembered};
use crate::components::{Back, Page, Title};
use crate::navigation::use_navigator;
use crate::route::Route;
use crate::screens::lead::SyncLine;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Where the form is kept until it is handed in.
const FORM: &str = "noticeboard-plan";

/// Planning a round.
#[component]
pub fn PlanRound() -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let back = Back { to: Route::Lead {}, label: words.frame.rounds.to_owned() };
    if tablet.held().roster().schools.is_empty() {
        return rsx! {
            Page { narrow: true, back,
                Title { text: words.plan.title }
                p { class: "notice tip", {words.lead.no_roster} }
                SyncLine {}
            }
        };
    }
    rsx! { Filling {} }
}

/// The first day on which a round that is planned today can open.
fn first_day(agreement: &Agreement) -> Day {
    today().plus(agreement.further.notice_days)
}

#[component]
fn Filling() -> Element {
    let words = use_words();
    let (tablet, sync, navigator) = (use_tablet(), use_sync(), use_navigator());
    let form = use_signal(|| {
        let held = tablet.held();
        remembered::form(FORM).unwrap_or_else(|| Form::new(held.roster(), first_day(&held.agreement())))
    });
    // Problems are said once the lead has tried to go on, and then follow each mend.
    let mut tried = use_signal(|| false);
    let mut refused = use_signal(|| None::<RoundRefused>);
    use_effect(move || remembered::set_form(FORM, &*form.read()));

    let all_problems = form.read().problems(tablet.held().roster(), first_day(&tablet.held().agreement()), words);
    let problems = if tried() { all_problems.clone() } else { Problems::default() };
    let open_round = {
        let tablet = tablet.clone();
        move |_| {
            tried.set(true);
            if let Some(place) = all_problems.places().first() {
                page::focus(place);
                return;
            }
            let Some(draft) = form.peek().draft() else { return };
            let tablet = tablet.clone();
            spawn(async move {
                match tablet.plan_round(draft).await {
                    Ok(round) => {
                        remembered::forget_form(FORM);
                        sync.start();
                        navigator.replace(Route::Round { round: round.to_string() });
                    }
                    Err(reason) => refused.set(Some(reason)),
                }
            });
        }
    };
    let missing = problems.places().len();
    let wrong = match &*refused.read() {
        Some(RoundRefused::Faults(faults)) => faults.first().map(|fault| (words.plan.fault)(fault)),
        Some(other) => Some((words.trouble.round_refused)(other)),
        None => (missing > 0).then(|| (words.plan.not_yet)(missing)),
    };
    let groups = form.read().groups(tablet.held().roster(), &tablet.held().agreement());
    let rooms = groups.iter().map(|group| group.rooms.len()).sum();
    let chosen = form.read().look_fors.len();
    let foot = rsx! {
        div { class: "row",
            p {
                strong { {(words.plan.chosen)(chosen, MOST_LOOK_FORS)} }
                br {}
                span { class: "small soft", {(words.plan.size)(rooms, groups.len())} }
            }
            div { class: "acts",
                button { class: "main", onclick: open_round, {words.plan.open} }
            }
        }
    };
    let back = Back { to: Route::Lead {}, label: words.frame.rounds.to_owned() };
    rsx! {
        Page { narrow: true, back, foot,
            div { class: "head",
                Title { text: words.plan.title }
                p { class: "soft", {words.plan.kept} }
            }
            if !tablet.held().has_agreement() {
                p { class: "notice tip", {words.agreement.lacks_plan} }
            }
            Place { form, problems: problems.clone() }
            LookFors { form, problem: problems.look_fors.clone() }
            Groups { form, groups, problem: problems.teachers.clone() }
            div { role: "alert",
                if let Some(wrong) = wrong {
                    p { class: "wrong", {wrong} }
                }
            }
        }
    }
}
