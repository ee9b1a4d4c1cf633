//! The screens, one file or folder each, in the order in which a person meets them.

mod cards;
mod closing;
mod debrief;
mod finish;
mod hallway;
mod hand_choice;
mod install;
mod join;
mod keeping_here;
mod landing;
mod lead;
mod library;
mod lock;
mod not_found;
mod pause;
mod picture;
mod plan;
mod rescue;
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
pub use self::hallway::Hallway;
pub use self::install::Install;
pub use self::join::Join;
pub use self::landing::{Arrival, Landing};
pub use self::lead::Lead;
pub use self::library::Library;
pub use self::lock::LockScreen;
pub use self::not_found::NotFound;
pub use self::pause::all_stored;
pub use self::picture::{
    BookLink, District, HandoverBook, Picture, Pictures, Say, Saying, Take, Taking, View, WayToBook,
};
pub use self::plan::PlanRound;
pub use self::rescue::Rescue;
pub use self::round::Round;
pub use self::sign_in::SignIn;
pub use self::start::Start;
pub use self::this_tablet::ThisTablet;
pub use self::trouble::{AlreadyOpen, LockLost, NotHere, NotOpened, ThrownAway};
pub use self::visit::{Confirm, Visit};
