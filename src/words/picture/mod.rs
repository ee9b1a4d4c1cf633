//! Words of the picture: sentences first.

mod english;
mod reasons;
mod saying;
mod sentences;
mod spanish;
#[cfg(test)]
mod tests;

use domain::language::Language;
use domain::release::{Steadiness, Why};

pub use self::english::EN;
pub use self::sentences::{Headline, HowFar, HowMany, headline};
pub(crate) use self::sentences::{inside, row};
pub use self::spanish::ES;

/// Words of the picture.
#[expect(missing_docs, reason = "each field has the name of what it says; the sentences themselves are the text")]
pub struct Picture {
    /// Which language these words are in; for dates and for the library's own texts.
    pub language: Language,
    // The list of schools.
    pub schools: &'static str,
    pub schools_what: &'static str,
    pub no_schools: &'static str,
    // Around one picture.
    pub back: &'static str,
    pub asking: &'static str,
    pub ask_again: &'static str,
    pub no_network: &'static str,
    pub kept_from_before: &'static str,
    pub not_the_server: &'static str,
    pub no_such_school: &'static str,
    pub none_title: &'static str,
    pub none: &'static str,
    // Its head.
    pub round_of: fn(&str) -> String,
    pub rooms: fn(u32) -> String,
    pub few_rooms: fn(u32) -> String,
    pub headline: fn(&Headline) -> String,
    pub purpose: fn(&str) -> String,
    pub teachers_said: fn(&str) -> String,
    pub never: &'static str,
    pub nobody_rated: fn(u32) -> String,
    pub together_with: fn(&str) -> String,
    // One look-for.
    pub seen: fn(HowMany) -> String,
    pub could_be: fn(HowFar) -> String,
    pub line: fn(&str) -> String,
    pub rests_on: fn(u32, &str) -> String,
    pub group_rooms: fn(u32, &str) -> String,
    pub steadiness: fn(Steadiness) -> &'static str,
    pub not_calibrated: &'static str,
    /// Why something is not shown by itself, without the stop at its end: names may follow. It is told k.
    pub why: fn(Why, u32) -> String,
    pub by_group: &'static str,
    // Its earlier rounds.
    pub earlier: &'static str,
    pub since_more: fn(&str) -> String,
    pub since_fewer: fn(&str) -> String,
    pub no_clear_change: fn(&str) -> String,
    pub first_time: &'static str,
    pub other_wording: fn(&str) -> String,
    pub other_line: fn(&str) -> String,
    pub not_shown_then: fn(&str) -> String,
    pub other_schools: &'static str,
    pub hidden_here: &'static str,
    // What follows.
    pub next: &'static str,
    pub owner_will: fn(&str) -> String,
    pub team_asks: fn(&str) -> String,
    pub earlier_rounds: &'static str,
    pub newest: &'static str,
    pub look: &'static str,
    pub as_table: &'static str,
    pub look_for: &'static str,
    pub seen_in: &'static str,
    pub for_families: &'static str,
    pub can_and_cannot: &'static str,
    pub can: [&'static str; 4],
    pub cannot: [&'static str; 5],
}
