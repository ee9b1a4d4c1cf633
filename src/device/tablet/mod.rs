//! A tablet: everything it holds, and everything a person can do with it.
//!
//! Loading and acting run the same code: a [`Record`] is applied to [`Held`] when it is read at the start, and when the
//! batch that wrote it is safely stored.

mod agreement;
mod between;
mod card_pack;
mod deliveries;
mod held;
mod lock;
mod open;
mod outbox;
mod own_time;
mod phrases;
mod record;
mod refused;
mod rounds;
mod seals;
#[cfg(test)]
mod tests;
mod visits;
mod writing;

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use domain::time::{Day, Moment};
use futures_util::lock::{Mutex, MutexGuard};
pub use protocol::push::{Refusal, RefusalCode};

pub use self::between::{NotToday, Standpoint};
pub use self::card_pack::{CARDS_IN_A_PACK, PackedCard};
pub use self::held::{Held, HeldRound, HeldVisit, Standing};
pub use self::lock::{FEWEST_CHARACTERS, LOCK_AFTER, Lock, Locking, NewPin, NotAPin, NotUnlocked, RecoveryCode};
pub use self::open::{NotErased, NotOpened};
pub(crate) use self::outbox::summary_of;
pub use self::outbox::{Acknowledged, Acknowledgement, Unsent};
pub use self::own_time::OwnTime;
pub use self::phrases::MOST_PHRASES;
pub(crate) use self::record::key_name;
pub use self::record::{Draft, Key, Received, Record, RoundRecord, SyncState, Unkept};
pub use self::refused::{NotPutUp, RefusedChange};
pub use self::rounds::{Joined, RoundDraft, RoundRefused};
pub(crate) use self::seals::Seals;
pub use self::visits::{Finishing, VisitRefused};
use crate::storage::{Storage, StorageFailure};
use crate::surroundings::{Clock, Random, draw};

/// One tablet. Clones are the same tablet.
#[derive(Clone)]
pub struct Tablet {
    inner: Rc<Inner>,
}

struct Inner {
    storage: Rc<dyn Storage>,
    seals: RefCell<Seals>,
    clock: Rc<dyn Clock>,
    random: Rc<dyn Random>,
    held: RefCell<Held>,
    /// Since when the next PIN is waited for, by the steady clock.
    waits_since: Cell<i64>,
    /// One act at a time: an act reads, stores and applies before the next one reads.
    acting: Mutex<()>,
    watcher: RefCell<Option<Rc<dyn Fn()>>>,
}

impl Tablet {
    /// What the tablet holds now. Do not keep it across an `await`.
    pub fn held(&self) -> Ref<'_, Held> {
        self.inner.held.borrow()
    }

    /// The app is shown again: a store whose handle died while it slept is opened anew.
    pub async fn wake(&self) {
        self.inner.storage.wake().await;
    }

    /// The time by the tablet's clock.
    pub fn now(&self) -> Moment {
        self.inner.clock.now()
    }

    /// The day of a moment by the calendar on the wall, where the tablet is.
    pub fn day_of(&self, moment: Moment) -> Day {
        self.inner.clock.day_of(moment)
    }

    /// Calls `watcher` after each change to what is held, in the place of an earlier watcher.
    pub fn watch(&self, watcher: Rc<dyn Fn()>) {
        *self.inner.watcher.borrow_mut() = Some(watcher);
    }

    pub(crate) fn draw<const N: usize>(&self) -> [u8; N] {
        draw(self.inner.random.as_ref())
    }

    pub(crate) async fn act(&self) -> MutexGuard<'_, ()> {
        self.inner.acting.lock().await
    }

    /// Stores a batch for good, then applies it. Called with the act's guard held, so that nothing comes in between. A
    /// locked tablet keeps nothing: an act that reads what is held would be wrong about it.
    pub(crate) async fn keep(&self, acting: &MutexGuard<'_, ()>, edits: Vec<Edit>) -> Result<(), StorageFailure> {
        match self.is_locked() {
            true => Err(StorageFailure::Locked),
            false => self.keep_also_locked(acting, edits).await,
        }
    }

    /// [`Self::keep`] for the few acts that a locked tablet can do.
    pub(crate) async fn keep_also_locked(
        &self,
        _acting: &MutexGuard<'_, ()>,
        edits: Vec<Edit>,
    ) -> Result<(), StorageFailure> {
        if edits.is_empty() {
            return Ok(());
        }
        let batch = self.writes(&edits)?;
        self.inner.storage.commit(&batch).await?;
        self.apply(edits);
        Ok(())
    }

    /// Applies what is stored.
    fn apply(&self, edits: Vec<Edit>) {
        let mut held = self.inner.held.borrow_mut();
        for edit in edits {
            held.apply(edit);
        }
        drop(held);
        self.tell_watcher();
    }

    fn tell_watcher(&self) {
        let watcher = self.inner.watcher.borrow().clone();
        if let Some(watcher) = watcher {
            watcher();
        }
    }
}

/// One change to what a tablet holds.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    /// Keep this record, in the place of one with the same key.
    Keep(Record),
    /// Forget the record with this key.
    Forget(Key),
}
