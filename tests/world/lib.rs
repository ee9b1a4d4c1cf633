//! The product from outside: a world with a server, a network that can be cut, tablets, phones and people.

pub mod world;

pub mod audit;
pub mod reader;
pub mod tablet;
pub mod visiting;

pub mod agreed;
pub mod tour;

pub mod body;
pub mod person;

pub mod browser;
pub mod camera;
pub mod clock;
pub mod damaged;
pub mod database;
pub mod disk;
pub mod driver;
pub mod engine;
pub mod evidence_notes;
pub mod leash;
pub mod log;
pub mod network;
pub mod page;
mod served;
mod skipped;

pub mod district;
pub mod kill;
pub mod simulation;
pub mod soak;

pub use self::engine::Engine;
pub use self::person::Person;
pub use self::reader::Reader;
pub use self::skipped::skipped;
pub use self::tablet::{Planning, Tablet};
pub use self::world::World;
