//! The district lead's draft of an agreement: written here, in force once a staff representative has signed it.

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::agreement::Fault;
use domain::permission::Act;
use maud::{Markup, html};

use super::draft_form::{Terms, form_of};
use super::page::{not_yours, page};
use super::say::Say;
use super::{Office, Wrong};
use crate::Server;
use crate::agreement_page::{clause_name, document, in_force, nobody_could_visit, paused, would_change};
use crate::http::who::DraftAgreement;
use crate::store::Failure;
use crate::store::agreement::{Draft, InForce};

pub(super) const PATH: &str = "/office/agreement";

/// The agreement, the draft, and the form.
pub async fn form(office: Office<DraftAgreement>, State(server): State<Server>) -> Result<Response, Wrong> {
    shown(&office, &server, None, None).await.map_err(office.say.wrong())
}

/// Keeps a draft, if people could sign it.
pub async fn draft(
    office: Office<DraftAgreement>,
    State(server): State<Server>,
    Form(terms): Form<Terms>,
) -> Result<Response, Wrong> {
    let say = office.say;
    if !office.mandate.may_everywhere(Act::DraftAgreement) {
        return Ok(not_yours(&office, PATH));
    }
    let before = server.store.agreement().await.map_err(say.wrong())?;
    let wrong = match terms.read() {
        Ok(agreement) if before.is_signed() && before.agreement.changes_to(&agreement).is_empty() => say
            .both(
                "Nothing was drafted: it says exactly what the agreement in force says.",
                "No se redactó nada: dice exactamente lo que dice el acuerdo en vigor.",
            )
            .to_owned(),
        Ok(agreement) => {
            server.store.draft_agreement(&agreement, server.now().day()).await.map_err(say.wrong())?;
            return Ok(Redirect::to(PATH).into_response());
        }
        Err(faults) => said(say, &faults),
    };
    shown(&office, &server, Some(terms), Some(&wrong)).await.map_err(say.wrong())
}

/// Takes the draft back.
pub async fn withdraw(office: Office<DraftAgreement>, State(server): State<Server>) -> Result<Response, Wrong> {
    if !office.mandate.may_everywhere(Act::DraftAgreement) {
        return Ok(not_yours(&office, PATH));
    }
    server.store.withdraw_draft().await.map_err(office.say.wrong())?;
    Ok(Redirect::to(PATH).into_response())
}

async fn shown(
    office: &Office<DraftAgreement>,
    server: &Server,
    typed: Option<Terms>,
    wrong: Option<&str>,
) -> Result<Response, Failure> {
    let say = office.say;
    let store = &server.store;
    let (now, draft) = (store.agreement().await?, store.agreement_draft().await?);
    let terms = typed.unwrap_or_else(|| match &draft {
        Some(draft) => Terms::of(&draft.agreement),
        None if now.is_signed() => Terms::of(&now.agreement),
        None => Terms::unsaid(&now.agreement),
    });
    let title = say.both("Agreement", "Acuerdo");
    let content = html! {
        div class="head" {
            h1 { (title) }
            (in_force(say, &now))
            p class="small" { a href="/agreement" { (say.both("The page that everyone can read", "La página que todos pueden leer")) } }
        }
        (paused(say, store).await?)
        @if let Some(draft) = &draft {
            (waiting(say, &now, draft))
            (nobody_could_visit(say, store, &draft.agreement).await?)
        }
        @if let Some(wrong) = wrong { p class="notice wrong" role="alert" { (wrong) } }
        div class="split" {
            (form_of(say, &terms, draft.is_some()))
            section class="card" {
                h2 { (say.both("What holds now", "Lo que vale ahora")) }
                (document(say, &now.agreement))
            }
        }
    };
    Ok(page(office, PATH, title, &content))
}

/// The draft that waits, or was sent back, with what it would change.
fn waiting(say: Say, now: &InForce, draft: &Draft) -> Markup {
    html! {
        section class="card wash" {
            h2 {
                @match &draft.sent_back {
                    Some(_) => { (say.both("The draft was sent back", "El borrador fue devuelto")) }
                    None => { (say.both("A draft waits for a signature", "Un borrador espera una firma")) }
                }
            }
            @if let Some(why) = &draft.sent_back {
                p { (say.both("The staff representative says:", "La representación del personal dice:")) }
                p lang="" { strong { "“" (why) "”" } }
            }
            p class="small soft" { (say.both("Drafted on", "Redactado el")) " " (say.day(draft.drafted)) ". "
                (say.both("Nothing of it holds before a staff representative signs.", "Nada de esto vale antes de que firme la representación del personal.")) }
            (would_change(say, now, &draft.agreement))
            form class="acts" method="post" action="/office/agreement/withdraw" {
                button { (say.both("Withdraw the draft", "Retirar el borrador")) }
            }
        }
    }
}

/// Why a draft cannot be one, each fault a sentence.
fn said(say: Say, faults: &[Fault]) -> String {
    let sentence = |fault: &Fault| match fault {
        Fault::Range { clause, least, most, .. } => {
            let name = clause_name(say, *clause);
            say.both(format!("“{name}” takes {least} to {most}."), format!("“{name}” va de {least} a {most}."))
        }
        Fault::Visitors => say
            .both("Choose who may visit: at least one kind of people.", "Elija quién puede visitar: al menos un grupo.")
            .to_owned(),
        Fault::Unsaid(clause) => {
            let name = clause_name(say, *clause);
            say.both(format!("“{name}” is a choice to make."), format!("Falta elegir “{name}”."))
        }
    };
    let mut sentences = vec![say.both("Nothing was drafted yet.", "Todavía no se redactó nada.").to_owned()];
    sentences.extend(faults.iter().map(sentence));
    sentences.join(" ")
}
