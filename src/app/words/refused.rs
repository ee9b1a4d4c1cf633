//! Words about changes that the server did not take, and what can become of them.

use device::storage::StorageFailure;
use device::tablet::{NotPutUp, RefusalCode, RoundRefused};
use domain::change::Kind;

/// Words about refused changes.
pub struct Refused {
    pub title: fn(usize) -> String,
    pub more: &'static str,
    pub kind: fn(Kind) -> &'static str,
    pub why: fn(RefusalCode) -> &'static str,
    pub round_closed: &'static str,
    pub other_round: &'static str,
    pub last_day: fn(&str) -> String,
    pub room: fn(&str) -> String,
    pub other_room: &'static str,
    pub sealed: &'static str,
    pub unreadable: &'static str,
    pub put_up: fn(Kind) -> &'static str,
    pub let_go: &'static str,
    pub sure: fn(Kind) -> &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub not_put_up: fn(&NotPutUp) -> String,
}

pub const EN: Refused = Refused {
    title: |count| match count {
        1 => "The server did not take one change".into(),
        _ => format!("The server did not take {count} changes"),
    },
    more: "Each is kept here with the reason until you decide. Everything else passed them by.",
    kind: |kind| match kind {
        Kind::Plan => "The plan of a round",
        Kind::Debrief => "A debrief board",
        Kind::Summary => "A finished visit",
        Kind::Note => "A note",
        Kind::Letter => "The way of a note to a door card",
        Kind::Delivery => "What came of an action",
    },
    why: |code| match code {
        RefusalCode::Malformed => "It could not be read by the server, or is too long.",
        RefusalCode::AgainstTheRules => "It does not fit the round’s plan or the agreement.",
        RefusalCode::UnknownRound => "The server does not know its round yet.",
        RefusalCode::Conflict => "Another tablet changed the same thing at the same time, and that change stands.",
        RefusalCode::NotAllowed => {
            "Whoever is signed in may not send it: it is about another school, for whoever leads it to say, or a visit that the agreement does not let them make."
        }
        RefusalCode::Gone => "The note was deleted by whoever holds its card, or has expired.",
    },
    round_closed: "Its round is closed, and what was published does not change.",
    other_round: "of a round that is not on this tablet",
    last_day: |day| format!("Last day: {day}"),
    room: |room| format!("Room: {room}"),
    other_room: "This tablet no longer knows which room it was.",
    sealed: "It is sealed to its card and cannot be shown here.",
    unreadable: "This version of Noticeboard cannot show it.",
    put_up: |kind| match kind {
        Kind::Plan => "Set this last day again",
        Kind::Debrief => "Put it on the board again",
        Kind::Summary | Kind::Note | Kind::Letter => "Send it again",
        Kind::Delivery => "Say it again",
    },
    let_go: "Let it go",
    sure: |kind| match kind {
        Kind::Plan => "Let it go for good? The plan that stands stays as it is.",
        Kind::Debrief => "Let it go for good? These words are then nowhere but where they stand already.",
        Kind::Summary => "Let it go for good? This visit is then not in the picture.",
        Kind::Delivery => "Let it go for good? What was said of the action elsewhere stays as it is.",
        Kind::Note => "Let it go for good? Nobody can read this note then, and its card opens nothing.",
        Kind::Letter => "Let it go for good? The note then does not reach the phone of the door card.",
    },
    yes: "Yes, let it go",
    no: "No, keep it",
    not_put_up: |failure| match failure {
        NotPutUp::Unknown => "It was decided about already.".into(),
        NotPutUp::Gone => "Nothing can be made of it that the server would take. It is still kept here.".into(),
        NotPutUp::BoardFull => {
            "The board has no room for these words. Take something off the board, then try again; they are kept here."
                .into()
        }
        NotPutUp::Round(RoundRefused::Closed) => "Its round is closed. It is still kept here.".into(),
        NotPutUp::Round(RoundRefused::Storage(StorageFailure::Full)) => {
            "There is no room left on this tablet. It is still kept here; make room and try again.".into()
        }
        NotPutUp::Round(_) => "That did not work. It is still kept here; try again later.".into(),
    },
};

pub const ES: Refused = Refused {
    title: |count| match count {
        1 => "El servidor no aceptó un cambio".into(),
        _ => format!("El servidor no aceptó {count} cambios"),
    },
    more: "Cada uno se conserva aquí con el motivo hasta que usted decida. Todo lo demás siguió su camino.",
    kind: |kind| match kind {
        Kind::Plan => "El plan de una ronda",
        Kind::Debrief => "Un tablero de conversación",
        Kind::Summary => "Una visita terminada",
        Kind::Note => "Una nota",
        Kind::Letter => "El camino de una nota a una tarjeta de puerta",
        Kind::Delivery => "Lo que resultó de una acción",
    },
    why: |code| match code {
        RefusalCode::Malformed => "El servidor no pudo leerlo, o es demasiado largo.",
        RefusalCode::AgainstTheRules => "No concuerda con el plan de la ronda o con el acuerdo.",
        RefusalCode::UnknownRound => "El servidor todavía no conoce su ronda.",
        RefusalCode::Conflict => "Otra tableta cambió lo mismo al mismo tiempo, y ese cambio es el que vale.",
        RefusalCode::NotAllowed => {
            "Quien tiene la sesión no puede enviarlo: es de otra escuela, le toca a quien la dirige, o es una visita que el acuerdo no le permite."
        }
        RefusalCode::Gone => "Quien tiene la tarjeta borró la nota, o la nota venció.",
    },
    round_closed: "Su ronda está cerrada, y lo publicado no cambia.",
    other_round: "de una ronda que no está en esta tableta",
    last_day: |day| format!("Último día: {day}"),
    room: |room| format!("Salón: {room}"),
    other_room: "Esta tableta ya no sabe qué salón era.",
    sealed: "Está sellada para su tarjeta y no se puede mostrar aquí.",
    unreadable: "Esta versión de Noticeboard no puede mostrarlo.",
    put_up: |kind| match kind {
        Kind::Plan => "Poner otra vez este último día",
        Kind::Debrief => "Ponerlo otra vez en el tablero",
        Kind::Summary | Kind::Note => "Enviarla otra vez",
        Kind::Letter => "Enviarlo otra vez",
        Kind::Delivery => "Decirlo otra vez",
    },
    let_go: "Descartar",
    sure: |kind| match kind {
        Kind::Plan => "¿Descartarlo para siempre? El plan que vale se queda como está.",
        Kind::Debrief => "¿Descartarlo para siempre? Estas palabras quedarán solo donde ya estén escritas.",
        Kind::Summary => "¿Descartarla para siempre? Esta visita no estará en el panorama.",
        Kind::Delivery => {
            "¿Descartarlo para siempre? Lo que se haya dicho de la acción en otra parte se queda como está."
        }
        Kind::Note => "¿Descartarla para siempre? Nadie podrá leer esta nota, y su tarjeta no abrirá nada.",
        Kind::Letter => "¿Descartarlo para siempre? La nota no llegará al teléfono de la tarjeta de puerta.",
    },
    yes: "Sí, descartar",
    no: "No, conservar",
    not_put_up: |failure| match failure {
        NotPutUp::Unknown => "Ya se decidió sobre este cambio.".into(),
        NotPutUp::Gone => "No hay forma de que el servidor lo acepte. Sigue guardado aquí.".into(),
        NotPutUp::BoardFull => {
            "En el tablero no caben estas palabras. Quite algo del tablero e inténtelo otra vez; siguen guardadas aquí."
                .into()
        }
        NotPutUp::Round(RoundRefused::Closed) => "Su ronda está cerrada. Sigue guardado aquí.".into(),
        NotPutUp::Round(RoundRefused::Storage(StorageFailure::Full)) => {
            "Ya no queda espacio en esta tableta. Sigue guardado aquí; haga espacio e inténtelo otra vez.".into()
        }
        NotPutUp::Round(_) => "No se pudo. Sigue guardado aquí; inténtelo más tarde.".into(),
    },
};
