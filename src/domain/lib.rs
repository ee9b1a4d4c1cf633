//! What a walkthrough is: values and rules, with no IO, no clock and no randomness.
//!
//! Time, identifiers and random bytes come in as arguments, so that a tablet, the server and a simulation all run
//! exactly this code. Read in this order: a [`roster`] gives rooms, a [`round`] plans them, a [`visit`] is a list of
//! marks that ends in a summary, a [`note`] is sealed to a card, and a [`release`] is what may be shown.

pub mod access_log;
pub mod agreement;
pub mod change;
pub mod code_of;
pub mod coverage;
pub mod expiry;
pub mod family;
pub mod guard;
pub mod ids;
pub mod language;
pub mod library;
pub mod note;
pub mod permission;
pub mod release;
pub mod roster;
pub mod round;
pub mod sign_in;
pub mod symbols;
pub mod text;
pub mod time;
pub mod visit;
