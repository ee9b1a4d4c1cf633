//! Rosters as they come: every fault that is met in the field, in files of our own, and what is said of it.
#![expect(clippy::unwrap_used, reason = "a test may fail anywhere")]

mod anything;
mod archives;
mod importing;
mod office;
mod reading;
mod said;
mod screens;
mod sheets;
mod teachers;
