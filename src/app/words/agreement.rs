//! Words about the agreement: who may visit, when, what is paused, and by when a note is due.

use domain::agreement::{NotBegun, NotVisiting, Paused};

/// Words about the agreement.
pub struct Agreement {
    /// Why a visit does not begin; the text is the day that belongs to it.
    pub not_begun: fn(&NotBegun, &str) -> String,
    /// What is paused, and since when.
    pub paused: fn(&Paused, &str) -> String,
    pub paused_what: &'static str,
    pub paused_visit: fn(&str) -> String,
    pub paused_close: &'static str,
    pub lacks: &'static str,
    pub lacks_plan: &'static str,
    pub notice: fn(i64) -> String,
    pub opens_too_soon: fn(&str) -> String,
    pub note_due: fn(&str, &str) -> String,
    pub note_late: fn(&str, &str) -> String,
}

pub const EN: Agreement = Agreement {
    not_begun: |why, day| {
        match why {
        NotBegun::Visiting(NotVisiting::Role(_)) => {
            "The agreement of this round does not let whoever is signed in here visit. Ask somebody whom it lets visit.".into()
        }
        NotBegun::Visiting(NotVisiting::Evaluator) => {
            "The agreement of this round does not let whoever evaluates this school’s teachers visit its rooms, and Noticeboard takes the principal for that person. Somebody else can visit here.".into()
        }
        NotBegun::Paused { paused: Paused::Program, .. } => {
            format!("The staff representative paused all visits on {day}. No visit begins until they are resumed.")
        }
        NotBegun::Paused { .. } => {
            format!("The staff representative paused this round on {day}. No visit begins until it is resumed.")
        }
        NotBegun::NotOpen(_) => format!("The visits were announced for {day} and after. None begins before."),
    }
    },
    paused: |paused, day| match paused {
        Paused::Program => format!("The staff representative paused all visits on {day}."),
        Paused::Round(_) => format!("The staff representative paused this round on {day}."),
    },
    paused_what: "No visit begins and the round does not close until it is resumed. Everything recorded is kept; the debrief can go on.",
    paused_visit: |day| format!("Paused by the staff representative since {day}. Finish this visit; no other begins."),
    paused_close: "The staff representative paused it. It can close once it is resumed; everything is kept until then.",
    lacks: "Staff have not signed an agreement yet, so no round can close. The district lead drafts one in the office of this server, and a staff representative signs it.",
    lacks_plan: "Staff have not signed an agreement that this tablet has heard of. Until then cautious terms hold, and the round can close only once one is signed.",
    notice: |days| match days {
        0 => "The agreement lets a round begin on the day on which it is planned.".into(),
        1 => "The agreement says that visits are announced at least one day before the first day.".into(),
        _ => format!("The agreement says that visits are announced at least {days} days before the first day."),
    },
    opens_too_soon: |day| format!("By the agreement it can begin on {day} at the earliest."),
    note_due: |room, day| format!("The note for {room} is not sent yet. By the agreement the teacher has it by {day}."),
    note_late: |room, day| {
        format!(
            "The note for {room} is late: by the agreement the teacher had it by {day}. It waits on this tablet for a network."
        )
    },
};

pub const ES: Agreement = Agreement {
    not_begun: |why, day| {
        match why {
        NotBegun::Visiting(NotVisiting::Role(_)) => {
            "El acuerdo de esta ronda no permite que visite quien tiene aquí la sesión. Pídalo a alguien a quien sí se lo permita.".into()
        }
        NotBegun::Visiting(NotVisiting::Evaluator) => {
            "El acuerdo de esta ronda no permite que visite estos salones quien evalúa al personal docente de la escuela, y Noticeboard considera que es su dirección. Otra persona puede visitar aquí.".into()
        }
        NotBegun::Paused { paused: Paused::Program, .. } => {
            format!("La representación del personal puso en pausa todas las visitas el {day}. No empieza ninguna hasta que se reanuden.")
        }
        NotBegun::Paused { .. } => {
            format!("La representación del personal puso en pausa esta ronda el {day}. No empieza ninguna visita hasta que se reanude.")
        }
        NotBegun::NotOpen(_) => format!("Las visitas se anunciaron para el {day} y después. Ninguna empieza antes."),
    }
    },
    paused: |paused, day| match paused {
        Paused::Program => format!("La representación del personal puso en pausa todas las visitas el {day}."),
        Paused::Round(_) => format!("La representación del personal puso en pausa esta ronda el {day}."),
    },
    paused_what: "No empieza ninguna visita ni se cierra la ronda hasta que se reanude. Todo lo anotado se conserva; la conversación en equipo puede seguir.",
    paused_visit: |day| {
        format!("En pausa por la representación del personal desde el {day}. Termine esta visita; no empieza otra.")
    },
    paused_close: "La representación del personal la puso en pausa. Se puede cerrar cuando se reanude; todo se conserva hasta entonces.",
    lacks: "El personal todavía no ha firmado un acuerdo, así que no se puede cerrar ninguna ronda. Lo redacta la dirección del distrito en la oficina de este servidor y lo firma la representación del personal.",
    lacks_plan: "El personal no ha firmado un acuerdo que esta tableta conozca. Hasta entonces valen términos prudentes, y la ronda se podrá cerrar solo cuando haya uno firmado.",
    notice: |days| match days {
        0 => "El acuerdo permite que una ronda empiece el mismo día en que se planea.".into(),
        1 => "El acuerdo dice que las visitas se anuncian al menos un día antes del primer día.".into(),
        _ => format!("El acuerdo dice que las visitas se anuncian al menos {days} días antes del primer día."),
    },
    opens_too_soon: |day| format!("Según el acuerdo, puede empezar el {day} o después."),
    note_due: |room, day| {
        format!("La nota de {room} todavía no se envió. Según el acuerdo, el docente la tiene a más tardar el {day}.")
    },
    note_late: |room, day| {
        format!(
            "La nota de {room} está atrasada: según el acuerdo, el docente debía tenerla el {day}. Espera una red en esta tableta."
        )
    },
};
