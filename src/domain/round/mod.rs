//! A round: visits with a stated purpose, planned once, debriefed together, closed once.

mod debrief;
mod delivery;
mod grouping;
mod key;
mod plan;
#[cfg(test)]
mod tests;

pub use self::debrief::{Action, Debrief, Missing, Question, Sense, Statement};
pub use self::delivery::{Delivered, Delivery, DeliveryFault};
pub use self::grouping::{Group, GroupNumber, GroupValue, Grouping, group_rooms};
pub use self::key::{KeyCheck, RoundKey};
pub use self::plan::{Plan, PlanFault, PlannedLookFor};
