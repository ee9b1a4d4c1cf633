//! What a tablet remembers and how it catches up.
//!
//! A [`tablet::Tablet`] holds everything in memory, loaded from sealed records. Each act builds one batch of records,
//! waits until the [`storage::Storage`] has it for good, and only then counts as done. [`sync`] is the conversation
//! with a server; the [`network`], the clock and randomness come from the [`surroundings`].

pub mod network;
pub mod passphrase;
pub mod people;
pub mod reading;
pub mod rescue;
pub mod storage;
pub mod surroundings;
pub mod sync;
pub mod tablet;
pub mod vault;
