//! The root: what every screen shares, then the screen.

use dioxus::prelude::*;

use crate::browser::events::{self, Happening, hear};
use crate::browser::{installed, page, remembered, update};
use crate::locking::lock_in_time;
use crate::navigation::{Navigator, Part};
use crate::reading_context::ReadingContext;
use crate::route::Route;
use crate::screens::{
    Arrival, BookLink, Cards, Closing, Confirm, Debrief, District, Finish, Hallway, HandoverBook, Install, Join,
    Landing, Lead, Library, NotFound, Picture, Pictures, PlanRound, Rescue, Round, Say, Saying, SignIn, Start, Take,
    Taking, ThisTablet, View, Visit, WayToBook,
};
use crate::sync_context::SyncContext;
use crate::tablet_context::{Opened, OpenedInPassing, TabletContext};

/// What the browser last said about itself.
#[derive(Clone, Copy)]
pub struct Happenings {
    /// Whether it believes that there is a network.
    pub online: Signal<bool>,
    /// Whether somebody can see the page.
    pub visible: Signal<bool>,
    /// Whether a new version of the app waits.
    pub update: Signal<bool>,
    /// Whether the browser offers to install the app.
    pub installable: Signal<bool>,
}

/// What the browser last said about itself.
pub fn use_happenings() -> Happenings {
    use_context()
}

/// The whole app.
#[component]
pub fn Whole() -> Element {
    let sync = use_context_provider(SyncContext::new);
    let tablet = use_context_provider(|| TabletContext::new(sync));
    use_context_provider(Arrival::new);
    use_context_provider(|| Saying(|release| rsx! { Say { release } }));
    use_context_provider(|| Taking(|along| rsx! { Take { along } }));
    use_context_provider(|| WayToBook(|school| rsx! { BookLink { school } }));
    use_hook(|| {
        sync.keep_going();
        tablet.keep_forgetting();
        lock_in_time(tablet);
        page::set_hand(remembered::hand());
    });
    let draw = |route: Route| match route {
        Route::Start {} => rsx! { Landing {} },
        Route::Install {} => rsx! { Install {} },
        // These need no tablet, and are kept out of the part that everyone else opens first.
        Route::District {} => rsx! {
            OpenedInPassing { District {} }
        },
        Route::Book { school } => rsx! {
            OpenedInPassing { HandoverBook { school } }
        },
        Route::Picture { .. } | Route::Opportunity { .. } | Route::Talk { .. } => rsx! {
            OpenedInPassing { {off_tablet(route)} }
        },
        route if route.needs_whole_app() => on_tablet(route),
        route => off_tablet(route),
    };
    frame(Part::Whole, Draw(draw))
}

/// The part of the app that needs no tablet.
#[component]
pub fn Reader() -> Element {
    frame(Part::Reader, Draw(off_tablet))
}

/// How a part of the app draws a screen. A page has one part for as long as it lives, so that all are equal.
#[derive(Clone, Copy)]
struct Draw(fn(Route) -> Element);

impl PartialEq for Draw {
    fn eq(&self, _: &Draw) -> bool {
        true
    }
}

/// What every screen shares, around the screen that is shown.
fn frame(part: Part, draw: Draw) -> Element {
    let language = use_context_provider(|| Signal::new(remembered::language()));
    use_context_provider(ReadingContext::new);
    let happenings = use_context_provider(|| Happenings {
        online: Signal::new(events::is_online()),
        visible: Signal::new(page::is_visible()),
        update: Signal::new(update::is_ready()),
        installable: Signal::new(installed::is_offered()),
    });
    use_hook(|| {
        page::set_language(*language.peek());
        hear_all(happenings);
    });
    let navigator = use_context_provider(|| Navigator::new(part));
    let route = navigator.route();
    rsx! {
        // A list of one: another address is another screen, even where both are drawn by the same component.
        for route in [route] {
            Screen { key: "{route.path()}", route, draw }
        }
    }
}

fn hear_all(mut happenings: Happenings) {
    let online = Callback::new(move |()| happenings.online.set(events::is_online()));
    hear(Happening::Online, online);
    hear(Happening::Offline, online);
    hear(Happening::Visibility, Callback::new(move |()| happenings.visible.set(page::is_visible())));
    hear(Happening::Update, Callback::new(move |()| happenings.update.set(update::is_ready())));
    hear(Happening::Installable, Callback::new(move |()| happenings.installable.set(installed::is_offered())));
}

/// The screen of an address.
#[component]
fn Screen(route: Route, draw: Draw) -> Element {
    draw.0(route)
}

fn off_tablet(route: Route) -> Element {
    match route {
        Route::Start {} => rsx! { Start {} },
        Route::SignIn {} => rsx! { SignIn {} },
        Route::Library {} => rsx! { Library {} },
        Route::Pictures {} => rsx! { Pictures {} },
        Route::Picture { school } => rsx! { Picture { school, view: View::Picture } },
        Route::Opportunity { school } => rsx! { Picture { school, view: View::Opportunity } },
        Route::Talk { school } => rsx! { Picture { school, view: View::Talk } },
        route => rsx! { NotFound { path: route.path() } },
    }
}

fn on_tablet(route: Route) -> Element {
    rsx! {
        Opened { OnTablet { route } }
    }
}

/// A screen that needs the tablet, which is open here: each may call `use_tablet`.
#[component]
fn OnTablet(route: Route) -> Element {
    match route {
        Route::Lead {} => rsx! { Lead {} },
        Route::PlanRound {} => rsx! { PlanRound {} },
        Route::Join {} => rsx! { Join {} },
        Route::Round { round } => rsx! { Round { round } },
        Route::Confirm { round, room } => rsx! { Confirm { round, room } },
        Route::Cards { round } => rsx! { Cards { round } },
        Route::Debrief { round } => rsx! { Debrief { round } },
        Route::Closing { round } => rsx! { Closing { round } },
        Route::Visit { visit } => rsx! { Visit { visit } },
        Route::Finish { visit } => rsx! { Finish { visit } },
        Route::Hallway { visit } => rsx! { Hallway { visit } },
        Route::ThisTablet {} => rsx! { ThisTablet {} },
        Route::Rescue {} => rsx! { Rescue {} },
        route => off_tablet(route),
    }
}
