//! What a staff representative reads: who looked at what was published, what was deleted, and what is deleted next.

use std::collections::BTreeSet;

use axum::extract::{Query, State};
use axum::response::Response;
use domain::access_log::{DAYS_LOOKS_STAY, Seen};
use domain::ids::SchoolId;
use domain::permission::{Mandate, Role};
use domain::roster::School;
use domain::time::Day;
use maud::{Markup, html};
use serde::Deserialize;

use super::deleted::{deleted, due};
use super::holds;
use super::page::page;
use super::say::Say;
use super::sign_in::role_name;
use super::{Office, Wrong};
use crate::Server;
use crate::http::who::ReadAccessLog;
use crate::store::{About, Failure, Look};

const PATH: &str = "/office/access-log";
/// Rows of the access log on one page, those of its last day whole.
const ROWS: i64 = 200;

/// What the address says; nothing means everything, up to today.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    school: String,
    #[serde(default)]
    before: String,
}

/// The page.
pub async fn list(
    office: Office<ReadAccessLog>,
    State(server): State<Server>,
    Query(asked): Query<Asked>,
) -> Result<Response, Wrong> {
    shown(&office, &server, &asked).await.map_err(office.say.wrong())
}

async fn shown(office: &Office<ReadAccessLog>, server: &Server, asked: &Asked) -> Result<Response, Failure> {
    let say = office.say;
    let mut schools = server.store.schools().await?.schools;
    schools.retain(|school| office.mandate.sees(&BTreeSet::from([school.id.clone()])));
    let chosen = SchoolId::parse(&asked.school).ok().filter(|id| schools.iter().any(|school| school.id == *id));
    let chosen = chosen.or_else(|| office.mandate.school.clone());
    let about = chosen.clone().map_or(About::Everything, About::School);
    let tomorrow = server.now().day().plus(1);
    let before = Day::parse(&asked.before).unwrap_or(tomorrow);
    let looks = server.store.looks(&about, before, ROWS).await?;
    let title = say.both("Who looked, and what was deleted", "Quién miró y qué se borró");
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "For the staff representative: nobody else is shown this page.",
                "Para quien representa al personal: esta página no se le muestra a nadie más.",
            )) }
        }
        (holds::standing(say, &server.store.holds().await?))
        section class="card stack" {
            h2 { (say.both("Who looked", "Quién miró")) }
            (what_a_row_says(say))
            @if office.mandate.school.is_none() { (filter(say, &schools, chosen.as_ref())) }
            @if looks.is_empty() { p { (say.both("Nobody has looked.", "Nadie ha mirado.")) } }
            @for day in looks.chunk_by(|one, next| one.day == next.day) { (of_day(say, day, &schools)) }
            @if looks.len() as i64 >= ROWS && let Some(last) = looks.last() {
                p { a class="button" href={ (PATH) "?school=" (chosen.as_ref().map_or("", SchoolId::as_str)) "&before=" (last.day) } {
                    (say.both("Earlier days", "Días anteriores"))
                } }
            }
        }
        (deleted(say, &server.store.deletions(ROWS).await?, &schools))
        (due(say, &server.store.due().await?, &schools))
    };
    Ok(page(office, PATH, title, &content))
}

fn what_a_row_says(say: Say) -> Markup {
    let sentences = [
        say.both(
            "A row says that somebody looked at least once on that day: not when, and not how often. ",
            "Una fila dice que alguien miró al menos una vez ese día: no cuándo ni cuántas veces. ",
        ),
        say.both(
            "It is about what was published. Notes, cards, visits and plans have no rows, because those would say who visited where. ",
            "Se trata de lo publicado. Las notas, las tarjetas, las visitas y los planes no tienen filas, porque dirían quién visitó dónde. ",
        ),
        say.both(
            "Two things are not in it. The tablets of leaders receive what their schools published whenever they sync, and what is read there without a network no server sees. ",
            "Dos cosas no están. Las tabletas de quienes dirigen reciben lo que publicaron sus escuelas cada vez que se sincronizan, y lo que se lee ahí sin red no lo ve ningún servidor. ",
        ),
        say.both(
            "And nobody can log what is copied from a screen. ",
            "Y nadie puede registrar lo que se copia de una pantalla. ",
        ),
    ];
    html! {
        p class="soft" { @for sentence in sentences { (sentence) } (match say.0 {
            domain::language::Language::En => format!("Rows are kept for {DAYS_LOOKS_STAY} days."),
            domain::language::Language::Es => format!("Las filas se guardan {DAYS_LOOKS_STAY} días."),
        }) }
    }
}

fn filter(say: Say, schools: &[School], chosen: Option<&SchoolId>) -> Markup {
    html! {
        form class="row" method="get" action=(PATH) {
            div class="field" {
                label for="school" { (say.both("About which school", "Sobre qué escuela")) }
                select id="school" name="school" {
                    option value="" { (say.both("Every school", "Todas las escuelas")) }
                    @for school in schools {
                        option value=(school.id) selected[chosen == Some(&school.id)] { (school.name) }
                    }
                }
            }
            button { (say.both("Show", "Mostrar")) }
        }
    }
}

fn of_day(say: Say, looks: &[Look], schools: &[School]) -> Markup {
    html! {
        @if let Some(first) = looks.first() {
            h3 { (say.day(first.day)) }
            table {
                thead { tr {
                    th scope="col" { (say.both("Who", "Quién")) }
                    th scope="col" { (say.both("At what", "Qué")) }
                } }
                tbody { @for look in looks { tr {
                    th scope="row" { (who(say, look, schools)) }
                    td { (what(say, look.seen)) ", " (school_name(say, look.school.as_ref(), schools)) }
                } } }
            }
        }
    }
}

fn who(say: Say, look: &Look, schools: &[School]) -> String {
    let role = role_name(say, &Mandate::everywhere(look.role));
    match (&look.name, look.role) {
        (Some(name), _) => format!("{name}, {role}"),
        (None, Role::Staff) => {
            let school = school_name(say, look.school.as_ref(), schools);
            match say.0 {
                domain::language::Language::En => format!("staff of {school}"),
                domain::language::Language::Es => format!("personal de {school}"),
            }
        }
        (None, _) => format!("{role} ({})", say.both("a door of the sample", "una puerta de la muestra")),
    }
}

fn what(say: Say, seen: Seen) -> &'static str {
    match seen {
        Seen::Picture => say.both("its pictures", "sus panoramas"),
        Seen::Term => say.both("the pictures of a term", "los panoramas de un periodo"),
        Seen::Export => say.both("a picture as a file", "un panorama como archivo"),
        Seen::ExportOpportunity => say.both(
            "the groups of a round beside one another as a file",
            "los grupos de una ronda, uno junto a otro, como archivo",
        ),
        Seen::ExportTalk => say.both("productive talk as a file", "la conversación productiva como archivo"),
        Seen::ExportTerm => say.both("the pictures of a term as a file", "los panoramas de un periodo como archivo"),
    }
}

/// The name of a school; where there is none, of all of them.
pub(super) fn school_name(say: Say, school: Option<&SchoolId>, schools: &[School]) -> String {
    let Some(id) = school else { return say.both("the whole district", "todo el distrito").to_owned() };
    let found = schools.iter().find(|school| school.id == *id);
    found.map_or_else(|| say.both("another school", "otra escuela").to_owned(), |school| school.name.clone())
}
