//! What device and server say to one another: plain messages in JSON over HTTP, under `/api/v1`.
//!
//! The conversation of one sync, each line a request and its answer:
//!
//! 1. [`push`]: "here are my plans and debriefs", then summaries, then notes → each received, refused or late.
//! 2. [`pull`]: "what is new since this cursor?" → changes, releases, the roster, and the server's epoch.
//! 3. [`round`]: "which rooms are visited?" → tokens without values; "I still hold so much" → heard.
//!
//! And once in a round's life: "what would a close show?", "close it", and, after a restore, "this was published".
//! Anything that goes wrong is a [`problem`].

pub mod path;
pub mod problem;
pub mod pull;
pub mod push;
pub mod round;
pub mod schools;

#[cfg(test)]
mod samples;

use domain::permission::Role;

/// The version of everything said here; it stands in every path. A tablet and a server with different versions do not
/// talk, and the tablet keeps what it has.
pub const VERSION: u32 = 1;

/// The header that names the sample's door a request comes through, by its [`door_word`].
pub const DOOR: &str = "noticeboard-door";

/// The word for a role's door; nothing for anyone, who comes through none.
pub fn door_word(role: Role) -> Option<&'static str> {
    match role {
        Role::Lead => Some("lead"),
        Role::Reader => Some("reader"),
        Role::Anyone => None,
    }
}

/// The most items of one push.
pub const MOST_ITEMS: usize = 500;
/// The most bytes of one request's body.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The most bytes of one item's body: a plan of a thousand rooms fits.
pub const LONGEST_BODY: usize = 64 * 1024;
