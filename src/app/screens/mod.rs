//! The screens, one file or folder each, in the order in which a person meets them.

mod cards;
mod closing;
mod debrief;
mod finish;
mod install;
mod join;
mod keeping_here;
mod lead;
mod library;
mod not_found;
mod pause;
mod picture;
mod plan;
mod round;
mod sign_in;
mod start;
mod this_tablet;
mod trouble;
mod visit;

pub use self::cards::Cards;
pub use self::closing::Closing;
pub use self::debrief::Debrief;
pub use self::finish::Finish;
pub use self::install::Install;
pub use self::join::Join;
pub use self::lead::Lead;
pub use self::library::Library;
pub use self::not_found::NotFound;
pub use self::picture::{District, Picture, Pictures, Say, Saying};
pub use self::plan::PlanRound;
pub use self::round::Round;
pub use self::sign_in::SignIn;
pub use self::start::Start;
pub use self::this_tablet::ThisTablet;
pub use self::trouble::{AlreadyOpen, NotHere, NotOpened};
pub use self::visit::{Confirm, Visit};
