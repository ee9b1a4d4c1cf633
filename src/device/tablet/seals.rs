//! Which key opens which record: one key for all, or, once a lock is set, one for what is sent and one for the rest.

use crate::storage::{StorageFailure, Stored};
use crate::surroundings::Random;
use crate::tablet::{Held, NotOpened, Record};
use crate::vault::Vault;

/// What sending needs, and leaves the tablet anyway or came from a server.
const OF_SENDING: [&str; 4] = ["acknowledged", "outgoing", "refused", "sync"];
/// What unlocking needs.
const OF_UNLOCKING: [&str; 2] = ["lock", "tries"];

/// The keys of an opened tablet.
pub(crate) enum Seals {
    /// No lock is set: whoever has this browser's key opens everything.
    One(Vault),
    /// Locked. This key is wrapped by the browser's key alone.
    Locked(Vault),
    /// A lock is set, and the PIN was given: the key of what is sent, and the data key.
    Both(Vault, Vault),
    /// Nobody knows what is stored: an answer of the storage was lost, and it did not answer again.
    Lost,
}

impl Seals {
    /// The key of the record that is stored under `key`.
    fn of(&self, key: &str) -> Option<&Vault> {
        match self {
            Seals::One(vault) => Some(vault),
            Seals::Locked(sending) => Some(sending).filter(|_| is_there_while_locked(key)),
            Seals::Both(sending, data) => Some(if is_there_while_locked(key) { sending } else { data }),
            Seals::Lost => None,
        }
    }

    /// Seals a record.
    pub(super) fn seal(&self, key: String, plain: &[u8], random: &dyn Random) -> Result<Stored, StorageFailure> {
        let sealed = self.of(&key).ok_or(StorageFailure::Locked)?.seal(&key, plain, random);
        Ok(Stored { key, sealed })
    }

    /// Opens every record whose key is here.
    pub(super) fn read(&self, stored: Vec<Stored>) -> Result<Held, NotOpened> {
        let records = stored.iter().filter_map(|stored| self.record(stored)).collect::<Result<Vec<_>, _>>()?;
        Ok(Held::of(records))
    }

    /// Opens one record; nothing where its key is not here.
    pub(crate) fn record(&self, stored: &Stored) -> Option<Result<Record, NotOpened>> {
        let vault = self.of(&stored.key)?;
        let read = || {
            let plain = vault.open(&stored.key, &stored.sealed)?;
            // From text, as everything else is read: from bytes, each type's reading would stand in the app a second time.
            let text = String::from_utf8(plain).unwrap_or_default();
            serde_json::from_str(&text).map_err(|_| NotOpened::Unknown(stored.key.clone()))
        };
        Some(read())
    }

    /// What sending needs, as it stands under other keys.
    pub(super) fn sealed_anew(
        &self,
        stored: Vec<Stored>,
        to: &Seals,
        random: &dyn Random,
    ) -> Result<Vec<Stored>, StorageFailure> {
        let moves = stored.into_iter().filter(|stored| OF_SENDING.contains(&kind(&stored.key)));
        let anew = |Stored { key, sealed }: Stored| {
            let vault = self.of(&key).ok_or(StorageFailure::Locked)?;
            let plain = vault.open(&key, &sealed).map_err(|damaged| StorageFailure::Failed(damaged.to_string()))?;
            to.seal(key, &plain, random)
        };
        moves.map(anew).collect()
    }
}

fn is_there_while_locked(key: &str) -> bool {
    OF_SENDING.contains(&kind(key)) || OF_UNLOCKING.contains(&kind(key))
}

fn kind(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}
