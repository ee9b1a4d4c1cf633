//! Words of one round.

/// Words of one round.
pub struct Round {
    pub rooms: &'static str,
    pub search: &'static str,
    pub none_found: fn(&str) -> String,
    pub begin: &'static str,
    pub visit_again: &'static str,
    pub visited: &'static str,
    pub visited_here: &'static str,
    pub other_tablets: &'static str,
    pub code_title: &'static str,
    pub code_show: &'static str,
    pub code_hint: &'static str,
    pub ways: &'static str,
    pub cards: fn(usize) -> String,
    pub debrief: &'static str,
    pub close: &'static str,
    pub look_fors: &'static str,
    pub not_joined_title: &'static str,
    pub not_joined: &'static str,
    pub closed_title: &'static str,
    pub closed: &'static str,
    pub picture: &'static str,
    pub key_gone: &'static str,
    pub window_over: &'static str,
    pub too_few: fn(usize, u32) -> String,
}

pub const EN: Round = Round {
    rooms: "Rooms",
    search: "Find a room",
    none_found: |typed| format!("No room of this round fits “{typed}”."),
    begin: "Begin a visit",
    visit_again: "Visit again",
    visited: "visited · received",
    visited_here: "visited · still on this tablet",
    other_tablets: "Visits on other tablets appear here after this one has caught up with the server.",
    code_title: "Another tablet joins",
    code_show: "Show the round code",
    code_hint: "Scan, or read the code aloud. It never goes to the server. Whoever has it can visit in this round.",
    ways: "Before and after the visits",
    cards: |left| match left {
        0 => "Cards for teachers: none left".into(),
        _ => format!("Cards for teachers: {left} left"),
    },
    debrief: "Debrief",
    close: "Close the round",
    look_fors: "What we look for",
    not_joined_title: "This tablet has not joined",
    not_joined: "To visit rooms of this round, type its code. Any tablet that has joined can show it.",
    closed_title: "This round is closed",
    closed: "Its picture is published and stays as it is.",
    picture: "Read the picture",
    key_gone: "The round code was erased from this tablet: the round is closed and nothing is unfinished.",
    window_over: "The last day of this round is over. Visits still count until the round is closed.",
    too_few: |rooms, k| {
        format!(
            "This round has {rooms} rooms. Nothing is shown about fewer than {k}, so there will be no picture; notes, debrief, action and question work all the same."
        )
    },
};

pub const ES: Round = Round {
    rooms: "Salones",
    search: "Buscar un salón",
    none_found: |typed| format!("Ningún salón de esta ronda concuerda con “{typed}”."),
    begin: "Comenzar una visita",
    visit_again: "Visitar otra vez",
    visited: "visitado · recibido",
    visited_here: "visitado · todavía en esta tableta",
    other_tablets: "Las visitas de otras tabletas aparecen aquí cuando esta se pone al día con el servidor.",
    code_title: "Se une otra tableta",
    code_show: "Mostrar el código de la ronda",
    code_hint: "Escanéelo o léalo en voz alta. Nunca va al servidor. Quien lo tiene puede visitar en esta ronda.",
    ways: "Antes y después de las visitas",
    cards: |left| match left {
        0 => "Tarjetas para maestros: no quedan".into(),
        1 => "Tarjetas para maestros: queda 1".into(),
        _ => format!("Tarjetas para maestros: quedan {left}"),
    },
    debrief: "Conversar en equipo",
    close: "Cerrar la ronda",
    look_fors: "Qué observamos",
    not_joined_title: "Esta tableta no se ha unido",
    not_joined: "Para visitar salones de esta ronda, escriba su código. Cualquier tableta unida puede mostrarlo.",
    closed_title: "Esta ronda está cerrada",
    closed: "Su panorama está publicado y queda como está.",
    picture: "Leer el panorama",
    key_gone: "El código de la ronda se borró de esta tableta: la ronda está cerrada y no queda nada sin terminar.",
    window_over: "Ya pasó el último día de esta ronda. Las visitas cuentan hasta que la ronda se cierre.",
    too_few: |rooms, k| {
        format!(
            "Esta ronda tiene {rooms} salones. No se muestra nada sobre menos de {k}, así que no habrá panorama; las notas, la conversación, la acción y la pregunta funcionan igual."
        )
    },
};
