//! Telling the staff representative of misuse: one field, no account, and nothing about the sender.

use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::agreement::DAYS_REPORTS_OF_MISUSE_STAY;
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
pub async fn form(asked: Query<Asked>, headers: HeaderMap) -> Response {
    shown(say(&asked, &headers), StatusCode::OK, "", None)
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
    let text = match Report::parse(&told.text) {
        Ok(text) => text,
        Err(NotText::Empty) => {
            let wrong = say.both("Nothing is written yet.", "Todavía no hay nada escrito.");
            return shown(say, StatusCode::BAD_REQUEST, "", Some(wrong));
        }
        Err(NotText::TooLong { .. }) => {
            let wrong = say.both(
                "It is longer than 2,000 characters. Nothing was sent; please shorten it.",
                "Tiene más de 2,000 caracteres. No se envió nada; acórtelo, por favor.",
            );
            return shown(say, StatusCode::BAD_REQUEST, &told.text, Some(wrong));
        }
    };
    match server.store.report_misuse(&text, sender, server.now()).await {
        Ok(()) => respond(StatusCode::OK, say, REPORT, title(say), &thanks(say)),
        Err(Failure::TooMany | Failure::TooMuch(_)) => {
            let wrong = say.both(
                "Too many reports came just now, and yours was not sent. Wait a minute and send it again, or speak to the representative.",
                "Llegaron demasiados avisos en este momento y el suyo no se envió. Espere un minuto y envíelo otra vez, o hable con la representación.",
            );
            shown(say, StatusCode::TOO_MANY_REQUESTS, &told.text, Some(wrong))
        }
        Err(failure) => failed(say, &failure),
    }
}

fn title(say: Say) -> &'static str {
    say.both("Report misuse", "Avisar de un mal uso")
}

fn shown(say: Say, status: StatusCode, text: &str, wrong: Option<&str>) -> Response {
    let content = html! {
        div class="head" {
            h1 { (title(say)) }
            p class="lede soft" { (say.both(
                "For anyone who works here and saw the agreement broken. It goes to the staff representative and to nobody else.",
                "Para quien trabaja aquí y vio que no se cumple el acuerdo. Llega a la representación del personal y a nadie más.",
            )) }
        }
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

fn thanks(say: Say) -> Markup {
    html! {
        div class="notice tip" role="status" {
            h1 { (say.both("It was sent", "Se envió")) }
            p { (say.both(
                "The staff representative can read it now. Nothing about you was kept.",
                "La representación del personal ya lo puede leer. No se guardó nada de usted.",
            )) }
            p { a href=(address(AGREEMENT, say.0)) { (say.both("To the agreement", "Al acuerdo")) } }
        }
    }
}
