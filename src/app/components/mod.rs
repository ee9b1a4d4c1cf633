//! What several screens draw.

mod code;
mod dots;
mod facts;
mod gauge;
mod mark;
mod offer;
mod page;
mod qr;
mod saving;
mod scanner;
mod title;
mod wrong;

pub use self::code::Code;
pub use self::dots::Dots;
pub use self::facts::{Definition, LookForFacts};
pub use self::gauge::Gauge;
pub use self::mark::Mark;
pub use self::page::{Back, Page};
pub use self::qr::Qr;
pub use self::saving::SavingState;
pub use self::scanner::Scanner;
pub use self::title::Title;
pub use self::wrong::Wrong;
