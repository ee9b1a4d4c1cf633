//! Two notes that a newcomer can open, one in each language, on cards that are no secret.

use domain::ids::RoundId;
use domain::language::Language;
use domain::note::{Card, Note, SealedNote, seal};
use domain::text::Passage;
use domain::time::Day;

use super::NotFilled;
use super::draw::Draw;

/// Their bits stand here for everyone, so they open nothing but these two notes.
const CARDS: [[u8; 10]; 2] = [*b"an example", *b"un ejemplo"];

struct Written {
    language: Language,
    noticed: &'static str,
    wondered: &'static str,
}

const NOTES: [Written; 2] = [
    Written {
        language: Language::En,
        noticed: "After \"What makes you say that?\" four students in a row added to one another before you spoke again.",
        wondered: "What part of the next discussion could you hand over to students?",
    },
    Written {
        language: Language::Es,
        noticed: "Después de «¿Por qué lo cree?», tres estudiantes explicaron su idea en español y luego en inglés, y su grupo los escuchó.",
        wondered: "¿Qué pasaría si la siguiente pregunta la hiciera el grupo?",
    },
];

/// The sample's cards, the English note's first.
pub fn cards() -> [Card; 2] {
    CARDS.map(Card::from_random)
}

/// The notes of visits on `visited`, readable until `expires`.
pub fn sealed(visited: Day, expires: Day, draw: &mut Draw) -> Result<Vec<SealedNote>, NotFilled> {
    let seal = |(written, card): (&Written, Card)| {
        // Their round closed before the sample begins, so there is nothing to add to.
        Ok(seal(&written.on(visited, None)?, &card, expires, draw.bytes(), 1))
    };
    NOTES.iter().zip(cards()).map(seal).collect()
}

/// A note of a visit of `round` for each of `cards`.
pub fn of_round(
    round: &RoundId,
    visited: Day,
    expires: Day,
    cards: &[Card],
    draw: &mut Draw,
) -> Result<Vec<SealedNote>, NotFilled> {
    let note = NOTES[0].on(visited, Some(round.clone()))?;
    Ok(cards.iter().map(|card| seal(&note, card, expires, draw.bytes(), 1)).collect())
}

impl Written {
    /// The note of a visit on that day.
    fn on(&self, visited: Day, round: Option<RoundId>) -> Result<Note, NotFilled> {
        Ok(Note {
            noticed: Passage::parse(self.noticed).map_err(NotFilled::Text)?,
            wondered: Passage::parse(self.wondered).map_err(NotFilled::Text)?,
            visited,
            minutes: 10,
            language: self.language,
            round,
        })
    }
}
