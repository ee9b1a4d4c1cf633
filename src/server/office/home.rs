//! What is done and what comes next: the first hour of an administrator, as a list.

use axum::extract::State;
use axum::response::Response;
use domain::permission::Act;
use maud::{Markup, html};

use super::page::page;
use super::say::Say;
use super::{Office, Wrong};
use crate::Server;
use crate::http::who::EnterOffice;
use crate::inventory;
use crate::store::Failure;
use crate::store::people::FirstSteps;

/// The start page of the office.
pub async fn home(office: Office<EnterOffice>, State(server): State<Server>) -> Result<Response, Wrong> {
    let say = office.say;
    let district = server.store.district().await.map_err(say.wrong())?;
    let steps = server.store.first_steps(server.now().day()).await.map_err(say.wrong())?;
    let title = if district.has_roster() {
        district.name.clone()
    } else {
        say.both("A new district", "Un distrito nuevo").to_owned()
    };
    let content = html! {
        div class="head" {
            h1 { (title) }
            @if district.sample {
                p class="soft" { (say.both(
                    "This is the sample: its office is open to whoever sits at this machine.",
                    "Esta es la muestra: su oficina está abierta para quien usa esta máquina.",
                )) }
            }
        }
        @if office.mandate.may(Act::ManageDistrict) { section class="card" {
            h2 { @if steps.all_done() { (say.both("Everything is set up", "Todo está listo")) }
                @else { (say.both("Setting up, step by step", "Ponerlo en marcha, paso a paso")) } }
            (list(say, &steps))
        } }
        (of_the_agreement(&office, &server).await.map_err(say.wrong())?)
        (reports_wait(&office, &server).await.map_err(say.wrong())?)
        p class="small soft" {
            a href="/agreement" { (say.both("The agreement, for everyone", "El acuerdo, para todos")) }
        }
        p class="small soft" {
            a href=(inventory::address(say.0)) { (say.both("What is kept where, for a school board", "Qué se guarda y dónde, para un consejo escolar")) }
        }
        @if office.session.is_some() {
            form class="acts" method="post" action="/office/sign-out" {
                button class="plain" { (say.both("Sign out of the office", "Salir de la oficina")) }
            }
        }
    };
    Ok(page(&office, super::OFFICE, &title, &content))
}

/// What about the agreement waits for whoever is here.
async fn of_the_agreement(office: &Office<EnterOffice>, server: &Server) -> Result<Markup, Failure> {
    let say = office.say;
    let draft = server.store.agreement_draft().await?;
    let (sent_back, waits) =
        draft.map_or((false, false), |draft| (draft.sent_back.is_some(), draft.sent_back.is_none()));
    let signed = server.store.agreement().await?.is_signed();
    let (drafts, signs) = (office.mandate.may(Act::DraftAgreement), office.mandate.may(Act::SignAgreement));
    let says = if signs && waits {
        Some((
            "/office/signing",
            say.both("A draft of the agreement waits for your signature.", "Un borrador del acuerdo espera su firma."),
        ))
    } else if drafts && sent_back {
        Some((
            "/office/agreement",
            say.both(
                "The staff representative sent your draft back.",
                "La representación del personal devolvió su borrador.",
            ),
        ))
    } else if drafts && !signed && !waits {
        Some(("/office/agreement", say.both(
            "Staff have signed no agreement yet. Draft one: until it is signed, no round can close.",
            "El personal todavía no ha firmado un acuerdo. Redacte uno: hasta que se firme, no se puede cerrar ninguna ronda.",
        )))
    } else {
        None
    };
    Ok(html! {
        @if let Some((to, sentence)) = says {
            div class="notice tip" { p { a href=(to) { (sentence) } } }
        }
    })
}

/// How many reports of misuse wait for whoever reads them.
async fn reports_wait(office: &Office<EnterOffice>, server: &Server) -> Result<Markup, Failure> {
    let (say, reads) = (office.say, office.mandate.may(Act::ReadReports));
    let waiting = if reads { server.store.misuse_reports().await?.len() } else { 0 };
    let sentence = match waiting {
        0 => return Ok(html! {}),
        1 => say.both("One report of misuse waits.", "Hay un aviso de mal uso.").to_owned(),
        _ => say.both(format!("{waiting} reports of misuse wait."), format!("Hay {waiting} avisos de mal uso.")),
    };
    Ok(html! { div class="notice tip" { p { a href=(super::reports::PATH) { (sentence) } } } })
}

fn list(say: Say, steps: &FirstSteps) -> Markup {
    let steps = [
        (
            steps.agreement,
            "/agreement",
            say.both("The agreement is signed", "El acuerdo está firmado"),
            say.both(
                "The district lead drafts it and a staff representative signs it, both in this office. Invite them first.",
                "Lo redacta la dirección del distrito y lo firma la representación del personal, ambas en esta oficina. Invítelas primero.",
            ),
        ),
        (
            steps.roster,
            "/office/roster",
            say.both("Bring in the timetable", "Traer el horario"),
            say.both(
                "Schools and rooms, from OneRoster files, a spreadsheet, or typed.",
                "Escuelas y salones, de archivos OneRoster, de una hoja de cálculo o a mano.",
            ),
        ),
        (
            steps.leader,
            "/office/people",
            say.both("Invite the first leader", "Invitar a quien va a dirigir"),
            say.both(
                "They sign in on their tablet with a code that lasts ten minutes.",
                "Entra en su tableta con un código que dura diez minutos.",
            ),
        ),
        (
            steps.staff_code,
            "/office/codes",
            say.both("Give a school its staff code", "Dar a una escuela el código de su personal"),
            say.both(
                "With it everyone who works there reads what a round published.",
                "Con él, quienes trabajan ahí leen lo que publicó una ronda.",
            ),
        ),
        (
            steps.round,
            "/office/people",
            say.both("The first round is planned", "La primera ronda está planeada"),
            say.both(
                "A leader does this on a tablet; it shows here once it has synced.",
                "Lo hace quien dirige, en su tableta; aquí se ve cuando se sincronizó.",
            ),
        ),
    ];
    html! {
        ol class="list tasks" {
            @for (done, to, name, more) in steps {
                li class=[done.then_some("done")] {
                    div {
                        a href=(to) { strong { (name) } }
                        p class="small soft" { (more) }
                    }
                    @if done { span class="state received" { (say.both("done", "hecho")) } }
                    @else { span class="state" { (say.both("open", "pendiente")) } }
                }
            }
        }
    }
}
