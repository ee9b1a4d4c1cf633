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
    /// Records that the PIN would open; they are not counted as unreadable.
    pub behind_pin: usize,
    /// Whether there is a PIN, and it was not given.
    pub is_locked: bool,
}

impl Salvaged {
    /// How many marks, sentences and notes belong to a visit whose beginning could not be read. They go into the file.
    pub fn unplaced(&self) -> usize {
        self.held.unplaced()
    }
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
    let (mut records, mut behind_pin) = (Vec::new(), 0);
    for stored in &stored {
        match seals.record(stored) {
            Some(Ok(record)) => records.push(record),
            Some(Err(_)) => unreadable += 1,
            None => behind_pin += 1,
        }
    }
    Ok(Salvaged { held: Held::of(records), unreadable, behind_pin, is_locked })
}
