//! The rescue file: what is on a tablet and nowhere else, sealed with a passphrase, for the same or another tablet.
//!
//! A file holds the tablet's own records ([`Contents`]). Opening one merges them ([`Tablet::take_rescued`]): what is not
//! here is taken, what is the same is passed over, what goes on from the other stands in its place, and where each says
//! something else both are kept ([`Fork`]) until a person says which is right ([`Tablet::decide`]). So it does not matter
//! how often files are opened, nor in which order.
//!
//! Not in it: the session, the keys of this browser, what a server holds already, and cards that were never printed, which
//! would come to paper twice.

mod contents;
mod deciding;
mod file;
mod fork;
mod opening;
mod outbox;
mod piecing;
mod salvage;
#[cfg(test)]
pub(crate) mod tests;
mod version;

pub use self::contents::{Contents, SavedBy};
pub use self::deciding::{Answer, NotDecided};
pub use self::file::{FEWEST_CHARACTERS, NotAPassphrase, NotRescued, RescueFile};
pub use self::fork::{Decided, Fork};
pub use self::opening::{Becomes, Found, FoundVisit};
pub use self::salvage::{Salvaged, salvage};
pub use self::version::{Thing, Version};
