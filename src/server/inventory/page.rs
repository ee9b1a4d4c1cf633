//! The page itself: what never exists first, then the server, the tablet, the browser, and what travels between them.

use domain::language::Language;
use domain::time::Day;
use maud::{DOCTYPE, Markup, html};

use super::address;
use super::rows::{Inventory, Row, Thing, in_language};
use crate::office::{Say, head};

/// The whole page. `held` says since when a legal hold stands, if any does; nothing where that could not be asked.
pub fn page(say: Say, inventory: &Inventory, held: Option<&Option<Day>>) -> Markup {
    let title = say.both("What is kept where", "Qué se guarda y dónde");
    html! {
        (DOCTYPE)
        html lang=(say.0.code()) {
            head { (head(title, "/inventory/page.css")) }
            body class="app" {
                header class="bar" {
                    a class="brand" href="/" { "Noticeboard" }
                    (switch(say))
                }
                main class="page" {
                    div class="head" {
                        h1 { (title) }
                        p class="lede soft" { (say.both(
                            "Everything that Noticeboard keeps or sends: what it is, for how long, and who can read it. For staff, families and a school board; it prints as it is.",
                            "Todo lo que Noticeboard guarda o envía: qué es, por cuánto tiempo y quién puede leerlo. Para el personal, las familias y un consejo escolar; se imprime tal como está.",
                        )) }
                        p class="small soft" {
                            (say.both("Version", "Versión")) " " (env!("CARGO_PKG_VERSION")) ". "
                            (say.both(
                                "A test compares each row with the program’s own tables, messages and records: a version in which one is missing, or one too many is here, is not finished.",
                                "Una prueba compara cada fila con las tablas, los mensajes y los registros del propio programa: una versión a la que le falta una fila, o le sobra, no está terminada.",
                            ))
                        }
                    }
                    (hold(say, held))
                    (ways(say))
                    (never(say, inventory))
                    (server(say, inventory))
                    (tablet(say, inventory))
                    (browser(say, inventory))
                    (travels(say, inventory))
                }
            }
        }
    }
}

fn switch(say: Say) -> Markup {
    let other = match say.0 {
        Language::En => Language::Es,
        Language::Es => Language::En,
    };
    html! { a class="button plain" href=(address(other)) lang=(other.code()) { (other.own_name()) } }
}

fn hold(say: Say, held: Option<&Option<Day>>) -> Markup {
    html! {
        @match held {
            Some(None) => {}
            Some(Some(since)) => p class="notice hold" {
                (say.both("A legal hold stands since", "Hay una retención legal desde el")) " " (say.day(*since)) ". "
                (say.both(
                    "Until it is lifted the server deletes nothing whose time has come but sign-ins and codes: what is said below about how long holds again then.",
                    "Hasta que se levante, el servidor no borra nada a lo que le llegó su tiempo, salvo sesiones y códigos: lo que se dice abajo sobre cuánto tiempo vuelve a valer entonces.",
                ))
            },
            None => p class="notice" { (say.both(
                "Whether a legal hold stands could not be asked just now.",
                "Ahora mismo no se pudo averiguar si hay una retención legal.",
            )) },
        }
    }
}

fn parts(say: Say) -> [(&'static str, &'static str); 5] {
    [
        ("never", say.both("What never exists", "Lo que nunca existe")),
        ("server", say.both("On the server", "En el servidor")),
        ("tablet", say.both("On a leader’s tablet", "En la tableta de quien dirige")),
        ("browser", say.both("In a browser beside that", "En un navegador, además")),
        ("travels", say.both("What tablet and server say to one another", "Lo que se dicen tableta y servidor")),
    ]
}

fn ways(say: Say) -> Markup {
    html! {
        nav class="acts" aria-label=(say.both("On this page", "En esta página")) {
            @for (id, name) in parts(say) { a class="button" href={ "#" (id) } { (name) } }
        }
    }
}

fn heading(say: Say, part: usize) -> Markup {
    let (id, name) = parts(say)[part];
    html! { h2 id=(id) { (name) } }
}

fn never(say: Say, inventory: &Inventory) -> Markup {
    html! {
        section class="card" {
            (heading(say, 0))
            ul { @for sentence in &inventory.never.rows { li { (in_language(say, sentence)) } } }
        }
    }
}

fn server(say: Say, inventory: &Inventory) -> Markup {
    html! {
        section {
            (heading(say, 1))
            p { (say.both(
                "Whoever runs the server can read its tables and files. What nobody can read there is a sealed note, and which room a token is.",
                "Quien opera el servidor puede leer sus tablas y archivos. Lo que nadie puede leer ahí es una nota sellada, ni qué salón es una ficha.",
            )) }
            div class="things" {
                @for table in &inventory.tables { (thing(say, inventory, table)) }
            }
            h3 { (say.both("Files of its data folder", "Archivos de su carpeta de datos")) }
            (table(say, inventory, &inventory.files))
            h3 { (say.both("Its log", "Su registro")) }
            article class="card thing" {
                p { (in_language(say, &inventory.log.what)) }
                (terms(say, inventory, &inventory.log))
                (fields(say, &inventory.log.fields))
            }
        }
    }
}

fn tablet(say: Say, inventory: &Inventory) -> Markup {
    html! {
        section {
            (heading(say, 2))
            p { (say.both(
                "Every record is sealed with a key that the browser gives to no script. Signing out of a managed or shared device, or clearing the browser’s data, erases all of them.",
                "Cada registro está sellado con una clave que el navegador no entrega a ningún programa. Cerrar la sesión de un dispositivo administrado o compartido, o borrar los datos del navegador, los borra todos.",
            )) }
            p class="small soft" { (readers(say)) ": " (in_language(say, &inventory.readers["tablet"])) }
            (table(say, inventory, &inventory.records))
        }
    }
}

fn browser(say: Say, inventory: &Inventory) -> Markup {
    html! {
        section {
            (heading(say, 3))
            (table(say, inventory, &inventory.browsers))
        }
    }
}

fn travels(say: Say, inventory: &Inventory) -> Markup {
    html! {
        section {
            (heading(say, 4))
            p { (say.both(
                "Nothing else is sent. What of it stays is in the tables above.",
                "No se envía nada más. Lo que queda de esto está en las tablas de arriba.",
            )) }
            div class="things" {
                @for message in &inventory.messages { (thing(say, inventory, message)) }
                article class="card thing" {
                    h3 { (say.both("Kinds of values in these", "Tipos de valores en estos")) }
                    (fields(say, &inventory.values.rows))
                }
            }
        }
    }
}

/// A table of the server, or a message, with each of its fields.
fn thing(say: Say, inventory: &Inventory, thing: &Thing) -> Markup {
    html! {
        article class="card thing" {
            h3 { code { (thing.name) } }
            p { (in_language(say, &thing.what)) }
            (terms(say, inventory, thing))
            (fields(say, &thing.fields))
        }
    }
}

fn terms(say: Say, inventory: &Inventory, thing: &Thing) -> Markup {
    html! {
        @if thing.kept.is_some() {
            dl class="facts" {
                div { dt { (how_long(say)) } dd { (inventory.kept(say, thing)) } }
                div { dt { (readers(say)) } dd { (inventory.readers(say, thing)) } }
            }
        }
    }
}

fn fields(say: Say, rows: &[Row]) -> Markup {
    html! {
        table {
            @for [name, english, spanish] in rows {
                tr { th scope="row" { code { (name) } } td { (say.both(english, spanish)) } }
            }
        }
    }
}

/// Things of which each is one row.
fn table(say: Say, inventory: &Inventory, things: &[Thing]) -> Markup {
    let read = things.iter().any(|thing| thing.readers.is_some());
    html! {
        table class="card rows" {
            thead {
                tr {
                    th scope="col" { (say.both("What", "Qué")) }
                    th scope="col" { (how_long(say)) }
                    @if read { th scope="col" { (readers(say)) } }
                }
            }
            tbody {
                @for thing in things {
                    tr {
                        th scope="row" {
                            (in_language(say, &thing.what)) " "
                            span class="small soft" { @if let Some(place) = &thing.place { (place) ": " } code { (thing.name) } }
                        }
                        td data-label=(how_long(say)) { (inventory.kept(say, thing)) }
                        @if read { td data-label=(readers(say)) { (inventory.readers(say, thing)) } }
                    }
                }
            }
        }
    }
}

fn how_long(say: Say) -> &'static str {
    say.both("How long", "Cuánto tiempo")
}

fn readers(say: Say) -> &'static str {
    say.both("Who can read it", "Quién puede leerlo")
}
