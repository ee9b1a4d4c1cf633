//! Cards for teachers: eight on a sheet, printed before the walk from any browser, each on paper once.

use device::storage::StorageFailure;
use device::tablet::{CARDS_IN_A_PACK, PackedCard, VisitRefused};
use dioxus::prelude::*;
use domain::code_of::CodeOf;

use crate::browser::{address, page};
use crate::components::{Back, Code, Page, Qr, Title};
use crate::route::Route;
use crate::tablet_context::use_tablet;
use crate::words::{self, use_words};

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Printing {
    /// Cards that were never printed.
    More,
    /// New cards in the place of the unused ones that were printed.
    Again,
}

/// Printing cards. A card's code is drawn here only on its way to paper.
#[component]
pub fn Cards(round: String) -> Element {
    let words = &use_words().cards;
    let frame = &use_words().frame;
    let tablet = use_tablet();
    let (on_paper, used) = {
        let held = tablet.held();
        let on_paper: Vec<u32> = held.unused_cards().filter(|card| card.printed).map(|card| card.number).collect();
        (on_paper, held.cards().into_iter().filter(|card| card.used).count())
    };
    let mut failed = use_signal(|| None::<StorageFailure>);
    let mut printing = use_signal(Vec::<PackedCard>::new);
    let print = use_callback(move |which: Printing| {
        let tablet = tablet.clone();
        spawn(async move {
            let cards = match which {
                Printing::More => tablet.print_cards().await,
                Printing::Again => tablet.print_cards_again().await,
            };
            match cards {
                Ok(cards) => printing.set(cards),
                Err(failure) => failed.set(Some(failure)),
            }
        });
    });
    // Once the cards are drawn, and once only.
    use_effect(move || {
        if !printing.read().is_empty() {
            page::print();
        }
    });
    let back = Back { to: Route::Round { round }, label: frame.this_round.to_owned() };
    rsx! {
        Page { back,
            div { class: "head screen",
                if printing.read().is_empty() {
                    Title { text: words.title }
                    p { class: "soft", {words.what} }
                    p { class: "soft", {words.how} }
                    div { class: "acts",
                        button { class: "main", onclick: move |_| print.call(Printing::More), {words.print} }
                    }
                } else {
                    Title { text: words.printing }
                    p { class: "soft", {words.once} }
                    div { class: "acts",
                        button { class: "main", onclick: move |_| printing.set(Vec::new()), {words.printed} }
                    }
                }
                if let Some(failure) = failed() {
                    p { class: "wrong", role: "alert", {(use_words().visit.not_saved)(&VisitRefused::Storage(failure))} }
                }
            }
            if printing.read().is_empty() {
                if !on_paper.is_empty() {
                    section { class: "card screen",
                        h2 { {(words.on_paper)(on_paper.len())} }
                        p { {(words.numbers)(&on_paper)} }
                        details {
                            summary { {words.spoiled} }
                            div { class: "stack",
                                p { class: "soft", {words.spoiled_what} }
                                p {
                                    button { onclick: move |_| print.call(Printing::Again), {words.print_again} }
                                }
                            }
                        }
                    }
                }
                if used > 0 {
                    p { class: "small soft screen",
                        {(words.used)(used)}
                        ". "
                        {words.used_what}
                    }
                }
            }
            for sheet in printing.read().chunks(CARDS_IN_A_PACK as usize) {
                div { key: "{sheet[0].number}", class: "eight",
                    for card in sheet {
                        Handout { key: "{card.number}", number: card.number, code: card.card.code() }
                    }
                }
            }
        }
    }
}

/// One card: a spine that stays in sight, and two halves that are folded onto each other with the code inside. It speaks
/// both languages: who prints it does not know who reads it.
#[component]
fn Handout(number: u32, code: String) -> Element {
    let (english, spanish) = (&words::EN.cards, &words::ES.cards);
    let origin = address::origin();
    let shown = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host).to_owned();
    rsx! {
        section { class: "handout",
            div { class: "spine",
                b { "{number}" }
                p {
                    span { lang: "en", {english.note} }
                    br {}
                    span { lang: "es", {spanish.note} }
                }
            }
            div { class: "half",
                Qr { text: CodeOf::Card.address(&origin, &code) }
                p { lang: "en", {english.scan} }
                p { lang: "es", {spanish.scan} }
            }
            div { class: "half folded",
                div {
                    p { class: "address", "{shown}/note" }
                    Code { code }
                }
                p { lang: "en", {english.for_you} }
                p { lang: "es", {spanish.for_you} }
            }
        }
    }
}
