//! Every word the app says, in both languages. A word that one language lacks does not compile.
//!
//! One file for each area holds its struct and both languages. Sentences with numbers or names in them are functions,
//! so that each language makes its own plurals.

mod agreement;
pub mod between;
pub mod book;
mod cards;
pub mod closing;
pub mod debrief;
mod delivery;
pub mod evidence;
mod finish;
mod frame;
pub mod hallway;
pub mod hand;
pub mod install;
pub mod instruments;
mod join;
mod lead;
mod library;
pub mod lock;
pub mod marks;
mod on_tablet;
mod plan;
mod refused;
pub mod rescue;
mod round;
mod scan;
mod sign_in;
mod start;
mod storage;
mod sync;
mod taking;
pub mod talk;
mod this_tablet;
mod trouble;
mod views;
mod visit;
pub mod voices;

use std::ops::Deref;

use ::words::district::District;
use ::words::opportunity::Opportunity;
pub use ::words::picture;
use ::words::picture::Picture;
use ::words::roster::Roster;
use ::words::strands::Strands;
use ::words::trend::Trend;
use dioxus::prelude::*;
use domain::language::Language;

use self::delivery::Delivery;
use self::frame::Frame;
use self::library::Library;
pub use self::on_tablet::{Finish, OnTablet};
use self::scan::Scan;
use self::sign_in::SignIn;
use self::start::Start;
use self::sync::Sync;
use self::trouble::Trouble;
use self::views::Views;

/// Everything said in one language; through it also what only screens with a tablet say.
pub struct Words {
    /// Which language these words are in; for dates and for the library's own texts.
    pub language: Language,
    /// Around every screen: brand, ways back, language, saving.
    pub frame: Frame,
    /// The doors.
    pub start: Start,
    /// Coming in with a code.
    pub sign_in: SignIn,
    /// Scanning a code with the camera.
    pub scan: Scan,
    /// What is published, as files say it too.
    pub published: &'static ::words::Words,
    /// Pictures.
    pub picture: &'static Picture,
    /// Around the ways to read a school.
    pub views: Views,
    /// A row of rounds.
    pub trend: &'static Trend,
    /// Groups set beside one another.
    pub opportunity: &'static Opportunity,
    /// Productive talk.
    pub strands: &'static Strands,
    /// What came of an action.
    pub delivery: Delivery,
    /// A district's term.
    pub district: &'static District,
    /// The look-fors.
    pub library: Library,
    /// What a roster says: grades, subjects, groups.
    pub roster: &'static Roster,
    /// Sending and receiving.
    pub sync: Sync,
    /// What went wrong, what was kept, what to do.
    pub trouble: Trouble,
}

/// English.
pub static EN: Words = Words {
    language: Language::En,
    frame: frame::EN,
    start: start::EN,
    sign_in: sign_in::EN,
    scan: scan::EN,
    published: &::words::EN,
    picture: &::words::EN.picture,
    views: views::EN,
    trend: &::words::EN.trend,
    opportunity: &::words::EN.opportunity,
    strands: &::words::EN.strands,
    delivery: delivery::EN,
    district: &::words::EN.district,
    library: library::EN,
    roster: &::words::EN.roster,
    sync: sync::EN,
    trouble: trouble::EN,
};

/// Spanish, with *usted*.
pub static ES: Words = Words {
    language: Language::Es,
    frame: frame::ES,
    start: start::ES,
    sign_in: sign_in::ES,
    scan: scan::ES,
    published: &::words::ES,
    picture: &::words::ES.picture,
    views: views::ES,
    trend: &::words::ES.trend,
    opportunity: &::words::ES.opportunity,
    strands: &::words::ES.strands,
    delivery: delivery::ES,
    district: &::words::ES.district,
    library: library::ES,
    roster: &::words::ES.roster,
    sync: sync::ES,
    trouble: trouble::ES,
};

/// `words.visit` and the like: nothing of it is in a build whose screens say none of it.
impl Deref for Words {
    type Target = OnTablet;

    fn deref(&self) -> &OnTablet {
        match self.language {
            Language::En => &on_tablet::EN,
            Language::Es => &on_tablet::ES,
        }
    }
}

/// All words of a language.
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
    }
}

/// The words of the chosen language; the component draws itself again when another is chosen.
pub fn use_words() -> &'static Words {
    of(use_language()())
}

/// The chosen language. Write to it with [`choose`] only, which also remembers it.
pub fn use_language() -> Signal<Language> {
    use_context()
}

/// Chooses a language: for this page at once, and for the next time.
pub fn choose(mut language: Signal<Language>, chosen: Language) {
    crate::browser::remembered::set_language(chosen);
    crate::browser::page::set_language(chosen);
    language.set(chosen);
}
