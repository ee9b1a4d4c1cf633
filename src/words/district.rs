//! Words of a district's term.

/// Words of a district's term.
#[expect(missing_docs, reason = "each field has the name of what it says; the sentences themselves are the text")]
pub struct District {
    /// The way to it from the list of schools.
    pub link: &'static str,
    pub link_what: &'static str,
    // Its head.
    pub term_of: fn(&str) -> String,
    pub what: &'static str,
    pub nothing_title: &'static str,
    pub nothing: &'static str,
    // One look-for.
    pub other_wording: &'static str,
    pub by_school: &'static str,
    pub together_with: fn(&str) -> String,
    pub too_few_rooms: fn(&str) -> String,
    pub counted_elsewhere: fn(&str) -> String,
    pub not_looked_for: fn(&str) -> String,
    // What was promised.
    pub promised: &'static str,
    pub promised_what: &'static str,
    // Other terms.
    pub term_before: &'static str,
    pub this_term: &'static str,
}

/// English.
pub const EN: District = District {
    link: "The whole district",
    link_what: "What the schools’ rounds show side by side, and what was promised.",
    term_of: |days| format!("term of {days}"),
    what: "Put together from what the schools’ rounds have published, and from nothing else. Each school counts by its newest round that looked for the same, so that a room counts at most once. Schools stand in the order of the alphabet.",
    nothing_title: "Nothing was published in this term",
    nothing: "A district’s picture is put together from its schools’ pictures. The first appears when a round of visits is closed.",
    other_wording: "It was also looked for by another wording or line. The two are not put together.",
    by_school: "School by school",
    together_with: |schools| format!("Shown together with {schools}."),
    too_few_rooms: |schools| {
        format!("Not shown, because there were too few rooms to speak about without pointing at someone: {schools}.")
    },
    counted_elsewhere: |schools| {
        format!("Not shown, because it was visited together with a school that has a newer round: {schools}.")
    },
    not_looked_for: |schools| format!("Not looked for in this term: {schools}."),
    promised: "What was promised",
    promised_what: "Every round ends in an action that a leader owns and a question that a team takes on. They stand in the order of their days. Whoever leads the school says whether the action was done.",
    term_before: "Look at the term before",
    this_term: "Look at the present term",
};

/// Spanish.
pub const ES: District = District {
    link: "Todo el distrito",
    link_what: "Lo que muestran las rondas de las escuelas, una al lado de otra, y lo que se prometió.",
    term_of: |days| format!("periodo del {days}"),
    what: "Se compone de lo que publicaron las rondas de las escuelas, y de nada más. Cada escuela cuenta con su ronda más reciente que observó lo mismo, así que un salón cuenta una vez como máximo. Las escuelas están en orden alfabético.",
    nothing_title: "En este periodo no se publicó nada",
    nothing: "El panorama de un distrito se compone de los panoramas de sus escuelas. El primero aparece cuando se cierra una ronda de visitas.",
    other_wording: "También se observó con otra redacción u otro umbral. Los dos no se juntan.",
    by_school: "Escuela por escuela",
    together_with: |schools| format!("Se muestra junto con {schools}."),
    too_few_rooms: |schools| {
        format!("No se muestra, porque son muy pocos salones para hablar de ellos sin señalar a alguien: {schools}.")
    },
    counted_elsewhere: |schools| {
        format!("No se muestra, porque se visitó junto con una escuela que tiene una ronda más reciente: {schools}.")
    },
    not_looked_for: |schools| format!("No se observó en este periodo: {schools}."),
    promised: "Lo que se prometió",
    promised_what: "Cada ronda termina en una acción de la que responde alguien de la dirección y en una pregunta que asume un equipo. Están en el orden de sus fechas. Quien dirige la escuela dice si la acción se hizo.",
    term_before: "Ver el periodo anterior",
    this_term: "Ver el periodo actual",
};
