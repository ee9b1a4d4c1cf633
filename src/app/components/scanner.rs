//! Scanning a code with the camera, beside the field in which it can be typed.

use dioxus::core::Task;
use dioxus::prelude::*;
use domain::code_of::CodeOf;
use domain::language::Language;

use crate::browser::camera::{Camera, NoCamera};
use crate::words::{self, use_language, use_words};

const VIDEO: &str = "#camera";

/// What the camera is doing.
#[derive(Debug, Clone, PartialEq)]
enum State {
    Off,
    Starting,
    On,
    /// It reads, and what it read last was not the code that is wanted.
    Other(String),
    Cannot(NoCamera),
}

/// A button that opens the camera under it. The camera goes off when a code was taken, and with the component.
#[component]
pub fn Scanner(
    /// What is to be scanned.
    of: CodeOf,
    /// Takes a code; or says why it is not the right one, and the camera goes on looking.
    taken: Callback<String, Result<(), String>>,
) -> Element {
    let words = &use_words().scan;
    let language = use_language();
    let mut state = use_signal(|| State::Off);
    let mut looking = use_signal(|| None::<Task>);
    let start = move |_| {
        state.set(State::Starting);
        let task = spawn(async move {
            let end = look(of, taken, state, language).await;
            looking.set(None);
            state.set(end);
        });
        looking.set(Some(task));
    };
    let stop = move |_| {
        // The camera is the task's own, and goes off with it.
        if let Some(task) = looking.take() {
            task.cancel();
        }
        state.set(State::Off);
    };
    let said = match &*state.read() {
        State::Off => None,
        State::Starting => Some(words.starting.to_owned()),
        State::On => Some(words.aim.to_owned()),
        State::Other(why) => Some(why.clone()),
        State::Cannot(why) => Some((words.no_camera)(*why).to_owned()),
    };
    let is_closed = matches!(*state.read(), State::Off | State::Cannot(_));
    rsx! {
        div { class: "stack scanner",
            if is_closed {
                div { class: "acts",
                    button { r#type: "button", onclick: start, {(words.start)(of)} }
                }
            } else {
                div { class: "aim",
                    video { id: "camera", autoplay: true, muted: true, playsinline: true, "aria-label": words.picture }
                }
                div { class: "acts",
                    button { r#type: "button", onclick: stop, {words.stop} }
                }
            }
            p { class: "small", role: "status", {said.unwrap_or_default()} }
        }
    }
}

/// Looks until a code was taken or the camera is off; what to say then.
async fn look(
    of: CodeOf,
    taken: Callback<String, Result<(), String>>,
    mut state: Signal<State>,
    language: Signal<Language>,
) -> State {
    let camera = match Camera::open(VIDEO).await {
        Ok(camera) => camera,
        Err(why) => return State::Cannot(why),
    };
    state.set(State::On);
    loop {
        let scanned = match camera.next().await {
            Ok(Some(scanned)) => scanned,
            Ok(None) => return State::Off,
            Err(why) => return State::Cannot(why),
        };
        let words = &words::of(*language.peek()).scan;
        let outcome = match CodeOf::read(&scanned) {
            Some((found, code)) if found == of => taken.call(code.to_owned()),
            Some((found, _)) => Err((words.another)(found).to_owned()),
            None => Err(words.not_ours.to_owned()),
        };
        match outcome {
            Ok(()) => return State::Off,
            Err(why) => state.set(State::Other(why)),
        }
    }
}
