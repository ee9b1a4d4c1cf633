//! What device and server say to one another: plain messages in JSON over HTTP, under `/api/v1`.
//!
//! The conversation of one sync, each line a request and its answer:
//!
//! 1. [`push`]: "here are my plans and debriefs", then summaries, then notes → each received, refused or late.
//! 2. [`pull`]: "what is new since this cursor?" → changes, releases, the roster, and the server's epoch.
//! 3. [`round`]: "which rooms are visited?" → tokens without values; "I still hold so much" → heard.
//!
//! And once in a round's life: "what would a close show?", "close it", and, after a restore, "this was published".
//! An administrator offers a [`roster`] twice: to see what it would do, and to say that it shall.
//! Whoever holds a card fetches its note, and may add [`context`] to the picture of its round.
//! Whoever made a door card looks for [`letters`] to it.
//! People come in by [`people`], and take a picture along by [`export`]. Anything that goes wrong is a [`problem`].

pub mod context;
pub mod export;
pub mod letters;
pub mod note;
pub mod path;
pub mod people;
pub mod problem;
pub mod pull;
pub mod push;
pub mod roster;
pub mod round;
pub mod schools;

#[cfg(test)]
mod samples;

/// The version of everything said here; it stands in every path. A tablet and a server with different versions do not
/// talk, and the tablet keeps what it has.
pub const VERSION: u32 = 1;

/// The header that names the sample's door a request comes through, by its [`people::Door::word`].
pub const DOOR: &str = "noticeboard-door";
/// The header that names the session a request belongs to: [`people::SignedIn::session`]. Its secret is the cookie
/// [`session_cookie`]; a page of another origin can send neither of the two.
pub const SESSION: &str = "noticeboard-session";

/// The name of the cookie with a session's secret. One for each session, so that several leaders can share a tablet.
pub fn session_cookie(session: &domain::ids::SessionId) -> String {
    format!("{SESSION_COOKIES}{session}")
}

/// What the names of those cookies begin with.
pub const SESSION_COOKIES: &str = "noticeboard-";

/// The most items of one push.
pub const MOST_ITEMS: usize = 500;
/// The most bytes of one request's body.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The most bytes of one item's body: a plan of a thousand rooms fits.
pub const LONGEST_BODY: usize = 64 * 1024;
