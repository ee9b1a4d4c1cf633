//! Opening a rescue file: the file, its passphrase, what is in it, and only then what is taken.

use device::rescue::{Contents, Found, NotRescued, RescueFile};
use device::storage::StorageFailure;
use dioxus::prelude::*;

use super::found::InFile;
use super::is_anothers;
use crate::browser::{dates, file, page};
use crate::sync_context::use_sync;
use crate::tablet_context::use_tablet;
use crate::words::{rescue, use_words};

/// How far it has come.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    NoFile,
    Sealed(RescueFile),
    Opened(Contents),
    Taken(Found),
}

/// Why it went no further. Nothing was changed.
#[derive(Debug, Clone, PartialEq)]
enum Stopped {
    No(NotRescued),
    AnotherDistrict,
    Storage(StorageFailure),
}

/// The form that opens a file.
#[component]
pub fn OpenFile() -> Element {
    let words = use_words();
    let said = rescue::of(words.language);
    let tablet = use_tablet();
    let sync = use_sync();
    let mut stage = use_signal(|| Stage::NoFile);
    let mut stopped = use_signal(|| None::<Stopped>);
    let mut passphrase = use_signal(String::new);
    // Each step takes the place of the one that had the focus.
    use_effect(move || match &*stage.read() {
        Stage::NoFile => (),
        Stage::Sealed(_) => page::focus("#open-passphrase"),
        Stage::Opened(_) => page::focus("#in-file"),
        Stage::Taken(_) => page::focus("#rescue-taken"),
    });
    let choose = move |_| async move {
        let text = file::chosen("#rescue-file").await.unwrap_or_default();
        passphrase.set(String::new());
        match RescueFile::read(&text) {
            Ok(file) => {
                stopped.set(None);
                stage.set(Stage::Sealed(file));
            }
            Err(reason) => {
                stopped.set(Some(Stopped::No(reason)));
                stage.set(Stage::NoFile);
            }
        }
    };
    let opener = tablet.clone();
    let open = move |event: FormEvent| {
        event.prevent_default();
        let Stage::Sealed(file) = &*stage.peek() else { return };
        let opened = match file.open(&passphrase.peek()) {
            Ok(contents) if opener.is_of_another_district(&contents) => Err(Stopped::AnotherDistrict),
            Ok(contents) => Ok(contents),
            Err(reason) => Err(Stopped::No(reason)),
        };
        match opened {
            Ok(contents) => {
                passphrase.set(String::new());
                stopped.set(None);
                spawn(async move { stage.set(Stage::Opened(contents)) });
            }
            Err(reason) => {
                stopped.set(Some(reason));
                page::focus("#open-passphrase");
            }
        }
    };
    let taker = tablet.clone();
    let take = use_callback(move |contents: Contents| {
        let tablet = taker.clone();
        spawn(async move {
            match tablet.take_rescued(&contents).await {
                Ok(found) => {
                    stopped.set(None);
                    stage.set(Stage::Taken(found));
                    sync.start();
                }
                Err(failure) => stopped.set(Some(Stopped::Storage(failure))),
            }
        });
    });
    let wrong = stopped().map(|reason| match reason {
        Stopped::No(reason) => (said.not_opened)(reason).to_owned(),
        Stopped::AnotherDistrict => said.other_district.to_owned(),
        Stopped::Storage(failure) => (words.trouble.not_stored)(&failure),
    });
    rsx! {
        section { class: "card",
            h2 { {said.open_title} }
            p { {said.open_more} }
            div { class: "field",
                label { r#for: "rescue-file", {said.which_file} }
                input { id: "rescue-file", r#type: "file", "aria-describedby": "open-wrong", onchange: choose }
            }
            if let Stage::Sealed(_) = &*stage.read() {
                form { class: "stack", onsubmit: open,
                    div { class: "field",
                        label { r#for: "open-passphrase", {said.its_passphrase} }
                        input {
                            id: "open-passphrase",
                            r#type: "text",
                            autocomplete: "off",
                            autocapitalize: "none",
                            spellcheck: false,
                            value: "{passphrase}",
                            "aria-describedby": "open-wrong",
                            "aria-invalid": wrong.is_some(),
                            oninput: move |event| {
                                passphrase.set(event.value());
                                stopped.set(None);
                            },
                        }
                    }
                    div { class: "acts",
                        button { class: "main", r#type: "submit", {said.open} }
                    }
                }
            }
            p { id: "open-wrong", class: "wrong", role: "alert", hidden: wrong.is_none(), {wrong.clone().unwrap_or_default()} }
            match stage() {
                Stage::Opened(contents) => {
                    let found = tablet.look_into(&contents);
                    rsx! {
                        Look {
                            found,
                            contents,
                            take,
                            leave: move |()| {
                                file::forget("#rescue-file");
                                page::focus("#rescue-file");
                                stage.set(Stage::NoFile);
                            },
                        }
                    }
                }
                Stage::Taken(found) => rsx! {
                    div { id: "rescue-taken", class: "notice tip", role: "status", tabindex: "-1",
                        p { {said.taken} }
                        if found.asked() > 0 {
                            p { {(said.to_decide)(found.asked())} }
                        }
                        p { {said.on_one_tablet} }
                    }
                },
                Stage::NoFile | Stage::Sealed(_) => rsx! {},
            }
        }
    }
}

/// What is in the file, whose it is, and the way to take it.
#[component]
fn Look(found: Found, contents: Contents, take: Callback<Contents>, leave: Callback) -> Element {
    let words = use_words();
    let said = rescue::of(words.language);
    let when = dates::day_and_time(contents.saved, words.language);
    let name = contents.saved_by.as_ref().map(|saved_by| saved_by.name.clone());
    let (all_here, unplaced) = (found.is_all_here(), found.unplaced);
    rsx! {
        div { class: "stack", role: "group", "aria-labelledby": "in-file",
            h3 { id: "in-file", tabindex: "-1", {said.in_file} }
            p { {(said.saved_by)(name.as_deref(), &when)} }
            if contents.unreadable > 0 {
                p { class: "notice", {(said.was_unreadable)(contents.unreadable)} }
            }
            if unplaced > 0 {
                p { class: "notice", {(said.unplaced)(unplaced)} " " {said.unplaced_stay} }
            }
            if is_anothers(&contents) {
                p { class: "notice hold", {said.anothers} }
            }
            InFile { found }
            if all_here && unplaced == 0 {
                p { role: "status", {said.all_here} }
            }
            if !all_here {
                div { class: "acts",
                    button { class: "main", onclick: move |_| take.call(contents.clone()), {said.take} }
                    button { onclick: move |_| leave.call(()), {said.leave} }
                }
            }
        }
    }
}
