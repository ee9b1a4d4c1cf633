//! Words of the visit: confirming room and subject, the instrument, what counts, evidence.

mod english;
mod spanish;

use device::tablet::VisitRefused;

pub use self::english::EN;
pub use self::spanish::ES;

/// Words of the visit.
pub struct Visit {
    // Before the visit.
    pub confirm: fn(&str) -> String,
    pub confirm_why: &'static str,
    pub confirm_fixed: &'static str,
    pub subject: &'static str,
    pub choose_subject: &'static str,
    pub before: fn(u32, usize) -> String,
    pub begin: &'static str,
    pub another_room: &'static str,
    pub under_way: fn(&str) -> String,
    pub go_on: &'static str,
    // The head of the instrument.
    pub for_learning: &'static str,
    pub this_visit: &'static str,
    pub saved: &'static str,
    pub saving: &'static str,
    pub no_wake_lock: &'static str,
    pub clock: fn(u32, u32, u32) -> String,
    // What is pressed.
    pub what_counts: &'static str,
    pub tap_to_add: &'static str,
    pub less: &'static str,
    pub of_five: fn(u8) -> String,
    pub all_counted: fn(u8) -> String,
    pub seen: &'static str,
    pub not_seen: &'static str,
    pub does_not_apply: &'static str,
    pub not_enough_time: &'static str,
    pub blocks: &'static str,
    pub block_minutes: fn(u32, u32) -> String,
    pub block_state: fn(u32) -> String,
    pub block_yes: &'static str,
    pub block_no: &'static str,
    pub block_waits: &'static str,
    pub block_missed: &'static str,
    pub block_not_applicable: &'static str,
    pub block_now: &'static str,
    pub next_beep: fn(u32) -> String,
    pub state_yes: &'static str,
    pub state_no: &'static str,
    pub shares: [&'static str; 5],
    pub table_shares: [&'static str; 5],
    pub in_view: &'static str,
    pub students_in_view: &'static str,
    pub tables_in_view: &'static str,
    pub one_fewer: &'static str,
    pub one_more: &'static str,
    // The foot of the instrument.
    pub i_saw_dots: &'static str,
    pub undo: &'static str,
    pub finish: &'static str,
    // Sheets.
    pub back_to_visit: &'static str,
    pub what_did_you: &'static str,
    pub stays_here: &'static str,
    pub i_saw: &'static str,
    pub i_heard: &'static str,
    pub their_words: &'static str,
    pub no_names: &'static str,
    pub characters_left: fn(i64) -> String,
    pub belongs_to: &'static str,
    pub keep_it: &'static str,
    pub write_something: &'static str,
    pub take_out: &'static str,
    pub nothing_written: &'static str,
    pub about_visit: &'static str,
    pub other_subject: &'static str,
    pub leave: &'static str,
    pub leave_what: &'static str,
    pub leave_sure: &'static str,
    pub leave_now: &'static str,
    pub leave_not: &'static str,
    // When something was not kept.
    pub not_saved: fn(&VisitRefused) -> String,
}
