//! Words about rescue files.
//!
//! Beside the rest of the words, so that the part of the app that has no tablet does not carry them.

mod english;
mod spanish;

use device::rescue::{Becomes, NotRescued};
use domain::language::Language;

/// Words about rescue files.
pub struct Rescue {
    pub title: &'static str,
    pub lede: &'static str,
    pub to_rescue: &'static str,
    // Saving.
    pub save_title: &'static str,
    pub save_more: &'static str,
    pub passphrase: &'static str,
    pub passphrase_hint: &'static str,
    pub too_short: &'static str,
    pub no_memory: &'static str,
    pub not_saved: &'static str,
    pub save: &'static str,
    pub saved_as: fn(&str) -> String,
    pub after_saving: &'static str,
    pub not_in_it: &'static str,
    // Of a tablet that does not open.
    pub unopened: &'static str,
    pub look_for_it: &'static str,
    /// Records that could not be read, and records that need the PIN.
    pub could_not_read: fn(usize, usize) -> String,
    /// What belongs to visits whose beginning could not be read.
    pub unplaced: fn(usize) -> String,
    pub unplaced_go: &'static str,
    pub nothing_read: &'static str,
    pub pin_brings_more: &'static str,
    // Of a browser that has thrown the store away.
    pub thrown_away: &'static str,
    pub thrown_away_more: &'static str,
    pub thrown_away_next: &'static str,
    pub begin_empty: &'static str,
    // Opening.
    pub open_title: &'static str,
    pub open_more: &'static str,
    pub which_file: &'static str,
    pub its_passphrase: &'static str,
    pub open: &'static str,
    pub not_opened: fn(NotRescued) -> &'static str,
    pub other_district: &'static str,
    pub in_file: &'static str,
    /// By whom, if anybody was signed in, and when.
    pub saved_by: fn(Option<&str>, &str) -> String,
    pub was_unreadable: fn(usize) -> String,
    pub unplaced_stay: &'static str,
    pub anothers: &'static str,
    pub becomes: fn(Becomes) -> &'static str,
    pub some_room: &'static str,
    /// Minutes, and whether the visit has ended.
    pub minutes: fn(u32, bool) -> String,
    pub counted: fn(Counted, usize) -> String,
    pub all_here: &'static str,
    pub take: &'static str,
    pub leave: &'static str,
    pub taken: &'static str,
    pub on_one_tablet: &'static str,
    // Deciding.
    pub to_decide: fn(usize) -> String,
    pub decide: &'static str,
    pub decide_more: &'static str,
    pub visit_in: fn(&str) -> String,
    pub note_of: fn(&str) -> String,
    pub board_of: fn(&str) -> String,
    pub plan_of: fn(&str) -> String,
    pub phrases: &'static str,
    pub here: &'static str,
    pub in_the_file: fn(&str) -> String,
    /// Things recorded, minutes, and whether the visit has ended.
    pub recorded: fn(usize, u32, bool) -> String,
    pub here_is_right: &'static str,
    pub file_is_right: &'static str,
    pub sure: &'static str,
    pub was_decided: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
}

/// What is counted in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Notes that are being written.
    Notes,
    /// Debrief boards.
    Boards,
    /// Plans that say something else.
    Plans,
    /// Somebody's own phrases.
    Phrases,
    /// Changes that no server has received.
    Unsent,
    /// Cards on paper.
    Cards,
}

/// The words in a language.
pub fn of(language: Language) -> &'static Rescue {
    match language {
        Language::En => &english::WORDS,
        Language::Es => &spanish::WORDS,
    }
}
