//! The codes that a school's staff share: listed, changed, and printed for the staff room.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::SchoolId;
use domain::symbols::in_groups;
use maud::html;

use super::page::{page, qr};
use super::people::origin;
use super::{Office, Wrong};
use crate::Server;
use crate::store::Failure;
use crate::store::people::SchoolCode;

const PATH: &str = "/office/codes";

/// Every school with its code.
pub async fn list(office: Office, State(server): State<Server>) -> Result<Response, Wrong> {
    let say = office.say;
    let schools = server.store.staff_codes().await.map_err(say.wrong())?;
    let title = say.both("Staff codes", "Códigos del personal");
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "Everyone who works in a school can read what its rounds published, with the school's code. It opens nothing else.",
                "Quienes trabajan en una escuela pueden leer lo que publicaron sus rondas, con el código de la escuela. No abre nada más.",
            )) }
        }
        section class="card" {
            @if schools.is_empty() { p { (say.both("There is no school yet: bring in the timetable first.", "Todavía no hay escuelas: traiga primero el horario.")) } }
            ul class="list" {
                @for SchoolCode { school, code } in &schools {
                    li {
                        div {
                            strong { (school.name) }
                            @match code {
                                Some((code, since)) => p class="small soft" {
                                    code translate="no" { (in_groups(code, 5)) } " · " (say.both("since", "desde el")) " " (say.day(*since))
                                }
                                None => p class="small soft" { (say.both("no code yet", "todavía sin código")) }
                            }
                        }
                        div class="row" {
                            @if code.is_some() {
                                a class="button" href={ (PATH) "/" (school.id) } { (say.both("Print", "Imprimir")) }
                                details {
                                    summary { (say.both("Change", "Cambiar")) }
                                    form class="stack" method="post" action={ (PATH) "/" (school.id) } {
                                        p class="small" { (say.both(
                                            "Devices that gave the old code are signed out.",
                                            "Los dispositivos que dieron el código anterior salen.",
                                        )) }
                                        button { (say.both("Change the code of", "Cambiar el código de")) " " (school.name) }
                                    }
                                }
                            } @else {
                                form method="post" action={ (PATH) "/" (school.id) } {
                                    button { (say.both("Make a code", "Hacer un código")) span class="aside" { " " (school.name) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    Ok(page(&office, PATH, title, &content))
}

/// Gives a school a code, in the place of an earlier one.
pub async fn change(
    office: Office,
    State(server): State<Server>,
    Path(school): Path<String>,
) -> Result<Response, Wrong> {
    let school = read(&school).map_err(office.say.wrong())?;
    server.store.change_staff_code(&school, server.now().day()).await.map_err(office.say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}

/// One sheet for the staff room, in both languages.
pub async fn print(
    office: Office,
    State(server): State<Server>,
    headers: HeaderMap,
    Path(school): Path<String>,
) -> Result<Response, Wrong> {
    let say = office.say;
    let id = read(&school).map_err(say.wrong())?;
    let schools = server.store.staff_codes().await.map_err(say.wrong())?;
    let found =
        schools.into_iter().find(|found| found.school.id == id).and_then(|found| Some((found.school, found.code?)));
    let Some((school, (code, _))) = found else {
        return Err(Wrong(say, Failure::NotFound(format!("school {id} has no staff code"))));
    };
    let link = format!("{}/sign-in#{code}", origin(&server, &headers));
    let title = format!("{} – {}", school.name, say.both("staff code", "código del personal"));
    let content = html! {
        div class="card code-sheet" {
            h1 { (school.name) }
            p class="said" lang="en" { "What was noticed in our school’s rooms, and what we do next. For everyone who works here." }
            p class="said" lang="es" { "Lo que se notó en los salones de nuestra escuela y lo que haremos. Para quienes trabajan aquí." }
            (qr(say, &link))
            p class="big-code" translate="no" { (in_groups(&code, 5)) }
            p { code { (origin(&server, &headers)) "/sign-in" } }
            div class="acts" { button class="main" data-print hidden { (say.both("Print", "Imprimir")) }
                a class="button" href=(PATH) { (say.both("Back", "Volver")) } }
        }
    };
    Ok(page(&office, PATH, &title, &content))
}

fn read(text: &str) -> Result<SchoolId, Failure> {
    SchoolId::parse(text).map_err(|cause| Failure::NotFound(cause.to_string()))
}
