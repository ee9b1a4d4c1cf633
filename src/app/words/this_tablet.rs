//! Words about this tablet: what is on it alone, and how safe it is there.

use device::tablet::RefusalCode;

/// Words about this tablet.
pub struct ThisTablet {
    pub title: &'static str,
    pub where_title: &'static str,
    pub unfinished: &'static str,
    pub summaries: &'static str,
    pub notes: &'static str,
    pub shared: &'static str,
    pub late: &'static str,
    pub evidence: &'static str,
    pub safe: &'static str,
    pub safe_more: &'static str,
    pub not_safe: &'static str,
    pub not_safe_more: &'static str,
    pub refused_title: fn(usize) -> String,
    pub refused_more: &'static str,
    pub refused_plan: &'static str,
    pub refused_debrief: &'static str,
    pub refused_summary: &'static str,
    pub refused_note: &'static str,
    pub why: fn(RefusalCode) -> &'static str,
    pub keeping_title: &'static str,
    pub promised: &'static str,
    pub not_promised_title: &'static str,
    pub not_promised: &'static str,
    pub not_promised_installed: &'static str,
    pub not_said: &'static str,
    pub ask: &'static str,
    pub installed: &'static str,
    pub not_installed: &'static str,
    pub room: fn(u64, u64) -> String,
    pub language: &'static str,
    pub version: fn(&str) -> String,
    pub newest: &'static str,
    pub update_after_visit: &'static str,
}

/// Bytes as megabytes, rounded up.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

pub const EN: ThisTablet = ThisTablet {
    title: "This tablet",
    where_title: "Where things are",
    unfinished: "Visits that are not finished",
    summaries: "Finished visits, not received yet",
    notes: "Notes, not received yet",
    shared: "Plans and boards, not received yet",
    late: "Finished visits that came after the close: received, not in the picture",
    evidence: "Evidence, which never leaves",
    safe: "It is safe to sign out of this tablet.",
    safe_more: "The server holds everything that was meant to leave it. Evidence stays behind: it never leaves a tablet.",
    not_safe: "Do not sign out of this tablet yet, and do not clear this browser’s data.",
    not_safe_more: "Some of your work is here and nowhere else.",
    refused_title: |count| match count {
        1 => "The server did not take one change".into(),
        _ => format!("The server did not take {count} changes"),
    },
    refused_more: "They are kept here with the reason; everything else passed them by.",
    refused_plan: "The plan of a round",
    refused_debrief: "A debrief board",
    refused_summary: "A finished visit",
    refused_note: "A note",
    why: |code| match code {
        RefusalCode::Malformed => "It could not be read by the server, or is too long.",
        RefusalCode::AgainstTheRules => "It does not fit the round’s plan or the agreement.",
        RefusalCode::UnknownRound => "The server does not know its round yet.",
        RefusalCode::Conflict => "Another tablet changed the same thing at the same time, and that change stands.",
        RefusalCode::NotAllowed => {
            "Whoever is signed in may not send it: it is about another school, or only a leader plans."
        }
        RefusalCode::Gone => "The note was deleted by whoever holds its card, or has expired.",
    },
    keeping_title: "Does this browser keep what is here?",
    promised: "Yes: it promises to keep everything until somebody clears it.",
    not_promised_title: "This browser may clear old pages",
    not_promised: "Put Noticeboard on the home screen and it promises to keep what is here. What is here now does not move along: send it first.",
    not_promised_installed: "It has not promised to keep what is here when Noticeboard is not used for some time. Catch up with the server before a longer pause.",
    not_said: "This browser does not say whether it keeps what is here. Catch up with the server often; a browser may clear pages that were not opened for a week.",
    ask: "Ask it to keep everything",
    installed: "Noticeboard is on the home screen of this device.",
    not_installed: "Noticeboard is open in a browser tab. The browser’s menu can put it on the home screen.",
    room: |used, of| format!("{} MB used of {} MB that this browser allows.", megabytes(used), megabytes(of)),
    language: "Language",
    version: |version| format!("Noticeboard {version}"),
    newest: "This is the newest version that this tablet has heard of.",
    update_after_visit: "There is a new version. It is offered once the visit is finished.",
};

pub const ES: ThisTablet = ThisTablet {
    title: "Esta tableta",
    where_title: "Dónde están las cosas",
    unfinished: "Visitas sin terminar",
    summaries: "Visitas terminadas, todavía no recibidas",
    notes: "Notas, todavía no recibidas",
    shared: "Planes y tableros, todavía no recibidos",
    late: "Visitas terminadas que llegaron después del cierre: recibidas, pero fuera del panorama",
    evidence: "Lo anotado, que nunca sale",
    safe: "Puede cerrar la sesión en esta tableta sin perder nada.",
    safe_more: "El servidor tiene todo lo que debía salir. Lo anotado se queda aquí: nunca sale de una tableta.",
    not_safe: "Todavía no cierre la sesión en esta tableta ni borre los datos de este navegador.",
    not_safe_more: "Una parte de su trabajo está aquí y en ningún otro lugar.",
    refused_title: |count| match count {
        1 => "El servidor no aceptó un cambio".into(),
        _ => format!("El servidor no aceptó {count} cambios"),
    },
    refused_more: "Se conservan aquí con el motivo; todo lo demás siguió su camino.",
    refused_plan: "El plan de una ronda",
    refused_debrief: "Un tablero de conversación",
    refused_summary: "Una visita terminada",
    refused_note: "Una nota",
    why: |code| match code {
        RefusalCode::Malformed => "El servidor no pudo leerlo, o es demasiado largo.",
        RefusalCode::AgainstTheRules => "No concuerda con el plan de la ronda o con el acuerdo.",
        RefusalCode::UnknownRound => "El servidor todavía no conoce su ronda.",
        RefusalCode::Conflict => "Otra tableta cambió lo mismo al mismo tiempo, y ese cambio es el que vale.",
        RefusalCode::NotAllowed => {
            "Quien tiene la sesión no puede enviarlo: es de otra escuela, o solo planea quien dirige."
        }
        RefusalCode::Gone => "Quien tiene la tarjeta borró la nota, o la nota venció.",
    },
    keeping_title: "¿Este navegador conserva lo que hay aquí?",
    promised: "Sí: promete conservar todo hasta que alguien lo borre.",
    not_promised_title: "Este navegador podría borrar páginas antiguas",
    not_promised: "Ponga Noticeboard en la pantalla de inicio y prometerá conservar lo que hay aquí. Lo que hay ahora no se muda: envíelo antes.",
    not_promised_installed: "No ha prometido conservar lo que hay aquí si Noticeboard no se usa por un tiempo. Póngase al día con el servidor antes de una pausa larga.",
    not_said: "Este navegador no dice si conserva lo que hay aquí. Póngase al día con el servidor a menudo; un navegador puede borrar páginas que no se abrieron en una semana.",
    ask: "Pedirle que conserve todo",
    installed: "Noticeboard está en la pantalla de inicio de este dispositivo.",
    not_installed: "Noticeboard está abierto en una pestaña. El menú del navegador puede ponerlo en la pantalla de inicio.",
    room: |used, of| format!("{} MB usados de {} MB que permite este navegador.", megabytes(used), megabytes(of)),
    language: "Idioma",
    version: |version| format!("Noticeboard {version}"),
    newest: "Esta es la versión más nueva de la que esta tableta ha oído.",
    update_after_visit: "Hay una versión nueva. Se ofrecerá cuando termine la visita.",
};
