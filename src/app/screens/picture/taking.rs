//! Taking a picture along: the same cells and words as a file, for whoever has the whole app.

use ::words::export::{Kind, file_name};
use device::reading::export::{self, Form};
use dioxus::prelude::*;
use domain::ids::{RoundId, SchoolId};
use domain::time::Day;

use crate::browser::file;
use crate::browser::network::Fetch;
use crate::words::use_words;

/// Draws [`Take`] below a picture. The whole app provides it; the part without a tablet has none.
#[derive(Clone, Copy)]
pub struct Taking(pub fn(Along) -> Element);

/// What is taken along.
#[derive(Debug, Clone, PartialEq)]
pub struct Along {
    /// Which picture.
    pub of: Of,
    /// The school's name, or the district's.
    pub name: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// Of what a picture is.
#[derive(Debug, Clone, PartialEq)]
pub enum Of {
    /// Of one round of a school.
    Round(SchoolId, RoundId),
    /// Of the groups of one round beside one another.
    Opportunity(SchoolId, RoundId),
    /// Of productive talk in a school.
    Talk(SchoolId),
    /// Of the term that begins on the first day.
    Term,
}

/// How the file that was asked for stands.
#[derive(Clone, PartialEq)]
enum Standing {
    Fetching,
    Saved(String),
    NotFetched,
}

/// Two buttons, and what came of the one that was pressed.
#[component]
pub fn Take(along: Along) -> Element {
    let words = use_words();
    let mut standing = use_signal(|| None::<Standing>);
    let take = use_callback(move |form: Form| {
        let (kind, path) = match &along.of {
            Of::Round(school, round) => (Kind::Round, export::of_round(school, round, form, words.language)),
            Of::Opportunity(school, round) => {
                (Kind::Opportunity, export::of_opportunity(school, round, form, words.language))
            }
            Of::Talk(school) => (Kind::Talk, export::of_talk(school, form, words.language)),
            Of::Term => (Kind::Term, export::of_term(along.from, form, words.language)),
        };
        let name = format!("{}.{}", file_name(kind, &along.name, along.from, along.to), form.word());
        standing.set(Some(Standing::Fetching));
        spawn(async move {
            let fetched = Fetch::as_reader().file(path).await;
            let saved = fetched.is_some_and(|blob| file::save_blob(&name, &blob));
            standing.set(Some(if saved { Standing::Saved(name) } else { Standing::NotFetched }));
        });
    });
    let said = &words.taking;
    rsx! {
        div { class: "acts",
            span { {said.take} }
            button { onclick: move |_| take.call(Form::Csv), {said.csv} }
            button { onclick: move |_| take.call(Form::Xlsx), {said.excel} }
        }
        p { class: "small soft", role: "status",
            match standing() {
                None => String::new(),
                Some(Standing::Fetching) => said.fetching.to_owned(),
                Some(Standing::Saved(name)) => (said.saved)(&name),
                Some(Standing::NotFetched) => said.not_fetched.to_owned(),
            }
        }
    }
}

/// The buttons where this build has them.
pub fn take(along: Along) -> Option<Element> {
    try_consume_context::<Taking>().map(|Taking(draw)| draw(along))
}
