//! Opening a tablet: every record is read and unsealed, and nothing is thrown away. And its end, when everything was sent.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::lock::Mutex;

use crate::storage::{Storage, StorageFailure};
use crate::surroundings::{Clock, Random};
use crate::tablet::seals::Seals;
use crate::tablet::{Inner, Key, Tablet};
use crate::vault::{Unreadable, Vault};

/// Why a tablet did not open. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// The records could not be read.
    #[error(transparent)]
    Storage(#[from] StorageFailure),
    /// A record was sealed with another key, or was damaged.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// A record opened and is of no kind that this version knows.
    #[error("the record {0:?} was written by another version")]
    Unknown(String),
}

/// Why a tablet was not erased.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotErased {
    /// Work is on it and nowhere else. Everything is as it was before.
    #[error("some of what is on this tablet is nowhere else")]
    Unsent,
    /// The records could not be removed, or not all of what they lay in.
    #[error(transparent)]
    Storage(#[from] StorageFailure),
}

impl Tablet {
    /// Removes everything from the tablet for good, with the key that it was sealed by. Nothing can be done with it then.
    ///
    /// # Errors
    /// [`NotErased::Unsent`] where anything would be lost that was to leave it. Keys of rounds that are still open, and
    /// evidence, do not hold it back: whoever erases is asked about them before ([`Held::holds_an_open_round`]).
    pub async fn erase(&self) -> Result<(), NotErased> {
        let _acting = self.act().await;
        if self.is_locked() {
            return Err(StorageFailure::Locked.into());
        }
        if !self.held().is_all_sent() {
            return Err(NotErased::Unsent);
        }
        Ok(self.inner.storage.erase().await?)
    }

    /// Opens the tablet whose records are in `storage`, sealed by `vault`. One that has a lock is locked.
    ///
    /// # Errors
    /// When any record cannot be read: a tablet that forgot something must not look like one that never had it.
    pub async fn open(
        storage: Rc<dyn Storage>,
        vault: Vault,
        clock: Rc<dyn Clock>,
        random: Rc<dyn Random>,
    ) -> Result<Tablet, NotOpened> {
        let stored = storage.read_all().await?;
        let lock = Key::Lock.to_string();
        let is_locked = stored.iter().any(|stored| stored.key == lock);
        let seals = if is_locked { Seals::Locked(vault) } else { Seals::One(vault) };
        let held = seals.read(stored)?;
        Ok(Tablet {
            inner: Rc::new(Inner {
                storage,
                seals: RefCell::new(seals),
                waits_since: Cell::new(clock.steady()),
                clock,
                random,
                held: RefCell::new(held),
                acting: Mutex::new(()),
                watcher: RefCell::new(None),
            }),
        })
    }
}
