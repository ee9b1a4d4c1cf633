//! Coming in with a code, and leaving.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::ids::SessionId;
use domain::permission::Act;
use domain::time::{Day, Moment};
use protocol::path;
use protocol::people::{SignIn, SignedIn};

use crate::http::answer::Answer;
use crate::http::ask::Message;
use crate::http::problem::{Problems, Refused};
use crate::http::who::{caller, cookies};
use crate::store::people::{Brought, Sender};
use crate::web::Transport;
use crate::{Server, office};

/// The most sessions of one browser that are looked at: more leaders than share a tablet.
const MOST_BROUGHT: usize = 16;

/// Signs in whoever holds a code. The secret of the session is set as a cookie.
#[utoipa::path(
    post, path = path::SIGN_IN, operation_id = "sign_in", request_body = SignIn,
    responses((status = 200, body = SignedIn), Problems)
)]
pub async fn sign_in(
    State(server): State<Server>,
    sender: Sender,
    headers: HeaderMap,
    Message(asked): Message<SignIn>,
) -> Result<impl IntoResponse, Refused> {
    let now = server.now();
    let begun = server.store.sign_in(&asked.code, &asked.device, &brought(&headers), sender, now).await?;
    let cookie = match begun.signed_in.mandate.may(Act::ManageDistrict) {
        // The office has pages and no tablet: its cookie is the one that pages bring.
        true => office::set_cookie(&begun, server.transport),
        false => set_cookie(&begun.signed_in.session, &begun.secret, begun.ends, now, server.transport),
    };
    Ok(([(header::SET_COOKIE, cookie)], Answer(begun.signed_in)))
}

/// Signs the device out that asks. A session that does not count any more is answered in the same way.
#[utoipa::path(
    post, path = path::SIGN_OUT, operation_id = "sign_out",
    responses((status = 204), Problems)
)]
pub async fn sign_out(State(server): State<Server>, headers: HeaderMap) -> Result<Response, Refused> {
    let Some(session) = caller(&headers, &server).await?.session else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    server.store.end_session(&session).await?;
    let now = server.now();
    let cookie = set_cookie(&session, "", now.day().plus(-1), now, server.transport);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

/// The sessions whose secrets the browser brought along, [`MOST_BROUGHT`] at most.
fn brought(headers: &HeaderMap) -> Vec<Brought> {
    let session = |(name, secret): (&str, &str)| {
        let session = SessionId::parse(name.strip_prefix(protocol::SESSION_COOKIES)?).ok()?;
        Some((session, secret.to_owned()))
    };
    cookies(headers).filter_map(session).take(MOST_BROUGHT).collect()
}

/// The cookie that proves a session: no script reads it, no other site has it sent, and over TLS it never travels
/// without.
pub fn set_cookie(session: &SessionId, secret: &str, ends: Day, now: Moment, transport: Transport) -> HeaderValue {
    let seconds = ((ends.plus(1).begins().0 - now.0) / 1000).max(0);
    let secure = if transport == Transport::Tls { "; Secure" } else { "" };
    let name = protocol::session_cookie(session);
    let text = format!("{name}={secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).expect("hexadecimal digits and fixed words are a header's value")
}
