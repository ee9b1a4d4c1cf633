//! Where a tablet keeps its sealed records: one place for all kinds, so that a new kind needs no upgrade of a database
//! that a browser can break off in the middle.

pub mod conformance;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
mod memory;

use std::fmt;

use async_trait::async_trait;

pub use self::memory::Memory;

/// A tablet's lasting memory. Every implementation runs [`conformance`].
///
/// The opening that was made last owns it: what an earlier one believes to hold may not be true any more, so that it can
/// still read and not write.
#[async_trait(?Send)]
pub trait Storage {
    /// Every record there is, in the order of their keys.
    async fn read_all(&self) -> Result<Vec<Stored>, StorageFailure>;

    /// Every record that can be read, where [`Self::read_all`] fails because of one of them, and how many cannot.
    async fn read_each(&self) -> Result<(Vec<Stored>, usize), StorageFailure> {
        Ok((self.read_all().await?, 0))
    }

    /// Writes all of the batch or nothing of it, in the order given, and returns only when it would survive the end of
    /// the process. After an error nothing of it is stored, or all of it (the answer was lost): writing the same batch
    /// again has the same effect either way.
    async fn commit(&self, batch: &[Write]) -> Result<(), StorageFailure>;

    /// Asks for a sign of life after the app has slept: what gives none is opened anew when it is needed next.
    async fn wake(&self) {}

    /// Removes every record and the storage itself with its key. Afterwards this opening cannot write; whoever opens the
    /// storage again finds an empty one. An opening that was taken over removes nothing.
    async fn erase(&self) -> Result<(), StorageFailure>;
}

/// One sealed record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its key, such as `visit/…`.
    pub key: String,
    /// The record, sealed.
    pub sealed: Vec<u8>,
}

/// One change to the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Writes a record, in the place of one with the same key.
    Put(Stored),
    /// Removes the record with this key, if there is one.
    Delete(String),
    /// Removes every record from the first key to the last, both included, if there are any.
    DeleteRange(String, String),
    /// Keeps this data key in the place of the one there was: whoever opens the storage again is given it.
    DataKey(DataKey),
}

/// A data key on its way into the storage, which wraps it.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey {
    /// The key.
    pub key: [u8; 32],
    /// Random, for the wrapping.
    pub nonce: [u8; 12],
}

impl fmt::Debug for DataKey {
    /// Says nothing of the key.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("DataKey")
    }
}

/// Why records could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageFailure {
    /// There is no room left.
    #[error("there is no room left on this tablet")]
    Full,
    /// The store was opened again elsewhere, such as in another tab, and belongs to that opening now.
    #[error("the tablet was opened in another tab")]
    TakenOver,
    /// Another tab holds an older version of the store open.
    #[error("another tab keeps the store from opening")]
    Blocked,
    /// The tablet is locked: without the PIN there is no key to seal with.
    #[error("the tablet is locked")]
    Locked,
    /// Anything else; the text is the browser's.
    #[error("the store of this tablet did not answer: {0}")]
    Failed(String),
}
