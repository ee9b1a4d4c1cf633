//! Words of planning a round.

use domain::round::PlanFault;
use domain::text::NotText;

/// Words of planning a round.
pub struct Plan {
    pub title: &'static str,
    pub kept: &'static str,
    pub where_title: &'static str,
    pub find_school: &'static str,
    pub more_schools: fn(usize) -> String,
    pub first_day: &'static str,
    pub last_day: &'static str,
    pub purpose: &'static str,
    pub purpose_hint: &'static str,
    pub look_fors: &'static str,
    pub at_most: fn(usize, usize) -> String,
    pub chosen_of: fn(usize, usize) -> String,
    pub what_counts_of: fn(&str) -> String,
    pub grouping: &'static str,
    pub needs_schools: &'static str,
    pub groups: fn(u32) -> String,
    pub group: &'static str,
    pub rooms: &'static str,
    pub against: fn(u32) -> String,
    pub merged: &'static str,
    pub too_few: fn(usize, u32) -> String,
    pub one_group: &'static str,
    pub just_enough: fn(&str, usize) -> String,
    pub teachers: fn(u32) -> String,
    pub teachers_hint: &'static str,
    pub chosen: fn(usize, usize) -> String,
    pub size: fn(usize, usize) -> String,
    pub open: &'static str,
    pub no_school: &'static str,
    pub no_rooms: &'static str,
    pub no_day: &'static str,
    pub days_backwards: &'static str,
    pub too_long: fn(i64) -> String,
    pub not_text: fn(&NotText) -> String,
    pub no_look_for: &'static str,
    pub no_teachers: &'static str,
    pub not_yet: fn(usize) -> String,
    pub fault: fn(&PlanFault) -> String,
}

pub const EN: Plan = Plan {
    title: "Plan a round",
    kept: "What you fill in stays here until you open the round or close this tab.",
    where_title: "Where",
    find_school: "Find a school",
    more_schools: |more| format!("{more} more: type part of a name."),
    first_day: "First day",
    last_day: "Last day",
    purpose: "What do you want to find out together?",
    purpose_hint: "Everyone who is visited will read this sentence.",
    look_fors: "What to look for",
    at_most: |chosen, most| match (chosen, most) {
        (chosen, most) if chosen == most => {
            format!("At most {most}, and {chosen} are chosen: take one out to choose another.")
        }
        _ => format!("At most {most}. Fewer are easier to see."),
    },
    chosen_of: |chosen, of| format!("{chosen} of {of} chosen"),
    what_counts_of: |label| format!("What counts: {label}"),
    grouping: "How to group the rooms",
    needs_schools: "for a round in several schools",
    groups: |k| format!("The groups you get. Each needs at least {k} rooms."),
    group: "Group",
    rooms: "Rooms",
    against: |k| format!("against {k}"),
    merged: "too small alone: merged",
    too_few: |rooms, k| {
        format!(
            "All rooms together are {rooms}. Nothing is shown about fewer than {k} rooms, so this round will have no picture. Notes, debrief, action and question work all the same. Schools can visit together and be shown together."
        )
    },
    one_group: "Grouped this way there is only one group, so the picture will speak about all rooms together.",
    just_enough: |group, rooms| {
        format!(
            "{group} has {rooms} rooms: plan to visit every one, or the picture shows it together with another group."
        )
    },
    teachers: |k| format!("Each of these groups has at least {k} different teachers"),
    teachers_hint: "Rooms of one programme or course can all be one teacher’s; then the picture would speak about that person. Please look at the timetable.",
    chosen: |chosen, most| format!("{chosen} of {most} look-fors"),
    size: |rooms, groups| {
        let rooms = if rooms == 1 { "1 room".to_owned() } else { format!("{rooms} rooms") };
        if groups == 1 { format!("{rooms}, 1 group") } else { format!("{rooms}, {groups} groups") }
    },
    open: "Open the round",
    no_school: "Choose at least one school.",
    no_rooms: "The timetable has no rooms for what is chosen.",
    no_day: "Choose a day.",
    days_backwards: "The last day is before the first day.",
    too_long: |days| format!("That is {days} days. A round lasts a term at most: 150 days."),
    not_text: |wrong| match wrong {
        NotText::Empty => "Write one sentence.".into(),
        NotText::TooLong { length, most } => format!("That is {length} characters, and {most} fit. Nothing was cut."),
    },
    no_look_for: "Choose at least one thing to look for.",
    no_teachers: "Confirm this, or choose another way to group.",
    not_yet: |problems| match problems {
        1 => "One thing is missing, marked above. Everything you filled in is kept.".into(),
        _ => format!("{problems} things are missing, marked above. Everything you filled in is kept."),
    },
    fault: |fault| format!("The plan cannot stand: {fault}. Everything you filled in is kept."),
};

pub const ES: Plan = Plan {
    title: "Planear una ronda",
    kept: "Lo que usted escribe se queda aquí hasta que abra la ronda o cierre esta pestaña.",
    where_title: "Dónde",
    find_school: "Buscar una escuela",
    more_schools: |more| format!("{more} más: escriba parte de un nombre."),
    first_day: "Primer día",
    last_day: "Último día",
    purpose: "¿Qué quieren averiguar juntos?",
    purpose_hint: "Todas las personas visitadas leerán esta frase.",
    look_fors: "Qué observar",
    at_most: |chosen, most| match (chosen, most) {
        (chosen, most) if chosen == most => format!("A lo más {most}, y ya hay {chosen}: quite uno para elegir otro."),
        _ => format!("A lo más {most}. Con menos se ve mejor."),
    },
    chosen_of: |chosen, of| match chosen {
        1 => format!("1 de {of} elegido"),
        _ => format!("{chosen} de {of} elegidos"),
    },
    what_counts_of: |label| format!("Qué cuenta: {label}"),
    grouping: "Cómo agrupar los salones",
    needs_schools: "para una ronda en varias escuelas",
    groups: |k| format!("Los grupos que resultan. Cada uno necesita al menos {k} salones."),
    group: "Grupo",
    rooms: "Salones",
    against: |k| format!("frente a {k}"),
    merged: "muy pequeños por separado: unidos",
    too_few: |rooms, k| {
        format!(
            "Todos los salones juntos son {rooms}. No se muestra nada sobre menos de {k} salones, así que esta ronda no tendrá panorama. Las notas, la conversación, la acción y la pregunta funcionan igual. Varias escuelas pueden visitar juntas y mostrarse juntas."
        )
    },
    one_group: "Agrupados así hay un solo grupo, de modo que el panorama hablará de todos los salones juntos.",
    just_enough: |group, rooms| {
        format!(
            "{group} tiene {rooms} salones: planee visitarlos todos, o el panorama lo mostrará junto con otro grupo."
        )
    },
    teachers: |k| format!("Cada uno de estos grupos tiene al menos {k} maestros distintos"),
    teachers_hint: "Los salones de un programa o curso pueden ser todos de una sola persona; entonces el panorama hablaría de ella. Revise el horario, por favor.",
    chosen: |chosen, most| format!("{chosen} de {most} elementos"),
    size: |rooms, groups| {
        let rooms = if rooms == 1 { "1 salón".to_owned() } else { format!("{rooms} salones") };
        if groups == 1 { format!("{rooms}, 1 grupo") } else { format!("{rooms}, {groups} grupos") }
    },
    open: "Abrir la ronda",
    no_school: "Elija al menos una escuela.",
    no_rooms: "El horario no tiene salones para lo elegido.",
    no_day: "Elija un día.",
    days_backwards: "El último día es anterior al primero.",
    too_long: |days| format!("Son {days} días. Una ronda dura a lo más un periodo: 150 días."),
    not_text: |wrong| match wrong {
        NotText::Empty => "Escriba una frase.".into(),
        NotText::TooLong { length, most } => format!("Son {length} caracteres y caben {most}. No se cortó nada."),
    },
    no_look_for: "Elija al menos una cosa que observar.",
    no_teachers: "Confírmelo o elija otra manera de agrupar.",
    not_yet: |problems| match problems {
        1 => "Falta una cosa, marcada arriba. Todo lo que escribió se conserva.".into(),
        _ => format!("Faltan {problems} cosas, marcadas arriba. Todo lo que escribió se conserva."),
    },
    fault: |fault| {
        let why = match fault {
            PlanFault::Notice { found, least } => {
                format!("la ventana abre {found} días después de anunciarse, y el acuerdo pide {least} por lo menos")
            }
            PlanFault::Window(days) => format!("la ronda duraría {days} días; puede durar de 1 a 150"),
            PlanFault::SmallGroup { rooms, k } => format!("un grupo tiene {rooms} salones, menos de {k}"),
            PlanFault::LookForCount(count) => format!("observa {count} cosas; puede observar de una a cuatro"),
            _ => "no concuerda con el horario, la biblioteca o el acuerdo que tiene esta tableta".to_owned(),
        };
        format!("El plan no puede quedar así: {why}. Todo lo que escribió se conserva.")
    },
};
