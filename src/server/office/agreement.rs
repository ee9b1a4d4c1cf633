//! The agreement in force: what a district and its staff signed, and the program holds every round to.

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::agreement::{Agreement, SMALLEST_K};
use maud::html;
use serde::Deserialize;

use super::page::page;
use super::say::Say;
use super::{Office, Wrong};
use crate::Server;
use crate::store::Failure;

const PATH: &str = "/office/agreement";

/// What the form sends.
#[derive(Deserialize)]
pub struct Terms {
    k: String,
    visit_minutes: String,
    note_days: String,
}

/// The terms, to be changed or confirmed.
pub async fn form(office: Office, State(server): State<Server>) -> Result<Response, Wrong> {
    shown(&office, &server, None).await.map_err(office.say.wrong())
}

/// Puts the terms in force, if people could have signed them.
pub async fn agree(office: Office, State(server): State<Server>, Form(terms): Form<Terms>) -> Result<Response, Wrong> {
    let say = office.say;
    let read = |text: &str| text.trim().parse::<u32>().ok();
    let agreement = match (read(&terms.k), read(&terms.visit_minutes), read(&terms.note_days)) {
        (Some(k @ SMALLEST_K..=200), Some(visit_minutes), Some(days)) => {
            Agreement::default().with_k(k).with_terms(visit_minutes, i64::from(days))
        }
        _ => return shown(&office, &server, Some(out_of_range(say))).await.map_err(say.wrong()),
    };
    if !agreement.is_sound() {
        return shown(&office, &server, Some(out_of_range(say))).await.map_err(say.wrong());
    }
    server.store.agree(&agreement, server.now().day()).await.map_err(say.wrong())?;
    Ok(Redirect::to(super::OFFICE).into_response())
}

fn out_of_range(say: Say) -> &'static str {
    say.both(
        "Nothing was changed: the fewest rooms are 10 to 200, a visit lasts 1 to 60 minutes, and a note stays 1 to 365 days.",
        "No se cambió nada: los salones son de 10 a 200, una visita dura de 1 a 60 minutos y una nota queda de 1 a 365 días.",
    )
}

async fn shown(office: &Office, server: &Server, wrong: Option<&str>) -> Result<Response, Failure> {
    let say = office.say;
    let in_force = server.store.agreement().await?;
    let Agreement { visit_minutes, note_days, .. } = in_force.agreement;
    let fields = [
        (
            "k",
            in_force.agreement.k().to_string(),
            "10",
            "200",
            say.both("Fewest rooms that anything is shown about", "Menor número de salones de los que se muestra algo"),
            say.both(
                "Ten or more. It can be raised; nothing lowers it below ten.",
                "Diez o más. Se puede subir; nada lo baja de diez.",
            ),
        ),
        (
            "visit_minutes",
            visit_minutes.to_string(),
            "1",
            "60",
            say.both("Minutes that a visit lasts", "Minutos que dura una visita"),
            say.both("The clock of a visit shows it.", "Lo muestra el reloj de la visita."),
        ),
        (
            "note_days",
            note_days.to_string(),
            "1",
            "365",
            say.both("Days for which a teacher can read a note", "Días en que un docente puede leer una nota"),
            say.both("Counted from the last day of the round.", "Desde el último día de la ronda."),
        ),
    ];
    let title = say.both("Agreement", "Acuerdo");
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" {
                @match in_force.since {
                    Some(since) => { (say.both("In force since", "En vigor desde el")) " " (say.day(since)) "." }
                    None => { (say.both("These are the terms that Noticeboard begins with. Confirm or change them.", "Estos son los términos con los que empieza Noticeboard. Confírmelos o cámbielos.")) }
                }
            }
        }
        @if let Some(wrong) = wrong { p class="notice wrong" role="alert" { (wrong) } }
        form class="card stack narrow" method="post" action=(PATH) {
            @for (name, value, least, most, label, more) in fields {
                div class="field" {
                    label for=(name) { (label) }
                    input id=(name) name=(name) type="number" inputmode="numeric" required min=(least) max=(most) value=(value);
                    p class="small soft" { (more) }
                }
            }
            p class="small soft" { (say.both(
                "New rounds are planned under these terms. Rounds that are planned keep theirs, except that the larger number of rooms holds.",
                "Las rondas nuevas se planean con estos términos. Las ya planeadas conservan los suyos, salvo que vale el número mayor de salones.",
            )) }
            div class="acts" { button class="main" { (say.both("Put in force", "Poner en vigor")) } }
        }
    };
    Ok(page(office, PATH, title, &content))
}
