//! Coming in with a code: of one person, or of a school's staff.

use device::people::{Door, SignedIn, sign_in};
use device::sync::{ProblemKind, Stopped};
use dioxus::prelude::*;
use domain::code_of::CodeOf;
use domain::permission::Act;
use domain::sign_in::{SignInCode, StaffCode};
use domain::symbols::Misread;
use domain::text::Name;

use crate::browser::network::Fetch;
use crate::browser::{address, installed, remembered};
use crate::components::{Back, Page, Scanner, Title, Wrong};
use crate::navigation::{Navigator, use_navigator};
use crate::route::Route;
use crate::tablet_context::database_of;
use crate::words::{Words, use_words};

/// Signing in.
#[component]
pub fn SignIn() -> Element {
    let words = use_words();
    let back = Back { to: Route::Start {}, label: words.frame.brand.to_owned() };
    rsx! {
        Page { narrow: true, back,
            div { class: "head",
                Title { text: words.sign_in.title }
                p { class: "soft", {words.sign_in.hint} }
            }
            CodeForm {}
        }
    }
}

#[component]
fn CodeForm() -> Element {
    let words = use_words();
    let navigator = use_navigator();
    let mut typed = use_signal(|| address::code().unwrap_or_default());
    let mut device = use_signal(installed::kind_of_device);
    let mut problem = use_signal(|| None::<String>);
    let mut under_way = use_signal(|| false);
    let hand_in = move |event: FormEvent| {
        event.prevent_default();
        if let Some(misread) = misread(&typed.read()) {
            problem.set(Some((words.sign_in.misread)(&misread)));
            return;
        }
        let Ok(name) = Name::parse(&device.read()) else {
            problem.set(Some(words.sign_in.no_device.to_owned()));
            return;
        };
        under_way.set(true);
        spawn(async move {
            let code = typed.peek().clone();
            let answer = sign_in(&Fetch::as_nobody(), &code, &name).await;
            under_way.set(false);
            match answer {
                Ok(signed_in) => come_in(signed_in, navigator),
                Err(stopped) => problem.set(Some(why(&stopped, words))),
            }
        });
    };
    // What the device is called can still be said before the code is handed in.
    let scanned = use_callback(move |code: String| {
        problem.set(None);
        typed.set(code);
        Ok(())
    });
    rsx! {
        form { class: "card", onsubmit: hand_in, novalidate: true,
            Scanner { of: CodeOf::SignIn, taken: scanned }
            div { class: "field",
                label { r#for: "code", {words.sign_in.field} }
                input {
                    id: "code",
                    class: "code",
                    value: "{typed}",
                    autocomplete: "one-time-code",
                    autocapitalize: "characters",
                    spellcheck: false,
                    maxlength: 60,
                    "aria-invalid": problem.read().is_some(),
                    "aria-describedby": "code-wrong",
                    oninput: move |event| {
                        problem.set(None);
                        typed.set(event.value());
                    },
                }
                if let Some(problem) = problem() {
                    Wrong { id: "code-wrong", text: problem }
                }
            }
            div { class: "field",
                label { r#for: "device", {words.sign_in.device} }
                input {
                    id: "device",
                    value: "{device}",
                    maxlength: 80,
                    oninput: move |event| device.set(event.value()),
                }
                p { class: "small soft", {words.sign_in.device_more} }
            }
            div { class: "acts",
                button { class: "main", disabled: under_way(), {words.sign_in.sign_in} }
            }
        }
    }
}

/// Why it is no code at all; nothing while it may be one.
fn misread(typed: &str) -> Option<Misread> {
    match SignInCode::from_code(typed) {
        Ok(_) => None,
        Err(Misread::Length { found: 15, .. }) => StaffCode::from_code(typed).err(),
        Err(misread) => Some(misread),
    }
}

fn come_in(signed_in: SignedIn, navigator: Navigator) {
    let mandate = signed_in.mandate.clone();
    if mandate.may(Act::ManageDistrict) {
        // The office's pages are the server's own, and so is the cookie that came.
        address::load("/office");
        return;
    }
    let session = signed_in.session.clone();
    // What is added to a home screen takes cookies along and no storage: there nothing was thrown away.
    let before = signed_in.person.clone().filter(|_| signed_in.came_before && !installed::is_installed());
    remembered::keep_person(SignedIn { came_before: false, ..signed_in });
    if mandate.may(Act::Pull) {
        if let Some(person) = before {
            // Where nothing is here any more, the browser has thrown it away.
            remembered::set_stored(&database_of(&person), true);
        }
        remembered::use_door(Door::Lead);
        remembered::choose_leader(&session);
        address::load("/lead");
    } else {
        remembered::use_door(Door::Reader);
        navigator.push(Route::Pictures {});
    }
}

fn why(stopped: &Stopped, words: &Words) -> String {
    match stopped {
        Stopped::Problem(problem) => match problem.kind {
            kind @ (ProblemKind::CodeUnknown | ProblemKind::Mistyped | ProblemKind::TooMany) => {
                (words.trouble.problem)(kind).to_owned()
            }
            _ => (words.sync.stopped)(stopped),
        },
        Stopped::NoAnswer => words.start.unreachable_more.to_owned(),
        other => (words.sync.stopped)(other),
    }
}
