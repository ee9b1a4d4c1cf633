//! The doors: what the server says is open, and what was opened here before when it does not answer.

use device::people::{Door, SignedIn};
use device::reading::{Entrance, entrance};
use device::sync::Stopped;
use dioxus::prelude::*;
use domain::permission::Act;

use crate::browser::installed::is_installed;
use crate::browser::network::Fetch;
use crate::browser::{address, keeping, remembered};
use crate::components::{Dots, Page, Title};
use crate::navigation::Link;
use crate::route::Route;
use crate::words::use_words;

/// The first screen.
#[component]
pub fn Start() -> Element {
    let mut asked = use_resource(|| async { entrance(&Fetch::as_nobody()).await });
    let answer = asked.read().clone();
    let tablets = use_resource(keeping::tablets);
    let known = move || {
        let mut doors = remembered::doors();
        let is_here = tablets.read().as_ref().is_some_and(|names| names.iter().any(|name| name == keeping::TABLET));
        if is_here && !doors.contains(&Door::Lead) {
            doors.push(Door::Lead);
        }
        doors
    };
    rsx! {
        Page {
            match answer {
                Some(Ok(Entrance { district: None, .. })) => rsx! { Empty {} },
                Some(Ok(Entrance { district: Some(district), doors, .. })) if doors.is_empty() => rsx! { People { district } },
                Some(Ok(Entrance { doors, sample_card, .. })) => rsx! { Doors { doors, from: From::Server, sample_card } },
                Some(Err(_)) | None if !remembered::people().is_empty() => rsx! { People { district: None } },
                Some(Err(stopped)) => match known() {
                    doors if doors.is_empty() => rsx! { Unreachable { stopped, again: move |()| asked.restart() } },
                    doors => rsx! { Doors { doors, from: From::Memory, sample_card: None } },
                },
                // Shown at once what the answer will most likely be: nothing moves when it comes.
                None => rsx! { Doors { doors: known(), from: From::Nobody, sample_card: None } },
            }
        }
    }
}

/// Who said which doors stand open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Server,
    Memory,
    /// The server was asked and has not answered yet.
    Nobody,
}

#[component]
fn Doors(doors: Vec<Door>, from: From, sample_card: Option<String>) -> Element {
    let words = use_words();
    let start = &words.start;
    rsx! {
        div { class: "head",
            Title { text: start.title }
            p { class: "lede soft", {start.lede} }
        }
        if from == From::Memory {
            p { class: "notice tip", role: "status", {start.offline} }
        }
        if from == From::Nobody && doors.is_empty() {
            p { class: "soft", role: "status", {start.asking} }
        }
        nav { class: "cards", "aria-label": start.ways_in,
            if doors.contains(&Door::Lead) {
                Link { class: "card door", to: Route::Lead {}, onclick: |_| remembered::use_door(Door::Lead),
                    h2 { {start.lead} }
                    p { class: "soft", {start.lead_more} }
                }
            }
            if doors.contains(&Door::Reader) {
                Link { class: "card door", to: Route::Pictures {}, onclick: |_| remembered::use_door(Door::Reader),
                    h2 { {start.read} }
                    p { class: "soft", {start.read_more} }
                }
            }
            if from == From::Server {
                // A page of the server's own, outside the app.
                a { class: "card door", href: "/note",
                    h2 { {start.note} }
                    p { class: "soft", {start.note_more} }
                }
            }
        }
        section { class: "card wash share-row",
            p { class: "said", {start.sample_sentence} }
            Dots { full: 7, low: 5, high: 9, label: start.sample_dots }
        }
        p { class: "small soft",
            if from == From::Server {
                "{start.sample} "
            }
            if let Some(card) = sample_card {
                a { href: "/note#{card}", {start.sample_card} }
                " · "
                a { href: "/family", {start.sample_families} }
                " · "
                a { href: "/office", {start.sample_office} }
                " · "
            }
            Link { to: Route::Library {}, {start.library} }
            " · "
            Inventory {}
            ForLeaders {}
        }
    }
}

#[component]
fn Empty() -> Element {
    let words = use_words();
    rsx! {
        div { class: "head",
            Title { text: words.start.empty }
            p { class: "lede soft", {words.start.empty_more} }
        }
        p { a { class: "button main", href: "/office", {words.start.office} } }
        p {
            Link { to: Route::Library {}, {words.start.library} }
            " · "
            Inventory {}
        }
    }
}

/// The ways in outside the sample: whoever is signed in on this device, and the code for whoever is not.
#[component]
fn People(district: Option<String>) -> Element {
    let words = use_words();
    let start = &words.start;
    let people = remembered::people();
    let reads = people.iter().any(|person| person.mandate.may(Act::ReadReleases));
    let enters = people.iter().find(|person| person.mandate.may(Act::EnterOffice));
    let office = enters.map_or("/office".to_owned(), |person| format!("/office/enter/{}", person.session));
    rsx! {
        div { class: "head",
            if let Some(district) = district {
                p { class: "soft", {district} }
            }
            Title { text: start.title }
            p { class: "lede soft", {start.lede} }
        }
        nav { class: "cards", "aria-label": start.ways_in,
            for person in people.into_iter().filter(|person| person.mandate.may(Act::Pull)) {
                LeaderDoor { key: "{person.session}", person }
            }
            if reads {
                Link { class: "card door", to: Route::Pictures {},
                    h2 { {start.read} }
                    p { class: "soft", {start.read_more} }
                }
            }
            Link { class: "card door", to: Route::SignIn {},
                h2 { {start.people} }
                p { class: "soft", {start.people_more} }
            }
            a { class: "card door", href: "/note",
                h2 { {start.note} }
                p { class: "soft", {start.note_more} }
            }
        }
        p { class: "small soft",
            Link { to: Route::Library {}, {start.library} }
            " · "
            a { href: "{office}", {start.office} }
            " · "
            Inventory {}
            ForLeaders {}
        }
    }
}

/// The server's pages that say what is kept where, and what staff and district agreed; outside the app.
#[component]
fn Inventory() -> Element {
    let words = use_words();
    rsx! {
        a { href: "/inventory?language={words.language.code()}", {words.start.inventory} }
        " · "
        a { href: "/agreement?language={words.language.code()}", {words.start.agreement} }
    }
}

/// For whoever leads on this device and has the app in a browser tab: the way to put it on the device.
#[component]
fn ForLeaders() -> Element {
    let words = use_words();
    if !remembered::leads() || is_installed() {
        return rsx! {};
    }
    rsx! {
        " · "
        Link { to: Route::Install {}, {words.start.install} }
    }
}

/// The way to one leader's tablet. The page is loaded anew, so that nothing of another leader's is left in it.
#[component]
fn LeaderDoor(person: SignedIn) -> Element {
    let words = use_words();
    let session = person.session.clone();
    let choose = move |event: MouseEvent| {
        event.prevent_default();
        remembered::choose_leader(&session);
        address::load("/lead");
    };
    let place = person.school.clone().unwrap_or_else(|| words.sign_in.everywhere.to_owned());
    rsx! {
        a { class: "card door", href: "/lead", onclick: choose,
            h2 { {(words.start.lead_as)(&person.name)} }
            p { class: "soft", {place} }
        }
    }
}

#[component]
fn Unreachable(stopped: Stopped, again: EventHandler) -> Element {
    let words = use_words();
    let more = match &stopped {
        Stopped::NoAnswer => words.start.unreachable_more.to_owned(),
        other => (words.sync.stopped)(other),
    };
    rsx! {
        div { class: "notice",
            Title { text: words.start.unreachable }
            p { {more} }
            div { class: "acts",
                button { class: "main", onclick: move |_| again.call(()), {words.frame.try_again} }
            }
        }
        p { Link { to: Route::Library {}, {words.start.library} } }
    }
}
