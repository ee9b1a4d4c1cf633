//! What lies over a visit, in both languages.

use super::{Tour, speaks};
use crate::Tablet;

/// What is pressed and typed in the sheets over a visit.
pub struct Sheets {
    language: &'static str,
    look_for: &'static str,
    what_counts: &'static str,
    boundary: &'static str,
    back: &'static str,
    saw: &'static str,
    sentence: (&'static str, &'static str),
    asked: &'static str,
    phrases: &'static str,
    so_far: &'static str,
    this_visit: &'static str,
    leave: &'static str,
}

/// In English and in Spanish.
pub const SHEETS: [Sheets; 2] = [
    Sheets {
        language: "en",
        look_for: "Questions that invite reasoning",
        what_counts: "What counts",
        boundary: "What counts and what does not",
        back: "Back to the visit",
        saw: "I saw… / I heard…",
        sentence: ("In the room’s words, not yours", "Good discussion, Kayla’s table was engaged"),
        asked: "What did you see or hear there?",
        phrases: "Change these phrases",
        so_far: "So far",
        this_visit: "This visit",
        leave: "Leave without a result",
    },
    Sheets {
        language: "es",
        look_for: "Preguntas que invitan a razonar",
        what_counts: "Qué cuenta",
        boundary: "Qué cuenta y qué no",
        back: "Volver a la visita",
        saw: "Vi… / Oí…",
        sentence: (
            "Con las palabras del salón, no con las suyas",
            "Buena discusión, los niños de la mesa 3 estaban interesados",
        ),
        asked: "¿Qué vio u oyó ahí?",
        phrases: "Cambiar estas frases",
        so_far: "Hasta ahora",
        this_visit: "Esta visita",
        leave: "Dejarla sin resultado",
    },
];

/// What counts, a sentence with the guard's question, one's own phrases, what was recorded so far, and the visit itself.
pub fn sheets_of_a_visit(tour: &Tour<'_>, lead: &Tablet, sheets: &Sheets) {
    speaks(lead, sheets.language);
    lead.reloads();
    lead.presses_in(sheets.look_for, sheets.what_counts);
    lead.sees(sheets.boundary);
    tour.shows_as_it_is(lead, sheets.language, "what-counts");
    lead.presses(sheets.back);
    lead.presses(sheets.saw);
    let (field, sentence) = sheets.sentence;
    lead.writes(field, sentence);
    lead.sees(sheets.asked);
    tour.shows_as_it_is(lead, sheets.language, "i-saw");
    lead.presses(sheets.phrases);
    tour.shows_as_it_is(lead, sheets.language, "phrases");
    // What is begun outlasts a reload, and opens its sheet again.
    lead.writes(field, "");
    lead.presses(sheets.back);
    lead.presses(sheets.so_far);
    tour.shows_as_it_is(lead, sheets.language, "so-far");
    lead.presses(sheets.back);
    lead.presses(sheets.this_visit);
    lead.presses(sheets.leave);
    tour.shows_as_it_is(lead, sheets.language, "this-visit");
    lead.presses(sheets.back);
}
