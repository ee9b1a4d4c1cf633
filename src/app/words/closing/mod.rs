//! Words of closing a round, or extending it.

mod english;
mod spanish;

use device::tablet::RoundRefused;

pub use self::english::{EN, refused as refused_in_english};
pub use self::spanish::{ES, refused as refused_in_spanish};

/// Words of closing.
pub struct Closing {
    pub title: &'static str,
    pub not_results: &'static str,
    pub asking: &'static str,
    pub ask_again: &'static str,
    pub no_answer: &'static str,
    pub not_the_server: &'static str,
    // Tablets.
    pub own_unsent: &'static str,
    pub unsent: fn(u32) -> String,
    pub unsent_what: &'static str,
    pub not_back: fn(u32) -> String,
    pub closes_from: fn(&str) -> String,
    pub closes_from_what: &'static str,
    pub all_sent: fn(u32) -> String,
    // What would be shown.
    pub look_for_and_group: &'static str,
    pub usable_rooms: &'static str,
    pub of_k: fn(u32, u32) -> String,
    pub shown: &'static str,
    pub not_shown: fn(u32) -> String,
    pub all_rooms: &'static str,
    pub rooms_so_far: fn(u32) -> String,
    pub left_out: &'static str,
    // Extending.
    pub wait: &'static str,
    pub wait_what: &'static str,
    pub last_day: &'static str,
    pub new_last_day: &'static str,
    pub extend: &'static str,
    pub extended: fn(&str) -> String,
    pub no_day: &'static str,
    pub same_day: &'static str,
    pub refused: fn(&RoundRefused) -> String,
    // Closing.
    pub close_now: &'static str,
    pub close_what: &'static str,
    pub know_unsent: &'static str,
    pub close: &'static str,
    pub sure: &'static str,
    pub then: [&'static str; 4],
    pub yes_close: &'static str,
    pub not_yet: &'static str,
    pub closing: &'static str,
    pub offline: &'static str,
    pub debrief_first: &'static str,
    pub missing_action: &'static str,
    pub missing_question: &'static str,
    pub to_debrief: &'static str,
    pub too_soon: &'static str,
    pub too_soon_next: fn(&str) -> String,
    pub unsent_work: &'static str,
    pub restored: &'static str,
    pub other_release: &'static str,
    pub not_found: &'static str,
    pub not_kept: &'static str,
    // Afterwards.
    pub closed_title: &'static str,
    pub closed_what: &'static str,
    pub to_picture: &'static str,
}
