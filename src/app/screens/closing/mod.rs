//! Before a round closes: what would be shown, who still has something to send, and the two ways on.

mod close;
mod extend;
mod problem;
mod would_show;

use device::sync::Stopped;
use dioxus::prelude::*;
use domain::ids::RoundId;
use domain::release::Preview;
use domain::round::Plan;
use domain::time::Day;

use self::close::CloseNow;
use self::extend::Extend;
use self::would_show::WouldShow;
use crate::app::use_happenings;
use crate::browser::dates;
use crate::browser::network::Fetch;
use crate::components::{Back, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::screens::NotHere;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// What the server says before a close.
#[derive(Debug, Clone, PartialEq)]
struct Before {
    preview: Preview,
    tablets: u32,
    unsent: u32,
    not_back: u32,
    closes_from: Option<Day>,
    lacks_agreement: bool,
}

/// Closing a round, or extending it.
#[component]
pub fn Closing(round: String) -> Element {
    let tablet = use_tablet();
    let found = RoundId::parse(&round).ok().and_then(|id| {
        let held = tablet.held();
        let round = held.round(&id)?;
        Some((round.record.plan.clone(), round.is_closed()))
    });
    match found {
        None => rsx! {
            NotHere {}
        },
        Some((plan, true)) => rsx! {
            IsClosed { plan }
        },
        Some((plan, false)) => rsx! {
            BeforeClosing { plan }
        },
    }
}

/// The round is closed: on to its picture.
#[component]
fn IsClosed(plan: Plan) -> Element {
    let words = use_words();
    let back = Back { to: Route::Round { round: plan.round.to_string() }, label: words.frame.this_round.to_owned() };
    let picture = plan.schools.first().map(|school| Route::Picture { school: school.to_string() });
    rsx! {
        Page { narrow: true, back,
            div { class: "head",
                Title { text: words.closing.closed_title }
                p { class: "lede soft", {words.closing.closed_what} }
            }
            if let Some(picture) = picture {
                div { class: "acts",
                    Link { class: "button main", to: picture, {words.closing.to_picture} }
                }
            }
        }
    }
}

#[component]
fn BeforeClosing(plan: Plan) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let (sync, online) = (use_sync(), use_happenings().online);
    let mut before = use_signal(|| None::<Result<Before, Stopped>>);
    let round = plan.round.clone();
    let asked = tablet.clone();
    let ask = use_callback(move |()| {
        let (tablet, round) = (asked.clone(), round.clone());
        spawn(async move {
            let answer = tablet.before_close(&Fetch::as_leader(), &round).await;
            before.set(Some(answer.map(|answer| Before {
                preview: answer.preview,
                tablets: answer.tablets,
                unsent: answer.unsent,
                not_back: answer.not_back,
                closes_from: answer.closes_from,
                lacks_agreement: answer.lacks_agreement,
            })));
        });
    });
    // Asked again whenever a sync has ended or the network is back: then the answer may be another.
    use_effect(move || {
        if online() && !sync.is_under_way() {
            ask.call(());
        }
    });
    let paused = tablet.held().paused(&plan.round).map(|(pause, since)| (pause.paused.clone(), since));
    let own_unsent = tablet.held().has_unsent_work(&plan.round);
    let back = Back { to: Route::Round { round: plan.round.to_string() }, label: words.frame.this_round.to_owned() };
    rsx! {
        Page { back,
            div { class: "head",
                Title { text: words.closing.title }
                p { class: "soft", {words.closing.not_results} }
            }
            if let Some((paused, since)) = paused {
                div { class: "notice hold", role: "status",
                    p { strong { {(words.agreement.paused)(&paused, &dates::day(since, words.language))} } }
                    p { {words.agreement.paused_close} }
                }
            }
            if before().and_then(Result::ok).is_some_and(|before| before.lacks_agreement) {
                div { class: "notice hold", role: "status",
                    p { {words.agreement.lacks} }
                }
            }
            if own_unsent {
                div { class: "notice hold",
                    p { {words.closing.own_unsent} }
                }
            }
            match before() {
                _ if !online() => rsx! {
                    Notice { text: words.closing.no_answer, ask }
                },
                None => rsx! {
                    p { class: "soft", role: "status", {words.closing.asking} }
                },
                Some(Ok(before)) => rsx! {
                    Tablets { before: before.clone() }
                    WouldShow { plan: plan.clone(), preview: before.preview }
                },
                Some(Err(Stopped::NoAnswer)) => rsx! {
                    Notice { text: words.closing.no_answer, ask }
                },
                Some(Err(Stopped::NotTheServer)) => rsx! {
                    Notice { text: words.closing.not_the_server, ask }
                },
                Some(Err(Stopped::Problem(problem))) => rsx! {
                    Notice { text: (words.trouble.problem)(problem.kind), ask }
                },
                Some(Err(Stopped::Storage(failure))) => rsx! {
                    Notice { text: (words.trouble.not_stored)(&failure), ask }
                },
            }
            section { class: "split",
                Extend { plan: plan.clone() }
                CloseNow { plan: plan.clone(), unsent: before().and_then(Result::ok).is_some_and(|before| before.unsent > 0) }
            }
        }
    }
}

/// What keeps the server's answer away.
#[component]
fn Notice(text: String, ask: Callback) -> Element {
    let words = use_words();
    rsx! {
        div { class: "notice", role: "status",
            p { {text} }
            div { class: "acts",
                button { onclick: move |_| ask.call(()), {words.closing.ask_again} }
            }
        }
    }
}

/// Whether the tablets of the round have sent everything, as far as they last said.
#[component]
fn Tablets(before: Before) -> Element {
    let (words, language) = (&use_words().closing, use_words().language);
    rsx! {
        if before.unsent > 0 {
            div { class: "notice hold",
                p {
                    strong { {(words.unsent)(before.unsent)} }
                    " "
                    {words.unsent_what}
                }
            }
        }
        if let Some(day) = before.closes_from {
            div { class: "notice",
                p {
                    strong { {(words.closes_from)(&dates::day(day, language))} }
                    " "
                    {words.closes_from_what}
                }
                if before.not_back > 0 {
                    p { {(words.not_back)(before.not_back)} }
                }
            }
        }
        if before.unsent == 0 && before.closes_from.is_none() && before.tablets > 0 {
            p { class: "state received", {(words.all_sent)(before.tablets)} }
        }
    }
}
