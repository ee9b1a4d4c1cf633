//! Words of the four minutes of talk after a visit.

use super::{Language, use_language};

/// Words of the talk in the hallway.
pub struct Hallway {
    pub open: &'static str,
    pub again: &'static str,
    pub title: &'static str,
    pub lede: &'static str,
    pub clock: fn(u32, u32) -> String,
    pub over: &'static str,
    pub sound_on: &'static str,
    pub sound_off: &'static str,
    pub prompts_title: &'static str,
    pub prompts: [&'static str; 3],
    pub written: &'static str,
    pub nothing_written: &'static str,
    pub looked: &'static str,
    pub by_the_line: &'static str,
    pub same_room: &'static str,
    pub same_room_what: &'static str,
    pub stays: &'static str,
    pub next: &'static str,
}

static EN: Hallway = Hallway {
    open: "Four minutes of talk",
    again: "Talk about it",
    title: "Four minutes in the hallway",
    lede: "Softly, and about what was there: nobody is named, and nothing said here is recorded.",
    clock: |minutes, seconds| format!("{minutes} min {seconds} s of four minutes of talk"),
    over: "Four minutes. Finish the sentence, then the next door.",
    sound_on: "Sound at the end: on",
    sound_off: "Sound at the end: off",
    prompts_title: "In turn",
    prompts: [
        "What did you see or hear?",
        "Where do our notes differ?",
        "Would we put it on the same side of the line?",
    ],
    written: "Written in the room",
    nothing_written: "No sentence was written in this visit. Say one aloud.",
    looked: "What we looked for",
    by_the_line: "By the line:",
    same_room: "Were two of you in this room?",
    same_room_what: "Say your counts aloud before you show them, then read the line together. Where you differ, look at what counts, not at who is right. No tablet hears of it.",
    stays: "What stands here is on this tablet only, and is erased with the visit.",
    next: "Next room",
};

static ES: Hallway = Hallway {
    open: "Cuatro minutos de conversación",
    again: "Conversar sobre la visita",
    title: "Cuatro minutos en el pasillo",
    lede: "En voz baja y sobre lo que hubo: no se nombra a nadie y nada de lo dicho aquí se registra.",
    clock: |minutes, seconds| format!("{minutes} min {seconds} s de cuatro minutos de conversación"),
    over: "Cuatro minutos. Terminen la frase, y a la siguiente puerta.",
    sound_on: "Sonido al final: sí",
    sound_off: "Sonido al final: no",
    prompts_title: "Por turnos",
    prompts: [
        "¿Qué vio u oyó usted?",
        "¿En qué difieren nuestras notas?",
        "¿Lo pondríamos del mismo lado de la línea?",
    ],
    written: "Anotado en el salón",
    nothing_written: "En esta visita no se anotó ninguna frase. Digan una en voz alta.",
    looked: "Qué observamos",
    by_the_line: "Según la línea:",
    same_room: "¿Estuvieron dos en este salón?",
    same_room_what: "Digan sus cuentas en voz alta antes de mostrarlas y lean juntos la línea. Donde difieran, miren qué cuenta, no quién tiene razón. Ninguna tableta se entera.",
    stays: "Lo que está aquí se queda en esta tableta y se borra con la visita.",
    next: "Siguiente salón",
};

/// The words in the chosen language. They stand apart from [`super::Words`], which is on everyone's first screen.
pub fn use_hallway_words() -> &'static Hallway {
    match use_language()() {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
