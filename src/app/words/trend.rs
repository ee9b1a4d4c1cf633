//! Words in and under a row of rounds: where it breaks, and what began between them.

use domain::release::Broken;

/// Words of a row of rounds.
pub struct Trend {
    /// Under the first round after a break; nothing where what is there says it already.
    pub broken: fn(Broken) -> Option<&'static str>,
    pub phase: fn(&str) -> String,
    pub question: fn(&str) -> String,
    pub questions: &'static str,
    pub questions_what: &'static str,
    pub after: fn(&str, &str) -> String,
}

pub const EN: Trend = Trend {
    broken: |broken| match broken {
        Broken::Wording => Some("new wording"),
        Broken::Line => Some("line moved"),
        Broken::NotShown => None,
    },
    phase: |phase| format!("phase “{phase}” begins"),
    question: |numbers| format!("before it, question {numbers} was taken on"),
    questions: "Questions that teams took on between the rounds",
    questions_what: "Their numbers stand in the rows of earlier rounds. That something changed after a question does not mean that it changed because of it.",
    after: |day, team| format!("After {day}, {team} asked"),
};

pub const ES: Trend = Trend {
    broken: |broken| match broken {
        Broken::Wording => Some("nueva redacción"),
        Broken::Line => Some("umbral movido"),
        Broken::NotShown => None,
    },
    phase: |phase| format!("empieza la fase «{phase}»"),
    question: |numbers| format!("antes se asumió la pregunta {numbers}"),
    questions: "Preguntas que los equipos asumieron entre las rondas",
    questions_what: "Sus números están en las filas de rondas anteriores. Que algo cambiara después de una pregunta no quiere decir que cambiara por ella.",
    after: |day, team| format!("Después del {day}, {team} se preguntó"),
};
