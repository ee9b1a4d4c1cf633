//! Words of a school's handover book.

use super::{Language, use_language};

/// Words of the handover book.
pub struct Book {
    pub title: &'static str,
    pub what: &'static str,
    pub round: fn(&str) -> String,
    pub looked_for: fn(&str) -> String,
    pub back: &'static str,
    pub none: &'static str,
}

static EN: Book = Book {
    title: "Handover book",
    what: "For whoever leads here next: what each round wanted to find out, what was promised and what came of it, and the question that a team took on. The newest round comes first.",
    round: |days| format!("Round of {days}"),
    looked_for: |labels| format!("Looked for: {labels}."),
    back: "This school’s pictures",
    none: "Nothing of this school has been published yet. Once a round is, what was promised and asked stands here.",
};

static ES: Book = Book {
    title: "Cuaderno de relevo",
    what: "Para quien dirija aquí después: qué quiso averiguar cada ronda, qué se prometió y qué resultó, y la pregunta que asumió un equipo. La ronda más reciente va primero.",
    round: |days| format!("Ronda del {days}"),
    looked_for: |labels| format!("Se observó: {labels}."),
    back: "Los panoramas de esta escuela",
    none: "Todavía no se ha publicado nada de esta escuela. Cuando se publique una ronda, aquí estará lo que se prometió y se preguntó.",
};

/// The words in the chosen language. They stand apart from [`super::Words`], which is on everyone's first screen.
pub fn use_book_words() -> &'static Book {
    match use_language()() {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
