//! A school's handover book: what its rounds asked, what was promised and what came of it, for whoever leads next.
//!
//! It is made of what was released, so that a school of which nothing can be shown has one too.

use dioxus::prelude::*;
use domain::ids::SchoolId;
use domain::release::Release;
use domain::roster::Roster;
use domain::round::Delivery;

use super::head::{Never, together};
use super::promised::TookOn;
use super::school::{Published, use_published};
use super::trouble::NoAnswer;
use crate::browser::{dates, page};
use crate::components::{Back, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::words::book::use_book_words;
use crate::words::use_words;

/// Draws the way to the book below a school's picture. The whole app provides it; the part without a tablet has none.
#[derive(Clone, Copy)]
pub struct WayToBook(pub fn(SchoolId) -> Element);

/// The way to the book of a school.
#[component]
pub fn BookLink(school: SchoolId) -> Element {
    let said = use_book_words();
    rsx! {
        Link { class: "button", to: Route::Book { school: school.to_string() }, {said.title} }
    }
}

/// The book of the school with this id.
#[component]
pub fn HandoverBook(school: String) -> Element {
    let words = use_words();
    match SchoolId::parse(&school) {
        Ok(school) => rsx! {
            OfSchool { key: "{school}", school }
        },
        Err(_) => rsx! {
            Page { narrow: true, back: Back { to: Route::Pictures {}, label: words.picture.back.to_owned() },
                Title { text: words.picture.no_such_school }
            }
        },
    }
}

#[component]
fn OfSchool(school: SchoolId) -> Element {
    let (words, said) = (use_words(), use_book_words());
    let Published { ask, stopped, releases, deliveries, schools, name, .. } = use_published(&school);
    let back = Back { to: Route::Picture { school: school.to_string() }, label: said.back.to_owned() };
    rsx! {
        Page { back,
            div { class: "head",
                p { class: "soft", {name} }
                Title { text: said.title }
                p { {said.what} }
                if let Some(k) = releases.iter().flatten().map(|release| release.k).min() {
                    Never { k }
                }
            }
            match &releases {
                None if stopped.is_some() => rsx! {},
                None => rsx! {
                    p { class: "soft", role: "status", {words.picture.asking} }
                },
                Some(releases) if releases.is_empty() => rsx! {
                    p { class: "card quiet", {said.none} }
                },
                Some(releases) => rsx! {
                    for place in (0..releases.len()).rev() {
                        RoundOfBook {
                            key: "{releases[place].round}",
                            release: releases[place].clone(),
                            schools: schools.clone(),
                            delivery: deliveries.get(&releases[place].round).cloned(),
                        }
                    }
                    div { class: "acts",
                        button { onclick: |_| page::print_unfolded(), {words.views.print} }
                    }
                },
            }
            if let Some(stopped) = stopped {
                NoAnswer { stopped, has_older: releases.is_some(), again: ask }
            }
        }
    }
}

/// What a round leaves to whoever comes next. What was seen in it stands in its picture, with how sure that is.
#[component]
fn RoundOfBook(
    release: Release,
    /// The names of all schools.
    schools: Roster,
    /// What was last said of its action.
    delivery: Option<Delivery>,
) -> Element {
    let (words, said) = (use_words(), use_book_words());
    let labels = release.findings.iter().map(|finding| words.picture.label(&finding.look_for, finding.version));
    let labels: Vec<String> = labels.collect();
    rsx! {
        section { class: "card",
            h2 { {(said.round)(&dates::window_and_year(release.opens, release.ends, words.language))} }
            p { {(words.picture.purpose)(release.purpose.as_str())} }
            p { class: "small soft", {(said.looked_for)(&labels.join("; "))} }
            if let Some(together) = together(&release, &schools, words) {
                p { class: "soft", {together} }
            }
            TookOn { release, delivery }
        }
    }
}
