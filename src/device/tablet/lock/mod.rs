//! Locking a tablet by a PIN or passphrase, and opening it again.
//!
//! Without a lock, the browser's key wraps the data key. With one, the browser's key wraps the *sending key*, which seals
//! what leaves the tablet anyway and the lock; the lock holds the data key, sealed by the PIN's key. So a locked tablet can
//! hand over what waits, and nothing else on it opens without both. No record is written anew but those.

mod record;

use futures_util::lock::MutexGuard;

pub use self::record::{FEWEST_CHARACTERS, LOCK_AFTER, Lock, NewPin, NotAPin, RecoveryCode};
use crate::passphrase::{Cost, NoKey};
use crate::storage::{DataKey, StorageFailure, Stored, Write};
use crate::tablet::seals::Seals;
use crate::tablet::{Edit, Held, Key, NotOpened, Record, Tablet};
use crate::vault::Vault;

/// Wrong PINs that cost no wait.
const FREE_TRIES: u32 = 4;

/// Why a lock was not opened, set, changed or removed. Nothing was changed but the number of wrong tries.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotUnlocked {
    /// It is another PIN.
    #[error("it is another PIN")]
    Wrong,
    /// Wrong PINs were typed, and the next may be tried in so many seconds.
    #[error("the next PIN may be tried in {0} seconds")]
    Wait(u32),
    /// There is no lock, or there is one already.
    #[error("the tablet has another lock by now")]
    OtherLock,
    /// What was typed could not be made a key.
    #[error(transparent)]
    NoKey(#[from] NoKey),
    /// The key was right, and what it opens could not be read or written.
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
}

impl From<StorageFailure> for NotUnlocked {
    fn from(failure: StorageFailure) -> NotUnlocked {
        NotUnlocked::NotOpened(failure.into())
    }
}

/// How a tablet is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locking {
    /// Whether the PIN is digits alone.
    pub is_digits: bool,
    /// Minutes without a touch after which it is to be locked.
    pub after_minutes: u16,
}

/// Seconds to wait after so many wrong PINs, one after the other.
fn wait_after(wrong: u32) -> u32 {
    match wrong.saturating_sub(FREE_TRIES) {
        0 => 0,
        1 => 30,
        2 => 60,
        3 => 120,
        _ => 300,
    }
}

impl Held {
    /// How the tablet is locked; nothing where no lock is set.
    pub fn locking(&self) -> Option<Locking> {
        self.lock.as_ref().map(|lock| Locking { is_digits: lock.is_digits, after_minutes: lock.after_minutes })
    }
}

impl Tablet {
    /// Whether the PIN has to be given: only what waits to be sent is held.
    pub fn is_locked(&self) -> bool {
        matches!(*self.inner.seals.borrow(), Seals::Locked(_) | Seals::Lost)
    }

    /// Whether the storage stopped answering while a lock was set, changed or removed, so that nobody knows under which
    /// keys it goes on. Nothing can be done with the tablet then but to open it anew.
    pub fn is_lost(&self) -> bool {
        matches!(*self.inner.seals.borrow(), Seals::Lost)
    }

    /// Seconds until the next PIN may be tried. Counted by a clock that nobody can set, and from the beginning again when
    /// the app was loaded anew.
    pub fn wait_before_next_try(&self) -> u32 {
        let waited = (self.inner.clock.steady() - self.inner.waits_since.get()) / 1000;
        wait_after(self.held().wrong_tries).saturating_sub(waited.try_into().unwrap_or(0))
    }

    /// Sets a lock where there is none. The recovery code is for the person to write down and is kept nowhere.
    pub async fn set_lock(&self, pin: &NewPin, after_minutes: u16, cost: Cost) -> Result<RecoveryCode, NotUnlocked> {
        let acting = self.act().await;
        let stored = self.inner.storage.read_all().await?;
        let random = self.inner.random.as_ref();
        let sending = self.draw();
        let (batch, both, lock, code) = {
            let now = self.inner.seals.borrow();
            let Seals::One(data) = &*now else { return Err(NotUnlocked::OtherLock) };
            let (lock, code) = Lock::new(data, pin, after_minutes, cost, random)?;
            let both = Seals::Both(Vault::new(sending), Vault::new(*data.data_key()));
            let anew = now.sealed_anew(stored, &both, random)?;
            let mut batch = vec![Write::DataKey(DataKey { key: sending, nonce: self.draw() })];
            batch.extend(anew.into_iter().map(Write::Put));
            batch.push(self.put_lock(&both, &lock)?);
            (batch, both, lock, code)
        };
        self.settle(&acting, batch, Some(both), vec![Edit::Keep(Record::Lock(Box::new(lock)))]).await?;
        Ok(code)
    }

    /// Sets another PIN in the place of this one, with a recovery code of its own. The tablet is open.
    pub async fn change_lock(&self, typed: &str, pin: &NewPin, cost: Cost) -> Result<RecoveryCode, NotUnlocked> {
        let acting = self.act().await;
        if self.is_locked() {
            return Err(StorageFailure::Locked.into());
        }
        let data = self.try_pin(&acting, typed).await?;
        self.lock_anew(&acting, &data, pin, cost, None).await
    }

    /// Sets after how many minutes without a touch it is to be locked.
    pub async fn set_lock_after(&self, after_minutes: u16) -> Result<(), StorageFailure> {
        let acting = self.act().await;
        let lock = self.held().lock.clone();
        let edit = lock.map(|lock| Edit::Keep(Record::Lock(Box::new(lock.after(after_minutes)))));
        self.keep(&acting, edit.into_iter().collect()).await
    }

    /// Removes the lock. The tablet is open.
    pub async fn remove_lock(&self, typed: &str) -> Result<(), NotUnlocked> {
        let acting = self.act().await;
        if self.is_locked() {
            return Err(StorageFailure::Locked.into());
        }
        let data = self.try_pin(&acting, typed).await?;
        let stored = self.inner.storage.read_all().await?;
        let key = DataKey { key: *data.data_key(), nonce: self.draw() };
        let one = Seals::One(data);
        let anew = self.inner.seals.borrow().sealed_anew(stored, &one, self.inner.random.as_ref())?;
        let mut batch = vec![Write::DataKey(key)];
        batch.extend(anew.into_iter().map(Write::Put));
        batch.extend([Key::Lock, Key::Tries].map(|key| Write::Delete(key.to_string())));
        self.settle(&acting, batch, Some(one), vec![Edit::Forget(Key::Lock), Edit::Forget(Key::Tries)]).await
    }

    /// Locks the tablet if a lock is set: what it held is dropped, except what waits to be sent, and with it the data key.
    /// An act that is under way is finished first.
    pub async fn lock(&self) {
        let acting = self.act().await;
        let seals = self.inner.seals.replace(Seals::Lost);
        let (seals, was_open) = match seals {
            Seals::Both(sending, _) => (Seals::Locked(sending), true),
            other => (other, false),
        };
        self.inner.seals.replace(seals);
        if was_open {
            let held = self.inner.held.take();
            self.inner.held.replace(held.while_locked());
            self.tell_watcher();
        }
        drop(acting);
    }

    /// Opens a locked tablet: everything is read again, as at its start.
    pub async fn unlock(&self, typed: &str) -> Result<(), NotUnlocked> {
        let acting = self.act().await;
        let data = self.try_pin(&acting, typed).await?;
        self.opened_by(&acting, data).await
    }

    /// Opens a locked tablet by its recovery code, and sets another PIN with a recovery code of its own.
    pub async fn recover(&self, code: &RecoveryCode, pin: &NewPin, cost: Cost) -> Result<RecoveryCode, NotUnlocked> {
        let acting = self.act().await;
        let lock = self.held().lock.clone().ok_or(NotUnlocked::OtherLock)?;
        let data = lock.recover(code)?.ok_or(NotUnlocked::Wrong)?;
        // Read before anything is stored: the code that was typed stays the right one where the rest does not open.
        self.read_by(&data).await?;
        let code = self.lock_anew(&acting, &data, pin, cost, Some(Edit::Forget(Key::Tries))).await?;
        self.opened_by(&acting, data).await?;
        Ok(code)
    }

    /// The data key, if this is the PIN. The try is counted before it is made, so that none is free.
    async fn try_pin(&self, acting: &MutexGuard<'_, ()>, typed: &str) -> Result<Vault, NotUnlocked> {
        let lock = self.held().lock.clone().ok_or(NotUnlocked::OtherLock)?;
        match self.wait_before_next_try() {
            0 => (),
            seconds => return Err(NotUnlocked::Wait(seconds)),
        }
        let tries = self.held().wrong_tries.saturating_add(1);
        self.count(acting, Edit::Keep(Record::Tries(tries))).await?;
        self.inner.waits_since.set(self.inner.clock.steady());
        let data = lock.open(typed)?.ok_or(NotUnlocked::Wrong)?;
        self.count(acting, Edit::Forget(Key::Tries)).await?;
        Ok(data)
    }

    /// Counts tries. On a full tablet they are counted until the app is closed: what is on it is rescued only once it opens.
    async fn count(&self, acting: &MutexGuard<'_, ()>, edit: Edit) -> Result<(), NotUnlocked> {
        match self.keep_also_locked(acting, vec![edit.clone()]).await {
            Err(StorageFailure::Full) => self.apply(vec![edit]),
            kept => kept?,
        }
        Ok(())
    }

    async fn lock_anew(
        &self,
        acting: &MutexGuard<'_, ()>,
        data: &Vault,
        pin: &NewPin,
        cost: Cost,
        more: Option<Edit>,
    ) -> Result<RecoveryCode, NotUnlocked> {
        let after_minutes = self.held().locking().ok_or(NotUnlocked::OtherLock)?.after_minutes;
        let (lock, code) = Lock::new(data, pin, after_minutes, cost, self.inner.random.as_ref())?;
        let edits: Vec<Edit> = [Edit::Keep(Record::Lock(Box::new(lock)))].into_iter().chain(more).collect();
        let batch = self.writes(&edits)?;
        self.settle(acting, batch, None, edits).await?;
        Ok(code)
    }

    async fn opened_by(&self, _acting: &MutexGuard<'_, ()>, data: Vault) -> Result<(), NotUnlocked> {
        if let Some((both, held)) = self.read_by(&data).await? {
            self.inner.held.replace(held);
            self.inner.seals.replace(both);
            self.tell_watcher();
        }
        Ok(())
    }

    /// What this data key opens; nothing where the tablet was open all the time.
    async fn read_by(&self, data: &Vault) -> Result<Option<(Seals, Held)>, NotUnlocked> {
        let stored = self.inner.storage.read_all().await?;
        let sending = match &*self.inner.seals.borrow() {
            Seals::Locked(sending) => *sending.data_key(),
            Seals::Both(..) => return Ok(None),
            Seals::One(_) | Seals::Lost => return Err(NotUnlocked::OtherLock),
        };
        let both = Seals::Both(Vault::new(sending), Vault::new(*data.data_key()));
        let held = both.read(stored)?;
        Ok(Some((both, held)))
    }

    fn put_lock(&self, seals: &Seals, lock: &Lock) -> Result<Write, StorageFailure> {
        let plain = domain::change::write(&Record::Lock(Box::new(lock.clone())));
        let sealed = seals.seal(Key::Lock.to_string(), plain.as_bytes(), self.inner.random.as_ref())?;
        Ok(Write::Put(sealed))
    }

    /// Stores another lock, and takes it for the tablet's only when it is. Where the answer was lost, the storage is asked
    /// what stands in it: to write on under the former keys would make records that nothing opens.
    async fn settle(
        &self,
        _acting: &MutexGuard<'_, ()>,
        batch: Vec<Write>,
        seals: Option<Seals>,
        edits: Vec<Edit>,
    ) -> Result<(), NotUnlocked> {
        if let Err(failure) = self.inner.storage.commit(&batch).await {
            match self.inner.storage.read_all().await {
                Ok(stored) if has_lock_of(&batch, &stored) => (),
                Ok(_) => return Err(failure.into()),
                Err(_) => {
                    self.inner.seals.replace(Seals::Lost);
                    self.inner.held.replace(Held::default());
                    self.tell_watcher();
                    return Err(failure.into());
                }
            }
        }
        if let Some(seals) = seals {
            self.inner.seals.replace(seals);
        }
        self.apply(edits);
        Ok(())
    }
}

/// Whether the lock that a batch brings or removes stands so in the storage.
fn has_lock_of(batch: &[Write], stored: &[Stored]) -> bool {
    let key = Key::Lock.to_string();
    let wanted = batch.iter().find_map(|write| match write {
        Write::Put(lock) if lock.key == key => Some(lock),
        _ => None,
    });
    stored.iter().find(|stored| stored.key == key) == wanted
}
