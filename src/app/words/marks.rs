//! Words of what was recorded: each mark, what it comes to, and the sounds around it.

use domain::visit::Blocks;

use super::{Language, use_language};

/// Words of what was recorded.
pub struct Marks {
    // The list of marks.
    pub so_far: &'static str,
    pub so_far_short: &'static str,
    pub nothing: &'static str,
    pub taken_out_how: &'static str,
    pub take_out: &'static str,
    pub take_out_this: fn(&str) -> String,
    pub was_taken_out: fn(&str) -> String,
    pub earlier: fn(usize) -> String,
    pub counted: &'static str,
    pub talking: fn(&str) -> String,
    pub quiet: fn(u32) -> String,
    pub seats: fn(u8) -> String,
    // Sounds.
    pub sounds: &'static str,
    pub tick: &'static str,
    pub tick_what: &'static str,
    pub beep: &'static str,
    pub beep_what: &'static str,
    pub beep_on: &'static str,
    pub beep_off: &'static str,
    pub block_over: fn(u32, u32) -> String,
    // Beside the buttons.
    pub in_ten: fn(u32) -> String,
    pub full_answer: &'static str,
    // What it comes to.
    pub on_tablet: &'static str,
    pub count: fn(u32) -> String,
    pub events: fn(Blocks) -> String,
    pub samples: fn(Blocks) -> String,
}

static EN: Marks = Marks {
    so_far: "Recorded so far",
    so_far_short: "So far",
    nothing: "Nothing yet. Every tap will stand here with its time.",
    taken_out_how: "Newest first. Taking one out does not touch the others.",
    take_out: "Take out",
    take_out_this: |what| format!("Take out: {what}"),
    was_taken_out: |what| format!("taken out: {what}"),
    earlier: |more| format!("Show {more} more"),
    counted: "counted",
    talking: |who| format!("talking: {who}"),
    quiet: |seconds| if seconds == 0 { "answered at once".to_owned() } else { format!("{seconds} s of quiet") },
    seats: |seats| if seats == 1 { "1 seat laid out".to_owned() } else { format!("{seats} seats laid out") },
    sounds: "Sounds",
    tick: "A tick for each tap",
    tick_what: "Very short and quiet.",
    beep: "A beep when two minutes are over",
    beep_what: "When it is off, the block changes without a sound.",
    beep_on: "Beep on",
    beep_off: "Beep off",
    block_over: |from, to| format!("minutes {from} to {to} are over"),
    in_ten: |rate| format!("that is {rate} in ten minutes"),
    full_answer: "a full answer here",
    on_tablet: "Only here:",
    count: |count| format!("{count} counted"),
    events: |blocks| en_blocks(["seen in", "two-minute block"], blocks),
    samples: |blocks| en_blocks(["so at", "beep"], blocks),
};

static ES: Marks = Marks {
    so_far: "Anotado hasta ahora",
    so_far_short: "Hasta ahora",
    nothing: "Todavía nada. Cada toque aparecerá aquí con su hora en la visita.",
    taken_out_how: "Lo más reciente primero. Quitar uno no cambia los demás.",
    take_out: "Quitar",
    take_out_this: |what| format!("Quitar: {what}"),
    was_taken_out: |what| format!("se quitó: {what}"),
    earlier: |more| format!("Mostrar {more} más"),
    counted: "contado",
    talking: |who| format!("habla: {who}"),
    quiet: |seconds| if seconds == 0 { "sin pausa".to_owned() } else { format!("{seconds} s de silencio") },
    seats: |seats| if seats == 1 { "1 asiento puesto".to_owned() } else { format!("{seats} asientos puestos") },
    sounds: "Sonidos",
    tick: "Un clic con cada toque",
    tick_what: "Muy corto y suave.",
    beep: "Una señal cada dos minutos",
    beep_what: "Si está apagada, el bloque cambia sin sonido.",
    beep_on: "Señal: sí",
    beep_off: "Señal: no",
    block_over: |from, to| format!("terminaron los minutos {from} a {to}"),
    in_ten: |rate| format!("son {rate} en diez minutos"),
    full_answer: "también es respuesta",
    on_tablet: "Solo aquí:",
    count: |count| if count == 1 { "1 contado".to_owned() } else { format!("{count} contados") },
    events: |blocks| es_blocks(["se vio en", "bloques de dos minutos"], blocks),
    samples: |blocks| es_blocks(["era así en", "señales"], blocks),
};

/// A missed block is said as missed, beside those that were answered.
fn en_blocks([seen, block]: [&str; 2], blocks: Blocks) -> String {
    let parts = [
        match blocks.yes + blocks.no {
            0 => format!("no {block} answered"),
            answered => format!("{seen} {} of {answered} {block}s that were answered", blocks.yes),
        },
        if blocks.missed > 0 { format!("{} missed", blocks.missed) } else { String::new() },
        if blocks.not_applicable > 0 { format!("{} did not apply", blocks.not_applicable) } else { String::new() },
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn es_blocks([seen, blocks_said]: [&str; 2], blocks: Blocks) -> String {
    let parts = [
        match blocks.yes + blocks.no {
            0 => format!("sin respuesta en {blocks_said}"),
            answered => format!("{seen} {} de {answered} {blocks_said} con respuesta", blocks.yes),
        },
        if blocks.missed > 0 { format!("{} sin anotar", blocks.missed) } else { String::new() },
        match blocks.not_applicable {
            0 => String::new(),
            1 => "1 no aplicaba".to_owned(),
            more => format!("{more} no aplicaban"),
        },
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The words in the chosen language. They stand apart from [`super::Words`], which is on everyone's first screen.
pub fn use_mark_words() -> &'static Marks {
    match use_language()() {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
