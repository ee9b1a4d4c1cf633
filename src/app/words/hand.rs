//! Words about the hand that taps.

use super::{Language, use_language};

/// Words about the hand that taps.
pub struct Hand {
    pub which: &'static str,
    pub what: &'static str,
    pub left: &'static str,
    pub right: &'static str,
}

static EN: Hand = Hand {
    which: "The hand that taps",
    what: "In a visit, what is pressed most stands on its side. The other hand holds the tablet.",
    left: "Left hand",
    right: "Right hand",
};

static ES: Hand = Hand {
    which: "La mano con la que toca",
    what: "En una visita, lo que más se toca queda de su lado. La otra mano sostiene la tableta.",
    left: "Mano izquierda",
    right: "Mano derecha",
};

/// The words in the language of the page.
pub fn use_hand_words() -> &'static Hand {
    match use_language()() {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
