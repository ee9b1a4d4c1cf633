//! What stands on every page for families, in plain words: short sentences, as a child of eleven reads them.

use domain::language::Language;

/// The fixed words of the page, in one language.
pub struct Said {
    /// Which language.
    pub language: Language,
    /// Above everything.
    pub title: &'static str,
    /// When visits were.
    pub visited: fn(&str) -> String,
    /// That several schools are told about together.
    pub together: fn(&str) -> String,
    /// Before lines that were seen in most rooms.
    pub most: &'static str,
    /// Before lines that were seen in some.
    pub some: &'static str,
    /// Where nothing can be told of what was seen.
    pub nothing: &'static str,
    /// Before what adults will do.
    pub next: &'static str,
    /// Before a leader's action.
    pub action: &'static str,
    /// Before a team's question.
    pub question: &'static str,
    /// Before questions for a child.
    pub ask: &'static str,
    /// How to ask.
    pub ask_how: &'static str,
    /// Before what the page is.
    pub about: &'static str,
    /// What the page is and is not.
    pub facts: [&'static str; 4],
    /// By whom both languages were read, and when.
    pub read: fn(&str) -> String,
    /// Under the code of the page's own address.
    pub code: &'static str,
    /// The list of schools.
    pub list: &'static str,
    /// Where no school has a page.
    pub no_schools: &'static str,
    /// Where this school has none.
    pub none: &'static str,
    /// What to do then.
    pub none_more: &'static str,
    /// When the server cannot answer.
    pub not_now: &'static str,
}

/// English.
pub static EN: Said = Said {
    language: Language::En,
    title: "What learning looks like at our school",
    visited: |days| {
        format!("Adults came to many classrooms to see how children learn. They came on these days: {days}.")
    },
    together: |schools| format!("These schools were visited and are told about together: {schools}."),
    most: "We saw this in most classrooms",
    some: "We saw this in some classrooms",
    nothing: "This time we saw nothing often enough to tell it here.",
    next: "What the adults will do next",
    action: "The leaders of the school will do this:",
    question: "A team of teachers asks this:",
    ask: "Ask your child",
    ask_how: "A good time is on the way home or at dinner.",
    about: "About this page",
    facts: [
        "No one is graded here. You can find no child, no class and no teacher on this page.",
        "We tell you what we saw and heard in many classrooms. We do not tell you all of it.",
        "A visit is short. If we did not see a thing, it may still happen.",
        "This page does not say which school is best. It can not say that.",
    ],
    read: |day| {
        format!("A person who reads both languages read this page and found that both say the same. It is from {day}.")
    },
    code: "Scan this to open the page on a phone.",
    list: "Pages for families",
    no_schools: "No school has a page for families yet.",
    none: "This school has no page for families now.",
    none_more: "Ask the school when there will be one.",
    not_now: "We can not show this page now. Please try again soon.",
};

/// Spanish, with *usted*.
pub static ES: Said = Said {
    language: Language::Es,
    title: "Cómo se aprende en nuestra escuela",
    visited: |days| {
        format!("Unos adultos fueron a muchos salones para ver cómo aprenden los niños. Fueron en estos días: {days}.")
    },
    together: |schools| format!("Estas escuelas se visitaron y se cuentan juntas: {schools}."),
    most: "Esto lo vimos en la mayoría de los salones",
    some: "Esto lo vimos en algunos salones",
    nothing: "Esta vez no vimos nada tan a menudo como para contarlo aquí.",
    next: "Lo que harán ahora los adultos",
    action: "La dirección de la escuela hará esto:",
    question: "Un equipo de maestros se pregunta esto:",
    ask: "Pregunte a su hijo o hija",
    ask_how: "Un buen momento es al volver a casa o en la cena.",
    about: "Sobre esta página",
    facts: [
        "Aquí no se califica a nadie. En esta página no hay ningún niño, ninguna clase y ningún maestro.",
        "Le contamos lo que vimos y oímos en muchos salones. No le contamos todo.",
        "Una visita es corta. Si no vimos una cosa, puede que sí pase.",
        "Esta página no dice qué escuela es mejor. No puede decirlo.",
    ],
    read: |day| {
        format!("Una persona que lee los dos idiomas leyó esta página y vio que los dos dicen lo mismo. Es del {day}.")
    },
    code: "Escanee esto para abrir la página en un teléfono.",
    list: "Páginas para las familias",
    no_schools: "Todavía no hay páginas para las familias.",
    none: "Esta escuela no tiene ahora una página para las familias.",
    none_more: "Pregunte en la escuela cuándo habrá una.",
    not_now: "Ahora no podemos mostrar esta página. Inténtelo otra vez en un rato, por favor.",
};

/// The words of a language.
pub fn of(language: Language) -> &'static Said {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
