//! Before the end: exactly what will leave the tablet, the note if there is one, and the button that ends the visit.

use device::tablet::{Finishing, Tablet, VisitRefused};
use dioxus::prelude::*;
use domain::ids::VisitId;

use super::ended::Ended;
use super::note::{NoteForm, use_note};
use super::recorded::TalkTimes;
use super::summary::SummaryTable;
use crate::components::{Back, Page, Title};
use crate::route::Route;
use crate::screens::NotHere;
use crate::screens::visit::{Leave, left_behind};
use crate::sync_context::use_sync;
use crate::words::use_words;

/// What leaves, and the end of the visit.
#[component]
pub fn Leaving(visit: VisitId) -> Element {
    let tablet: Tablet = use_context();
    let held = tablet.held().visit(&visit).cloned();
    let Some(held) = held else {
        return rsx! {
            NotHere {}
        };
    };
    rsx! {
        OfVisit { round: held.visit.round.to_string(), ended: Ended::of(&held.visit, held.visit.elapsed(tablet.now())), visit }
    }
}

#[component]
fn OfVisit(visit: VisitId, round: String, ended: Ended) -> Element {
    let words = use_words();
    let tablet: Tablet = use_context();
    let sync = use_sync();
    let ended = use_hook(|| ended);
    let mut after = use_signal(|| if ended.is_asked() { ended.last_mark } else { ended.now });
    let note = use_note(&visit);
    let mut refused = use_signal(|| None::<VisitRefused>);
    let mut ending = use_signal(|| false);

    let (id, of_end) = (visit.clone(), tablet.clone());
    let finish = use_callback(move |()| {
        if ending() || !note.is_ready() {
            return;
        }
        ending.set(true);
        let (tablet, id) = (of_end.clone(), id.clone());
        spawn(async move {
            let finishing = Finishing { after: after(), language: (note.language)() };
            let outcome = match note.store(&tablet, &id).await {
                Ok(()) => tablet.finish_visit(&id, finishing).await,
                Err(reason) => Err(reason),
            };
            match outcome {
                Ok(()) => sync.start(),
                Err(reason) => refused.set(Some(reason)),
            }
            ending.set(false);
        });
    });

    let back = Back { to: Route::Visit { visit: visit.to_string() }, label: words.visit.back_to_visit.to_owned() };
    let foot = rsx! {
        div { class: "acts",
            button { class: "main", disabled: ending(), onclick: move |_| finish.call(()),
                if note.has_text() {
                    {words.finish.finish_and_seal}
                } else {
                    {words.finish.finish_without}
                }
            }
        }
        if let Some(refused) = refused().or_else(|| left_behind(&visit)) {
            p { class: "wrong", role: "alert", {(words.visit.not_saved)(&refused)} }
        }
    };
    rsx! {
        Page { back, foot,
            div { class: "head",
                Title { text: words.finish.title }
                p { class: "lede soft", {words.finish.nothing_else} }
                p { class: "state saved", {words.finish.nothing_leaves_yet} }
            }
            if ended.is_asked() {
                section { class: "card",
                    fieldset { class: "stack",
                        legend { {words.finish.when_ended} }
                        p { class: "soft", {(words.finish.long_visit)(ended.now / 60)} }
                        div { class: "choices",
                            for (seconds, text) in [
                                (ended.last_mark, (words.finish.at_last_mark)(ended.last_mark.div_ceil(60))),
                                (ended.now, (words.finish.ended_now)(ended.now / 60)),
                            ] {
                                label { class: "choice",
                                    input { r#type: "radio", name: "ended", checked: after() == seconds, onchange: move |_| after.set(seconds) }
                                    strong { {text} }
                                }
                            }
                        }
                    }
                }
            }
            div { class: "split",
                section { class: "card",
                    h2 { {words.finish.for_picture} }
                    SummaryTable { visit: visit.clone(), after: after() }
                    p { class: "small soft", {words.finish.no_means} }
                }
                NoteForm { visit: visit.clone(), note }
            }
            TalkTimes { visit: visit.clone(), after: after() }
            details {
                summary { {words.visit.leave} }
                Leave { visit: visit.to_string(), round }
            }
        }
    }
}
