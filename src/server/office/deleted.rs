//! What was deleted because its time had come, and what is deleted next, in words.

use domain::expiry::Expiring;
use domain::ids::SchoolId;
use domain::language::Language;
use domain::roster::School;
use domain::time::Day;
use maud::{Markup, html};

use super::access_log::school_name;
use super::say::Say;
use crate::store::{Deletion, Due};

/// What was deleted, newest first.
pub fn deleted(say: Say, deletions: &[Deletion], schools: &[School]) -> Markup {
    html! {
        section class="card stack" {
            h2 { (say.both("What was deleted", "Qué se borró")) }
            p class="soft" { (say.both(
                "On schedule, without anybody’s doing; reports of misuse also when a staff representative deleted one. It never says how many, and of notes only that some were deleted on that day.",
                "Según lo previsto, sin que nadie lo haga; los avisos de mal uso, también cuando alguien de la representación del personal borró uno. Nunca dice cuántas cosas, y de las notas solo que ese día se borraron algunas.",
            )) }
            @if deletions.is_empty() { p { (say.both("Nothing yet.", "Todavía nada.")) } }
            @for day in deletions.chunk_by(|one, next| one.day == next.day) {
                @if let Some(first) = day.first() { h3 { (say.day(first.day)) } }
                ul { @for one in day { li { (named(say, one.kind, one.round.as_ref(), schools)) } } }
            }
        }
    }
}

/// What is deleted next, first what goes first.
pub fn due(say: Say, due: &[Due], schools: &[School]) -> Markup {
    html! {
        section class="card stack" {
            h2 { (say.both("What is deleted next", "Qué se borra después")) }
            p class="soft" { (say.both(
                "Of each kind what goes first; of summaries every round that still has them. The server looks every hour, and when it starts.",
                "De cada clase, lo que se va primero; de los resúmenes, cada ronda que todavía los tiene. El servidor mira cada hora y al encenderse.",
            )) }
            @if due.is_empty() { p { (say.both("Nothing is waiting.", "No hay nada pendiente.")) } }
            @for day in due.chunk_by(|one, next| one.day == next.day) {
                @if let Some(first) = day.first() { h3 { (say.day(first.day)) } }
                ul { @for one in day { li { (named(say, one.kind, one.round.as_ref(), schools)) } } }
            }
        }
    }
}

fn named(say: Say, kind: Expiring, round: Option<&(SchoolId, Day)>, schools: &[School]) -> String {
    match (kind, round) {
        (Expiring::Summaries, Some((school, closed))) => {
            let (school, closed) = (school_name(say, Some(school), schools), say.day(*closed));
            match say.0 {
                Language::En => format!("The summaries of the round of {school} that closed on {closed}"),
                Language::Es => format!("Los resúmenes de la ronda de {school} que cerró el {closed}"),
            }
        }
        (Expiring::Summaries, None) => say.both("Summaries of a round", "Resúmenes de una ronda").to_owned(),
        (Expiring::Notes, _) => {
            say.both("Sealed notes after their last day", "Notas selladas, después de su último día").to_owned()
        }
        (Expiring::NoteIds, _) => {
            say.both("The ids of notes that were gone", "Los identificadores de notas que ya no estaban").to_owned()
        }
        (Expiring::Sessions, _) => {
            say.both("Sign-ins and codes that had ended", "Sesiones y códigos que habían terminado").to_owned()
        }
        (Expiring::Misuse, _) => say.both("Reports of misuse", "Avisos de mal uso").to_owned(),
        (Expiring::Looks, _) => {
            say.both("Rows of the list of who looked", "Filas de la lista de quién miró").to_owned()
        }
    }
}
