//! Pauses: the staff representative stops a round, or every round, and lets it go on.

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::agreement::{Pause, Paused};
use domain::ids::RoundId;
use domain::round::Plan;
use domain::time::Day;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::{not_yours, page};
use super::say::Say;
use super::{Office, Wrong};
use crate::Server;
use crate::agreement_page::Names;
use crate::http::who;
use crate::store::Failure;

const PATH: &str = "/office/pauses";
/// The word that stands for every round in a form.
const EVERYTHING: &str = "everything";

/// What a form sends.
#[derive(Deserialize)]
pub struct Asked {
    /// A round, or [`EVERYTHING`].
    what: String,
    /// `pause` or `resume`.
    act: String,
}

/// What can be paused, and what is.
pub async fn list(office: Office<who::Pause>, State(server): State<Server>) -> Result<Response, Wrong> {
    shown(&office, &server).await.map_err(office.say.wrong())
}

/// Pauses something, or resumes it.
pub async fn change(
    office: Office<who::Pause>,
    State(server): State<Server>,
    Form(asked): Form<Asked>,
) -> Result<Response, Wrong> {
    let say = office.say;
    let (paused, reaches) = match RoundId::parse(&asked.what) {
        Ok(round) => {
            let plan = server.store.plan(&round).await.map_err(say.wrong())?;
            let reaches = plan.is_none_or(|plan| office.mandate.sees(&plan.schools));
            (Paused::Round(round), reaches)
        }
        Err(_) if asked.what == EVERYTHING => (Paused::Program, office.mandate.school.is_none()),
        Err(cause) => return Err(Wrong(say, Failure::NotFound(cause.to_string()))),
    };
    if !reaches {
        return Ok(not_yours(&office, PATH));
    }
    match asked.act.as_str() {
        "resume" => server.store.resume(&paused).await.map_err(say.wrong())?,
        _ => server.store.pause(&paused, server.now().day()).await.map_err(say.wrong())?,
    }
    Ok(Redirect::to(PATH).into_response())
}

async fn shown(office: &Office<who::Pause>, server: &Server) -> Result<Response, Failure> {
    let say = office.say;
    let store = &server.store;
    let pauses = store.pauses().await?;
    let mut schools = store.schools().await?.schools;
    schools.retain(|school| office.mandate.sees(&[school.id.clone()].into()));
    let names = Names(schools.into_iter().map(|school| (school.id, school.name)).collect());
    let rounds: Vec<Plan> =
        store.open_rounds().await?.into_iter().filter(|plan| office.mandate.sees(&plan.schools)).collect();
    let title = say.both("Pauses", "Pausas");
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "While something is paused no visit begins, and no round closes. A visit that is under way can be finished, and nothing that was recorded is lost. Tablets hear of it when they next sync.",
                "Mientras algo está en pausa no empieza ninguna visita ni se cierra ninguna ronda. Una visita en curso se puede terminar, y no se pierde nada de lo anotado. Las tabletas lo saben cuando se sincronizan.",
            )) }
        }
        section class="card" {
            ul class="list" {
                @if office.mandate.school.is_none() {
                    (row(say, EVERYTHING, say.both("Every round of the district", "Todas las rondas del distrito"), "", since(&pauses, &Paused::Program)))
                }
                @for plan in &rounds {
                    @let window = window(say, &names, plan);
                    (row(say, plan.round.as_str(), &window, plan.purpose.as_str(), since(&pauses, &Paused::Round(plan.round.clone()))))
                }
            }
            @if rounds.is_empty() { p class="soft" { (say.both("No round is open.", "No hay ninguna ronda abierta.")) } }
        }
    };
    Ok(page(office, PATH, title, &content))
}

fn row(say: Say, what: &str, name: &str, purpose: &str, since: Option<Day>) -> Markup {
    html! {
        li {
            div {
                strong { (name) }
                @if !purpose.is_empty() { p class="small soft" lang="" { (purpose) } }
                @if let Some(since) = since { p { span class="state held" { (say.both("paused since", "en pausa desde el")) " " (say.day(since)) } } }
            }
            form method="post" action=(PATH) {
                input type="hidden" name="what" value=(what);
                @if since.is_some() {
                    button class="main" name="act" value="resume" { (say.both("Resume", "Reanudar")) span class="aside" { " " (name) } }
                } @else {
                    button name="act" value="pause" { (say.both("Pause", "Poner en pausa")) span class="aside" { " " (name) } }
                }
            }
        }
    }
}

fn window(say: Say, names: &Names, plan: &Plan) -> String {
    let (schools, opens, ends) = (names.of(plan), say.day(plan.opens), say.day(plan.ends));
    say.both(format!("{schools}, {opens} to {ends}"), format!("{schools}, del {opens} al {ends}"))
}

fn since(pauses: &[Pause], paused: &Paused) -> Option<Day> {
    pauses.iter().find(|pause| pause.paused == *paused)?.since
}
