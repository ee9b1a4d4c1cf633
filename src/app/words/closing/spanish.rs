//! Closing in Spanish.

use device::storage::StorageFailure;
use device::tablet::RoundRefused;
use domain::round::PlanFault;

use super::Closing;

pub const ES: Closing = Closing {
    title: "Antes de cerrar: qué se mostraría",
    not_results: "No son los resultados. Esos aparecen una sola vez, para todos, al cerrar la ronda.",
    asking: "Preguntando al servidor qué ha recibido.",
    ask_again: "Preguntar otra vez",
    no_answer: "Ahora no hay red, así que esta tableta no puede ver lo que enviaron las demás. No se pierde nada: todo lo guardado aquí espera, y la ronda se puede cerrar cuando haya red.",
    not_the_server: "Respondió algo que no es el servidor, quizá la página de acceso de una red para invitados. Entre a la red y pregunte otra vez.",
    own_unsent: "Esta tableta todavía tiene visitas por enviar. Salen en cuanto haya red; las que no están terminadas hay que terminarlas primero.",
    unsent: |tablets| {
        if tablets == 1 {
            "Una tableta avisó que todavía tiene visitas por enviar.".to_owned()
        } else {
            format!("{tablets} tabletas avisaron que todavía tienen visitas por enviar.")
        }
    },
    unsent_what: "Si cierra ahora, se guardarán como recibidas, pero no entrarán en el panorama, y eso no se puede cambiar.",
    not_back: |tablets| {
        if tablets == 1 {
            "No se sabe de una tableta desde que el servidor se restauró de una copia.".to_owned()
        } else {
            format!("No se sabe de {tablets} tabletas desde que el servidor se restauró de una copia.")
        }
    },
    closes_from: |day| {
        format!("El servidor se restauró de una copia; por eso la ronda se puede cerrar a partir del {day}.")
    },
    closes_from_what: "Hasta entonces, una tableta podría traer un panorama que ya se publicó. Abra Noticeboard en todas las tabletas que participaron.",
    all_sent: |tablets| {
        if tablets == 1 {
            "La única tableta de esta ronda avisó que ya envió todo.".to_owned()
        } else {
            format!("Las {tablets} tabletas de esta ronda avisaron que ya enviaron todo.")
        }
    },
    look_for_and_group: "Elemento y grupo",
    usable_rooms: "Salones que cuentan",
    of_k: |rooms, k| format!("{rooms}, se necesitan {k}"),
    shown: "se muestra",
    not_shown: |missing| {
        if missing == 1 {
            "no se muestra: falta 1 salón".to_owned()
        } else {
            format!("no se muestra: faltan {missing} salones")
        }
    },
    all_rooms: "Todos los salones juntos",
    rooms_so_far: |rooms| {
        if rooms == 1 {
            "1 salón visitado y recibido hasta ahora.".to_owned()
        } else {
            format!("{rooms} salones visitados y recibidos hasta ahora.")
        }
    },
    left_out: "Un grupo tiene más salones visitados que salones, quizá porque dos tabletas usaron códigos distintos. Quedaría fuera.",
    wait: "Esperar un poco",
    wait_what: "Extienda la ronda para que otras tabletas puedan enviar o para visitar más salones.",
    last_day: "Último día ahora",
    new_last_day: "Nuevo último día",
    extend: "Extender la ronda",
    extended: |day| format!("Ahora la ronda termina el {day}. Las otras tabletas lo sabrán cuando tengan red."),
    no_day: "Elija un día, por ejemplo de la próxima semana.",
    same_day: "Ese ya es el último día.",
    refused,
    close_now: "Cerrarla ahora",
    close_what: "El panorama se publica y ya no puede cambiar. Lo acompañan la acción y la pregunta.",
    know_unsent: "Sé que las visitas sin enviar no entrarán en el panorama",
    close: "Cerrar y publicar",
    sure: "¿Cerrar la ronda para siempre?",
    then: [
        "El panorama se calcula una sola vez y se publica. Nadie puede cambiarlo, ni siquiera usted.",
        "Las visitas que lleguen después se reciben, pero nunca entran en el panorama.",
        "Lo que se escribió en los salones se borra de las tabletas, y los resúmenes, del servidor a los 30 días como máximo.",
        "La siguiente ronda de esta escuela se puede cerrar dentro de 21 días como muy pronto.",
    ],
    yes_close: "Sí, cerrar y publicar",
    not_yet: "Todavía no",
    closing: "Cerrando la ronda.",
    offline: "Para cerrar hace falta red. Mientras tanto se conserva todo lo guardado.",
    debrief_first: "La conversación del equipo no está terminada.",
    missing_action: "La dirección no se ha hecho cargo de ninguna acción.",
    missing_question: "Ningún equipo ha asumido una pregunta.",
    to_debrief: "Ir a la conversación",
    too_soon: "Entre dos panoramas de una escuela pasan al menos 21 días, para que nadie pueda deducir lo que ocurrió en unos pocos salones entre uno y otro.",
    too_soon_next: |day| format!("Esta ronda se puede cerrar el {day}. Hasta entonces se conserva todo."),
    unsent_work: "Una tableta avisa que todavía tiene visitas por enviar. Abra Noticeboard en ella, o marque que cierra sin ellas.",
    restored: "El servidor se restauró de una copia y falta por volver una tableta que podría tener el panorama de esta ronda. Abra Noticeboard en las otras tabletas cuando haya red y cierre otra vez.",
    other_release: "Ya existe otro panorama de esta ronda. Queda como está.",
    not_found: "El servidor todavía no conoce esta ronda. Espere a que esta tableta la envíe e inténtelo otra vez.",
    not_kept: "La ronda se cerró, pero esta tableta no pudo guardar el panorama. Libere espacio e inténtelo otra vez: cerrar dos veces da el mismo panorama.",
    closed_title: "La ronda está cerrada.",
    closed_what: "Su panorama está publicado. Dé las gracias a los equipos y diga a todas las personas visitadas dónde leerlo.",
    to_picture: "Ver el panorama",
};

/// Why a change to a round was not made.
pub fn refused(refused: &RoundRefused) -> String {
    match refused {
        RoundRefused::Closed => "no se guardó: la ronda está cerrada".to_owned(),
        RoundRefused::Unknown => "no se guardó: la ronda no está en esta tableta".to_owned(),
        RoundRefused::Faults(faults) if faults.iter().any(|fault| matches!(fault, PlanFault::Window(_))) => {
            "no se guardó: una ronda dura desde su primer día hasta 150 días después como máximo; elija otro día"
                .to_owned()
        }
        RoundRefused::Storage(StorageFailure::Full) => {
            "no se guardó: ya no hay espacio en esta tableta; libere espacio e inténtelo otra vez".to_owned()
        }
        RoundRefused::Storage(StorageFailure::Blocked) => {
            "no se guardó: Noticeboard está abierto en otra pestaña; ciérrela e inténtelo otra vez".to_owned()
        }
        _ => "no se guardó. Lo guardado antes no cambia; inténtelo otra vez".to_owned(),
    }
}
