//! Waiting a little: a later last day.

use device::tablet::RoundRefused;
use dioxus::prelude::*;
use domain::round::Plan;
use domain::time::Day;

use crate::browser::{clock, dates};
use crate::components::Wrong;
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Days that the field offers at first.
const A_WEEK: i64 = 7;

/// Extends the round.
#[component]
pub fn Extend(plan: Plan) -> Element {
    let words = use_words();
    let said = &words.closing;
    let tablet = use_tablet();
    let sync = use_sync();
    let offered = plan.ends.max(clock::today()).plus(A_WEEK);
    let mut typed = use_signal(|| offered.to_string());
    let mut wrong = use_signal(|| None::<&'static str>);
    let mut refused = use_signal(|| None::<RoundRefused>);
    let mut extended = use_signal(|| None::<Day>);
    let (round, ends) = (plan.round.clone(), plan.ends);
    let extend = move |event: FormEvent| {
        event.prevent_default();
        wrong.set(None);
        refused.set(None);
        extended.set(None);
        let day = match Day::parse(&typed.peek()) {
            Ok(day) if day == ends => {
                wrong.set(Some(said.same_day));
                return;
            }
            Ok(day) => day,
            Err(_) => {
                wrong.set(Some(said.no_day));
                return;
            }
        };
        let (tablet, round) = (tablet.clone(), round.clone());
        spawn(async move {
            match tablet.extend_round(&round, day).await {
                Ok(()) => {
                    extended.set(Some(day));
                    sync.start();
                }
                Err(reason) => refused.set(Some(reason)),
            }
        });
    };
    rsx! {
        form { class: "card", onsubmit: extend,
            h2 { {said.wait} }
            p { class: "soft", {said.wait_what} }
            p {
                {said.last_day}
                ": "
                strong { {dates::day_and_year(plan.ends, words.language)} }
            }
            div { class: "field",
                label { r#for: "new-end", {said.new_last_day} }
                input {
                    id: "new-end",
                    r#type: "date",
                    value: "{typed}",
                    "aria-describedby": "new-end-wrong",
                    "aria-invalid": wrong().is_some(),
                    oninput: move |event| typed.set(event.value()),
                }
                Wrong { id: "new-end-wrong", text: wrong().map(str::to_owned) }
            }
            div { class: "acts",
                button { r#type: "submit", {said.extend} }
            }
            if let Some(day) = extended() {
                p { class: "state saved", role: "status", {(said.extended)(&dates::day(day, words.language))} }
            }
            if let Some(refused) = refused() {
                p { class: "wrong", role: "alert", {(said.refused)(&refused)} }
            }
        }
    }
}
