//! The staff representative's side of an agreement: read the draft, sign it, or send it back with a sentence.

use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::change::BodyHash;
use domain::permission::Act;
use domain::text::Sentence;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::{not_yours, page};
use super::say::Say;
use super::{Office, Wrong};
use crate::Server;
use crate::agreement_page::{document, in_force, nobody_could_visit, paused, would_change};
use crate::http::who::SignAgreement;
use crate::store::Failure;
use crate::store::agreement::{Acted, Draft, InForce};

const PATH: &str = "/office/signing";

/// What the form to sign sends: which draft was read.
#[derive(Deserialize)]
pub struct Signing {
    shown: String,
}

/// What the form to send back sends.
#[derive(Deserialize)]
pub struct SendingBack {
    shown: String,
    why: String,
}

/// The draft, and what holds now.
pub async fn form(office: Office<SignAgreement>, State(server): State<Server>) -> Result<Response, Wrong> {
    shown(&office, &server, None).await.map_err(office.say.wrong())
}

/// Signs the draft that was read, which puts it in force.
pub async fn sign(
    office: Office<SignAgreement>,
    State(server): State<Server>,
    Form(signing): Form<Signing>,
) -> Result<Response, Wrong> {
    let say = office.say;
    if !office.mandate.may_everywhere(Act::SignAgreement) {
        return Ok(not_yours(&office, PATH));
    }
    let acted = match BodyHash::try_from(signing.shown) {
        Ok(shown) => server.store.sign_agreement(&shown, server.now().day()).await.map_err(say.wrong())?,
        Err(_) => Acted::OtherDraft,
    };
    after(&office, &server, acted).await
}

/// Sends the draft that was read back to the lead.
pub async fn send_back(
    office: Office<SignAgreement>,
    State(server): State<Server>,
    Form(sending): Form<SendingBack>,
) -> Result<Response, Wrong> {
    let say = office.say;
    if !office.mandate.may_everywhere(Act::SignAgreement) {
        return Ok(not_yours(&office, PATH));
    }
    let Ok(why) = Sentence::parse(&sending.why) else {
        let wrong = say.both(
            "Nothing was sent back: write one sentence of at most 280 characters that says why.",
            "No se devolvió nada: escriba una frase de hasta 280 caracteres que diga por qué.",
        );
        return shown(&office, &server, Some(wrong)).await.map_err(say.wrong());
    };
    let acted = match BodyHash::try_from(sending.shown) {
        Ok(shown) => server.store.send_draft_back(&shown, &why).await.map_err(say.wrong())?,
        Err(_) => Acted::OtherDraft,
    };
    after(&office, &server, acted).await
}

async fn after(office: &Office<SignAgreement>, server: &Server, acted: Acted) -> Result<Response, Wrong> {
    let say = office.say;
    let wrong = match acted {
        Acted::Done => return Ok(Redirect::to(PATH).into_response()),
        Acted::OtherDraft => say.both(
            "Nothing was signed or sent back: the draft is another one than you read. Read this page again.",
            "No se firmó ni se devolvió nada: el borrador ya no es el que usted leyó. Lea esta página otra vez.",
        ),
    };
    shown(office, server, Some(wrong)).await.map_err(say.wrong())
}

async fn shown(office: &Office<SignAgreement>, server: &Server, wrong: Option<&str>) -> Result<Response, Failure> {
    let say = office.say;
    let store = &server.store;
    let (now, draft) = (store.agreement().await?, store.agreement_draft().await?);
    let title = say.both("Agreement", "Acuerdo");
    let signs = office.mandate.may_everywhere(Act::SignAgreement);
    let content = html! {
        div class="head" {
            h1 { (title) }
            (in_force(say, &now))
            p class="small" { a href="/agreement" { (say.both("The page that everyone can read", "La página que todos pueden leer")) } }
        }
        (paused(say, store).await?)
        @if let Some(wrong) = wrong { p class="notice wrong" role="alert" { (wrong) } }
        @match &draft {
            None => {
                p class="notice tip" { (say.both(
                    "No draft waits for a signature. The district lead writes one in this office.",
                    "Ningún borrador espera una firma. Lo escribe la dirección del distrito en esta oficina.",
                )) }
                section class="card" {
                    h2 { (say.both("What holds now", "Lo que vale ahora")) }
                    (document(say, &now.agreement))
                }
            }
            Some(draft) => {
                (to_sign(say, &now, draft, signs))
                (nobody_could_visit(say, store, &draft.agreement).await?)
                section class="card" {
                    h2 { (say.both("The whole draft", "El borrador completo")) }
                    (document(say, &draft.agreement))
                }
            }
        }
    };
    Ok(page(office, PATH, title, &content))
}

/// What the draft changes, and the two answers to it.
fn to_sign(say: Say, now: &InForce, draft: &Draft, signs: bool) -> Markup {
    html! {
        section class="card wash" {
            h2 { (say.both("A draft of the district lead", "Un borrador de la dirección del distrito")) }
            p class="small soft" { (say.both("Drafted on", "Redactado el")) " " (say.day(draft.drafted)) ". "
                (say.both(
                    "It holds once you sign, for rounds that are planned from then on. Rounds that are planned keep theirs; only a larger number of rooms holds for them too.",
                    "Vale cuando usted firme, para las rondas que se planeen desde entonces. Las ya planeadas conservan el suyo; solo un número mayor de salones vale también para ellas.",
                )) }
            @if let Some(why) = &draft.sent_back {
                p { (say.both("You sent it back:", "Usted lo devolvió:")) " " strong lang="" { "“" (why) "”" } }
            }
            (would_change(say, now, &draft.agreement))
            @if signs {
                form class="acts" method="post" action=(PATH) {
                    input type="hidden" name="shown" value=(draft.mark().as_str());
                    button class="main" { (say.both("Sign for the staff", "Firmar por el personal")) }
                }
                details {
                    summary { (say.both("Send it back instead", "Devolverlo")) }
                    form class="stack" method="post" action="/office/signing/back" {
                        input type="hidden" name="shown" value=(draft.mark().as_str());
                        div class="field" {
                            label for="why" { (say.both("Why, in one sentence", "Por qué, en una frase")) }
                            input id="why" name="why" required maxlength="280" autocomplete="off";
                        }
                        div class="acts" { button { (say.both("Send back", "Devolver")) } }
                    }
                }
            } @else {
                p class="notice" { (say.both(
                    "You represent the staff of one school. Whoever represents the staff of the whole district signs.",
                    "Usted representa al personal de una escuela. Firma quien representa al personal de todo el distrito.",
                )) }
            }
        }
    }
}
