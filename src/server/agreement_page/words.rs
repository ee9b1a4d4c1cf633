//! What each clause says, how it is kept, and what it is called, in both languages.

use std::collections::BTreeSet;

use domain::agreement::{Clause, Keeping, NoteDeadline, Term, VISITORS};
use domain::permission::Role;

use crate::office::Say;

/// What a clause is called.
pub fn clause_name(say: Say, clause: Clause) -> &'static str {
    match clause {
        Clause::VisitMinutes => say.both("How long a visit lasts", "Cuánto dura una visita"),
        Clause::FewestRooms => {
            say.both("How many rooms are behind anything shown", "Cuántos salones hay detrás de lo que se muestra")
        }
        Clause::Visitors => say.both("Who may visit", "Quién puede visitar"),
        Clause::Evaluators => say.both("Whether evaluators may visit", "Si quienes evalúan pueden visitar"),
        Clause::NoticeDays => say.both("When visits are announced", "Cuándo se anuncian las visitas"),
        Clause::NoteDeadline => say.both("By when a teacher has the note", "Para cuándo tiene la nota cada docente"),
        Clause::SummaryDays => say.both("How long summaries stay", "Cuánto quedan los resúmenes"),
        Clause::NoteDays => say.both("How long notes stay", "Cuánto quedan las notas"),
        Clause::EvidenceDays => say.both("How long evidence stays", "Cuánto queda lo anotado"),
        Clause::NeverForEvaluation => say.both("Never for evaluation", "Nunca para evaluar"),
    }
}

/// What a term says.
pub fn term_in_words(say: Say, term: &Term) -> String {
    match term {
        Term::VisitMinutes(1) => say.both("A visit lasts about one minute.", "Una visita dura cerca de un minuto.").to_owned(),
        Term::VisitMinutes(minutes) => say.both(
            format!("A visit lasts about {minutes} minutes."),
            format!("Una visita dura unos {minutes} minutos."),
        ),
        Term::FewestRooms(k) => say.both(
            format!("Nothing is shown about fewer than {k} rooms."),
            format!("No se muestra nada sobre menos de {k} salones."),
        ),
        Term::Visitors(roles) => say.both(
            format!("Those who may visit: {}.", roles_in_words(say, roles)),
            format!("Pueden visitar: {}.", roles_in_words(say, roles)),
        ),
        Term::Evaluators(true) => say
            .both(
                "Whoever formally evaluates a school’s teachers may visit its rooms.",
                "Quien evalúa formalmente al personal docente de una escuela puede visitar sus salones.",
            )
            .to_owned(),
        Term::Evaluators(false) => say
            .both(
                "Whoever formally evaluates a school’s teachers does not visit its rooms.",
                "Quien evalúa formalmente al personal docente de una escuela no visita sus salones.",
            )
            .to_owned(),
        Term::NoticeDays(0) => say
            .both(
                "A round may begin on the day on which it is planned.",
                "Una ronda puede empezar el mismo día en que se planea.",
            )
            .to_owned(),
        Term::NoticeDays(1) => say
            .both(
                "A round is planned and announced at least one day before it begins.",
                "Una ronda se planea y se anuncia al menos un día antes de empezar.",
            )
            .to_owned(),
        Term::NoticeDays(days) => say.both(
            format!("A round is planned and announced at least {days} days before it begins."),
            format!("Una ronda se planea y se anuncia al menos {days} días antes de empezar."),
        ),
        Term::NoteDeadline(deadline) => deadline_in_words(say, *deadline).to_owned(),
        Term::SummaryDays(days) => say.both(
            format!("The summary of each visit is deleted from the server {} after its round has closed.", in_days(say, *days)),
            format!("El resumen de cada visita se borra del servidor {} después del cierre de su ronda.", in_days(say, *days)),
        ),
        Term::NoteDays(days) => say.both(
            format!("A note can be read until {} after the last day of its round, and is then deleted.", in_days(say, *days)),
            format!("Una nota se puede leer hasta {} después del último día de su ronda, y luego se borra.", in_days(say, *days)),
        ),
        Term::EvidenceDays(days) => say.both(
            format!("What was tapped and written in a visit is erased from the tablet {} after it, or when the round closes, if that is sooner.", in_days(say, *days)),
            format!("Lo que se marcó y escribió en una visita se borra de la tableta {} después, o al cerrar la ronda si es antes.", in_days(say, *days)),
        ),
    }
}

/// What every agreement says, whatever its terms are.
pub fn never_for_evaluation(say: Say) -> &'static str {
    say.both(
        "Nothing that is seen or written in a visit is used to evaluate, rate or discipline anybody. No version of this agreement can say otherwise.",
        "Nada de lo que se ve o se escribe en una visita se usa para evaluar, calificar o sancionar a nadie. Ninguna versión de este acuerdo puede decir otra cosa.",
    )
}

/// What the program does for the clause that every agreement has.
pub fn how_never_is_kept(say: Say) -> &'static str {
    say.both(
        "The program has no score, no page about a teacher and nothing that ties a result to a person, and nobody can write a clause of their own into an agreement. What people do with what they saw themselves is a promise.",
        "El programa no tiene puntajes, ni una página sobre un docente, ni nada que una un resultado con una persona, y nadie puede escribir una cláusula propia en un acuerdo. Lo que las personas hacen con lo que vieron es una promesa.",
    )
}

/// How a term is kept: what the program does about it, and what is left to people.
pub fn how_it_is_kept(say: Say, term: &Term) -> &'static str {
    match term {
        Term::VisitMinutes(_) => say.both(
            "The clock on the tablet fills in this time and goes on counting. Only people can see whether the visitor then leaves.",
            "El reloj de la tableta se llena en ese tiempo y sigue contando. Solo las personas pueden ver si quien visita se va entonces.",
        ),
        Term::FewestRooms(_) => say.both(
            "When a round closes, the server counts different rooms and publishes nothing about fewer. Nothing lowers it below ten.",
            "Al cerrar una ronda, el servidor cuenta salones distintos y no publica nada sobre menos. Nada lo baja de diez.",
        ),
        Term::Visitors(_) => say.both(
            "A tablet begins no visit for anybody else, and the server takes no summary from anybody else.",
            "Una tableta no empieza una visita para nadie más, y el servidor no toma un resumen de nadie más.",
        ),
        Term::Evaluators(true) => say.both(
            "The program stops nobody here. That they come to notice, and not to evaluate, is a promise.",
            "El programa no detiene a nadie aquí. Que vengan a observar, y no a evaluar, es una promesa.",
        ),
        Term::Evaluators(false) => say.both(
            "The program takes a school’s principal for this person: their tablet begins no visit there, and the server takes no summary from them where the round is of that school alone. That nobody else who evaluates there visits is a promise.",
            "El programa considera que es la dirección de la escuela: su tableta no empieza visitas ahí, y el servidor no toma un resumen suyo si la ronda es solo de esa escuela. Que no visite nadie más que evalúe ahí es una promesa.",
        ),
        Term::NoticeDays(0) => say.both(
            "Nothing is held back. That staff hear of a round when it is planned is a promise.",
            "No se retiene nada. Que el personal sepa de una ronda cuando se planea es una promesa.",
        ),
        Term::NoticeDays(_) => say.both(
            "Tablet and server refuse a plan that opens sooner, and no visit begins before the first day. That staff are told on the day of planning is a promise.",
            "La tableta y el servidor rechazan un plan que empieza antes, y ninguna visita empieza antes del primer día. Que el personal lo sepa el día en que se planea es una promesa.",
        ),
        Term::NoteDeadline(_) => say.both(
            "The tablet says by when, and which notes are late. Software cannot see whether a card was handed over.",
            "La tableta dice para cuándo, y qué notas están atrasadas. Un programa no puede ver si se entregó la tarjeta.",
        ),
        Term::SummaryDays(_) => say.both(
            "The server looks every hour for what is due, and deletes it.",
            "El servidor busca cada hora lo que ya venció, y lo borra.",
        ),
        Term::NoteDays(_) => say.both(
            "The tablet gives every note of a round the same last day, and the server deletes it after that. A note does not say its round, so the server cannot check that day; it takes none that is more than 366 days away. That nobody changes the program on a tablet is a promise.",
            "La tableta pone el mismo último día a todas las notas de una ronda, y el servidor las borra después. Una nota no dice su ronda, así que el servidor no puede revisar ese día; no acepta uno a más de 366 días. Que nadie cambie el programa de una tableta es una promesa.",
        ),
        Term::EvidenceDays(_) => say.both(
            "The tablet erases it by itself, also where it meets no server, whenever Noticeboard is open and unlocked on it: in a drawer it erases nothing, and what it keeps stays sealed. That tablets are opened again is a promise. It never leaves the tablet but in a rescue file that its visitor saves.",
            "La tableta lo borra sola, aunque no encuentre un servidor, cada vez que Noticeboard está abierto y desbloqueado en ella: en un cajón no borra nada, y lo que guarda sigue sellado. Que las tabletas se vuelvan a abrir es una promesa. Nunca sale de la tableta, salvo en un archivo de rescate que guarda quien visita.",
        ),
    }
}

/// In a few words, by whom a clause is kept.
pub fn by_whom(say: Say, keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Program => say.both("the program keeps it", "lo cumple el programa"),
        Keeping::Both => say.both("the program and a promise", "el programa y una promesa"),
        Keeping::People => say.both("a promise between people", "una promesa entre personas"),
    }
}

/// A deadline as a sentence.
fn deadline_in_words(say: Say, deadline: NoteDeadline) -> &'static str {
    match deadline {
        NoteDeadline::EndOfDay => say.both(
            "A teacher can read the note on the day of the visit.",
            "Cada docente puede leer la nota el día de la visita.",
        ),
        NoteDeadline::FortyEightHours => say.both(
            "A teacher can read the note within 48 hours of the visit.",
            "Cada docente puede leer la nota dentro de 48 horas de la visita.",
        ),
        NoteDeadline::TwoWorkDays => say.both(
            "A teacher can read the note by the second work day after the visit.",
            "Cada docente puede leer la nota a más tardar el segundo día hábil después de la visita.",
        ),
    }
}

/// What a role is called in a list of those who may visit.
pub fn role_in_a_list(say: Say, role: Role) -> &'static str {
    match role {
        Role::DistrictLead => say.both("district leads", "la dirección del distrito"),
        Role::Principal => say.both("principals", "la dirección de cada escuela"),
        Role::Visitor => say.both("invited visitors", "visitantes con invitación"),
        Role::Administrator | Role::StaffRepresentative | Role::Staff | Role::Anyone => {
            say.both("others", "otras personas")
        }
    }
}

fn roles_in_words(say: Say, roles: &BTreeSet<Role>) -> String {
    let names: Vec<&str> =
        VISITORS.into_iter().filter(|role| roles.contains(role)).map(|role| role_in_a_list(say, role)).collect();
    match names.as_slice() {
        [] => say.both("nobody", "nadie").to_owned(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{} {} {last}", before.join(", "), say.both("and", "y")),
    }
}

fn in_days(say: Say, days: i64) -> String {
    match days {
        1 => say.both("one day", "un día").to_owned(),
        _ => say.both(format!("{days} days"), format!("{days} días")),
    }
}
