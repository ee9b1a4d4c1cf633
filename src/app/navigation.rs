//! Going from screen to screen, with an address for each and the browser's own way back.

use dioxus::prelude::*;

use crate::browser::address;
use crate::browser::events::{Happening, hear};
use crate::route::Route;

/// Which of its two builds the app is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Every screen.
    Whole,
    /// The screens that need no tablet; the page is loaded anew for any other.
    Reader,
}

/// The screen that is shown, and the ways to another.
#[derive(Clone, Copy)]
pub struct Navigator {
    part: Part,
    route: Signal<Route>,
}

/// The way to other screens.
pub fn use_navigator() -> Navigator {
    use_context()
}

impl Navigator {
    /// At the screen that the page was opened with. Made by the root, which lasts as long as the page.
    pub fn new(part: Part) -> Navigator {
        let mut route = Signal::new(Route::at(&address::path()));
        let went_back = Callback::new(move |()| route.set(Route::at(&address::path())));
        hear(Happening::WentBack, went_back);
        Navigator { part, route }
    }

    /// The screen that is shown.
    pub fn route(self) -> Route {
        (self.route)()
    }

    /// Shows a screen; the way back leads here.
    pub fn push(self, to: Route) {
        if self.part == Part::Reader && to.needs_whole_app() {
            address::load(&to.path());
        } else if *self.route.peek() != to {
            address::push(&to.path());
            self.show(to);
        }
    }

    /// Shows a screen in the place of this one; the way back leads to where one came from.
    pub fn replace(self, to: Route) {
        address::replace(&to.path());
        self.show(to);
    }

    fn show(mut self, to: Route) {
        self.route.set(to);
    }
}

/// A link to a screen. With a modifier key, or another button than the first, the browser does what it does with links.
#[component]
pub fn Link(
    to: Route,
    #[props(into)] class: Option<String>,
    /// Called before the screen is shown.
    onclick: Option<EventHandler>,
    children: Element,
) -> Element {
    let navigator = use_navigator();
    let href = to.path();
    let go = move |event: MouseEvent| {
        let keys = event.modifiers();
        let is_plain =
            event.trigger_button().is_none_or(|button| button == dioxus::html::input_data::MouseButton::Primary);
        if !is_plain || keys.ctrl() || keys.meta() || keys.shift() || keys.alt() {
            return;
        }
        event.prevent_default();
        if let Some(onclick) = &onclick {
            onclick.call(());
        }
        navigator.push(to.clone());
    };
    rsx! {
        a { class, href, onclick: go, {children} }
    }
}
