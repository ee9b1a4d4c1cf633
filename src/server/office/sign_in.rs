//! Signing in to the office with a one-time code, and out again.

use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::SessionId;
use domain::permission::{Act, Mandate};
use domain::text::Name;
use maud::html;
use serde::Deserialize;

use super::page::outside;
use super::say::Say;
use super::{COOKIE, LOOKED_AS, LOOKS_AS, OFFICE, Office, Wrong};
use crate::Server;
use crate::http::who::{EnterOffice, cookie};
use crate::store::Failure;
use crate::store::people::{NewSession, Sender};
use crate::web::Transport;

const PATH: &str = "/office/sign-in";

/// The code that was typed.
#[derive(Deserialize)]
pub struct Typed {
    code: String,
    /// Not empty where somebody who could use it on a tablet uses it here.
    #[serde(default)]
    here: String,
}

/// The page with the one field. A code in the fragment is filled in by the page itself; the server never sees it before
/// it is sent.
pub async fn page(headers: HeaderMap) -> Response {
    form(Say::of(&headers), StatusCode::OK, None)
}

/// Signs somebody in who has something to do here. A code that a tablet may be waiting for is used up only where its
/// holder says so.
pub async fn sign_in(
    State(server): State<Server>,
    sender: Sender,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let say = Say::of(&headers);
    let now = server.now();
    let device = Name::parse(say.both("A browser in the office", "Un navegador en la oficina"));
    let Ok(device) = device else { return form(say, StatusCode::BAD_REQUEST, None) };
    match server.store.mandate_of_code(&typed.code, sender, now).await {
        Ok(Some(mandate))
            if !mandate.may(Act::EnterOffice) || (!mandate.may(Act::ManageDistrict) && typed.here.is_empty()) =>
        {
            return belongs_elsewhere(say, &mandate, &typed.code);
        }
        Ok(_) => (),
        Err(failure @ Failure::TooMany) => return form(say, StatusCode::FORBIDDEN, Some(&failure)),
        Err(failure) => return Wrong(say, failure).into_response(),
    }
    match server.store.sign_in(&typed.code, &device, &[], sender, now).await {
        Ok(begun) => {
            ([(header::SET_COOKIE, set_cookie(&begun, server.transport))], Redirect::to(OFFICE)).into_response()
        }
        Err(failure @ (Failure::Mistyped(_) | Failure::CodeUnknown | Failure::TooMany)) => {
            form(say, StatusCode::FORBIDDEN, Some(&failure))
        }
        Err(failure) => Wrong(say, failure).into_response(),
    }
}

/// Comes in with a session of the app on the same browser, whose cookie proves it.
pub async fn enter(State(server): State<Server>, headers: HeaderMap, Path(session): Path<String>) -> Response {
    let say = Say::of(&headers);
    let Ok(session) = SessionId::parse(&session) else { return Redirect::to(PATH).into_response() };
    let secret = cookie(&headers, &protocol::session_cookie(&session)).unwrap_or_default();
    match server.store.caller(&session, &secret, server.now().day()).await {
        Ok(Some(caller)) if caller.mandate.may(Act::EnterOffice) => {
            let set = own_cookie(session.as_str(), server.transport);
            ([(header::SET_COOKIE, set)], Redirect::to(OFFICE)).into_response()
        }
        Ok(_) => Redirect::to(PATH).into_response(),
        Err(failure) => Wrong(say, failure).into_response(),
    }
}

/// The role that was chosen.
#[derive(Deserialize)]
pub struct Chosen {
    role: String,
}

/// Looks at the sample in somebody's place. Outside of it the choice has no effect.
pub async fn look_as(Form(chosen): Form<Chosen>) -> Response {
    let role = LOOKED_AS.into_iter().find(|role| role.word() == chosen.role).unwrap_or(LOOKED_AS[0]);
    let text = format!("{LOOKS_AS}={}; Path=/office; HttpOnly; SameSite=Strict", role.word());
    let set = HeaderValue::from_str(&text).expect("a role's word and fixed words are a header's value");
    ([(header::SET_COOKIE, set)], Redirect::to(OFFICE)).into_response()
}

/// Signs this browser out. Whoever came in with a session of the app stays signed in there.
pub async fn sign_out(
    office: Office<EnterOffice>,
    State(server): State<Server>,
    headers: HeaderMap,
) -> Result<Response, Wrong> {
    let is_own = cookie(&headers, COOKIE).is_some_and(|own| own.contains('.'));
    if let Some(session) = office.session.as_ref().filter(|_| is_own) {
        server.store.end_session(session).await.map_err(office.say.wrong())?;
    }
    let set = HeaderValue::from_static("noticeboard-office=; Path=/office; HttpOnly; SameSite=Strict; Max-Age=0");
    Ok(([(header::SET_COOKIE, set)], Redirect::to(PATH)).into_response())
}

/// The cookie of a browser in the office. It ends with the browser, or with the session's last day.
pub fn set_cookie(begun: &NewSession, transport: Transport) -> HeaderValue {
    own_cookie(&format!("{}.{}", begun.signed_in.session, begun.secret), transport)
}

fn own_cookie(value: &str, transport: Transport) -> HeaderValue {
    let secure = if transport == Transport::Tls { "; Secure" } else { "" };
    let text = format!("{COOKIE}={value}; Path=/office; HttpOnly; SameSite=Strict{secure}");
    HeaderValue::from_str(&text).expect("hexadecimal digits and fixed words are a header's value")
}

fn form(say: Say, status: StatusCode, failure: Option<&Failure>) -> Response {
    let title = say.both("Sign in to the office", "Entrar a la oficina");
    let why = failure.map(|failure| match failure {
        Failure::Mistyped(_) => say.both(
            "One of the symbols was mistyped. The code still counts: look again and type it once more.",
            "Uno de los símbolos está mal escrito. El código sigue sirviendo: revíselo y escríbalo otra vez.",
        ),
        Failure::TooMany => say.both(
            "Too many wrong codes came in this minute. Wait one, then try again.",
            "En este minuto llegaron demasiados códigos equivocados. Espere uno e intente de nuevo.",
        ),
        _ => say.both(
            "This code lets nobody in: it was used, is older than ten minutes, or was tried too often. Ask for a new one.",
            "Con este código no se entra: ya se usó, tiene más de diez minutos o se probó demasiadas veces. Pida otro.",
        ),
    });
    let content = html! {
        form class="card stack narrow" method="post" action=(PATH) {
            h1 { (title) }
            p class="soft" { (say.both(
                "For whoever looks after Noticeboard in this district or represents its staff. To record visits, sign in on a tablet.",
                "Para quien atiende Noticeboard en este distrito o representa a su personal. Para anotar visitas, entre en una tableta.",
            )) }
            @if let Some(why) = why { p class="wrong" role="alert" { (why) } }
            div class="field" {
                label for="code" { (say.both("One-time code, ten symbols", "Código de un solo uso, diez símbolos")) }
                input id="code" name="code" class="code" required autocomplete="one-time-code" autocapitalize="characters"
                    spellcheck="false" maxlength="40";
            }
            div class="acts" { button class="main" { (say.both("Sign in", "Entrar")) } }
            details {
                summary { (say.both("No code, or locked out?", "¿Sin código, o se quedó fuera?")) }
                p { (say.both(
                    "Another administrator can make a code under People. At the server itself, this prints one:",
                    "Otra persona con administración puede hacer uno en Personas. En el servidor mismo, esto imprime uno:",
                )) }
                p { code { "noticeboard admin-link" } }
            }
        }
    };
    outside(status, say, PATH, title, &content)
}

/// A code for a tablet: it says so, and the link takes it there unused. Whoever has something to do here may use it here.
fn belongs_elsewhere(say: Say, mandate: &Mandate, code: &str) -> Response {
    let title = say.both("This code is for a tablet", "Este código es para una tableta");
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let content = html! {
        div class="notice" {
            h1 { (title) }
            p { (say.both("It signs somebody in as", "Con él se entra como")) " " strong { (role_name(say, mandate)) } ". "
                (say.both("It was not used up.", "No se gastó.")) }
            p { a class="button" href={ "/sign-in#" (plain) } { (say.both("Sign in on this device", "Entrar en este dispositivo")) } }
            @if mandate.may(Act::EnterOffice) {
                form method="post" action=(PATH) {
                    input type="hidden" name="code" value=(plain);
                    button name="here" value="yes" { (say.both("Use it for the office, in this browser", "Usarlo para la oficina, en este navegador")) }
                }
            }
        }
    };
    outside(StatusCode::OK, say, PATH, title, &content)
}

/// What a mandate is called.
pub fn role_name(say: Say, mandate: &Mandate) -> &'static str {
    use domain::permission::Role;
    match mandate.role {
        Role::Administrator => say.both("administrator", "administración"),
        Role::DistrictLead => say.both("district lead", "dirección del distrito"),
        Role::Principal => say.both("principal", "dirección de la escuela"),
        Role::Visitor => say.both("visitor", "visitante"),
        Role::StaffRepresentative => say.both("staff representative", "representante del personal"),
        Role::Staff => say.both("staff", "personal"),
        Role::Anyone => say.both("nobody", "nadie"),
    }
}
