//! Cards for teachers: eight on a sheet, printed before the walk from any browser.

use device::storage::StorageFailure;
use device::tablet::{CARDS_IN_A_PACK, VisitRefused};
use dioxus::prelude::*;

use crate::browser::{address, page};
use crate::components::{Back, Code, Page, Qr, Title};
use crate::route::Route;
use crate::tablet_context::use_tablet;
use crate::words::{self, use_words};

/// The cards of this tablet that are not used, ready to print.
#[component]
pub fn Cards(round: String) -> Element {
    let words = use_words();
    let tablet = use_tablet();
    let (unused, used) = {
        let held = tablet.held();
        let unused = held.cards().into_iter().filter(|card| !card.used).map(|card| (card.number, card.card.code()));
        let unused: Vec<(u32, String)> = unused.collect();
        (unused, held.cards().into_iter().filter(|card| card.used).count())
    };
    let mut failed = use_signal(|| None::<StorageFailure>);
    let make = move |_| {
        let tablet = tablet.clone();
        spawn(async move { failed.set(tablet.make_card_pack().await.err()) });
    };
    let back = Back { to: Route::Round { round }, label: words.frame.this_round.to_owned() };
    let is_empty = unused.is_empty();
    rsx! {
        Page { back,
            div { class: "head screen",
                Title { text: if is_empty { words.cards.none_title } else { words.cards.title } }
                p { class: "soft", if is_empty { {words.cards.none} } else { {words.cards.what} } }
                div { class: "acts",
                    if !is_empty {
                        button { class: "main", onclick: |_| page::print(), {words.cards.print} }
                    }
                    button { class: if is_empty { "main" }, onclick: make, {words.cards.make} }
                }
                if let Some(failure) = failed() {
                    p { class: "wrong", role: "alert", {(words.visit.not_saved)(&VisitRefused::Storage(failure))} }
                }
                if used > 0 {
                    p { class: "small soft",
                        {(words.cards.used)(used)}
                        ". "
                        {words.cards.used_what}
                    }
                }
            }
            for sheet in sheets(unused) {
                section { key: "{sheet[0].0}", class: "stack",
                    h2 { class: "screen", {(words.cards.sheet)(sheet[0].0, sheet[sheet.len() - 1].0)} }
                    div { class: "eight",
                        for (number, code) in sheet {
                            Handout { key: "{number}", number, code }
                        }
                    }
                }
            }
        }
    }
}

/// The cards as they were made: each pack on a sheet of its own, without the used ones.
fn sheets(cards: Vec<(u32, String)>) -> Vec<Vec<(u32, String)>> {
    let pack = |number: u32| (number - 1) / CARDS_IN_A_PACK;
    let mut sheets: Vec<Vec<(u32, String)>> = Vec::new();
    for card in cards {
        match sheets.last_mut() {
            Some(sheet) if pack(sheet[0].0) == pack(card.0) => sheet.push(card),
            _ => sheets.push(vec![card]),
        }
    }
    sheets
}

/// One card. It speaks both languages: who prints it does not know who reads it.
#[component]
fn Handout(number: u32, code: String) -> Element {
    let here = use_words();
    let (english, spanish) = (&words::EN.cards, &words::ES.cards);
    let origin = address::origin();
    let shown = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host).to_owned();
    rsx! {
        section { class: "handout",
            Qr { text: "{origin}/note#{code}" }
            div { class: "stack",
                strong {
                    span { lang: "en", {english.note} }
                    " · "
                    span { lang: "es", {spanish.note} }
                }
                span { "{shown}/note" }
                Code { code }
                span {
                    span { lang: "en", {english.only_holder} }
                    " "
                    span { lang: "es", {spanish.only_holder} }
                }
                span { class: "small", {(here.cards.number)(number)} }
            }
        }
    }
}
