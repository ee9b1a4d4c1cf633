//! A rescue file of a tablet that does not open: what can be read of it is read, and nothing is written.

use std::rc::Rc;

use device::rescue::{Salvaged, salvage};
use device::storage::StorageFailure;
use device::storage::indexed_db::IndexedDb;
use dioxus::prelude::*;

use super::saved_by;
use super::saving::SaveFile;
use crate::browser::clock;
use crate::tablet_context::database;
use crate::words::{rescue, use_words};

/// What is to be rescued.
#[derive(Clone, PartialEq)]
enum Reading {
    NotAsked,
    UnderWay,
    Read(Rc<Salvaged>),
    Failed(String),
}

/// Looks for what can be read, and offers to save it.
#[component]
pub fn RescueUnopened() -> Element {
    let said = rescue::of(use_words().language);
    let mut reading = use_signal(|| Reading::NotAsked);
    let look = move |_| {
        reading.set(Reading::UnderWay);
        spawn(async move {
            reading.set(match read().await {
                Ok(salvaged) => Reading::Read(Rc::new(salvaged)),
                Err(failure) => Reading::Failed(failure.to_string()),
            });
        });
    };
    let contents = use_callback(move |()| match &*reading.peek() {
        Reading::Read(salvaged) => salvaged.rescued(saved_by(), clock::now()),
        _ => unreachable!("a file is saved only of what was read"),
    });
    rsx! {
        match &*reading.read() {
            Reading::NotAsked | Reading::UnderWay => rsx! {
                section { class: "card",
                    h2 { {said.title} }
                    p { {said.unopened} }
                    div { class: "acts",
                        button { onclick: look, disabled: *reading.read() == Reading::UnderWay, {said.look_for_it} }
                    }
                }
            },
            Reading::Read(salvaged) => rsx! {
                p { class: "notice tip", role: "status", {(said.could_not_read)(salvaged.unreadable)} }
                SaveFile { contents }
            },
            Reading::Failed(reason) => rsx! {
                div { class: "notice", role: "alert",
                    p { {said.nothing_read} }
                    p { class: "small soft", lang: "en", {reason.as_str()} }
                }
            },
        }
    }
}

async fn read() -> Result<Salvaged, StorageFailure> {
    let (storage, vault) = IndexedDb::open_to_read(&database()).await?;
    salvage(&storage, &vault).await
}
