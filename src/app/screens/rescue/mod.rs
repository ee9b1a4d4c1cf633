//! The rescue file: saving one, opening one, and deciding between what two tablets say.

mod deciding;
mod found;
mod opening;
mod saving;
mod unopened;

use device::rescue::{Contents, SavedBy};
use dioxus::prelude::*;

use self::deciding::Forks;
use self::opening::OpenFile;
use self::saving::SaveFile;
pub use self::unopened::RescueUnopened;
use crate::browser::remembered;
use crate::components::{Back, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::tablet_context::use_tablet;
use crate::words::{rescue, use_words};

/// The screen of the rescue file.
#[component]
pub fn Rescue() -> Element {
    let words = use_words();
    let said = rescue::of(words.language);
    let tablet = use_tablet();
    let back = Back { to: Route::ThisTablet {}, label: words.this_tablet.title.to_owned() };
    let contents = use_callback(move |()| tablet.rescued(saved_by()));
    rsx! {
        Page { narrow: true, back,
            div { class: "head",
                Title { text: said.title }
                p { class: "lede soft", {said.lede} }
            }
            Forks {}
            SaveFile { contents }
            OpenFile {}
        }
    }
}

/// The way to the rescue file, for the screen of this tablet.
#[component]
pub fn AboutRescue() -> Element {
    let said = rescue::of(use_words().language);
    rsx! {
        section { class: "card",
            h2 { {said.title} }
            p { class: "soft", {said.lede} }
            div { class: "acts",
                Link { class: "button", to: Route::Rescue {}, {said.to_rescue} }
            }
        }
    }
}

/// That two tablets say something else, wherever the person comes from; nothing where all is decided.
#[component]
pub fn ToDecide() -> Element {
    let said = rescue::of(use_words().language);
    let waiting = use_tablet().held().unsent().to_decide;
    if waiting == 0 {
        return rsx! {};
    }
    rsx! {
        div { class: "notice hold row",
            p { {(said.to_decide)(waiting)} }
            Link { class: "button", to: Route::Rescue {}, {said.decide} }
        }
    }
}

/// Who saves a file here.
fn saved_by() -> Option<SavedBy> {
    remembered::leader().map(|leader| SavedBy { person: leader.person, name: leader.name })
}

/// Whether somebody else saved the file than leads here now.
fn is_anothers(contents: &Contents) -> bool {
    match (&contents.saved_by, saved_by()) {
        (Some(theirs), Some(here)) => theirs.person != here.person,
        (theirs, here) => theirs.is_some() != here.is_some(),
    }
}
