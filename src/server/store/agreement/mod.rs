//! What staff and district agreed: versions that were signed, the draft of the next, pauses, and reports of misuse.

mod draft;
mod misuse;
mod pauses;
mod versions;

pub use self::draft::{Acted, Draft};
pub use self::misuse::{MisuseReport, ReportGone};
pub use self::versions::{InForce, Version};
