//! Words of choosing an instrument when a round is planned.

use domain::library::Instrument;

use super::{Language, use_language};

/// Words of choosing an instrument.
pub struct Instruments {
    pub name: fn(Instrument) -> &'static str,
    pub choose: fn(Instrument) -> &'static str,
    pub what: fn(Instrument) -> &'static str,
}

static EN: Instruments = Instruments {
    name: |instrument| match instrument {
        Instrument::TalkStrip => "with the talk strip",
        Instrument::VoicesGrid => "with the voices grid",
    },
    choose: |instrument| match instrument {
        Instrument::TalkStrip => "Record it with the talk strip",
        Instrument::VoicesGrid => "Record it with the voices grid",
    },
    what: |instrument| match instrument {
        Instrument::TalkStrip => {
            "One tap says who is talking now; hold a button while it is quiet after each of the first five open questions. The times stay on the tablet."
        }
        Instrument::VoicesGrid => {
            "Blank seats: tap one when it is heard. No names. Only how many were heard of how many is kept; the seats are erased when the visit ends."
        }
    },
};

static ES: Instruments = Instruments {
    name: |instrument| match instrument {
        Instrument::TalkStrip => "con la tira de la conversación",
        Instrument::VoicesGrid => "con la cuadrícula de voces",
    },
    choose: |instrument| match instrument {
        Instrument::TalkStrip => "Anotarlo con la tira de la conversación",
        Instrument::VoicesGrid => "Anotarlo con la cuadrícula de voces",
    },
    what: |instrument| match instrument {
        Instrument::TalkStrip => {
            "Un toque dice quién habla ahora; mantenga un botón mientras haya silencio después de cada una de las primeras cinco preguntas abiertas. Los tiempos se quedan en la tableta."
        }
        Instrument::VoicesGrid => {
            "Asientos en blanco: toque uno cuando se oiga. Sin nombres. Solo se conserva cuántos se oyeron y de cuántos; los asientos se borran al terminar la visita."
        }
    },
};

/// The words in the chosen language. They stand apart from [`super::Words`], which is on everyone's first screen.
pub fn use_instrument_words() -> &'static Instruments {
    match use_language()() {
        Language::En => &EN,
        Language::Es => &ES,
    }
}
