//! Legal holds: placed and lifted by an administrator, seen by the staff representative.

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::text::Sentence;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::page;
use super::say::Say;
use super::{Office, Wrong};
use crate::Server;
use crate::http::who::HoldRecords;
use crate::store::{Failure, Hold};

const PATH: &str = "/office/holds";

/// What the form sends.
#[derive(Deserialize)]
pub struct Placing {
    reason: String,
}

/// Every hold, and the form for another.
pub async fn list(office: Office<HoldRecords>, State(server): State<Server>) -> Result<Response, Wrong> {
    shown(&office, &server, None).await.map_err(office.say.wrong())
}

/// Places a hold.
pub async fn place(
    office: Office<HoldRecords>,
    State(server): State<Server>,
    Form(placing): Form<Placing>,
) -> Result<Response, Wrong> {
    let say = office.say;
    let Ok(reason) = Sentence::parse(&placing.reason) else {
        let wrong = say.both(
            "Nothing was changed: write the reason in a sentence of at most 280 characters.",
            "No se cambió nada: escriba el motivo en una frase de hasta 280 caracteres.",
        );
        return shown(&office, &server, Some(wrong)).await.map_err(say.wrong());
    };
    server.store.place_hold(&reason, &office.caller(), server.now().day()).await.map_err(say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}

/// Lifts a hold.
pub async fn lift(
    office: Office<HoldRecords>,
    State(server): State<Server>,
    Path(number): Path<String>,
) -> Result<Response, Wrong> {
    let say = office.say;
    let number = number.parse().map_err(|_| Wrong(say, Failure::NotFound(format!("{number:?} is no legal hold"))))?;
    server.store.lift_hold(number, &office.caller(), server.now().day()).await.map_err(say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}

/// Says that holds stand and why; nothing while none does.
pub fn standing(say: Say, holds: &[Hold]) -> Markup {
    let standing: Vec<&Hold> = holds.iter().filter(|hold| hold.lifted.is_none()).collect();
    html! {
        @if !standing.is_empty() {
            div class="notice hold" {
                h2 { (say.both("A legal hold stands: nothing is deleted", "Hay una retención legal: no se borra nada")) }
                @for hold in standing { p { (history(say, hold)) } }
            }
        }
        @if holds.iter().any(|hold| hold.lifted.is_some()) {
            details class="card" {
                summary { (say.both("Legal holds that were lifted", "Retenciones legales levantadas")) }
                ul { @for hold in holds.iter().filter(|hold| hold.lifted.is_some()) { li { (history(say, hold)) } } }
            }
        }
    }
}

async fn shown(office: &Office<HoldRecords>, server: &Server, wrong: Option<&str>) -> Result<Response, Failure> {
    let say = office.say;
    let holds = server.store.holds().await?;
    let title = say.both("Legal hold", "Retención legal");
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "When the law asks the district to keep what it has, a hold stops this server from deleting: summaries, notes, reports of misuse, and the list of who looked stay until it is lifted. Only sign-ins and codes that ended still go.",
                "Cuando la ley exige que el distrito conserve lo que tiene, una retención impide que este servidor borre: los resúmenes, las notas, los avisos de mal uso y la lista de quién miró quedan hasta que se levante. Solo se van las sesiones y los códigos que terminaron.",
            )) }
            p class="soft" { (say.both(
                "A teacher who deletes a note is told that a hold stands. Nobody is given the note any more, and it stays sealed: the server cannot read it. Tablets are not reached by a hold. The staff representative sees the reason, and everyone sees on the page “What is kept where” that a hold stands.",
                "A quien borra una nota se le dice que hay una retención. La nota ya no se le da a nadie y queda sellada: el servidor no puede leerla. Una retención no llega a las tabletas. Quien representa al personal ve el motivo, y todos ven en la página «Qué se guarda y dónde» que hay una retención.",
            )) }
        }
        @if let Some(wrong) = wrong { p class="notice wrong" role="alert" { (wrong) } }
        @for hold in holds.iter().filter(|hold| hold.lifted.is_none()) {
            section class="notice hold" {
                h2 { (say.both("A legal hold stands", "Hay una retención legal")) }
                p { (history(say, hold)) }
                details {
                    summary { (say.both("Lift it", "Levantarla")) }
                    form class="stack" method="post" action={ (PATH) "/" (hold.number) "/lift" } {
                        p { (say.both(
                            "Within an hour the server deletes everything whose time came meanwhile, unless another hold stands. There is no way back.",
                            "En una hora el servidor borra todo aquello a lo que entretanto le llegó su tiempo, salvo que haya otra retención. No hay vuelta atrás.",
                        )) }
                        button { (say.both("Lift this hold", "Levantar esta retención")) }
                    }
                }
            }
        }
        form class="card stack narrow" method="post" action=(PATH) {
            h2 { (say.both("Place a hold", "Poner una retención")) }
            div class="field" {
                label for="reason" { (say.both("Why, in a sentence", "Por qué, en una frase")) }
                input id="reason" name="reason" required maxlength="280";
            }
            div class="acts" { button class="main" { (say.both("Place the hold", "Poner la retención")) } }
        }
        @if holds.iter().any(|hold| hold.lifted.is_some()) {
            section class="card" {
                h2 { (say.both("Lifted", "Levantadas")) }
                ul { @for hold in holds.iter().filter(|hold| hold.lifted.is_some()) { li { (history(say, hold)) } } }
            }
        }
    };
    Ok(page(office, PATH, title, &content))
}

/// Since when and by whom, why, and how it ended.
fn history(say: Say, hold: &Hold) -> Markup {
    let someone = |name: &Option<String>| {
        name.clone().unwrap_or_else(|| say.both("somebody in the sample", "alguien en la muestra").to_owned())
    };
    html! {
        "“" (hold.reason) "” "
        (say.both("Since", "Desde el")) " " (say.day(hold.placed)) ", " (say.both("placed by", "puesta por")) " " (someone(&hold.placed_by)) "."
        @if let Some((day, by)) = &hold.lifted {
            " " (say.both("Lifted on", "Levantada el")) " " (say.day(*day)) " " (say.both("by", "por")) " " (someone(by)) "."
        }
    }
}
