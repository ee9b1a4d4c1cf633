//! Telling the staff representative of misuse: one field, no account, and nothing about the sender.

use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::agreement::DAYS_REPORTS_OF_MISUSE_STAY;
use domain::permission::Act;
use domain::text::{NotText, Report};
use maud::{Markup, html};
use serde::Deserialize;

use super::{AGREEMENT, Asked, REPORT, address, respond, say};
use crate::Server;
use crate::office::{Say, failed};
use crate::store::Failure;
use crate::store::people::Sender;

/// What the form sends.
#[derive(Deserialize)]
pub struct Told {
    text: String,
}

/// The form.
pub async fn form(asked: Query<Asked>, State(server): State<Server>, headers: HeaderMap) -> Response {
    let say = say(&asked, &headers);
    match Reader::of(&server).await {
        Ok(reader) => shown(say, reader, StatusCode::OK, "", None),
        Err(failure) => failed(say, &failure),
    }
}

/// Takes what was written.
pub async fn take(
    asked: Query<Asked>,
    State(server): State<Server>,
    sender: Sender,
    headers: HeaderMap,
    Form(told): Form<Told>,
) -> Response {
    let say = say(&asked, &headers);
    let reader = match Reader::of(&server).await {
        Ok(reader) => reader,
        Err(failure) => return failed(say, &failure),
    };
    let text = match Report::parse(&told.text) {
        Ok(text) => text,
        Err(NotText::Empty) => {
            let wrong = say.both("Nothing is written yet.", "Todavía no hay nada escrito.");
            return shown(say, reader, StatusCode::BAD_REQUEST, "", Some(wrong));
        }
        Err(NotText::TooLong { .. }) => {
            let wrong = say.both(
                "It is longer than 2,000 characters. Nothing was sent; please shorten it.",
                "Tiene más de 2,000 caracteres. No se envió nada; acórtelo, por favor.",
            );
            return shown(say, reader, StatusCode::BAD_REQUEST, &told.text, Some(wrong));
        }
    };
    match server.store.report_misuse(&text, sender, server.now()).await {
        Ok(()) => respond(StatusCode::OK, say, REPORT, title(say), &thanks(say, reader)),
        Err(Failure::TooMany) => {
            let wrong = say.both(
                "Too many reports came just now, and yours was not sent. Wait a minute and send it again, or speak to the representative.",
                "Llegaron demasiados avisos en este momento y el suyo no se envió. Espere un minuto y envíelo otra vez, o hable con la representación.",
            );
            shown(say, reader, StatusCode::TOO_MANY_REQUESTS, &told.text, Some(wrong))
        }
        // Waiting does not help: it stays so until somebody reads and deletes.
        Err(Failure::TooMuch(_)) => {
            let wrong = say.both(
                "The box for reports is full, and yours was not sent. Please speak to a staff representative in person.",
                "El buzón de avisos está lleno y el suyo no se envió. Por favor, hable en persona con alguien de la representación del personal.",
            );
            shown(say, reader, StatusCode::SERVICE_UNAVAILABLE, &told.text, Some(wrong))
        }
        Err(failure) => failed(say, &failure),
    }
}

/// Who can read what is sent now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// Somebody represents the staff, or it is the sample, where everyone looks in any place.
    Representative,
    /// Nobody was invited to do so.
    NobodyYet,
}

impl Reader {
    async fn of(server: &Server) -> Result<Reader, Failure> {
        let is_held = server.store.people().await?.iter().any(|person| person.mandate.may(Act::ReadReports));
        let is_read = is_held || server.store.district().await?.sample;
        Ok(if is_read { Reader::Representative } else { Reader::NobodyYet })
    }
}

fn title(say: Say) -> &'static str {
    say.both("Report misuse", "Avisar de un mal uso")
}

fn shown(say: Say, reader: Reader, status: StatusCode, text: &str, wrong: Option<&str>) -> Response {
    let content = html! {
        div class="head" {
            h1 { (title(say)) }
            p class="lede soft" { (say.both(
                "For anyone who works here and saw the agreement broken. It goes to the staff representatives of this district and to nobody else.",
                "Para quien trabaja aquí y vio que no se cumple el acuerdo. Llega a la representación del personal de este distrito y a nadie más.",
            )) }
        }
        @if reader == Reader::NobodyYet { div class="notice hold" { p { (nobody_yet(say)) } } }
        form class="card stack narrow" method="post" action=(address(REPORT, say.0)) {
            @if let Some(wrong) = wrong { p class="wrong" role="alert" { (wrong) } }
            div class="field" {
                label for="text" { (say.both("What happened", "Qué pasó")) }
                p id="hint" class="small soft" { (say.both(
                    "Please write no names of students. Write your own only if you want an answer.",
                    "Por favor, no escriba nombres de estudiantes. Escriba el suyo solo si quiere una respuesta.",
                )) }
                textarea id="text" name="text" required maxlength="2000" aria-describedby="hint" autocomplete="off" { (text) }
            }
            p class="small soft" { (who_reads(say)) }
            p class="small soft" { (kept(say)) }
            div class="acts" { button class="main" { (say.both("Send to the representative", "Enviar a la representación")) } }
        }
    };
    respond(status, say, REPORT, title(say), &content)
}

fn kept(say: Say) -> String {
    say.both(
        format!("Kept are these words and today’s date, until the representative deletes them, {DAYS_REPORTS_OF_MISUSE_STAY} days at most. Nothing about you is kept: no name, no account, no address. Whoever runs the server could read its database."),
        format!("Se guardan estas palabras y la fecha de hoy, hasta que la representación las borre, {DAYS_REPORTS_OF_MISUSE_STAY} días como máximo. No se guarda nada de usted: ni nombre, ni cuenta, ni dirección. Quien opera el servidor podría leer su base de datos."),
    )
}

/// Of which school a report is, nobody keeps: so it cannot be kept from a representative of another one.
fn who_reads(say: Say) -> &'static str {
    say.both(
        "Every staff representative can read it and delete it, also one who represents another school than yours.",
        "Toda persona de la representación del personal puede leerlo y borrarlo, también quien representa a otra escuela y no a la suya.",
    )
}

fn nobody_yet(say: Say) -> String {
    say.both(
        format!("Nobody represents the staff on this server yet, so nobody reads it now. It is kept for {DAYS_REPORTS_OF_MISUSE_STAY} days, and whoever represents the staff by then can read it. If it cannot wait, speak to somebody you trust."),
        format!("Todavía nadie representa al personal en este servidor, así que nadie lo lee ahora. Se guarda {DAYS_REPORTS_OF_MISUSE_STAY} días, y lo podrá leer quien represente al personal para entonces. Si no puede esperar, hable con alguien de su confianza."),
    )
}

fn thanks(say: Say, reader: Reader) -> Markup {
    html! {
        div class="notice tip" role="status" {
            h1 { (say.both("It was sent", "Se envió")) }
            @match reader {
                Reader::Representative => { p { (say.both(
                    "The staff representative can read it now. Nothing about you was kept.",
                    "La representación del personal ya lo puede leer. No se guardó nada de usted.",
                )) } }
                Reader::NobodyYet => {
                    p { (nobody_yet(say)) }
                    p { (say.both("Nothing about you was kept.", "No se guardó nada de usted.")) }
                }
            }
            p { a href=(address(AGREEMENT, say.0)) { (say.both("To the agreement", "Al acuerdo")) } }
        }
    }
}
