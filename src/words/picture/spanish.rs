//! The picture in Spanish.

use domain::language::Language;
use domain::release::{Steadiness, Why};

use super::sentences::row;
use super::{Headline, HowFar, HowMany, Picture};

/// Spanish.
pub const ES: Picture = Picture {
    language: Language::Es,
    schools: "El panorama de cada escuela",
    schools_what: "Un panorama dice qué se vio en los salones de una escuela durante una ronda de visitas, y qué sigue. No califica a nadie.",
    no_schools: "Todavía no hay ninguna escuela. Sus salones vienen de la lista del distrito.",
    back: "Escuelas",
    asking: "Buscando el panorama.",
    ask_again: "Intentar otra vez",
    no_network: "Ahora no hay red. Inténtelo cuando haya; aquí no se puede perder nada.",
    kept_from_before: "Ahora no hay red. Esto es lo que se leyó antes en este dispositivo.",
    not_the_server: "Respondió algo que no es el servidor, quizá la página de acceso de una red para invitados. Entre a la red e inténtelo otra vez.",
    no_such_school: "Aquí no hay ninguna escuela así.",
    none_title: "Todavía no hay panorama",
    none: "El primer panorama de una escuela aparece cuando se cierra una ronda de visitas: después de las visitas, el equipo conversa sobre lo que vio, la dirección se hace cargo de una acción, un equipo asume una pregunta, y entonces se publica para todos a la vez.",
    round_of: |days| format!("ronda del {days}"),
    rooms: |rooms| format!("{rooms} salones"),
    few_rooms: |k| format!("menos de {k} salones"),
    headline,
    purpose: |purpose| format!("Lo que la ronda quería averiguar: {purpose}"),
    teachers_said: |said| format!("Lo que el personal docente dijo de estas visitas: {said}."),
    never: "Hecho para aprender, nunca para evaluar.",
    nobody_rated: |k| format!("Aquí no se califica a nadie. No se muestra nada sobre menos de {k} salones."),
    together_with: |schools| format!("Visitadas y mostradas juntas: {schools}"),
    seen,
    could_be,
    line: |line| format!("Un salón es un sí cuando ocurrió: {line}."),
    rests_on: |rooms, steadiness| {
        format!("Se basa en {rooms} salones: {steadiness}; falta calibrar a quienes visitan.")
    },
    group_rooms: |rooms, steadiness| format!("{rooms} salones, {steadiness}."),
    steadiness: |steadiness| match steadiness {
        Steadiness::FirstPicture => "primer panorama",
        Steadiness::FairlySteady => "bastante estable",
        Steadiness::Steady => "estable",
    },
    not_calibrated: "Quienes visitan todavía no han comparado cómo ven un mismo salón.",
    why: |why, k| match why {
        Why::FewInTimetable => {
            format!(
                "Juntos desde que se planeó la ronda, porque al menos uno de ellos por sí solo tiene menos de {k} salones en el horario"
            )
        }
        Why::FewUsableAlone => {
            format!(
                "Se muestran juntos, porque en al menos uno de ellos por sí solo se pudieron contar menos de {k} salones"
            )
        }
        Why::FewVisited => {
            format!(
                "No se muestra, porque se pudieron contar menos de {k} salones visitados. Un panorama de tan pocos señalaría a alguien"
            )
        }
        Why::FewUsable => format!(
            "No se muestra, porque de los salones visitados se pudieron contar menos de {k} para esto. Un panorama de tan pocos señalaría a alguien"
        ),
        Why::MoreThanItHas => "Queda fuera, porque se informó de más salones de los que tiene el horario".to_owned(),
    },
    by_group: "Por grupo",
    earlier: "Rondas anteriores",
    since_more: |day| format!("En más salones que el {day}, más de lo que haría el azar."),
    since_fewer: |day| format!("En menos salones que el {day}, más de lo que haría el azar."),
    no_clear_change: |day| format!("Sin un cambio claro desde el {day}."),
    first_time: "Se observó aquí por primera vez.",
    other_wording: |day| format!("Su redacción cambió desde el {day}, así que no se pueden comparar."),
    other_line: |day| format!("Su umbral se movió después del {day}, así que no se pueden comparar."),
    not_shown_then: |day| format!("No se mostró el {day}, así que no se pueden comparar."),
    other_schools: "Las rondas que abarcaron otras escuelas no se comparan.",
    hidden_here: "no se muestra",
    next: "Qué sigue",
    owner_will: |owner| format!("{owner} va a"),
    team_asks: |team| format!("{team} se pregunta"),
    earlier_rounds: "Rondas anteriores",
    newest: "Ver la más reciente",
    look: "Verla",
    as_table: "Lo mismo en una tabla",
    look_for: "Elemento",
    seen_in: "Se vio",
    for_families: "La página para las familias",
    can_and_cannot: "Qué puede y qué no puede decir este panorama",
    can: [
        "Dice en cuántos de los salones visitados, más o menos, se vio o se oyó algo en unos diez minutos.",
        "Los puntos son los salones, diez para todos ellos. La franja suave es cuánto podría variar el número: en otros salones y otros días, al menos nueve de cada diez veces caería dentro.",
        "Un cambio solo se dice cuando el azar por sí solo casi nunca lo produciría. Con 20 salones en cada ronda hacen falta de 4 a 6 de cada 10, más o menos. Por eso “sin un cambio claro” no quiere decir que nada cambió.",
        "De diez a diecinueve salones es un primer panorama, de veinte a veintinueve es bastante estable y con treinta o más es estable.",
    ],
    cannot: [
        "No puede decir nada de un maestro, una clase o un estudiante. Detrás no hay ninguna calificación.",
        "No verse en diez minutos no es “no ocurre”.",
        "Los extremos se dejan amplios a propósito. “Pocos salones o ninguno” y “casi todos los salones” nunca dicen cuántos exactamente, para no señalar a nadie.",
        "Lo que no se muestra se basa en muy pocos salones. No se dice cuántos.",
        "Los elementos todavía no se han probado en los salones, y quienes visitan no han comparado cómo ven un mismo salón. Consulte otra fuente antes de sacar conclusiones.",
    ],
};

fn headline(headline: &Headline) -> String {
    let said = [
        ("Se vio en más salones que antes", &headline.more),
        ("Se vio en menos salones que antes", &headline.fewer),
        ("En casi todos los salones", &headline.nearly_all),
        ("En la mayoría de los salones", &headline.most),
        ("En menos de la mitad de los salones", &headline.minority),
        ("En pocos salones o en ninguno", &headline.few),
    ];
    let sentences: Vec<String> = said
        .iter()
        .filter(|(_, labels)| !labels.is_empty())
        .map(|(how, labels)| format!("{how}: {}.", row(labels)))
        .collect();
    match (sentences.is_empty(), headline.some.is_empty()) {
        (false, _) => sentences.join(" "),
        (true, false) => format!("Se vio en unos salones sí y en otros no: {}.", row(&headline.some)),
        (true, true) => "Esta vez son muy pocos salones para un panorama.".to_owned(),
    }
}

fn seen(many: HowMany) -> String {
    match many {
        HowMany::FewOrNone => "Se vio en pocos salones o en ninguno.".to_owned(),
        HowMany::NearlyAll => "Se vio en casi todos los salones.".to_owned(),
        HowMany::About(1) => "Se vio en más o menos 1 de cada 10 salones.".to_owned(),
        HowMany::About(tenths) => format!("Se vio en unos {tenths} de cada 10 salones."),
        HowMany::AtMost(1) => "Se vio en más o menos 1 de cada 10 salones, o en menos.".to_owned(),
        HowMany::AtMost(tenths) => format!("Se vio en unos {tenths} de cada 10 salones o menos."),
        HowMany::AtLeast(1) => "Se vio en más o menos 1 de cada 10 salones, o en más.".to_owned(),
        HowMany::AtLeast(tenths) => format!("Se vio en unos {tenths} de cada 10 salones o más."),
        HowMany::Between(from, to) => format!("Se vio en un número de salones entre {from} y {to} de cada 10."),
    }
}

fn could_be(far: HowFar) -> String {
    let far = match far {
        HowFar::UpTo(1) => "podría haber sido hasta 1 de cada 10".to_owned(),
        HowFar::UpTo(to) => format!("podrían haber sido hasta {to} de cada 10"),
        HowFar::OrMore(from) => format!("podrían haber sido {from} de cada 10 o más"),
        HowFar::FromTo(from, to) => format!("podrían haber sido de {from} a {to} de cada 10"),
        HowFar::Anything => "podría haber sido cualquier cosa, de ninguno a todos".to_owned(),
    };
    format!("En otros salones y otros días, {far}.")
}
