//! Reading a store that does not open as a whole: record by record, and how many could not be read.

use crate::storage::{Storage, StorageFailure};
use crate::tablet::{Held, Record};
use crate::vault::Vault;

/// What could be read of a tablet that does not open. The store is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    pub(super) held: Held,
    /// Records that could not be read.
    pub unreadable: usize,
}

/// Reads what can be read.
///
/// # Errors
/// When not even the list of records can be.
pub async fn salvage(storage: &dyn Storage, vault: &Vault) -> Result<Salvaged, StorageFailure> {
    let (stored, mut unreadable) = storage.read_each().await?;
    let mut records = Vec::new();
    for stored in stored {
        let plain = vault.open(&stored.key, &stored.sealed).ok();
        let text = plain.and_then(|plain| String::from_utf8(plain).ok());
        match text.and_then(|text| serde_json::from_str::<Record>(&text).ok()) {
            Some(record) => records.push(record),
            None => unreadable += 1,
        }
    }
    Ok(Salvaged { held: Held::of(records), unreadable })
}
