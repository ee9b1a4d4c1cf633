//! Serving the built app: its files, compressed beforehand, and the headers that every answer carries.
//!
//! The app comes from inside the binary or from a folder; a server without it still speaks with tablets.

mod encoding;
mod headers;
mod nothing;
mod serve;
mod site;
#[cfg(test)]
mod tests;

pub use self::headers::{Transport, with_headers};
pub use self::nothing::method_not_allowed;
pub use self::serve::router;
pub use self::site::{NoSite, Site};
