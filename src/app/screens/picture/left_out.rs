//! Which groups of a round are left out of its picture, and why.

use dioxus::prelude::*;
use domain::release::Release;
use domain::roster::Roster;

use crate::words::use_words;

/// A sentence where a group is left out, and nothing where none is.
#[component]
pub fn LeftOut(
    release: Release,
    /// The names of all schools.
    schools: Roster,
) -> Element {
    let words = use_words();
    let why = words.published.why_left_out(&release, &schools);
    rsx! {
        if let Some(why) = why {
            p { class: "notice", {why} }
        }
    }
}
