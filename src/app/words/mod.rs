//! Every word the app says, in both languages. A word that one language lacks does not compile.
//!
//! One file for each area holds its struct and both languages. Sentences with numbers or names in them are functions,
//! so that each language makes its own plurals.

mod cards;
pub mod closing;
pub mod debrief;
mod delivery;
mod district;
pub mod evidence;
mod finish;
mod frame;
pub mod install;
pub mod instruments;
mod join;
mod lead;
mod library;
pub mod marks;
pub mod picture;
mod plan;
mod refused;
mod roster;
mod round;
mod scan;
mod sign_in;
mod start;
mod sync;
pub mod talk;
mod this_tablet;
mod trouble;
mod visit;
pub mod voices;

use dioxus::prelude::*;
use domain::language::Language;

use self::cards::Cards;
use self::closing::Closing;
use self::debrief::Debrief;
use self::delivery::Delivery;
use self::district::District;
pub use self::finish::Finish;
use self::frame::Frame;
use self::join::Join;
use self::lead::Lead;
use self::library::Library;
use self::picture::Picture;
use self::plan::Plan;
use self::refused::Refused;
use self::roster::Roster;
use self::round::Round;
use self::scan::Scan;
use self::sign_in::SignIn;
use self::start::Start;
use self::sync::Sync;
use self::this_tablet::ThisTablet;
use self::trouble::Trouble;
use self::visit::Visit;

/// Everything said in one language.
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
    /// The rounds.
    pub lead: Lead,
    /// Planning.
    pub plan: Plan,
    /// Joining.
    pub join: Join,
    /// One round.
    pub round: Round,
    /// Confirming a room, and the visit.
    pub visit: Visit,
    /// Finishing a visit, and its note.
    pub finish: Finish,
    /// Cards to print.
    pub cards: Cards,
    /// The board.
    pub debrief: Debrief,
    /// Closing a round.
    pub closing: Closing,
    /// Pictures.
    pub picture: Picture,
    /// What came of an action.
    pub delivery: Delivery,
    /// A district's term.
    pub district: District,
    /// The look-fors.
    pub library: Library,
    /// This tablet.
    pub this_tablet: ThisTablet,
    /// Changes that the server did not take.
    pub refused: Refused,
    /// What a roster says: grades, subjects, groups.
    pub roster: Roster,
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
    lead: lead::EN,
    plan: plan::EN,
    join: join::EN,
    round: round::EN,
    visit: visit::EN,
    finish: finish::EN,
    cards: cards::EN,
    debrief: debrief::EN,
    closing: closing::EN,
    picture: picture::EN,
    delivery: delivery::EN,
    district: district::EN,
    library: library::EN,
    this_tablet: this_tablet::EN,
    refused: refused::EN,
    roster: roster::EN,
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
    lead: lead::ES,
    plan: plan::ES,
    join: join::ES,
    round: round::ES,
    visit: visit::ES,
    finish: finish::ES,
    cards: cards::ES,
    debrief: debrief::ES,
    closing: closing::ES,
    picture: picture::ES,
    delivery: delivery::ES,
    district: district::ES,
    library: library::ES,
    this_tablet: this_tablet::ES,
    refused: refused::ES,
    roster: roster::ES,
    sync: sync::ES,
    trouble: trouble::ES,
};

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
