//! Words about sending and receiving: where a person's work is, and why it is not elsewhere yet.

use device::storage::StorageFailure;
use device::sync::{ProblemKind, Stopped};
use domain::language::Language;
use domain::time::Moment;

use super::storage::{in_english, in_spanish};
use super::trouble;
use crate::browser::clock::now;
use crate::browser::dates;

/// Words about sending and receiving.
pub struct Sync {
    pub saved_here: &'static str,
    pub sending: &'static str,
    pub no_network: &'static str,
    pub still_here: fn(usize) -> String,
    pub all_received: &'static str,
    pub all_received_at: fn(Moment) -> String,
    pub last_heard: fn(Moment) -> String,
    pub never_heard: &'static str,
    pub send_now: &'static str,
    pub stopped: fn(&Stopped) -> String,
}

/// The time, with its day when it is not of the last twelve hours.
fn when(moment: Moment, language: Language) -> String {
    if now().seconds_since(moment) < 12 * 60 * 60 {
        dates::time(moment, language)
    } else {
        dates::day_and_time(moment, language)
    }
}

pub const EN: Sync = Sync {
    saved_here: "saved on this tablet",
    sending: "sending…",
    no_network: "no network: that is fine",
    still_here: |things| match things {
        1 => "1 thing still on this tablet".into(),
        _ => format!("{things} things still on this tablet"),
    },
    all_received: "everything received",
    all_received_at: |moment| format!("everything received, {}", when(moment, Language::En)),
    last_heard: |moment| format!("Last caught up with the server: {}.", when(moment, Language::En)),
    never_heard: "This tablet has not caught up with the server yet. Everything you do is kept here until then.",
    send_now: "Send now",
    stopped: |stopped| {
        match stopped {
        Stopped::NoAnswer => "The server did not answer. Everything is kept on this tablet, and it is tried again by itself.".into(),
        Stopped::NotTheServer => "Something else than the server answered, perhaps the sign-in page of a guest network. Open a web page to sign in to that network. Everything is kept on this tablet.".into(),
        Stopped::Storage(StorageFailure::Full) => "There is no room left on this tablet, so nothing more could be received. What you saved is kept. Make room, then send again.".into(),
        Stopped::Storage(failure) => format!("The tablet could not store what it heard ({}). What you saved is kept.", in_english(failure)),
        Stopped::Problem(problem) => match problem.kind {
            ProblemKind::NotAllowed => "The server does not let this tablet in. Everything is kept on this tablet.".into(),
            ProblemKind::NotSignedIn => "Nobody is signed in on this tablet any more, so nothing is sent. Everything is kept here; sign in with a code and it goes out by itself.".into(),
            ProblemKind::Unavailable => "The server is busy. Everything is kept on this tablet, and it is tried again by itself.".into(),
            kind => format!("{} Everything is kept on this tablet.", (trouble::EN.problem)(kind)),
        },
    }
    },
};

pub const ES: Sync = Sync {
    saved_here: "guardado en esta tableta",
    sending: "enviando…",
    no_network: "sin red: no hay problema",
    still_here: |things| match things {
        1 => "1 cosa todavía en esta tableta".into(),
        _ => format!("{things} cosas todavía en esta tableta"),
    },
    all_received: "todo recibido",
    all_received_at: |moment| format!("todo recibido, {}", when(moment, Language::Es)),
    // «p.m.» brings its own full stop.
    last_heard: |moment| {
        format!("Última vez al día con el servidor: {}.", when(moment, Language::Es).trim_end_matches('.'))
    },
    never_heard: "Esta tableta todavía no se ha puesto al día con el servidor. Todo lo que usted haga se guarda aquí mientras tanto.",
    send_now: "Enviar ahora",
    stopped: |stopped| {
        match stopped {
        Stopped::NoAnswer => "El servidor no respondió. Todo está guardado en esta tableta y se volverá a intentar solo.".into(),
        Stopped::NotTheServer => "Respondió otra cosa, no el servidor: quizás la página de entrada de una red de invitados. Abra una página web para entrar en esa red. Todo está guardado en esta tableta.".into(),
        Stopped::Storage(StorageFailure::Full) => "Ya no queda espacio en esta tableta, así que no se pudo recibir más. Lo que usted guardó sigue aquí. Haga espacio y envíe de nuevo.".into(),
        Stopped::Storage(failure) => format!("La tableta no pudo guardar lo que oyó ({}). Lo que usted guardó sigue aquí.", in_spanish(failure)),
        Stopped::Problem(problem) => match problem.kind {
            ProblemKind::NotAllowed => "El servidor no deja entrar a esta tableta. Todo está guardado en esta tableta.".into(),
            ProblemKind::NotSignedIn => "Ya nadie tiene sesión en esta tableta, así que no se envía nada. Todo está guardado aquí; entre con un código y saldrá solo.".into(),
            ProblemKind::Unavailable => "El servidor está ocupado. Todo está guardado en esta tableta y se volverá a intentar solo.".into(),
            kind => format!("{} Todo está guardado en esta tableta.", (trouble::ES.problem)(kind)),
        },
    }
    },
};
