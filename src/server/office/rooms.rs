//! Rooms typed on a screen: for a district with no file at all, and for one room that the timetable lacks.

use std::collections::BTreeSet;

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::RoomId;
use domain::roster::{Room, Roster};
use maud::{Markup, html};
use protocol::roster::{TypedRoom, TypedRooms};
use serde::Deserialize;

use super::page::page;
use super::say::Say;
use super::{Office, Wrong};
use crate::Server;
use crate::roster::{Choices, NotImported, Offered, Retiring, look};
use crate::store::Failure;

const PATH: &str = "/office/rooms";

/// What the form for one room sends.
#[derive(Default, Clone, Deserialize)]
pub struct Typed {
    #[serde(default)]
    district: String,
    school: String,
    room: String,
    grades: String,
    subjects: String,
    programmes: String,
}

/// Every room in use, and the form for one more.
pub async fn list(office: Office, State(server): State<Server>) -> Result<Response, Wrong> {
    shown(&office, &server, &Typed::default(), None).await.map_err(office.say.wrong())
}

/// Adds a room, or says other things of one.
pub async fn add(office: Office, State(server): State<Server>, Form(typed): Form<Typed>) -> Result<Response, Wrong> {
    let say = office.say;
    if typed.school.trim().is_empty() || typed.room.trim().is_empty() {
        // As a line of a file it would be a blank one, which is no fault.
        let wrong = say.both("Write the school and the room.", "Escriba la escuela y el salón.");
        return shown(&office, &server, &typed, Some(wrong)).await.map_err(say.wrong());
    }
    let district = Some(typed.district.trim().to_owned()).filter(|name| !name.is_empty());
    let Typed { school, room, grades, subjects, programmes, .. } = typed.clone();
    let rooms = TypedRooms {
        district,
        rooms: vec![TypedRoom { school, room, grades, subjects, programmes }],
        out_of_use: Vec::new(),
    };
    match taken(&server, &rooms).await {
        // The school stays in the form: the next room is most likely in it too.
        Ok(wrong) => {
            let again = if wrong.is_none() { Typed { school: typed.school, ..Typed::default() } } else { typed };
            let wrong = wrong.map(|both| both.language(say.0).to_owned());
            shown(&office, &server, &again, wrong.as_deref()).await.map_err(say.wrong())
        }
        Err(NotImported::Refused(refused)) => {
            shown(&office, &server, &typed, Some(&refused.said(say.0))).await.map_err(say.wrong())
        }
        Err(other) => Err(Wrong(say, other.into())),
    }
}

/// Takes a room out of use.
pub async fn retire(office: Office, State(server): State<Server>, Path(room): Path<String>) -> Result<Response, Wrong> {
    let say = office.say;
    let room = RoomId::parse(&room).map_err(|cause| Wrong(say, Failure::NotFound(cause.to_string())))?;
    let rooms = TypedRooms { out_of_use: vec![room], ..TypedRooms::default() };
    taken(&server, &rooms).await.map_err(|cause| Wrong(say, cause.into()))?;
    Ok(Redirect::to(PATH).into_response())
}

/// Takes typed rooms in; what is wrong with one is said, and then nothing was taken.
async fn taken(server: &Server, rooms: &TypedRooms) -> Result<Option<protocol::roster::Said>, NotImported> {
    let choices = protocol::roster::RosterChoices { district: rooms.district.clone(), ..Default::default() };
    let choices = Choices::asked(&choices, server.now().day())?;
    let looked = look(Offered::typed(rooms), &choices, &server.store).await?;
    if let Some(fault) = looked.report().faults.first() {
        return Ok(Some(fault.said.clone()));
    }
    // One room at a time is what somebody means, however few there are.
    looked.import(Retiring::AsManyAsItTakes, &server.store).await.map(|_| None)
}

async fn shown(office: &Office, server: &Server, typed: &Typed, wrong: Option<&str>) -> Result<Response, Failure> {
    let say = office.say;
    let (district, roster) = (server.store.district().await?, server.store.roster().await?);
    let title = say.both("Rooms", "Salones");
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "Rooms typed here stay until the next whole timetable comes in, which may not have them.",
                "Los salones escritos aquí quedan hasta que llegue el próximo horario completo, que quizá no los tenga.",
            )) }
        }
        @if let Some(wrong) = wrong { p class="notice wrong" role="alert" { (wrong) " " (say.both("Nothing was changed.", "No se cambió nada.")) } }
        div class="split" {
            (form(say, district.has_roster(), &roster, typed))
            section class="card" {
                h2 { (say.both("In use", "En uso")) }
                @if !roster.rooms.iter().any(|room| room.active) {
                    p class="soft" { (say.both("No room yet.", "Todavía ninguno.")) }
                }
                @for school in &roster.schools { (rooms_of(say, &school.name, &roster.rooms.iter().filter(|room| room.active && room.school == school.id).collect::<Vec<_>>())) }
            }
        }
    };
    Ok(page(office, PATH, title, &content))
}

fn form(say: Say, has_roster: bool, roster: &Roster, typed: &Typed) -> Markup {
    let names: BTreeSet<&str> = roster.schools.iter().map(|school| school.name.as_str()).collect();
    let fields = [
        ("room", say.both("Room, as people call it", "Salón, como se le llama"), "Room 12", &typed.room, true),
        ("grades", say.both("Grades", "Grados"), "3-5", &typed.grades, false),
        (
            "subjects",
            say.both("Subjects; blank where several are taught", "Materias; en blanco si se enseñan varias"),
            "Mathematics",
            &typed.subjects,
            false,
        ),
        (
            "programmes",
            say.both("Programmes and course access", "Programas y acceso a cursos"),
            "ELD, AP",
            &typed.programmes,
            false,
        ),
    ];
    html! {
        form class="card stack" method="post" action=(PATH) {
            h2 { (say.both("Add a room", "Agregar un salón")) }
            @if !has_roster {
                div class="field" {
                    label for="district" { (say.both("The district’s name", "Nombre del distrito")) }
                    input id="district" name="district" required maxlength="80" value=(typed.district);
                }
            }
            div class="field" {
                label for="school" { (say.both("School", "Escuela")) }
                input id="school" name="school" required maxlength="80" list="schools" value=(typed.school);
                datalist id="schools" { @for name in names { option value=(name); } }
            }
            @for (name, label, example, value, required) in fields {
                div class="field" {
                    label for=(name) { (label) }
                    input id=(name) name=(name) maxlength="80" placeholder=(example) value=(value) required[required];
                }
            }
            div class="acts" { button class="main" { (say.both("Add the room", "Agregar el salón")) } }
        }
    }
}

fn rooms_of(say: Say, school: &str, rooms: &[&Room]) -> Markup {
    html! {
        @if !rooms.is_empty() {
            details {
                summary { span { (school) ": " (rooms.len()) } }
                ul class="list" {
                    @for room in rooms {
                        li {
                            span { (room.name) }
                            form method="post" action={ (PATH) "/" (room.id) "/retire" } {
                                button class="plain" { (say.both("Out of use", "Fuera de uso")) span class="aside" { " " (room.name) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
