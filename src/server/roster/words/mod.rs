//! What is said of a roster's faults, in English and Spanish: file, row and column, what is wrong, and what to do.

mod english;
mod spanish;

use domain::language::Language;

use super::table::plain;
use super::{Effect, Fault, Refused, What};

/// What one language says of faults and refusals.
struct Words {
    /// `orgs.csv, row 3, column type`.
    place: fn(file: &str, row: Option<u64>, column: Option<&str>) -> String,
    /// What is wrong, without a full stop.
    what: fn(&What) -> String,
    /// What became of it; nothing where nothing was left out.
    effect: fn(Effect) -> Option<&'static str>,
    /// What to do, as a sentence.
    advice: fn(&What) -> String,
    /// A whole refusal.
    refused: fn(&Refused) -> String,
}

/// A fault in one line.
pub fn fault(fault: &Fault, language: Language) -> String {
    let words = of(language);
    let place = (words.place)(&fault.file, fault.row, fault.what.column());
    let effect = (words.effect)(fault.effect).map(|effect| format!("; {effect}")).unwrap_or_default();
    format!("{place}: {}{effect}. {}", (words.what)(&fault.what), (words.advice)(&fault.what))
}

/// A refusal in one line.
pub fn refused(refused: &Refused, language: Language) -> String {
    (of(language).refused)(refused)
}

fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &english::ENGLISH,
        Language::Es => &spanish::SPANISH,
    }
}

/// A value in quotation marks, at most forty characters of it.
fn shown(value: &str) -> String {
    let mut start: String = value.chars().take(40).collect();
    if start.len() < value.len() {
        start.push('…');
    }
    format!("{start:?}")
}

/// The first of some names.
fn some(names: &[String]) -> String {
    names.iter().take(8).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Bytes as megabytes.
fn megabytes(bytes: u64) -> u64 {
    bytes / 1024 / 1024
}

/// What a column holds, by its name in whatever file and language.
enum Holds {
    Status,
    OrgType,
    Grades,
    Room,
    ManifestValue,
    Place,
    Tags,
}

fn holds(column: &str) -> Holds {
    match plain(column).as_str() {
        "status" => Holds::Status,
        "type" => Holds::OrgType,
        "value" => Holds::ManifestValue,
        "in" | "en" => Holds::Place,
        name if name.contains("grad") => Holds::Grades,
        name if ["room", "location", "sal", "aula"].iter().any(|start| name.starts_with(start)) => Holds::Room,
        _ => Holds::Tags,
    }
}
