//! Changes that the server did not take: what each was, why it was not taken, and what becomes of it.

use device::storage::StorageFailure;
use device::tablet::{Held, NotPutUp, RefusalCode, RefusedChange, RoundRefused, Tablet};
use dioxus::prelude::*;
use domain::change::{Change, Kind};
use domain::round::{Debrief, Delivery, Plan};
use domain::text::Sentence;
use domain::visit::Summary;

use crate::browser::dates;
use crate::screens::debrief::said;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::{Words, use_words};

/// All of them; nothing where there are none.
#[component]
pub fn RefusedChanges() -> Element {
    let words = &use_words().refused;
    let tablet = use_tablet();
    let refused: Vec<RefusedChange> = tablet.held().refused().into_iter().cloned().collect();
    if refused.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "card",
            h2 { {(words.title)(refused.len())} }
            p { class: "soft", {words.more} }
            ul { class: "stack",
                for change in refused {
                    li { key: "{change.key()}", class: "card quiet",
                        Told { change: change.clone() }
                        Decide { change }
                    }
                }
            }
        }
    }
}

/// What it was, and why it was not taken.
#[component]
fn Told(change: RefusedChange) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let held = tablet.held();
    let kind = change.item.kind;
    let body = Change::read(kind, &change.item.body).ok();
    let round = change.round().and_then(|round| held.round(&round));
    let closed = round.is_some_and(|round| round.is_closed());
    let plan = match &body {
        Some(Change::Plan(plan)) => Some(plan),
        _ => round.map(|round| &round.record.plan),
    };
    let why = match change.refusal.code {
        RefusalCode::AgainstTheRules if closed && matches!(kind, Kind::Plan | Kind::Debrief) => {
            words.refused.round_closed
        }
        code => (words.refused.why)(code),
    };
    rsx! {
        h3 { {(words.refused.kind)(kind)} }
        if !matches!(kind, Kind::Note | Kind::Letter) {
            match plan {
                Some(plan) => rsx! {
                    p {
                        // Its language is the writer's, which nobody knows.
                        span { lang: "", {plan.purpose.as_str()} }
                        br {}
                        span { class: "soft", {schools(&held, plan, words)} }
                    }
                },
                None => rsx! {
                    p { class: "soft", {words.refused.other_round} }
                },
            }
        }
        p { {why} }
        match &body {
            Some(Change::Plan(plan)) => rsx! {
                p { {(words.refused.last_day)(&dates::day_and_year(plan.ends, words.language))} }
            },
            Some(Change::Debrief(board)) => rsx! {
                ul { class: "list",
                    for sentence in sentences(board, words) {
                        li {
                            span { lang: "", {sentence} }
                        }
                    }
                }
            },
            Some(Change::Summary(summary)) => rsx! {
                p { {room(&held, summary).map_or_else(|| words.refused.other_room.to_owned(), |room| (words.refused.room)(&room))} }
            },
            Some(Change::Delivery(delivery)) => rsx! {
                p { {said_of_action(delivery, words)} }
            },
            Some(Change::Note(_) | Change::Letter(_)) => rsx! {
                p { {words.refused.sealed} }
            },
            None => rsx! {
                p { {words.refused.unreadable} }
            },
        }
    }
}

/// The two ways on; letting go asks once.
#[component]
fn Decide(change: RefusedChange) -> Element {
    let words = &use_words().refused;
    let tablet = use_tablet();
    let sync = use_sync();
    let mut asked = use_signal(|| false);
    let mut failed = use_signal(|| None::<NotPutUp>);
    let kind = change.item.kind;
    let can_be_put_up = tablet.held().can_be_put_up(&change);
    let act = use_callback(move |(tablet, change, again): (Tablet, RefusedChange, bool)| {
        spawn(async move {
            let outcome = if again { tablet.put_up_again(&change).await } else { let_go(&tablet, &change).await };
            match outcome {
                Ok(()) => sync.start(),
                Err(failure) => failed.set(Some(failure)),
            }
        });
    });
    let (again, going) = ((tablet.clone(), change.clone(), true), (tablet, change, false));
    rsx! {
        if asked() {
            p { strong { role: "alert", {(words.sure)(kind)} } }
            div { class: "acts",
                button { onclick: move |_| act.call(going.clone()), {words.yes} }
                button { onclick: move |_| asked.set(false), {words.no} }
            }
        } else {
            div { class: "acts",
                if can_be_put_up {
                    button { onclick: move |_| act.call(again.clone()), {(words.put_up)(kind)} }
                }
                button { onclick: move |_| asked.set(true), {words.let_go} }
            }
        }
        if let Some(failure) = failed() {
            p { class: "wrong", role: "alert", {(words.not_put_up)(&failure)} }
        }
    }
}

async fn let_go(tablet: &Tablet, change: &RefusedChange) -> Result<(), NotPutUp> {
    tablet.let_go(change).await.map_err(|failure: StorageFailure| NotPutUp::Round(RoundRefused::Storage(failure)))
}

fn schools(held: &Held, plan: &Plan, words: &Words) -> String {
    let schools = plan.schools.iter().filter_map(|school| held.roster().school(school));
    words.roster.list(schools.map(|school| school.name.clone()).collect())
}

/// Everything that a board says, in the order of its steps.
pub fn sentences(board: &Debrief, words: &Words) -> Vec<String> {
    let mut sentences: Vec<String> = board.described.iter().map(|statement| said(statement, &words.debrief)).collect();
    let single = board.patterns.iter().chain(&board.prediction).chain(&board.next_step);
    sentences.extend(single.map(|sentence| sentence.as_str().to_owned()));
    sentences.extend(board.action.iter().map(|action| {
        let by = dates::day(action.by, words.language);
        format!("{}: {} ({by})", action.owner.as_str(), action.what.as_str())
    }));
    let asked = board.question.iter();
    sentences.extend(asked.map(|question| format!("{}: {}", question.team.as_str(), question.asks.as_str())));
    sentences
}

/// What was said of an action.
fn said_of_action(delivery: &Delivery, words: &Words) -> String {
    let said = &words.delivery;
    match (delivery.delivered.is_done(), delivery.delivered.sentence()) {
        (true, None) => said.done.to_owned(),
        (true, Some(sentence)) => format!("{} {}", said.done_and, sentence.as_str()),
        (false, sentence) => format!("{} {}", said.not_done, sentence.map_or("", Sentence::as_str)),
    }
}

/// The room of a summary, found by its token, while this tablet has the round's key.
fn room(held: &Held, summary: &Summary) -> Option<String> {
    let round = held.round(&summary.round)?;
    let key = round.record.key.as_ref()?;
    let room = round.record.plan.rooms().find(|room| key.token(room) == summary.token)?;
    held.roster().room(room).map(|room| room.name.clone())
}
