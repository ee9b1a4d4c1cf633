//! Words between two visits: what the team has covered, which room is next, and doors that say "not today".

use super::{Language, use_language};

/// Words between two visits.
pub struct Between {
    // The next room.
    pub next: &'static str,
    pub few_visited: fn(&str, u32, u32) -> String,
    pub few_usable: fn(&str, &str, u32, u32) -> String,
    pub again: &'static str,
    pub not_visited: &'static str,
    pub lot: &'static str,
    pub begin_here: &'static str,
    pub another: &'static str,
    pub none_left: &'static str,
    // The door.
    pub not_today: &'static str,
    pub not_today_short: &'static str,
    pub not_today_is: &'static str,
    pub not_today_undo: &'static str,
    pub not_today_what: &'static str,
    // Coverage.
    pub coverage: &'static str,
    pub covered: fn(usize, usize) -> String,
    pub visited_of: fn(u32, u32) -> String,
    pub usable_of: fn(u32, u32) -> String,
    pub usable: fn(u32) -> String,
    pub untold: fn(u32) -> String,
    pub enough: &'static str,
    pub lacks: fn(u32) -> String,
    pub if_usable: &'static str,
    pub why_untold: &'static str,
    // Coming back.
    pub still_on: fn(u32) -> String,
    pub still_on_what: &'static str,
    pub finish_with: &'static str,
    pub goes_on: &'static str,
    pub to_rounds: &'static str,
    pub doors: &'static str,
}

static EN: Between = Between {
    next: "Next room",
    few_visited: |group, visited, needed| match visited {
        1 => format!("{group}: 1 of the {needed} rooms it needs was visited."),
        _ => format!("{group}: {visited} of the {needed} rooms it needs were visited."),
    },
    few_usable: |look_for, group, usable, needed| {
        format!("{group}: “{look_for}” may have {usable} of the {needed} usable rooms it needs.")
    },
    again: "This tablet was here; that was left open.",
    not_visited: "Nobody in the team was here yet, as far as this tablet has heard.",
    lot: "Where rooms are needed alike, each tablet draws lots every day.",
    begin_here: "Visit this room",
    another: "Another one",
    none_left: "No room is left to propose today.",
    not_today: "Door sign: not today",
    not_today_short: "Not today",
    not_today_is: "door sign: not today",
    not_today_undo: "The door is open",
    not_today_what: "“Not today” is kept on this tablet until the day is over, without a reason, and counted nowhere.",
    coverage: "What the team has covered",
    covered: |visited, rooms| format!("{visited} of {rooms} rooms"),
    visited_of: |visited, rooms| format!("{visited} of {rooms} rooms visited by the team"),
    usable_of: |usable, needed| format!("{usable} of {needed}"),
    usable: |usable| if usable == 1 { "1 usable room".into() } else { format!("{usable} usable rooms") },
    untold: |untold| format!("{untold} more visited, untold here"),
    enough: "enough",
    lacks: |rooms| if rooms == 1 { "1 more needed".into() } else { format!("{rooms} more needed") },
    if_usable: "enough if those are usable",
    why_untold: "Usable by this tablet’s own visits. Of other visits it hears only that they were there: a number that moves, or not, with one visit more would tell what came of that visit. Before the close, whoever leads sees how many rooms are usable.",
    still_on: |minutes| format!("This visit has been open for {}.", en_time(minutes)),
    still_on_what: "Nothing was recorded in the last half hour. Everything from before is saved.",
    finish_with: "Finish with what I have",
    goes_on: "It goes on",
    to_rounds: "See the rounds; the visit stays open",
    doors: "Other doors",
};

static ES: Between = Between {
    next: "Siguiente salón",
    few_visited: |group, visited, needed| match visited {
        1 => format!("{group}: se visitó 1 de los {needed} salones que hacen falta."),
        _ => format!("{group}: se visitaron {visited} de los {needed} salones que hacen falta."),
    },
    few_usable: |look_for, group, usable, needed| {
        format!("{group}: “{look_for}” puede tener {usable} de los {needed} salones utilizables que hacen falta.")
    },
    again: "Esta tableta ya estuvo aquí; eso quedó abierto.",
    not_visited: "Nadie del equipo ha estado aquí, hasta donde esta tableta sabe.",
    lot: "Donde varios salones hacen la misma falta, cada tableta sortea cada día.",
    begin_here: "Visitar este salón",
    another: "Otro",
    none_left: "Hoy no queda ningún salón que proponer.",
    not_today: "Letrero en la puerta: hoy no",
    not_today_short: "Hoy no",
    not_today_is: "letrero: hoy no",
    not_today_undo: "La puerta está abierta",
    not_today_what: "“Hoy no” se guarda en esta tableta hasta que termine el día, sin motivo, y no se cuenta en ninguna parte.",
    coverage: "Lo que el equipo ha cubierto",
    covered: |visited, rooms| format!("{visited} de {rooms} salones"),
    visited_of: |visited, rooms| format!("{visited} de {rooms} salones visitados por el equipo"),
    usable_of: |usable, needed| format!("{usable} de {needed}"),
    usable: |usable| if usable == 1 { "1 salón utilizable".into() } else { format!("{usable} salones utilizables") },
    untold: |untold| {
        if untold == 1 {
            "1 más visitado, aquí no se sabe".into()
        } else {
            format!("{untold} más visitados, aquí no se sabe")
        }
    },
    enough: "es suficiente",
    lacks: |rooms| if rooms == 1 { "falta 1".into() } else { format!("faltan {rooms}") },
    if_usable: "es suficiente si esos son utilizables",
    why_untold: "Utilizables según las visitas de esta tableta. De las demás solo oye que las hubo: un número que cambia, o no, con una visita más diría qué resultó de ella. Antes del cierre, quien dirige ve cuántos salones son utilizables.",
    still_on: |minutes| format!("Esta visita lleva abierta {}.", es_time(minutes)),
    still_on_what: "En la última media hora no se registró nada. Todo lo anterior está guardado.",
    finish_with: "Terminar con lo que tengo",
    goes_on: "La visita sigue",
    to_rounds: "Ver las rondas; la visita queda abierta",
    doors: "Otras puertas",
};

/// The words in the chosen language. They stand apart from [`super::Words`], which is on everyone's first screen.
pub fn use_between_words() -> &'static Between {
    match use_language()() {
        Language::En => &EN,
        Language::Es => &ES,
    }
}

fn en_time(minutes: u32) -> String {
    match minutes / 60 {
        0 => format!("{minutes} minutes"),
        1 => "more than an hour".to_owned(),
        hours => format!("more than {hours} hours"),
    }
}

fn es_time(minutes: u32) -> String {
    match minutes / 60 {
        0 => format!("{minutes} minutos"),
        1 => "más de una hora".to_owned(),
        hours => format!("más de {hours} horas"),
    }
}
