//! People: who was invited, with which code, and on which devices they are signed in.

use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{PersonId, SchoolId, SessionId};
use domain::permission::{Mandate, Role};
use domain::roster::School;
use domain::symbols::in_groups;
use domain::text::Name;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::{page, qr};
use super::say::Say;
use super::sign_in::role_name;
use super::{Office, Wrong};
use crate::Server;
use crate::store::Failure;
use crate::store::people::{Device, Invited, Person};
use crate::web::Transport;

const PATH: &str = "/office/people";

/// What the form for an invitation sends.
#[derive(Deserialize)]
pub struct Invitation {
    name: String,
    role: String,
    school: String,
}

/// Everyone, their devices, and the form to invite somebody.
pub async fn list(office: Office, State(server): State<Server>) -> Result<Response, Wrong> {
    shown(&office, &server, None).await.map_err(office.say.wrong())
}

/// Invites somebody and shows the code, once.
pub async fn invite(
    office: Office,
    State(server): State<Server>,
    headers: HeaderMap,
    Form(asked): Form<Invitation>,
) -> Result<Response, Wrong> {
    let say = office.say;
    let (name, role) = (Name::parse(&asked.name), Role::INVITED.into_iter().find(|role| role.word() == asked.role));
    let (Ok(name), Some(role)) = (name, role) else {
        let wrong = say.both(
            "Write a name of at most 80 characters and choose what they do.",
            "Escriba un nombre de hasta 80 caracteres y elija qué hace.",
        );
        return shown(&office, &server, Some(wrong)).await.map_err(say.wrong());
    };
    let school = SchoolId::parse(&asked.school).ok();
    if role.needs_a_school() && school.is_none() {
        let wrong =
            say.both("A principal belongs to one school: choose it.", "La dirección es de una escuela: elíjala.");
        return shown(&office, &server, Some(wrong)).await.map_err(say.wrong());
    }
    // An administrator looks after the whole server; a school would say less than is true.
    let mandate = Mandate { role, school: school.filter(|_| role != Role::Administrator) };
    let invited = server.store.invite(&name, &mandate, server.now()).await.map_err(say.wrong())?;
    Ok(handed_over(&office, &server, &headers, &invited))
}

/// A new code for somebody's next device.
pub async fn code(
    office: Office,
    State(server): State<Server>,
    headers: HeaderMap,
    Path(person): Path<String>,
) -> Result<Response, Wrong> {
    let say = office.say;
    let person = read::<PersonId>(&person).map_err(say.wrong())?;
    let invited = server.store.new_code(&person, server.now()).await.map_err(say.wrong())?;
    Ok(handed_over(&office, &server, &headers, &invited))
}

/// Removes somebody.
pub async fn remove(
    office: Office,
    State(server): State<Server>,
    Path(person): Path<String>,
) -> Result<Response, Wrong> {
    let person = read::<PersonId>(&person).map_err(office.say.wrong())?;
    server.store.remove_person(&person).await.map_err(office.say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}

/// Signs a device out.
pub async fn end(office: Office, State(server): State<Server>, Path(session): Path<String>) -> Result<Response, Wrong> {
    let session = read::<SessionId>(&session).map_err(office.say.wrong())?;
    server.store.end_session(&session).await.map_err(office.say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}

async fn shown(office: &Office, server: &Server, wrong: Option<&str>) -> Result<Response, Failure> {
    let say = office.say;
    let people = server.store.people().await?;
    let devices = server.store.devices(server.now().day()).await?;
    let schools = server.store.schools().await?.schools;
    let title = say.both("People", "Personas");
    let staff: Vec<&Device> = devices.iter().filter(|device| device.person.is_none()).collect();
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "Whoever leads or visits signs in on their tablet with a code from here. Teachers and families need none.",
                "Quienes dirigen o visitan entran en su tableta con un código de aquí. Docentes y familias no necesitan ninguno.",
            )) }
        }
        @if let Some(wrong) = wrong { p class="notice wrong" role="alert" { (wrong) } }
        div class="split" {
            section class="card" {
                h2 { (say.both("Who may sign in", "Quién puede entrar")) }
                @if people.is_empty() { p class="soft" { (say.both("Nobody yet. Invite the first leader.", "Todavía nadie. Invite a quien va a dirigir.")) } }
                ul class="list" {
                    @for person in &people { (row(say, person, &schools, &devices)) }
                }
            }
            (invitation(say, &schools))
        }
        @if !staff.is_empty() {
            section class="card" {
                h2 { (say.both("Devices that gave a staff code", "Dispositivos que dieron un código del personal")) }
                ul class="list" { @for device in staff { (device_row(say, device, &schools)) } }
            }
        }
    };
    Ok(page(office, PATH, title, &content))
}

fn row(say: Say, person: &Person, schools: &[School], devices: &[Device]) -> Markup {
    let own: Vec<&Device> = devices.iter().filter(|device| device.person.as_ref() == Some(&person.id)).collect();
    html! {
        li {
            div {
                strong { (person.name) }
                p class="small soft" { (role_name(say, &person.mandate)) ", " (reach(say, &person.mandate, schools)) }
                @if own.is_empty() { p class="small soft" { (say.both("signed in nowhere", "sin entrar en ningún dispositivo")) } }
                @else { ul class="list" { @for device in own { (device_row(say, device, schools)) } } }
            }
            div class="row" {
                form method="post" action={ "/office/people/" (person.id) "/code" } {
                    button { (say.both("New code", "Código nuevo")) }
                }
                details {
                    summary { (say.both("Remove", "Quitar")) }
                    form class="stack" method="post" action={ "/office/people/" (person.id) "/remove" } {
                        p class="small" { (say.both(
                            "They are signed out everywhere. Unsent work stays on their tablet.",
                            "Sale de todos los dispositivos. Lo que no se envió queda en su tableta.",
                        )) }
                        button { (say.both("Remove", "Quitar")) " " (person.name) }
                    }
                }
            }
        }
    }
}

fn device_row(say: Say, device: &Device, schools: &[School]) -> Markup {
    html! {
        li {
            div {
                (device.name)
                @if device.person.is_none() { " · " (reach(say, &device.mandate, schools)) }
                p class="small soft" {
                    (say.both("since", "desde el")) " " (say.day(device.began)) ", "
                    (say.both("last used", "última vez")) " " (say.day(device.seen))
                }
            }
            form method="post" action={ "/office/devices/" (device.session) "/end" } {
                button class="plain" { (say.both("Sign out", "Cerrar")) " " span class="aside" { (device.name) } }
            }
        }
    }
}

fn invitation(say: Say, schools: &[School]) -> Markup {
    let roles = [
        (
            Role::DistrictLead,
            say.both(
                "District lead: leads rounds in every school",
                "Dirección del distrito: dirige rondas en toda escuela",
            ),
        ),
        (Role::Principal, say.both("Principal: leads rounds in one school", "Dirección: dirige rondas en una escuela")),
        (Role::Visitor, say.both("Visitor: records visits", "Visitante: anota visitas")),
        (
            Role::StaffRepresentative,
            say.both("Staff representative: reads what was published", "Representante del personal: lee lo publicado"),
        ),
        (
            Role::Administrator,
            say.both(
                "Administrator: looks after this server, reads no picture",
                "Administración: atiende este servidor, no lee panoramas",
            ),
        ),
    ];
    html! {
        form class="card stack" method="post" action=(PATH) {
            h2 { (say.both("Invite somebody", "Invitar a alguien")) }
            div class="field" {
                label for="name" { (say.both("Name", "Nombre")) }
                input id="name" name="name" required maxlength="80" autocomplete="off";
            }
            div class="field" {
                label for="role" { (say.both("What they do", "Qué hace")) }
                select id="role" name="role" { @for (role, name) in roles { option value=(role.word()) { (name) } } }
            }
            div class="field" {
                label for="school" { (say.both("Where", "Dónde")) }
                select id="school" name="school" {
                    option value="" { (say.both("The whole district", "Todo el distrito")) }
                    @for school in schools { option value=(school.id) { (school.name) } }
                }
            }
            div class="acts" { button class="main" { (say.both("Invite and show the code", "Invitar y mostrar el código")) } }
        }
    }
}

fn handed_over(office: &Office, server: &Server, headers: &HeaderMap, invited: &Invited) -> Response {
    let say = office.say;
    let title = say.both("A code to hand over", "Un código para entregar");
    let code = invited.code.code();
    let link = format!(
        "{}{}#{code}",
        origin(server, headers),
        if invited.person.mandate.role == Role::Administrator { "/office/sign-in" } else { "/sign-in" }
    );
    let content = html! {
        div class="card code-sheet" {
            h1 { (title) }
            p { (say.both("For", "Para")) " " strong { (invited.person.name) } ", " (role_name(say, &invited.person.mandate)) "." }
            p class="big-code" translate="no" { (in_groups(&code, 5)) }
            (qr(say, &link))
            p { (say.both(
                "It works once, within ten minutes. They scan it with the tablet's camera, or open",
                "Sirve una vez, durante diez minutos. Se escanea con la cámara de la tableta, o se abre",
            )) " " code { (origin(server, headers)) "/sign-in" } " " (say.both("and type it.", "y se escribe.")) }
            p class="soft" { (say.both(
                "It is not shown again. If it is too late or was lost, make another under People.",
                "No se muestra otra vez. Si pasó el tiempo o se perdió, haga otro en Personas.",
            )) }
            p { a class="button" href=(PATH) { (say.both("Back to people", "Volver a personas")) } }
        }
    };
    page(office, PATH, title, &content)
}

/// Where tablets reach this server, as this browser does.
pub fn origin(server: &Server, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or("localhost");
    let scheme = if server.transport == Transport::Tls { "https" } else { "http" };
    format!("{scheme}://{host}")
}

/// Where somebody's role reaches.
pub fn reach(say: Say, mandate: &Mandate, schools: &[School]) -> String {
    match &mandate.school {
        None => say.both("whole district", "todo el distrito").to_owned(),
        Some(own) => {
            schools.iter().find(|school| school.id == *own).map_or_else(String::new, |school| school.name.clone())
        }
    }
}

fn read<I: TryFrom<String, Error = domain::ids::NotAnId>>(text: &str) -> Result<I, Failure> {
    I::try_from(text.to_owned()).map_err(|cause| Failure::NotFound(cause.to_string()))
}
