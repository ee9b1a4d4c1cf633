//! Words for when something did not work: what happened, what was kept, what to do.

use device::storage::StorageFailure;
use device::sync::ProblemKind;
use device::tablet::RoundRefused;

use super::sign_in;
use super::storage::{in_english, in_spanish};

/// Words for when something did not work.
pub struct Trouble {
    pub not_here: &'static str,
    pub not_here_more: &'static str,
    pub no_such_page: &'static str,
    pub no_such_page_more: &'static str,
    pub to_rounds: &'static str,
    pub to_start: &'static str,
    pub other_tab: &'static str,
    pub other_tab_more: &'static str,
    pub go_on_here: &'static str,
    pub not_opened: &'static str,
    pub nothing_deleted: &'static str,
    pub full: &'static str,
    pub blocked: &'static str,
    pub unreadable: &'static str,
    pub newer_version: &'static str,
    pub browser: &'static str,
    pub for_support: &'static str,
    /// The server said why not. Its own words are in English and for whoever looks after it.
    pub problem: fn(ProblemKind) -> &'static str,
    /// The tablet could not store something.
    pub not_stored: fn(&StorageFailure) -> String,
    pub round_refused: fn(&RoundRefused) -> String,
}

pub const EN: Trouble = Trouble {
    not_here: "That could not be opened.",
    not_here_more: "It is not on this tablet, or the address is not complete. Everything you saved is here.",
    no_such_page: "There is no such page.",
    no_such_page_more: "The address may be incomplete. Everything you saved is here.",
    to_rounds: "Back to the rounds",
    to_start: "To the start",
    other_tab: "Noticeboard is already open in another tab.",
    other_tab_more: "One tab at a time keeps your visits in order. Close the other one, or go on here: the other one then stops.",
    go_on_here: "Go on here",
    not_opened: "What is saved on this tablet did not open.",
    nothing_deleted: "Noticeboard deleted nothing, and will delete nothing. Please do not clear this browser’s data.",
    full: "There is no room left on this tablet. Make room, save a rescue file below, then open again: after a full disk some browsers throw away what they store.",
    blocked: "Another tab with an older Noticeboard keeps it from opening. Close the other tabs, then open again.",
    unreadable: "A part of it cannot be read. Close other tabs and open again; if that does not help, show this page to whoever looks after your tablets.",
    newer_version: "It was written by a newer version of Noticeboard. Connect to the network and open again, so that the newer version arrives.",
    browser: "This browser did not let Noticeboard reach its storage. A private window does not keep anything, and an address without https cannot: open Noticeboard in an ordinary window with https.",
    for_support: "For whoever looks after your tablets",
    problem: |kind| match kind {
        ProblemKind::Malformed | ProblemKind::NotJson => {
            "The server could not read what this tablet asked. A newer version of Noticeboard may help."
        }
        ProblemKind::TooLarge => "It was more at once than the server takes.",
        ProblemKind::NotAllowed => "The server does not let this tablet in.",
        ProblemKind::NotSignedIn => "Nobody is signed in here any more. Sign in with a code, then try again.",
        ProblemKind::Mistyped => sign_in::EN.mistyped,
        ProblemKind::CodeUnknown => sign_in::EN.unknown,
        ProblemKind::TooMany => sign_in::EN.too_many,
        ProblemKind::AnotherHost => {
            "The server is not known by this address. Please tell whoever looks after your tablets."
        }
        ProblemKind::AnotherDistrict => {
            "This address leads to another district’s server, so nothing is sent to it and nothing is taken from it. Please tell whoever looks after your tablets."
        }
        ProblemKind::NotFound => "The server does not have it.",
        ProblemKind::DebriefUnfinished => "The debrief is not finished.",
        ProblemKind::TooSoon => "The last picture of one of its schools is too fresh.",
        ProblemKind::Paused => "The staff representative paused it.",
        ProblemKind::LacksAgreement => "Staff have not signed an agreement yet.",
        ProblemKind::UnsentWork => "A tablet still has visits to send.",
        ProblemKind::Restored => "The server was restored from a backup and waits for the other tablets.",
        ProblemKind::RoundClosed => "The round is closed.",
        ProblemKind::OtherRelease => "Another picture of the round stands already.",
        ProblemKind::Unavailable => "The server is busy. Try again in a little while.",
    },
    not_stored: |failure| format!("This was not saved: {}. What was saved before is kept.", in_english(failure)),
    round_refused: |refused| match refused {
        RoundRefused::Storage(failure) => (EN.not_stored)(failure),
        other => format!("This was not saved: {other}. What was saved before is kept."),
    },
};

pub const ES: Trouble = Trouble {
    not_here: "No se pudo abrir.",
    not_here_more: "No está en esta tableta, o la dirección no está completa. Todo lo que guardó está aquí.",
    no_such_page: "Esa página no existe.",
    no_such_page_more: "Quizás la dirección no está completa. Todo lo que guardó está aquí.",
    to_rounds: "Volver a las rondas",
    to_start: "Ir al inicio",
    other_tab: "Noticeboard ya está abierto en otra pestaña.",
    other_tab_more: "Una pestaña a la vez mantiene sus visitas en orden. Cierre la otra, o siga aquí: entonces la otra se detiene.",
    go_on_here: "Seguir aquí",
    not_opened: "No se abrió lo guardado en esta tableta.",
    nothing_deleted: "No se borró nada, y nada se borrará. Por favor, no borre los datos de este navegador.",
    full: "Ya no queda espacio en esta tableta. Haga espacio, guarde un archivo de rescate aquí abajo y abra de nuevo: tras un disco lleno, algunos navegadores borran lo que guardan.",
    blocked: "Otra pestaña con una versión anterior de Noticeboard impide abrirlo. Cierre las otras pestañas y abra de nuevo.",
    unreadable: "Una parte no se puede leer. Cierre las otras pestañas y abra de nuevo; si no sirve, muestre esta página a quien atiende sus tabletas.",
    newer_version: "Lo escribió una versión más nueva de Noticeboard. Conéctese a la red y abra de nuevo, para que llegue la versión más nueva.",
    browser: "Este navegador no dejó que Noticeboard llegara a su almacenamiento. Una ventana privada no guarda nada, y una dirección sin https no puede: abra Noticeboard en una ventana normal con https.",
    for_support: "Para quien atiende sus tabletas",
    problem: |kind| match kind {
        ProblemKind::Malformed | ProblemKind::NotJson => {
            "El servidor no pudo leer lo que pidió esta tableta. Quizás ayude una versión más nueva de Noticeboard."
        }
        ProblemKind::TooLarge => "Fue más de lo que el servidor acepta de una vez.",
        ProblemKind::NotAllowed => "El servidor no deja entrar a esta tableta.",
        ProblemKind::NotSignedIn => "Ya nadie tiene sesión aquí. Entre con un código e inténtelo de nuevo.",
        ProblemKind::Mistyped => sign_in::ES.mistyped,
        ProblemKind::CodeUnknown => sign_in::ES.unknown,
        ProblemKind::TooMany => sign_in::ES.too_many,
        ProblemKind::AnotherHost => {
            "El servidor no se conoce por esta dirección. Por favor, avise a quien atiende sus tabletas."
        }
        ProblemKind::AnotherDistrict => {
            "Esta dirección lleva al servidor de otro distrito, así que no se le envía nada ni se toma nada de él. Por favor, avise a quien atiende sus tabletas."
        }
        ProblemKind::NotFound => "El servidor no lo tiene.",
        ProblemKind::DebriefUnfinished => "La conversación no está terminada.",
        ProblemKind::TooSoon => "El último panorama de una de sus escuelas es demasiado reciente.",
        ProblemKind::Paused => "La representación del personal lo puso en pausa.",
        ProblemKind::LacksAgreement => "El personal todavía no ha firmado un acuerdo.",
        ProblemKind::UnsentWork => "Una tableta todavía tiene visitas por enviar.",
        ProblemKind::Restored => "El servidor se restauró de una copia y espera a las demás tabletas.",
        ProblemKind::RoundClosed => "La ronda está cerrada.",
        ProblemKind::OtherRelease => "Ya existe otro panorama de la ronda.",
        ProblemKind::Unavailable => "El servidor está ocupado. Inténtelo de nuevo en un momento.",
    },
    not_stored: |failure| format!("Esto no se guardó: {}. Lo que se guardó antes sigue aquí.", in_spanish(failure)),
    round_refused: |refused| match refused {
        RoundRefused::Storage(failure) => (ES.not_stored)(failure),
        RoundRefused::Closed => "Esto no se guardó: la ronda está cerrada.".to_owned(),
        RoundRefused::Open => "Esto no se guardó: la ronda todavía no está cerrada.".to_owned(),
        RoundRefused::Unknown => "Esto no se guardó: esa ronda no está en esta tableta.".to_owned(),
        RoundRefused::Misread(_) | RoundRefused::Faults(_) => {
            "Esto no se guardó. Lo que se guardó antes sigue aquí.".to_owned()
        }
    },
};
