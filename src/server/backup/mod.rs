//! Keeps a district for a bad day: one file taken while the server runs, and put back while it does not.
//!
//! Read in this order: [`mod@file`] is what a backup is, [`taking`] writes one, [`restoring`] puts one back, and
//! [`in_use`] keeps a server and a restore out of each other's way. With PostgreSQL its own `pg_dump` does this better;
//! both commands say so.

pub mod file;
pub mod in_use;
mod owner;
pub mod restoring;
pub mod taking;

pub use self::in_use::InUse;
pub use self::restoring::restore;
pub use self::taking::back_up;
