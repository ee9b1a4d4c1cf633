//! Words about rescue files in Spanish.

use device::rescue::{Becomes, NotRescued};

use super::{Counted, Rescue};

pub static WORDS: Rescue = Rescue {
    title: "Archivo de rescate",
    lede: "Lo que está en esta tableta y en ningún otro lugar, en un archivo que solo abre una frase secreta. Se puede abrir en otra tableta.",
    to_rescue: "Guardar o abrir un archivo de rescate",
    save_title: "Guardar lo que hay aquí",
    save_more: "Visitas con lo anotado, notas y tableros, rondas con sus claves, tarjetas en papel y todo lo que espera para enviarse.",
    passphrase: "Una frase secreta para este archivo",
    passphrase_hint: "12 caracteres o más; sirven cuatro palabras sin relación entre sí. Anótela: sin ella nadie puede abrir el archivo.",
    too_short: "Es demasiado corta: al menos 12 caracteres. Quien encuentre el archivo puede probar todo el tiempo que quiera.",
    no_memory: "Esta tableta no tiene suficiente memoria libre. Cierre otras aplicaciones e inténtelo de nuevo.",
    not_saved: "Este navegador no aceptó el archivo. Todo sigue en esta tableta.",
    save: "Guardar el archivo de rescate",
    saved_as: |name| {
        format!("Se entregó al navegador como {name}. Búsquelo donde este dispositivo guarda las descargas.")
    },
    after_saving: "Guarde la frase en otro lugar. Lo guardado sigue también en esta tableta. Borre el archivo cuando todo haya llegado: contiene lo anotado y claves de rondas.",
    not_in_it: "No incluye su sesión, las claves de este navegador, lo que el servidor ya recibió ni las tarjetas que nunca se imprimieron.",
    unopened: "Quizás una parte todavía se pueda leer. Noticeboard puede buscar, registro por registro, y guardar en un archivo lo que encuentre. Aquí no cambia nada.",
    thrown_away: "Este navegador borró lo que estaba guardado en esta tableta.",
    thrown_away_more: "Noticeboard no lo borró. Algunos navegadores lo hacen por sí mismos después de que el disco estuvo lleno, o con un sitio que no se abrió en una semana. Noticeboard en otro navegador o en otra aplicación de este dispositivo guarda lo suyo. Lo que ya se había enviado está a salvo. Lo que no se había enviado solo estaba aquí: visitas, notas y las claves de las rondas.",
    thrown_away_next: "Si hay un archivo de rescate, ábralo en la tableta vacía. A las rondas que siguen puede unirse otra vez con sus códigos.",
    begin_empty: "Empezar con una tableta vacía",
    look_for_it: "Buscar lo que se pueda leer",
    could_not_read: |damaged, behind_pin| {
        let damaged = match damaged {
            0 => String::new(),
            1 => "Un registro no se pudo leer; ".into(),
            _ => format!("{damaged} registros no se pudieron leer; "),
        };
        let behind_pin = match behind_pin {
            0 if damaged.is_empty() => "Se pudo leer todo.".into(),
            0 => "lo demás, sí.".into(),
            1 => "1 más necesita el PIN y sin él no está en el archivo.".into(),
            _ => format!("{behind_pin} más necesitan el PIN y sin él no están en el archivo."),
        };
        format!("{damaged}{behind_pin} Guárdelo en un archivo antes de hacer otra cosa.")
    },
    unplaced: |count| match count {
        1 => "Una cosa anotada pertenece a una visita cuyo comienzo no se pudo leer.".into(),
        _ => format!("{count} cosas anotadas pertenecen a una visita cuyo comienzo no se pudo leer."),
    },
    unplaced_go: "Todo va en el archivo: lo puede tomar una tableta que tenga la visita.",
    pin_brings_more: "Sin el PIN o la frase solo se puede guardar lo que espera para enviarse; con uno de ellos el archivo contiene también las visitas.",
    nothing_read: "No se pudo leer nada. Tampoco se borró nada: deje los datos de este navegador como están y muestre esta página a quien atiende sus tabletas.",
    open_title: "Abrir un archivo aquí",
    open_more: "Usted ve lo que contiene antes de que se tome nada. Nada de lo que hay aquí se reemplaza sin preguntarle.",
    which_file: "El archivo de rescate",
    its_passphrase: "Su frase secreta",
    open: "Abrir el archivo",
    not_opened: |reason| match reason {
        NotRescued::AnotherFile => {
            "Este no es un archivo de rescate. Su nombre comienza con noticeboard-rescue. No se cambió nada."
        }
        NotRescued::NewerVersion => {
            "Una versión más nueva de Noticeboard guardó este archivo. Conéctese a la red para que llegue aquí y abra el archivo de nuevo. No se cambió nada."
        }
        NotRescued::Damaged => {
            "Este archivo está dañado: quedó incompleto o cambió en el camino. Cópielo de nuevo. No se cambió nada."
        }
        NotRescued::WrongPassphrase => {
            "Esa no es su frase secreta. Cuentan las mayúsculas y los espacios. No se cambió nada."
        }
        NotRescued::NoKey(_) => WORDS.no_memory,
    },
    other_district: "Este archivo viene de una tableta de otro distrito. No se tomó nada.",
    in_file: "En este archivo",
    saved_by: |name, when| match name {
        Some(name) => format!("Lo guardó {name}, {when} según el reloj de esa tableta."),
        None => format!("Se guardó {when} según el reloj de esa tableta; nadie había iniciado sesión."),
    },
    was_unreadable: |count| match count {
        1 => "Se guardó de una tableta en la que un registro no se pudo leer.".into(),
        _ => format!("Se guardó de una tableta en la que {count} registros no se pudieron leer."),
    },
    unplaced_stay: "Esta tableta no tiene esa visita, así que no se toma. Sigue en el archivo: ábralo en una tableta que la tenga.",
    anothers: "Otra persona guardó este archivo. Tómelo solo si ella lo sabe: usted podrá leer lo que anotó, y lo que envíe saldrá a nombre de usted.",
    becomes: |becomes| match becomes {
        Becomes::Taken => "no está aquí: se tomará",
        Becomes::Longer => "continúa lo que hay aquí: queda el más largo",
        Becomes::Same => "ya está aquí",
        Becomes::Asked => "aquí dice otra cosa: se guardan ambos y se le pregunta",
    },
    some_room: "un salón que esta tableta no conoce",
    minutes: |minutes, ended| {
        let minutes = if minutes == 1 { "1 minuto".to_owned() } else { format!("{minutes} minutos") };
        if ended { minutes } else { format!("{minutes}, sin terminar") }
    },
    counted: |what, count| {
        let (one, many) = match what {
            Counted::Notes => ("nota comenzada", "notas comenzadas"),
            Counted::Boards => ("tablero de conversación", "tableros de conversación"),
            Counted::Plans => ("plan", "planes"),
            Counted::Phrases => ("lista de frases propias", "listas de frases propias"),
            Counted::Unsent => ("cambio que el servidor no ha recibido", "cambios que el servidor no ha recibido"),
            Counted::Cards => ("tarjeta en papel", "tarjetas en papel"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    },
    all_here: "Todo está aquí ya. No hay nada que tomar.",
    take: "Tomar lo que no está aquí",
    leave: "No tomar nada",
    taken: "Ya está en esta tableta.",
    on_one_tablet: "Siga con estas visitas y tarjetas en una sola tableta. Si una visita se termina en dos, el servidor toma la que llega primero y esta tableta se lo dice; en una tarjeta cabe una nota.",
    to_decide: |count| match count {
        1 => "Una cosa dice algo distinto en dos tabletas.".into(),
        _ => format!("{count} cosas dicen algo distinto en dos tabletas."),
    },
    decide: "Decir cuál es la correcta",
    decide_more: "Se guardan ambas hasta que usted diga cuál es la correcta. Puede esperar.",
    visit_in: |room| format!("La visita en {room}"),
    note_of: |room| format!("La nota para {room}"),
    board_of: |round| format!("El tablero de «{round}»"),
    plan_of: |round| format!("El plan de «{round}»"),
    phrases: "Las frases con que comienza lo anotado",
    here: "En esta tableta:",
    in_the_file: |when| format!("En el archivo de {when}:"),
    recorded: |count, minutes, ended| {
        let things = if count == 1 { "1 cosa anotada".to_owned() } else { format!("{count} cosas anotadas") };
        format!("{things}, {}", (WORDS.minutes)(minutes, ended))
    },
    here_is_right: "La de esta tableta es la correcta",
    file_is_right: "La del archivo es la correcta",
    sure: "La otra se borra entonces de esta tableta para siempre. ¿Seguro?",
    was_decided: "Esto ya se decidió antes.",
    yes: "Sí, conservar esta",
    no: "No, conservar ambas por ahora",
};
