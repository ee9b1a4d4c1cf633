//! Words in and under a row of rounds: where it breaks, and what began between them.

use domain::language::Language;
use domain::library::Library;
use domain::release::{Broken, Point};

/// Words of a row of rounds.
#[expect(missing_docs, reason = "each field has the name of what it says; the sentences themselves are the text")]
pub struct Trend {
    /// Under the first round after a break; nothing where what is there says it already.
    pub broken: fn(Broken) -> Option<&'static str>,
    pub phase: fn(&str) -> String,
    pub question: fn(&str, usize) -> String,
    pub questions: &'static str,
    pub questions_what: &'static str,
    pub after: fn(&str, &str) -> String,
}

/// English.
pub const EN: Trend = Trend {
    broken: |broken| match broken {
        Broken::Wording => Some("new wording"),
        Broken::Line => Some("line moved"),
        Broken::NotShown => None,
    },
    phase: |phase| format!("phase “{phase}” begins"),
    question: |numbers, many| match many {
        1 => format!("before it, question {numbers} was taken on"),
        _ => format!("before it, questions {numbers} were taken on"),
    },
    questions: "Questions that teams took on between the rounds",
    questions_what: "Their numbers stand in the rows of earlier rounds. That something changed after a question does not mean that it changed because of it.",
    after: |day, team| format!("After {day}, {team} asked"),
};

/// Spanish.
pub const ES: Trend = Trend {
    broken: |broken| match broken {
        Broken::Wording => Some("nueva redacción"),
        Broken::Line => Some("umbral movido"),
        Broken::NotShown => None,
    },
    phase: |phase| format!("empieza la fase «{phase}»"),
    question: |numbers, many| match many {
        1 => format!("antes se asumió la pregunta {numbers}"),
        _ => format!("antes se asumieron las preguntas {numbers}"),
    },
    questions: "Preguntas que los equipos asumieron entre las rondas",
    questions_what: "Sus números están en las filas de rondas anteriores. Que algo cambiara después de una pregunta no quiere decir que cambiara por ella.",
    after: |day, team| format!("Después del {day}, {team} se preguntó"),
};

impl Trend {
    /// Which questions were taken on before a round, by their numbers; nothing where none was.
    pub fn questions_before(&self, point: &Point) -> Option<String> {
        (!point.inquiries.is_empty()).then(|| (self.question)(&numbers(point, ", "), point.inquiries.len()))
    }

    /// Where a row breaks before a round, and which phase of the library the schools came into with it.
    pub fn begun(&self, point: &Point, language: Language) -> Vec<String> {
        let broken = point.broken.and_then(self.broken).map(str::to_owned);
        let phase = point.phase.and_then(|number| phase_name(number, language)).map(self.phase);
        broken.into_iter().chain(phase).collect()
    }
}

/// The numbers of the questions that were taken on before a round, counted from a school's first release.
pub fn numbers(point: &Point, between: &str) -> String {
    point.inquiries.iter().map(|place| (place + 1).to_string()).collect::<Vec<_>>().join(between)
}

fn phase_name(number: u8, language: Language) -> Option<&'static str> {
    let phase = Library::shipped().phases.iter().find(|phase| phase.number == number)?;
    Some(phase.name.in_language(language))
}
