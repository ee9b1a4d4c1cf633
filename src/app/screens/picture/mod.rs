//! Pictures: the sentence first, then ten dots, then earlier rounds, small.
//!
//! Everything here is a function of what was released. Nothing is sorted by result, and rooms are never told apart.

mod book;
mod delivered;
mod district;
mod dots;
mod finding;
mod groups;
mod head;
mod kept;
mod left_out;
mod meaning;
mod promised;
mod questions;
mod released;
mod saying;
mod school;
mod schools;
mod table;
mod taking;
mod talk;
mod term_finding;
mod trend_row;
mod trouble;
mod view;

pub use self::book::{BookLink, HandoverBook, WayToBook};
pub use self::district::District;
pub use self::saying::{Say, Saying};
pub use self::school::Picture;
pub use self::schools::Pictures;
pub use self::taking::{Take, Taking};
pub use self::view::View;
