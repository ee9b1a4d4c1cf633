//! When a question to the server got no answer: what that means, and the way to ask again.

use device::sync::Stopped;
use dioxus::prelude::*;

use crate::words::use_words;

/// Why nothing newer is here.
#[component]
pub fn NoAnswer(
    stopped: Stopped,
    /// Whether something that was read before is shown.
    has_older: bool,
    again: Callback,
) -> Element {
    let (words, trouble) = (&use_words().picture, &use_words().trouble);
    let text = match stopped {
        Stopped::NoAnswer if has_older => words.kept_from_before.to_owned(),
        Stopped::NoAnswer => words.no_network.to_owned(),
        Stopped::NotTheServer => words.not_the_server.to_owned(),
        Stopped::Problem(problem) => (trouble.problem)(problem.kind).to_owned(),
        Stopped::Storage(failure) => (trouble.not_stored)(&failure),
    };
    rsx! {
        div { class: "notice", role: "status",
            p { {text} }
            div { class: "acts",
                button { onclick: move |_| again.call(()), {words.ask_again} }
            }
        }
    }
}
