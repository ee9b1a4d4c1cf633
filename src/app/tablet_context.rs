//! The tablet: opened once, by the first screen that needs it, and shared by all.

use std::rc::Rc;

use device::people::Door;
use device::storage::StorageFailure;
use device::storage::indexed_db::IndexedDb;
use device::tablet::{Locking, NotOpened as Failure, Tablet};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use domain::ids::PersonId;

use crate::browser::clock::{BrowserClock, wait};
use crate::browser::events::{Happening, hear};
use crate::browser::lock::{self, Taking};
use crate::browser::random::BrowserRandom;
use crate::browser::{keeping, page, remembered, touch};
use crate::components::Page;
use crate::screens::{AlreadyOpen, LockLost, LockScreen, NotOpened, ThrownAway};
use crate::sync_context::SyncContext;
use crate::words::use_words;

/// Milliseconds between two looks at what is due to be forgotten.
const AN_HOUR: i32 = 60 * 60 * 1000;

/// Milliseconds after which a store that has not answered is said to be kept from opening.
const LONGEST_WAIT: i32 = 8_000;

/// The database of this origin that holds the tablet of whoever leads here: each leader who shares the device has one,
/// with a key of its own. The sample's door has one too.
pub fn database() -> String {
    match remembered::leader().and_then(|leader| leader.person) {
        Some(person) => database_of(&person),
        None => keeping::TABLET.to_owned(),
    }
}

/// The database of a leader who signed in.
pub fn database_of(person: &PersonId) -> String {
    format!("{}{person}", keeping::TABLET_OF)
}

/// Whether the tablet is open, and how often it has changed.
#[derive(Clone, Copy)]
pub struct TabletContext {
    opening: Signal<Opening>,
    changes: Signal<u32>,
    sync: SyncContext,
    /// Whether this page holds the lock of the one tab that has the tablet.
    has_tab: Signal<bool>,
    /// Whether the browser still has to answer whether the store opens.
    waiting: Signal<bool>,
    /// Called when another tab takes the tablet over.
    lost: Callback,
}

/// What is taken to be stored before it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// What this device remembers to have been there.
    AsRemembered,
    /// Nothing: somebody has read that it is gone.
    Nothing,
}

#[derive(Clone)]
enum Opening {
    NotAsked,
    UnderWay,
    Open(Tablet),
    /// Waits for the PIN. What is on its way is sent meanwhile.
    Locked(Tablet),
    InAnotherTab,
    Failed(Failure),
    /// The store stopped answering while the lock was changed.
    Lost,
    /// The browser has thrown away what was stored. Nothing is made in its place before somebody has read that.
    ThrownAway,
}

impl TabletContext {
    /// Nothing is open yet. Made by the root, so that it lasts as long as the page.
    pub fn new(sync: SyncContext) -> TabletContext {
        let mut opening = Signal::new(Opening::NotAsked);
        let mut has_tab = Signal::new(false);
        let lost = Callback::new(move |()| {
            has_tab.set(false);
            let before = opening.replace(Opening::InAnotherTab);
            sync.follow(None);
            if let Opening::Open(tablet) = before {
                // The other tab asks for the PIN; this one keeps nothing that would do without.
                spawn_forever(async move { tablet.lock().await });
            }
        });
        TabletContext { opening, changes: Signal::new(0), sync, has_tab, waiting: Signal::new(false), lost }
    }

    /// Opens the tablet, if no other tab has it, where that has not been tried.
    fn open_unless_asked(self) {
        if matches!(*self.opening.peek(), Opening::NotAsked) {
            self.open(Taking::IfFree, Expected::AsRemembered);
        }
    }

    /// Opens the tablet; `taking` says what to do about another tab that has it.
    fn open(self, taking: Taking, expected: Expected) {
        let mut context = self;
        context.opening.set(Opening::UnderWay);
        self.say_when_nothing_answers();
        if *self.waiting.peek() {
            // Asked again before the browser has answered: a second opening would take the store from the first.
            return;
        }
        // Not a task of the screen that asked: that one may be gone when the answer comes.
        spawn_forever(async move {
            // It keeps the lock that it took at an earlier try.
            let has_lock = *context.has_tab.peek() || lock::take(taking, context.lost).await;
            context.has_tab.set(has_lock);
            if !has_lock {
                context.opening.set(Opening::InAnotherTab);
                return;
            }
            let name = database();
            context.waiting.set(true);
            let answer = opened(&name, expected).await;
            context.waiting.set(false);
            match answer {
                Ok(None) => context.opening.set(Opening::ThrownAway),
                Ok(Some(tablet)) => {
                    remembered::set_stored(&name, true);
                    tablet.watch(Rc::new(move || context.hear_of_a_change()));
                    let is_locked = tablet.is_locked();
                    let opening = if is_locked { Opening::Locked } else { Opening::Open };
                    context.opening.set(opening(tablet.clone()));
                    // What is on this device says so too; a browser that was killed may have forgotten it.
                    remembered::use_door(Door::Lead);
                    context.forget_what_is_due();
                    context.sync.follow(Some(tablet));
                }
                Err(failure) => context.opening.set(Opening::Failed(failure)),
            }
        });
    }

    fn hear_of_a_change(mut self) {
        *self.changes.write() += 1;
        let is_lost = match &*self.opening.peek() {
            Opening::Open(tablet) | Opening::Locked(tablet) => tablet.is_lost(),
            _ => false,
        };
        if is_lost {
            self.opening.set(Opening::Lost);
            self.sync.follow(None);
        }
    }

    /// A store that another page keeps from being opened, or removed, does not answer at all. It opens as soon as it can.
    fn say_when_nothing_answers(self) {
        let mut context = self;
        spawn_forever(async move {
            wait(LONGEST_WAIT).await;
            if *context.waiting.peek() && matches!(*context.opening.peek(), Opening::UnderWay) {
                context.opening.set(Opening::Failed(StorageFailure::Blocked.into()));
            }
        });
    }
}

impl TabletContext {
    /// Wakes the store when the page is shown, and forgets what is due then and every hour: a tablet that meets no server
    /// keeps nothing longer.
    ///
    /// Called once, by the root.
    pub fn keep_forgetting(self) {
        let if_seen = Callback::new(move |()| {
            if page::is_visible() {
                spawn_forever(async move {
                    self.wake().await;
                    self.forget_what_is_due();
                });
            }
        });
        hear(Happening::Visibility, if_seen);
        spawn_forever(async move {
            loop {
                wait(AN_HOUR).await;
                self.forget_what_is_due();
            }
        });
    }

    /// How the tablet is locked, where it is open and has a lock.
    pub fn locking(self) -> Option<Locking> {
        match &*self.opening.peek() {
            Opening::Open(tablet) => tablet.held().locking(),
            _ => None,
        }
    }

    /// Shows that the tablet is locked, where it is open and has a lock; whoever calls this locks it.
    pub fn show_locked(self) -> Option<Tablet> {
        self.locking()?;
        let mut opening = self.opening;
        let before = opening.peek().clone();
        let Opening::Open(tablet) = before else { return None };
        opening.set(Opening::Locked(tablet.clone()));
        Some(tablet)
    }

    /// Shows the screens again: the PIN was given.
    pub fn show_unlocked(self) {
        let mut opening = self.opening;
        let before = opening.peek().clone();
        if let Opening::Locked(tablet) = before {
            touch::touched();
            opening.set(Opening::Open(tablet));
            self.forget_what_is_due();
            self.sync.start();
        }
    }

    async fn wake(self) {
        let tablet = match &*self.opening.peek() {
            Opening::Open(tablet) | Opening::Locked(tablet) => tablet.clone(),
            _ => return,
        };
        tablet.wake().await;
    }

    fn forget_what_is_due(self) {
        let Opening::Open(tablet) = &*self.opening.peek() else { return };
        let tablet = tablet.clone();
        spawn_forever(async move {
            // What could not be forgotten now is still there the next time.
            let _ = tablet.clear_out().await;
        });
    }
}

/// Nothing where the browser has thrown away what was there.
async fn opened(name: &str, expected: Expected) -> Result<Option<Tablet>, Failure> {
    let was_here = expected == Expected::AsRemembered && remembered::stored().contains(name);
    let opened = match was_here {
        true => IndexedDb::open_again(name, &BrowserRandom).await?,
        false => Some(IndexedDb::open(name, &BrowserRandom).await?),
    };
    let Some((storage, vault)) = opened else { return Ok(None) };
    Tablet::open(Rc::new(storage), vault, Rc::new(BrowserClock), Rc::new(BrowserRandom)).await.map(Some)
}

/// The tablet; the component draws itself again after each change to what the tablet holds.
///
/// Only for what is drawn inside [`Opened`].
pub fn use_tablet() -> Tablet {
    let changes = use_context::<TabletContext>().changes;
    // Read so that this component hears of changes.
    let _ = changes();
    use_context()
}

/// The tablet where it is open: for components that also stand on screens without one, and in the part without any.
pub fn use_tablet_if_open() -> Option<Tablet> {
    let context = try_use_context::<TabletContext>()?;
    let _ = (context.changes)();
    match &*context.opening.read() {
        Opening::Open(tablet) => Some(tablet.clone()),
        _ => None,
    }
}

/// Whether the tablet is being opened, so that nobody knows yet what is on it.
pub fn use_is_opening() -> bool {
    matches!(*use_context::<TabletContext>().opening.read(), Opening::UnderWay)
}

/// Opens the tablet if somebody leads on this device and no other tab has it, and shows its children meanwhile: for
/// screens that have something to say without a tablet too.
#[component]
pub fn OpenedInPassing(children: Element) -> Element {
    let context = use_context::<TabletContext>();
    use_hook(|| {
        if remembered::leads() {
            context.open_unless_asked();
        }
    });
    unless_locked(context, children)
}

fn unless_locked(context: TabletContext, children: Element) -> Element {
    let opening = context.opening.read().clone();
    match opening {
        Opening::Locked(_) => rsx! {
            WithTablet {
                LockScreen { unlocked: move |()| context.show_unlocked() }
            }
        },
        _ => children,
    }
}

/// Opens the tablet if no other tab has it, and shows its children meanwhile.
#[component]
pub fn OpenedIfFree(children: Element) -> Element {
    let context = use_context::<TabletContext>();
    use_hook(|| context.open_unless_asked());
    unless_locked(context, children)
}

/// Opens the tablet where that has not been done, and shows its children once it is open.
#[component]
pub fn Opened(children: Element) -> Element {
    let context = use_context::<TabletContext>();
    use_hook(|| context.open_unless_asked());
    let opening = context.opening.read().clone();
    match opening {
        Opening::NotAsked | Opening::UnderWay => rsx! { Wait {} },
        Opening::Open(_) => rsx! {
            WithTablet { {children} }
        },
        Opening::Locked(_) => rsx! {
            WithTablet {
                LockScreen { unlocked: move |()| context.show_unlocked() }
            }
        },
        Opening::InAnotherTab => rsx! {
            AlreadyOpen { take_over: move |()| context.open(Taking::Over, Expected::AsRemembered) }
        },
        Opening::Failed(failure) => rsx! {
            NotOpened {
                reason: reason(&failure),
                again: move |()| context.open(Taking::IfFree, Expected::AsRemembered),
            }
        },
        Opening::Lost => rsx! {
            LockLost { again: move |()| context.open(Taking::IfFree, Expected::AsRemembered) }
        },
        Opening::ThrownAway => rsx! {
            ThrownAway { begin: move |()| context.open(Taking::IfFree, Expected::Nothing) }
        },
    }
}

/// Hands the tablet to the screens below.
#[component]
fn WithTablet(children: Element) -> Element {
    let context = use_context::<TabletContext>();
    use_context_provider(|| match &*context.opening.peek() {
        Opening::Open(tablet) | Opening::Locked(tablet) => tablet.clone(),
        _ => unreachable!("drawn only while there is a tablet"),
    });
    children
}

/// While the tablet is being opened.
#[component]
pub fn Wait() -> Element {
    let words = use_words();
    rsx! {
        Page { narrow: true,
            p { class: "soft", role: "status", {words.frame.opening} }
        }
    }
}

/// Why the tablet did not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is no room left.
    Full,
    /// An older tab keeps it from opening.
    Blocked,
    /// Something on it cannot be read; the text names it.
    Unreadable(String),
    /// It was written by a newer version of the app.
    NewerVersion(String),
    /// The browser did not let the app store anything; the text is the browser's.
    Browser(String),
}

fn reason(failure: &Failure) -> Reason {
    match failure {
        Failure::Storage(StorageFailure::Full) => Reason::Full,
        Failure::Storage(StorageFailure::Blocked | StorageFailure::TakenOver) => Reason::Blocked,
        Failure::Storage(StorageFailure::Failed(text)) => Reason::Browser(text.clone()),
        Failure::Storage(StorageFailure::Locked) => Reason::Browser(failure.to_string()),
        Failure::Unreadable(unreadable) => Reason::Unreadable(unreadable.to_string()),
        Failure::Unknown(_) => Reason::NewerVersion(failure.to_string()),
    }
}
