//! What only screens with a tablet say. It stands apart so that the part without one does not carry it: a build has either
//! all of a list of words or nothing of it.

use super::agreement::{self, Agreement};
use super::cards::{self, Cards};
use super::closing::{self, Closing};
use super::debrief::{self, Debrief};
use super::finish;
pub use super::finish::Finish;
use super::join::{self, Join};
use super::lead::{self, Lead};
use super::plan::{self, Plan};
use super::refused::{self, Refused};
use super::round::{self, Round};
use super::taking::{self, Taking};
use super::this_tablet::{self, ThisTablet};
use super::visit::{self, Visit};

/// The words of one language.
pub struct OnTablet {
    /// What the agreement says now.
    pub agreement: Agreement,
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
    /// This tablet.
    pub this_tablet: ThisTablet,
    /// Changes that the server did not take.
    pub refused: Refused,
    /// Taking a picture along.
    pub taking: Taking,
}

/// English.
pub static EN: OnTablet = OnTablet {
    agreement: agreement::EN,
    lead: lead::EN,
    plan: plan::EN,
    join: join::EN,
    round: round::EN,
    visit: visit::EN,
    finish: finish::EN,
    cards: cards::EN,
    debrief: debrief::EN,
    closing: closing::EN,
    this_tablet: this_tablet::EN,
    refused: refused::EN,
    taking: taking::EN,
};

/// Spanish, with *usted*.
pub static ES: OnTablet = OnTablet {
    agreement: agreement::ES,
    lead: lead::ES,
    plan: plan::ES,
    join: join::ES,
    round: round::ES,
    visit: visit::ES,
    finish: finish::ES,
    cards: cards::ES,
    debrief: debrief::ES,
    closing: closing::ES,
    this_tablet: this_tablet::ES,
    refused: refused::ES,
    taking: taking::ES,
};
