//! Words about productive talk: three strands side by side.

use domain::language::Language;
use domain::library::{Library, LookForGroup};
use domain::release::Strand;

use crate::Words;

/// Words about productive talk.
#[expect(missing_docs, reason = "each field has the name of what it says; the sentences themselves are the text")]
pub struct Strands {
    pub link: &'static str,
    pub asks: &'static str,
    pub what: &'static str,
    pub nothing: &'static str,
    pub none: &'static str,
    pub newest: fn(&str) -> String,
}

/// English.
pub const EN: Strands = Strands {
    link: "Productive talk",
    asks: "How do discourse, participation and inquiry go together here?",
    what: "Three strands side by side. They are not added up into anything: which of them matters now is for people to say.",
    nothing: "No round has looked for productive talk yet.",
    none: "No round of this school has looked for it yet.",
    newest: |days| format!("Round of {days}."),
};

/// Spanish.
pub const ES: Strands = Strands {
    link: "Conversación productiva",
    asks: "¿Cómo van juntas aquí la conversación, la participación y la indagación?",
    what: "Tres hilos, uno al lado de otro. No se suman en nada: cuál importa ahora lo dicen las personas.",
    nothing: "Ninguna ronda ha observado todavía la conversación productiva.",
    none: "Ninguna ronda de esta escuela lo ha observado todavía.",
    newest: |days| format!("Ronda del {days}."),
};

/// The place of the newest round that looked for any of the strands.
pub fn newest(strands: &[Strand]) -> Option<usize> {
    strands.iter().flat_map(|strand| &strand.threads).map(|thread| thread.place).max()
}

/// What the library calls a strand.
pub fn name(group: LookForGroup, language: Language) -> &'static str {
    let named = Library::shipped().groups.iter().find(|named| named.group == group);
    named.map_or("", |named| named.name.in_language(language))
}

impl Words {
    /// The sentence above the strands: what the newest round says that looked for any of them.
    pub fn talk(&self, strands: &[Strand]) -> String {
        let Some(newest) = newest(strands) else { return self.strands.nothing.to_owned() };
        let threads = strands.iter().flat_map(|strand| &strand.threads).filter(|thread| thread.place == newest);
        self.picture.title(threads.map(|thread| {
            let label = self.picture.label(&thread.finding.look_for, thread.finding.version);
            (thread.finding.whole(), label, thread.history.trend())
        }))
    }
}
