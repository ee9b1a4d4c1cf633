//! The sheet about the visit itself: another subject, the other hand, leaving without a result, or locking the tablet.

use device::tablet::{Tablet, VisitRefused};
use dioxus::prelude::*;
use domain::ids::VisitId;
use domain::roster::SubjectArea;
use domain::visit::Act;

use super::not_saved::NotSaved;
use super::recording::use_recording;
use super::sheet::{Sheet, close};
use crate::browser::page;
use crate::locking;
use crate::navigation::{Link, use_navigator};
use crate::route::Route;
use crate::screens::hand_choice::HandChoice;
use crate::tablet_context::TabletContext;
use crate::words::between::use_between_words;
use crate::words::{lock, use_words};

/// The sheet.
#[component]
pub fn About(visit: String, round: String, closed: Callback) -> Element {
    let (words, between) = (use_words(), use_between_words());
    let recording = use_recording();
    let (tablet, context) = (use_context::<Tablet>(), use_context::<TabletContext>());
    let has_lock = tablet.held().locking().is_some();
    let subject = use_memo(move || recording.drawn.read().subject());
    rsx! {
        Sheet { heading: "about",
            closed,
            div { class: "stack",
                h2 { id: "about", {words.visit.about_visit} }
                p { class: "said", {words.visit.for_learning} }
                fieldset {
                    legend { {words.visit.other_subject} }
                    div { class: "choices",
                        for area in SubjectArea::ALL {
                            label { class: "choice",
                                input {
                                    r#type: "radio",
                                    name: "subject",
                                    checked: subject() == Some(area),
                                    onchange: move |_| recording.record(Act::Subject(area)),
                                }
                                strong { {(words.roster.subject)(area)} }
                            }
                        }
                    }
                }
                NotSaved {}
                HandChoice {}
                hr {}
                p {
                    Link { class: "button", to: Route::Lead {}, {between.to_rounds} }
                }
                Leave { visit, round }
                div { class: "acts",
                    button { class: "main", autofocus: true, onclick: move |_| close(closed), {words.visit.back_to_visit} }
                    if has_lock {
                        button { onclick: move |_| locking::lock(context), {lock::of(words.language).lock_now} }
                    }
                }
            }
        }
    }
}

/// Leaving a visit without a result, in two steps.
#[component]
pub fn Leave(visit: String, round: String) -> Element {
    let words = &use_words().visit;
    let tablet: Tablet = use_context();
    let navigator = use_navigator();
    let mut asked = use_signal(|| false);
    let mut refused = use_signal(|| None::<VisitRefused>);
    let leave = use_callback(move |()| {
        let (tablet, round) = (tablet.clone(), round.clone());
        let Ok(id) = VisitId::parse(&visit) else { return };
        spawn(async move {
            match tablet.abandon_visit(&id).await {
                Ok(()) => {
                    navigator.replace(Route::Round { round });
                }
                Err(reason) => refused.set(Some(reason)),
            }
        });
    });
    rsx! {
        section { class: "stack",
            p { class: "soft", {words.leave_what} }
            p {
                button { id: "leave", "aria-expanded": asked(), onclick: move |_| asked.set(true), {words.leave} }
            }
            if asked() {
                p { strong { role: "alert", {words.leave_sure} } }
                div { class: "acts",
                    button { onclick: move |_| leave.call(()), {words.leave_now} }
                    button {
                        onclick: move |_| {
                            page::focus("#leave");
                            asked.set(false);
                        },
                        {words.leave_not}
                    }
                }
            }
            if let Some(refused) = refused() {
                p { class: "wrong", role: "alert", {(words.not_saved)(&refused)} }
            }
        }
    }
}
