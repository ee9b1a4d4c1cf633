//! Reading a store that does not open as a whole: record by record, and how many could not be read.

use crate::storage::Storage;
use crate::tablet::{Held, Key, NotUnlocked, Record, Seals};
use crate::vault::Vault;

/// What could be read of a tablet that does not open. The store is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    pub(super) held: Held,
    /// Records that could not be read.
    pub unreadable: usize,
    /// Whether a PIN would open more: what it opens is not counted as unreadable.
    pub is_locked: bool,
}

/// Reads what can be read; of a tablet with a lock what waits to be sent, and with its PIN the rest.
///
/// The waits between two tries of a PIN are not kept here: nothing is written to a store of which nobody knows what is
/// wrong with it.
///
/// # Errors
/// When not even the list of records can be read, or the PIN is not the lock's.
pub async fn salvage(storage: &dyn Storage, vault: Vault, pin: Option<&str>) -> Result<Salvaged, NotUnlocked> {
    let (stored, mut unreadable) = storage.read_each().await?;
    let lock = Key::Lock.to_string();
    let one = Seals::One(vault);
    let lock = stored.iter().filter(|stored| stored.key == lock).find_map(|stored| match one.record(stored) {
        Some(Ok(Record::Lock(lock))) => Some(lock),
        _ => None,
    });
    let (seals, is_locked) = match (lock, pin, one) {
        (Some(lock), Some(pin), Seals::One(sending)) => {
            (Seals::Both(sending, lock.open(pin)?.ok_or(NotUnlocked::Wrong)?), false)
        }
        (Some(_), None, Seals::One(sending)) => (Seals::Locked(sending), true),
        (_, _, seals) => (seals, false),
    };
    let mut records = Vec::new();
    for record in stored.iter().filter_map(|stored| seals.record(stored)) {
        match record {
            Ok(record) => records.push(record),
            Err(_) => unreadable += 1,
        }
    }
    Ok(Salvaged { held: Held::of(records), unreadable, is_locked })
}
