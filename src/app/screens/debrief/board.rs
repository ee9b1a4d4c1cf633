//! The board as it stands on this tablet, and the way to change it.

use device::tablet::{RoundRefused, Tablet};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use domain::ids::RoundId;
use domain::round::Debrief;

use crate::screens::pause::Pause;
use crate::sync_context::{SyncContext, use_sync};
use crate::tablet_context::use_tablet;
use crate::words::use_words;

/// Whether the last change is stored.
#[derive(Debug, Clone, PartialEq)]
pub enum Saving {
    /// Everything is.
    Saved,
    /// A change is on its way into the store.
    UnderWay,
    /// A change was not stored.
    Not(RoundRefused),
}

/// The board of this screen; its parts find it as a context.
#[derive(Clone, Copy)]
pub struct Board {
    round: Signal<RoundId>,
    tablet: Signal<Tablet>,
    saving: Signal<Saving>,
    sync: SyncContext,
}

/// The board of a round, for the screen that shows it.
pub fn use_new_board(round: &RoundId) -> Board {
    let tablet = use_tablet();
    let sync = use_sync();
    let round = use_signal(|| round.clone());
    let tablet = use_signal(|| tablet);
    let saving = use_signal(|| Saving::Saved);
    use_context_provider(|| Board { round, tablet, saving, sync })
}

/// The board of the screen around this part. The part is drawn again after each change.
pub fn use_board() -> Board {
    let _ = use_tablet();
    use_context()
}

impl Board {
    /// The board as it is stored here; an empty one before anything was written.
    pub fn drawn(self) -> Debrief {
        let (tablet, round) = (self.tablet.peek(), self.round.peek());
        let stored = tablet.held().round(&round).and_then(|round| round.debrief.clone());
        stored.unwrap_or_else(|| Debrief::of(round.clone()))
    }

    /// Whether the board can hold what `change` adds.
    pub fn has_room_for(self, change: impl FnOnce(&mut Debrief)) -> bool {
        let mut longer = self.drawn();
        change(&mut longer);
        !longer.is_too_long()
    }

    /// Whether the round is closed, so that nothing can be written any more.
    pub fn is_closed(self) -> bool {
        let (tablet, round) = (self.tablet.peek(), self.round.peek());
        tablet.held().round(&round).is_some_and(|round| round.is_closed())
    }

    /// Stores a change, which gets the newest board.
    pub fn change(self, change: impl FnOnce(&mut Debrief) + 'static) {
        // Not a task of this screen: what was written is stored even when the screen is left at once.
        spawn_forever(self.storing(change));
    }

    /// Stores a change once the person pauses.
    pub fn change_soon(self, pause: &Pause, change: impl FnOnce(&mut Debrief) + 'static) {
        pause.then(self.storing(change));
    }

    /// Takes with it all that it needs, because the screen may be gone when it runs.
    fn storing(self, change: impl FnOnce(&mut Debrief) + 'static) -> impl Future<Output = ()> + 'static {
        let (tablet, round) = (self.tablet.peek().clone(), self.round.peek().clone());
        let (mut saving, sync) = (self.saving, self.sync);
        saving.set(Saving::UnderWay);
        async move {
            let outcome = tablet.write_debrief(&round, change).await;
            if outcome.is_ok() {
                sync.start();
            }
            if saving.try_peek().is_ok() {
                saving.set(outcome.map_or_else(Saving::Not, |()| Saving::Saved));
            }
        }
    }
}

/// Whether the board is stored, in words.
#[component]
pub fn BoardState() -> Element {
    let words = &use_words().debrief;
    let board = use_board();
    let saving = board.saving.read().clone();
    match saving {
        Saving::Saved => rsx! {
            p { class: "state saved", role: "status", {words.saved} }
        },
        Saving::UnderWay => rsx! {
            p { class: "state held", {words.saving} }
        },
        Saving::Not(refused) => rsx! {
            p { class: "wrong", role: "alert", {(words.not_saved)(&refused)} }
        },
    }
}
