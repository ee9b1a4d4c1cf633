//! The visit in Spanish.

use device::storage::StorageFailure;
use device::tablet::VisitRefused;
use domain::visit::Refused;

use super::Visit;

pub const ES: Visit = Visit {
    confirm: |room| format!("{room}: ¿qué materia se da ahora?"),
    confirm_why: "La materia se queda en esta tableta; el panorama solo conoce el grupo.",
    confirm_fixed: "Esto dice el horario. Elija otra si hoy no es así.",
    subject: "Materia",
    choose_subject: "Elija la materia que se da ahora. Todavía no ha comenzado nada.",
    before: |minutes, look_fors| {
        let look_fors = if look_fors == 1 { "Un elemento".to_owned() } else { format!("{look_fors} elementos") };
        format!(
            "{minutes} minutos. {look_fors}. Salude, siéntese donde vea las caras y ayude si un estudiante se lo pide."
        )
    },
    begin: "Comenzar la visita",
    another_room: "Otro salón",
    under_way: |room| {
        format!(
            "Hay una visita en curso en esta tableta: {room}. Todo lo anotado está guardado. Termínela o déjela antes de comenzar otra."
        )
    },
    go_on: "Seguir con esa visita",
    for_learning: "Para aprender, no para evaluar",
    this_visit: "Esta visita",
    saved: "guardado en esta tableta",
    saving: "guardando",
    no_wake_lock: "la pantalla puede apagarse: tóquela de vez en cuando",
    clock: |minutes, seconds, of| {
        let minutes = if minutes == 1 { "1 minuto".to_owned() } else { format!("{minutes} minutos") };
        format!("{minutes} {seconds} segundos de {of} minutos")
    },
    what_counts: "Qué cuenta",
    tap_to_add: "toque para sumar",
    less: "quitar uno",
    of_five: |most| format!("de las primeras {most}"),
    all_counted: |most| format!("ya contó las {most}: es suficiente"),
    seen: "se vio",
    not_seen: "no se vio",
    does_not_apply: "no aplica",
    not_enough_time: "faltó tiempo",
    blocks: "bloques de dos minutos",
    block_minutes: |from, to| format!("minutos {from} a {to}"),
    block_state: |at| format!("en la señal, min. {at}"),
    block_yes: "se vio",
    block_no: "no se vio",
    block_waits: "todavía se puede anotar",
    block_missed: "sin anotar",
    block_not_applicable: "no aplica",
    block_now: "ahora",
    next_beep: |at| format!("próxima señal: min. {at}"),
    state_yes: "es así",
    state_no: "no es así",
    shares: ["ninguno", "pocos", "algunos", "la mayoría", "casi todos"],
    table_shares: ["ninguna", "pocas", "algunas", "la mayoría", "casi todas"],
    in_view: "a la vista",
    students_in_view: "estudiantes a la vista",
    tables_in_view: "mesas a la vista",
    one_fewer: "uno menos",
    one_more: "uno más",
    i_saw_dots: "Vi… / Oí…",
    undo: "Deshacer",
    finish: "Terminar la visita",
    back_to_visit: "Volver a la visita",
    what_did_you: "¿Qué vio u oyó?",
    stays_here: "se queda en esta tableta",
    i_saw: "Vi",
    i_heard: "Oí",
    their_words: "Con las palabras del salón, no con las suyas",
    no_names: "Sin nombres, por favor. No hacen falta.",
    characters_left: |left| {
        if left < 0 { format!("sobran {}", -left) } else { format!("quedan {left}") }
    },
    belongs_to: "Se refiere a",
    keep_it: "Guardar",
    write_something: "Todavía no ha escrito nada.",
    take_out: "Quitar",
    nothing_written: "Todavía nada. Una o dos frases ayudan al equipo a conversar después.",
    about_visit: "Esta visita",
    other_subject: "Ahora se da otra materia",
    leave: "Dejarla sin resultado",
    leave_what: "Si se equivocó de salón o no hubo clase. Nada sale de la tableta, y la visita no se puede retomar.",
    leave_sure: "¿Dejar esta visita sin resultado?",
    leave_now: "Sí, dejarla",
    leave_not: "No, quedarme",
    not_saved: |refused| {
        match refused {
        VisitRefused::Storage(StorageFailure::Full) => {
            "no se guardó: ya no hay espacio en esta tableta. Todo lo anterior está aquí. Libere espacio, guarde un archivo de rescate antes de cerrar este navegador y toque otra vez".to_owned()
        }
        VisitRefused::Storage(StorageFailure::Blocked) => {
            "no se guardó: Noticeboard está abierto en otra pestaña. Ciérrela y toque otra vez".to_owned()
        }
        VisitRefused::Storage(StorageFailure::TakenOver) => {
            "no se guardó aquí: esta tableta se abrió en otra pestaña. Continúe allí".to_owned()
        }
        VisitRefused::Storage(StorageFailure::Locked) => "no se guardó: esta tableta está bloqueada".to_owned(),
        VisitRefused::Storage(StorageFailure::Failed(reason)) => {
            format!("no se guardó: el almacén de esta tableta no respondió ({reason}). Todo lo anterior está guardado; toque otra vez")
        }
        VisitRefused::Mark(Refused::CountedOut(_, most)) => format!("ya contó las {most}: es suficiente"),
        VisitRefused::Mark(Refused::BlockToCome(_)) => "no se guardó: ese bloque no ha comenzado".to_owned(),
        VisitRefused::Mark(Refused::Ended) => "no se guardó: esta visita ya terminó".to_owned(),
        VisitRefused::Mark(Refused::SeatInUse(_)) => {
            "no se quitó: en esta cuadrícula hay un asiento que se oyó. Quite primero ese asiento".to_owned()
        }
        VisitRefused::Mark(Refused::BlockOver(_)) => {
            "no se guardó: ese bloque ya terminó y queda sin anotar".to_owned()
        }
        VisitRefused::Mark(Refused::NothingToTakeBack(_)) => {
            "no hay nada que deshacer: eso no se guardó, o ya se deshizo".to_owned()
        }
        VisitRefused::Mark(Refused::HeardBefore(_)) => "ese asiento ya estaba marcado".to_owned(),
        VisitRefused::Mark(Refused::NotLookedFor(_)) => "no se guardó: esto no se observa en esta ronda".to_owned(),
        VisitRefused::Mark(_) => "no se guardó: en esta visita no hay lugar para eso".to_owned(),
        VisitRefused::Unknown => "no se guardó: esta visita no está en esta tableta".to_owned(),
        VisitRefused::NotJoined => "esta tableta no se ha unido a la ronda; pídale el código a un colega".to_owned(),
        VisitRefused::OtherRoom(_) => "este salón no es parte de la ronda".to_owned(),
        VisitRefused::Closed => "esta ronda está cerrada; ya no se pueden hacer visitas en ella".to_owned(),
        VisitRefused::NotBegun(_) => "esta visita no puede empezar según el acuerdo de su ronda".to_owned(),
        VisitRefused::UnderWay(_) => "hay otra visita en curso en esta tableta".to_owned(),
        VisitRefused::Note(_) => "la nota no está lista: necesita las dos partes, cada una de 500 caracteres como máximo".to_owned(),
        VisitRefused::Card => "esa tarjeta ya se usó o no es de esta tableta; elija otra".to_owned(),
    }
    },
};
