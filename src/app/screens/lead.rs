//! The rounds of this tablet, and where to go from them.

use device::sync::{ProblemKind, Stopped};
use device::tablet::{HeldRound, Standing};
use dioxus::prelude::*;
use domain::permission::Act;
use domain::round::Plan;

use crate::browser::dates;
use crate::browser::remembered::leading;
use crate::components::{Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::rescue::ToDecide;
use crate::screens::round::Rooms;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::between::use_between_words;
use crate::words::use_words;

/// The rounds.
#[component]
pub fn Lead() -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let rounds = held.rounds().into_iter().cloned();
    let (closed, under_way): (Vec<HeldRound>, Vec<HeldRound>) =
        rounds.partition(|round| round.standing() == Standing::Closed);
    let none = closed.is_empty() && under_way.is_empty();
    let (waiting, knows_schools) = (held.codes_waiting(), !held.roster().schools.is_empty());
    rsx! {
        Page {
            div { class: "row",
                Title { text: words.lead.title }
                if !none {
                    Ways {}
                }
            }
            UnderWay {}
            ToDecide {}
            if !knows_schools {
                p { class: "notice tip", {words.lead.no_roster} }
            }
            if waiting > 0 {
                p { class: "notice tip", {(words.lead.codes_waiting)(waiting)} }
            }
            if none {
                section { class: "card quiet",
                    h2 { {words.lead.no_rounds} }
                    p { class: "soft", {words.lead.no_rounds_more} }
                    Ways {}
                }
            } else {
                ul { class: "cards",
                    for round in under_way {
                        RoundCard { key: "{round.record.plan.round}", round }
                    }
                }
                if !closed.is_empty() {
                    section { class: "card",
                        h2 { {words.lead.closed_rounds} }
                        ul { class: "list",
                            for round in closed {
                                ClosedRound { key: "{round.record.plan.round}", round }
                            }
                        }
                    }
                }
            }
            nav { class: "acts", "aria-label": words.lead.also_here,
                if leading().may(Act::ReadReleases) {
                    Link { class: "button", to: Route::Pictures {}, {words.lead.pictures} }
                }
                Link { class: "button", to: Route::Library {}, {words.lead.library} }
                Link { class: "button", to: Route::ThisTablet {}, {words.lead.tablet} }
                // The way to the doors: an app that is opened anew leads past them into a visit that is under way.
                Link { class: "button", to: Route::Start {}, {use_between_words().doors} }
            }
            SyncLine {}
        }
    }
}

/// The two ways to come to a round; a visitor has one.
#[component]
fn Ways() -> Element {
    let words = use_words();
    rsx! {
        div { class: "acts",
            Link { class: "button", to: Route::Join {}, {words.lead.join} }
            if leading().may(Act::SendPlan) {
                Link { class: "button main", to: Route::PlanRound {}, {words.lead.plan} }
            }
        }
    }
}

/// The visit that was begun and not finished, wherever the person comes from.
#[component]
pub fn UnderWay() -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let Some(visit) = held.visit_under_way().map(|held| &held.visit) else { return rsx! {} };
    let room = held.roster().room(&visit.room).map(|room| room.name.clone()).unwrap_or_default();
    rsx! {
        div { class: "notice hold row",
            p { {(words.lead.visit_under_way)(&room)} }
            Link { class: "button main", to: Route::Visit { visit: visit.id.to_string() }, {words.lead.go_on} }
        }
    }
}

#[component]
fn RoundCard(round: HeldRound) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let plan = &round.record.plan;
    let standing = round.standing();
    let more = if standing == Standing::NotJoined {
        words.lead.not_joined.to_owned()
    } else {
        let rooms = Rooms::of(&held, &round);
        (words.lead.visited)(rooms.visited(), rooms.count())
    };
    let unsent = held.has_unsent_work(&plan.round);
    rsx! {
        li { class: "card",
            div { class: "row",
                span { class: "tag", {(words.lead.standing)(standing)} }
                if unsent {
                    p { class: "state held", {words.lead.round_unsent} }
                } else if matches!(standing, Standing::Open | Standing::Debriefing) && held.sync_state().last.is_some() {
                    p { class: "state received", {words.sync.all_received} }
                }
            }
            h2 {
                Link { to: Route::Round { round: plan.round.to_string() },
                    span { lang: "", {plan.purpose.as_str()} }
                }
            }
            p { class: "soft",
                WhereAndWhen { plan: plan.clone() }
                br {}
                {more}
            }
        }
    }
}

/// A round that is over: its question leads to what came of it.
#[component]
fn ClosedRound(round: HeldRound) -> Element {
    let words = use_words();
    let plan = &round.record.plan;
    let rooms = round.release().and_then(|release| release.rooms);
    rsx! {
        li {
            div {
                Link { to: Route::Round { round: plan.round.to_string() },
                    span { lang: "", {plan.purpose.as_str()} }
                }
                p { class: "small soft",
                    WhereAndWhen { plan: plan.clone() }
                    " · "
                    {rooms.map_or_else(|| words.lead.few_rooms.to_owned(), words.lead.picture_of)}
                }
            }
        }
    }
}

/// The schools of a round and its window.
#[component]
pub fn WhereAndWhen(plan: Plan) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let schools = plan.schools.iter().filter_map(|school| held.roster().school(school));
    let schools = words.roster.list(schools.map(|school| school.name.clone()).collect());
    let window = dates::window(plan.opens, plan.ends, words.language);
    rsx! { "{schools} · {window}" }
}

/// How the last sync went, in a sentence, and the way to ask for another.
#[component]
pub fn SyncLine() -> Element {
    let words = use_words();
    let (tablet, sync) = (use_tablet(), use_sync());
    let last = tablet.held().sync_state().last;
    let stopped: Option<Stopped> = sync.stopped();
    rsx! {
        div { class: "row",
            p { class: "small soft", role: "status",
                if sync.is_under_way() {
                    {words.sync.sending}
                } else {
                    {last.map_or_else(|| words.sync.never_heard.to_owned(), |last| (words.sync.last_heard)(last))}
                    if let Some(stopped) = stopped {
                        br {}
                        {(words.sync.stopped)(&stopped)}
                        if is_signed_out(&stopped) {
                            " "
                            Link { to: Route::SignIn {}, {words.start.people} }
                        }
                    }
                }
            }
            button { disabled: sync.is_under_way(), onclick: move |_| sync.start(), {words.sync.send_now} }
        }
    }
}

/// Whether signing in again is what helps.
fn is_signed_out(stopped: &Stopped) -> bool {
    matches!(stopped, Stopped::Problem(problem) if problem.kind == ProblemKind::NotSignedIn)
}
