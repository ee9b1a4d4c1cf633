//! Words of evidence: phrases to begin with, and what the guard says. Apart from the other words, because nobody needs
//! them on the first screen.

use domain::guard::ConcernKind;
use domain::language::Language;

/// Words of evidence.
pub struct Evidence {
    /// Phrases that evidence can begin with, until somebody chooses their own.
    pub phrases: &'static [&'static str],
    pub begin_with: &'static str,
    pub change_phrases: &'static str,
    pub phrases_done: &'static str,
    pub remove_phrase: fn(&str) -> String,
    pub new_phrase: &'static str,
    pub add_phrase: &'static str,
    pub phrases_as_before: &'static str,
    pub saw_or_heard: &'static str,
    pub kind: fn(ConcernKind) -> &'static str,
    pub leave_out_names: &'static str,
    pub written: fn(usize) -> String,
    pub change: &'static str,
    pub keep_change: &'static str,
    pub leave_as_it_was: &'static str,
    pub before_finish: &'static str,
}

/// The words of a language.
pub fn of(language: Language) -> &'static Evidence {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
    }
}

static EN: Evidence = Evidence {
    phrases: &["Teacher asked: “", "A student said: “", "Students wrote:", "In pairs:", "On the board:", "I counted"],
    begin_with: "Begin with",
    change_phrases: "Change these phrases",
    phrases_done: "Done with phrases",
    remove_phrase: |phrase| format!("Take out “{phrase}”"),
    new_phrase: "Another phrase",
    add_phrase: "Add it",
    phrases_as_before: "Noticeboard’s phrases again",
    saw_or_heard: "What did you see or hear there?",
    kind: |kind| match kind {
        ConcernKind::Judgement => "a judgement",
        ConcernKind::Guess => "a guess",
        ConcernKind::Name => "a name?",
        ConcernKind::Room => "a room",
    },
    leave_out_names: "Leave out names and room numbers: you may take this sentence into a note or onto the board later.",
    written: |count| match count {
        0 => "Written so far".to_owned(),
        1 => "Written so far: 1 sentence".to_owned(),
        _ => format!("Written so far: {count} sentences"),
    },
    change: "Change",
    keep_change: "Keep the change",
    leave_as_it_was: "Leave it as it was",
    before_finish: "A sentence is begun. Keep it, or empty the field; then finish the visit.",
};

static ES: Evidence = Evidence {
    phrases: &[
        "Pregunta docente: “",
        "Un estudiante dijo: “",
        "Los estudiantes escribieron:",
        "En parejas:",
        "En el pizarrón:",
        "Conté",
    ],
    begin_with: "Comenzar con",
    change_phrases: "Cambiar estas frases",
    phrases_done: "Listo con las frases",
    remove_phrase: |phrase| format!("Quitar «{phrase}»"),
    new_phrase: "Otra frase",
    add_phrase: "Agregar",
    phrases_as_before: "Volver a las frases de Noticeboard",
    saw_or_heard: "¿Qué vio u oyó ahí?",
    kind: |kind| match kind {
        ConcernKind::Judgement => "un juicio",
        ConcernKind::Guess => "una suposición",
        ConcernKind::Name => "¿un nombre?",
        ConcernKind::Room => "un salón",
    },
    leave_out_names: "Deje fuera nombres y números de salón: quizá lleve esta frase después a una nota o al tablero.",
    written: |count| match count {
        0 => "Lo escrito hasta ahora".to_owned(),
        1 => "Lo escrito hasta ahora: 1 frase".to_owned(),
        _ => format!("Lo escrito hasta ahora: {count} frases"),
    },
    change: "Cambiar",
    keep_change: "Guardar el cambio",
    leave_as_it_was: "Dejarla como estaba",
    before_finish: "Hay una frase empezada. Guárdela o vacíe el campo; después termine la visita.",
};
