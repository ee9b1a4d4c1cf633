//! The timetable: a file is looked at first, and taken in when that is what was wanted.
//!
//! The browser sends the same file twice and the server keeps none in between. A small script keeps the chosen file in
//! the form while the look is shown below it; what is confirmed is named by the look's mark.

use std::borrow::Cow;

use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use protocol::roster::{RoomsTouched, RosterAnswer, RosterChoices, RosterConfirmation, RosterForm, RosterReport};

use super::page::page;
use super::say::Say;
use super::{Office, Wrong};
use crate::Server;
use crate::roster::{Choices, NotImported, Offered, Refused, answer};
use crate::store::Failure;

const PATH: &str = "/office/roster";

/// The most bytes of one upload; the largest export that was tried, of a thousand schools, has half of it.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// What the form sends.
#[derive(Default)]
struct Uploaded {
    files: Vec<(String, Vec<u8>)>,
    choices: RosterChoices,
    shown: Option<String>,
    retire_many: bool,
}

/// The form.
pub async fn form(office: Office, State(server): State<Server>) -> Result<Response, Wrong> {
    let say = office.say;
    let district = server.store.district().await.map_err(say.wrong())?;
    let title = say.both("The timetable", "El horario");
    let content = html! {
        div class="head" {
            h1 { (title) }
            p class="soft" { (say.both(
                "Schools and rooms come from it. A look changes nothing: you see what would be added, changed and retired, and each fault with its file and row.",
                "De ahí salen escuelas y salones. Mirar no cambia nada: verá qué se agrega, qué cambia y qué se retira, y cada fallo con su archivo y su fila.",
            )) }
        }
        form id="roster" class="card stack narrow" method="post" action=(PATH) enctype="multipart/form-data" data-look
            data-unreachable=(say.both("The server did not answer. Nothing was changed.", "El servidor no respondió. No se cambió nada.")) {
            div class="field" {
                label for="files" { (say.both("File or files", "Archivo o archivos")) }
                input id="files" name="files" type="file" multiple required accept=".zip,.csv,.xlsx";
                p class="small soft" { (say.both(
                    "A OneRoster 1.1 or 1.2 zip or its CSV files, or a five-column spreadsheet (school, room, grades, subjects, programmes) as CSV or XLSX. Names of people are never stored.",
                    "Un zip de OneRoster 1.1 o 1.2 o sus archivos CSV, o una hoja de cinco columnas (escuela, salón, grados, materias, programas) en CSV o XLSX. Nunca se guardan nombres de personas.",
                )) }
            }
            @if !district.has_roster() {
                div class="field" {
                    label for="district" { (say.both("The district’s name, if the file has none", "Nombre del distrito, si el archivo no lo trae")) }
                    input id="district" name="district" maxlength="80";
                }
            }
            label class="choice" {
                input type="checkbox" name="group_by_teacher" value="yes";
                span { (say.both(
                    "Where classes have no location, enrollments.csv may be read in memory to see which sections meet in one room. Nothing of it is stored.",
                    "Donde las clases no tienen lugar, se puede leer enrollments.csv en memoria para ver qué secciones comparten salón. No se guarda nada de él.",
                )) }
            }
            details {
                summary { (say.both("Words for programmes and courses", "Palabras de programas y cursos")) }
                div class="field" {
                    label for="patterns" { (say.both("A line for each: tag, then its words", "Una línea por cada una: etiqueta y sus palabras")) }
                    textarea id="patterns" name="patterns" rows="4" placeholder="tag,words\nELD,newcomer" {}
                }
            }
            div class="acts" { button class="main" { (say.both("Look first", "Mirar primero")) } }
            noscript { p class="wrong" { (say.both(
                "Without JavaScript the file has to be chosen again to confirm; the command line works too: noticeboard import roster.",
                "Sin JavaScript hay que elegir el archivo otra vez para confirmar; también sirve la línea de comandos: noticeboard import roster.",
            )) } }
        }
        div id="result" role="status" tabindex="-1" {}
        p { a href="/office/rooms" { (say.both("Or type rooms on the screen", "O escribir los salones en la pantalla")) } }
    };
    Ok(page(&office, PATH, title, &content))
}

/// Looks, or takes in what was looked at. The answer is shown below the form.
pub async fn offer(office: Office, State(server): State<Server>, upload: Multipart) -> Result<Response, Wrong> {
    let say = office.say;
    let uploaded = match Uploaded::read(upload).await {
        Ok(uploaded) => uploaded,
        Err(cause) => return Ok(fragment(refused(say, &too_large(say, &cause)))),
    };
    let confirmation = uploaded.shown.map(|shown| RosterConfirmation { shown, retire_many: uploaded.retire_many });
    let offered = offered(uploaded.files).and_then(|offered| {
        let choices = Choices::asked(&uploaded.choices, server.now().day())?;
        Ok((offered, choices))
    });
    let answered = answer(offered, confirmation.as_ref(), &server.store).await;
    Ok(match answered {
        Ok(answered) => fragment(shown(say, &answered)),
        Err(NotImported::Store(failure)) => return Err(Wrong(say, failure)),
        Err(other) => fragment(refused(say, &other.to_string())),
    })
}

impl Uploaded {
    async fn read(mut upload: Multipart) -> Result<Uploaded, MultipartError> {
        let mut read = Uploaded::default();
        while let Some(field) = upload.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "files" {
                let file = field.file_name().unwrap_or_default().to_owned();
                let bytes = field.bytes().await?.to_vec();
                if !file.is_empty() {
                    read.files.push((file, bytes));
                }
                continue;
            }
            let text = field.text().await?;
            let given = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            match name.as_str() {
                "group_by_teacher" => read.choices.group_by_teacher = given.is_some(),
                "district" => read.choices.district = given,
                "patterns" => read.choices.patterns = given,
                "shown" => read.shown = given,
                "retire_many" => read.retire_many = given.is_some(),
                _ => {}
            }
        }
        if let [(name, _)] = read.files.as_slice() {
            read.choices.file = name.clone();
        }
        Ok(read)
    }
}

fn offered(mut files: Vec<(String, Vec<u8>)>) -> Result<Offered, Refused> {
    if files.len() == 1 {
        let (name, bytes) = files.remove(0);
        return Offered::uploaded(&name, bytes);
    }
    Offered::files(files.iter().map(|(name, bytes)| (name.as_str(), Cow::Owned(bytes.clone()))).collect())
}

fn too_large(say: Say, cause: &MultipartError) -> String {
    let most = MOST_BYTES / (1024 * 1024);
    if cause.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return say.both(
            format!("The upload is larger than {most} MB. Leave out files other than orgs, courses, classes and academicSessions."),
            format!("Lo enviado pasa de {most} MB. Deje fuera los archivos que no sean orgs, courses, classes y academicSessions."),
        );
    }
    say.both(
        "The upload did not arrive whole. Send it again.".into(),
        "Lo enviado no llegó entero. Envíelo otra vez.".into(),
    )
}

fn refused(say: Say, why: &str) -> Markup {
    html! {
        div class="notice" {
            h2 { (say.both("It was not taken", "No se tomó")) }
            p { (why) }
            p class="soft" { (say.both("Nothing was changed.", "No se cambió nada.")) }
        }
    }
}

fn shown(say: Say, answered: &RosterAnswer) -> Markup {
    match answered {
        RosterAnswer::Refused { said } => refused(say, said.language(say.0)),
        RosterAnswer::Looked { report } => looked(say, report, None),
        RosterAnswer::ShownOtherwise { report } => looked(
            say,
            report,
            Some(say.both(
                "In the meantime something changed, so this is another look. Nothing was taken in yet.",
                "Mientras tanto algo cambió, así que esto es otra mirada. Todavía no se tomó nada.",
            )),
        ),
        RosterAnswer::RetiresMany { report } => looked(
            say,
            report,
            Some(say.both(
                "This would retire more than a fifth of the rooms. Say below that it may.",
                "Esto retiraría más de la quinta parte de los salones. Diga abajo que puede ser.",
            )),
        ),
        RosterAnswer::Imported { report } => html! {
            div class="notice tip" {
                h2 { (say.both("It is in", "Ya está")) }
                p { (sizes(say, report)) }
                p { a href="/office" { (say.both("Back to the steps", "Volver a los pasos")) } }
            }
        },
    }
}

fn sizes(say: Say, report: &RosterReport) -> String {
    let RosterReport { district, schools, rooms, .. } = report;
    let one_or = |count: u32, one: &'static str, many: &'static str| if count == 1 { one } else { many };
    say.both(
        format!(
            "{district}: {rooms} {} in {schools} {}.",
            one_or(*rooms, "room", "rooms"),
            one_or(*schools, "school", "schools")
        ),
        format!(
            "{district}: {rooms} {} en {schools} {}.",
            one_or(*rooms, "salón", "salones"),
            one_or(*schools, "escuela", "escuelas")
        ),
    )
}

fn looked(say: Say, report: &RosterReport, first: Option<&str>) -> Markup {
    let form = match &report.form {
        RosterForm::OneRoster { version: Some(version) } => format!("OneRoster {version}"),
        RosterForm::OneRoster { version: None } => {
            say.both("OneRoster, without a manifest", "OneRoster, sin manifiesto").to_owned()
        }
        RosterForm::Spreadsheet => say.both("A spreadsheet", "Una hoja de cálculo").to_owned(),
        RosterForm::Typed => say.both("Typed", "A mano").to_owned(),
    };
    let schools = [
        (say.both("Schools added", "Escuelas nuevas"), &report.schools_added),
        (say.both("Schools renamed", "Escuelas con otro nombre"), &report.schools_renamed),
        (
            say.both(
                "Schools no longer in it; their pictures stay",
                "Escuelas que ya no están; sus panoramas se quedan",
            ),
            &report.schools_left,
        ),
    ];
    let rooms = [
        (say.both("Rooms added", "Salones nuevos"), &report.rooms_added),
        (say.both("Rooms changed", "Salones que cambian"), &report.rooms_changed),
        (say.both("Rooms retired", "Salones que se retiran"), &report.rooms_made_inactive),
    ];
    html! {
        section class="card stack" {
            h2 { (say.both("A look: nothing was changed", "Una mirada: no se cambió nada")) }
            @if let Some(first) = first { p class="wrong" { (first) } }
            p { (sizes(say, report)) " " span class="soft" { (form) "." } }
            @if let Some(before) = &report.called_before {
                p class="soft" { (say.both("The district was called", "El distrito se llamaba")) " " (before) "." }
            }
            @if report.changes_nothing {
                p class="said" { (say.both("It says what is already here.", "Dice lo que ya está aquí.")) }
            }
            @for (what, names) in schools { @if !names.is_empty() {
                p { strong { (what) ": " } (names.join(", ")) }
            } }
            @for (what, touched) in rooms { @if touched.count > 0 { (rooms_of(what, touched)) } }
            @if !report.faults.is_empty() {
                details open[report.faults.len() < 6] {
                    summary { (say.both("Faults: rows that were left out or read otherwise", "Fallos: filas que se dejaron fuera o se leyeron de otro modo")) " (" (report.faults.len() + report.more_faults as usize) ")" }
                    ul class="list" { @for fault in &report.faults { li { p { (fault.said.language(say.0)) } } } }
                    @if report.more_faults > 0 { p class="soft" { "+ " (report.more_faults) } }
                }
            }
            @if !report.changes_nothing {
                input form="roster" type="hidden" name="shown" value=(report.mark);
                @if report.retires_many {
                    label class="choice" {
                        input form="roster" type="checkbox" name="retire_many" value="yes";
                        span { (say.both(
                            "Yes, more than a fifth of the rooms may be retired.",
                            "Sí, se puede retirar más de la quinta parte de los salones.",
                        )) }
                    }
                }
                div class="acts" { button class="main" form="roster" data-confirm { (say.both("Take it in", "Tomarlo")) } }
            }
        }
    }
}

fn rooms_of(what: &str, touched: &RoomsTouched) -> Markup {
    html! {
        details {
            summary { span { (what) ": " (touched.count) } }
            @for school in &touched.schools {
                p class="small" {
                    strong { (school.school) ": " } (school.rooms.join(", "))
                    @if school.count as usize > school.rooms.len() { " + " (school.count as usize - school.rooms.len()) }
                }
            }
        }
    }
}

impl From<NotImported> for Failure {
    fn from(cause: NotImported) -> Failure {
        match cause {
            NotImported::Store(failure) => failure,
            other => Failure::Malformed(other.to_string()),
        }
    }
}

/// A part of a page, for the script that shows it below the form.
fn fragment(part: Markup) -> Response {
    Html(part.into_string()).into_response()
}
