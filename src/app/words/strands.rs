//! Words about productive talk: three strands side by side.

/// Words about productive talk.
pub struct Strands {
    pub link: &'static str,
    pub asks: &'static str,
    pub what: &'static str,
    pub nothing: &'static str,
    pub none: &'static str,
    pub newest: fn(&str) -> String,
}

pub const EN: Strands = Strands {
    link: "Productive talk",
    asks: "How do discourse, participation and inquiry go together here?",
    what: "Three strands side by side. They are not added up into anything: which of them matters now is for people to say.",
    nothing: "No round has looked for productive talk yet.",
    none: "No round of this school has looked for it yet.",
    newest: |days| format!("Round of {days}."),
};

pub const ES: Strands = Strands {
    link: "Conversación productiva",
    asks: "¿Cómo van juntas aquí la conversación, la participación y la indagación?",
    what: "Tres hilos, uno al lado de otro. No se suman en nada: cuál importa ahora lo dicen las personas.",
    nothing: "Ninguna ronda ha observado todavía la conversación productiva.",
    none: "Ninguna ronda de esta escuela lo ha observado todavía.",
    newest: |days| format!("Ronda del {days}."),
};
