//! Saying what came of an action: for whoever leads the schools of the round, on the tablet.

use device::tablet::{RoundRefused, Tablet};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use domain::permission::Act;
use domain::release::Release;
use domain::round::{Delivered, Delivery};
use domain::text::{NotText, Sentence};

use crate::browser::remembered;
use crate::components::Wrong;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet_if_open;
use crate::words::use_words;

/// Draws [`Say`] beside an action. The whole app provides it; the part without a tablet has none.
#[derive(Clone, Copy)]
pub struct Saying(pub fn(Release) -> Element);

/// Asks whoever may say it whether the action was done; nothing for anyone else.
#[component]
pub fn Say(release: Release) -> Element {
    let Some(tablet) = use_tablet_if_open() else { return rsx! {} };
    let mandate = remembered::leading();
    let may = mandate.may(Act::SendDelivery) && mandate.leads_all(&release.schools);
    let (closed, waits, said) = {
        let held = tablet.held();
        let round = held.round(&release.round);
        let closed = round.is_some_and(|round| round.is_closed());
        (closed, held.has_waiting_delivery(&release.round), round.and_then(|round| round.delivery.clone()))
    };
    rsx! {
        if may && closed {
            Ask { key: "{release.round}", tablet: Same(tablet), release, said, waits }
        }
    }
}

/// The tablet of this page, which is one for as long as the page lives.
#[derive(Clone)]
struct Same(Tablet);

impl PartialEq for Same {
    fn eq(&self, _: &Same) -> bool {
        true
    }
}

/// The question, or how its answer stands.
#[component]
fn Ask(tablet: Same, release: Release, said: Option<Delivery>, waits: bool) -> Element {
    let words = use_words();
    let sync = use_sync();
    let stored = said.as_ref().and_then(|said| said.delivered.sentence()).map(|text| text.as_str().to_owned());
    let mut text = use_signal(|| stored.clone().unwrap_or_default());
    let mut otherwise = use_signal(|| false);
    let mut lacks_why = use_signal(|| false);
    let mut failed = use_signal(|| None::<RoundRefused>);

    let say = use_callback(move |delivered: Delivered| {
        let (tablet, round) = (tablet.0.clone(), release.round.clone());
        // Not a task of this screen: what was said is stored even when the screen is left at once.
        spawn_forever(async move {
            let outcome = tablet.say_delivered(&round, delivered).await;
            if outcome.is_ok() {
                sync.start();
            }
            if failed.try_peek().is_ok() {
                otherwise.set(outcome.is_err());
                failed.set(outcome.err());
            }
        });
    });
    let yes = move |_| match Sentence::parse(&text.peek()) {
        Ok(sentence) => say.call(Delivered::Done { came_of_it: Some(sentence) }),
        Err(NotText::Empty) => say.call(Delivered::Done { came_of_it: None }),
        Err(NotText::TooLong { .. }) => {}
    };
    let no = move |_| match Sentence::parse(&text.peek()) {
        Ok(because) => say.call(Delivered::NotDone { because }),
        Err(NotText::Empty) => lacks_why.set(true),
        Err(NotText::TooLong { .. }) => {}
    };
    let problem = match Sentence::parse(&text.read()) {
        Err(NotText::Empty) => lacks_why().then(|| words.delivery.why.to_owned()),
        Err(too_long) => Some((words.debrief.problem)(too_long)),
        Ok(_) => None,
    };
    let is_said = said.is_some();
    rsx! {
        if is_said && !otherwise() {
            p { class: if waits { "state saved" } else { "state received" }, role: "status",
                if waits {
                    {words.delivery.waits}
                } else {
                    {words.delivery.received}
                }
            }
            div { class: "acts",
                button { class: "plain", onclick: move |_| { text.set(stored.clone().unwrap_or_default()); otherwise.set(true); }, {words.delivery.otherwise} }
            }
        } else {
            fieldset {
                legend { {words.delivery.ask} }
                p { id: "delivered-what", class: "small soft", {words.delivery.ask_what} }
                div { class: "field",
                    label { r#for: "delivered", {words.delivery.sentence} }
                    textarea {
                        id: "delivered",
                        value: "{text}",
                        "aria-describedby": "delivered-what delivered-wrong",
                        "aria-invalid": problem.is_some(),
                        oninput: move |event| text.set(event.value()),
                    }
                    Wrong { id: "delivered-wrong", text: problem.clone() }
                }
                div { class: "acts",
                    button { onclick: yes, {words.delivery.yes} }
                    button { onclick: no, {words.delivery.no} }
                    if is_said {
                        button { class: "plain", onclick: move |_| otherwise.set(false), {words.delivery.stay} }
                    }
                }
            }
        }
        if let Some(failure) = failed() {
            p { class: "wrong", role: "alert", {(words.debrief.not_saved)(&failure)} }
        }
    }
}
