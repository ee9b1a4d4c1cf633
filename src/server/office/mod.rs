//! The office: pages on which an administrator looks after the district. Server HTML that needs no app;
//! only a timetable that is confirmed on the screen needs a script, which keeps the chosen file.
//!
//! | page | file |
//! | --- | --- |
//! | signing in and out | [`sign_in`] |
//! | what is done and what comes next | [`home`] |
//! | the timetable, and rooms typed by hand | [`roster`], [`rooms`] |
//! | people, their codes and their devices | [`people`] |
//! | the codes that a school's staff share | [`codes`] |
//! | the agreement in force | [`agreement`] |
//!
//! In the sample the office is open to whoever sits at this machine; elsewhere it is for administrators.

mod agreement;
mod codes;
mod home;
mod page;
mod people;
mod rooms;
mod roster;
mod say;
mod sign_in;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::ids::SessionId;
use domain::permission::Act;

pub(crate) use self::page::head;
use self::page::wrong;
pub(crate) use self::say::Say;
pub use self::sign_in::set_cookie;
use crate::Server;
use crate::http::who::cookie;
use crate::store::Failure;

/// Where the office is.
pub const OFFICE: &str = "/office";
/// The cookie of an administrator's browser: the session and its secret. Pages have no header to name one.
pub const COOKIE: &str = "noticeboard-office";
/// The cookie that remembers the language that was chosen here.
const LANGUAGE: &str = "noticeboard-office-language";

/// Every page of the office.
pub fn router() -> Router<Server> {
    let text =
        |kind: &'static str, text: &'static str| get(move || async move { ([(header::CONTENT_TYPE, kind)], text) });
    Router::new()
        .route(OFFICE, get(home::home))
        .route("/office/sign-in", get(sign_in::page).post(sign_in::sign_in))
        .route("/office/sign-out", post(sign_in::sign_out))
        .route("/office/language", post(say::choose))
        .route("/office/people", get(people::list).post(people::invite))
        .route("/office/people/{person}/code", post(people::code))
        .route("/office/people/{person}/remove", post(people::remove))
        .route("/office/devices/{session}/end", post(people::end))
        .route("/office/codes", get(codes::list))
        .route("/office/codes/{school}", get(codes::print).post(codes::change))
        .route("/office/agreement", get(agreement::form).post(agreement::agree))
        .route("/office/roster", get(roster::form).post(roster::offer).layer(DefaultBodyLimit::max(roster::MOST_BYTES)))
        .route("/office/rooms", get(rooms::list).post(rooms::add))
        .route("/office/rooms/{room}/retire", post(rooms::retire))
        // The app's own style: one look, written once.
        .route("/office/style.css", text("text/css; charset=utf-8", include_str!("../../../public/style.css")))
        .route("/office/office.css", text("text/css; charset=utf-8", include_str!("office.css")))
        .route("/office/office.js", text("text/javascript; charset=utf-8", include_str!("office.js")))
        .layer(middleware::from_fn(from_here))
}

/// Whoever may look after the district, and the language they read. Each handler's first argument.
pub struct Office {
    /// In which language the page is written.
    pub say: Say,
    /// The session that asks; none in the sample, where the office is open.
    pub session: Option<SessionId>,
}

impl FromRequestParts<Server> for Office {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Office, Response> {
        let say = Say::of(&parts.headers);
        let district = server.store.district().await.map_err(|failure| wrong(say, &failure))?;
        if let Some((session, secret)) = proof(&parts.headers) {
            let caller = server.store.caller(&session, &secret, server.now().day()).await;
            let caller = caller.map_err(|failure| wrong(say, &failure))?;
            if caller.is_some_and(|caller| caller.mandate.may(Act::ManageDistrict)) {
                return Ok(Office { say, session: Some(session) });
            }
        }
        if district.sample {
            return Ok(Office { say, session: None });
        }
        Err(Redirect::to("/office/sign-in").into_response())
    }
}

/// The session and the secret in an office's cookie.
fn proof(headers: &HeaderMap) -> Option<(SessionId, String)> {
    let cookie = cookie(headers, COOKIE)?;
    let (session, secret) = cookie.split_once('.')?;
    Some((SessionId::parse(session).ok()?, secret.to_owned()))
}

/// Why a page of the office was not made: said on a page of its own, with what was kept.
struct Wrong(Say, Failure);

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        wrong(self.0, &self.1)
    }
}

impl Say {
    /// For `map_err`: the page that says what went wrong, in the reader's language.
    fn wrong(self) -> impl Fn(Failure) -> Wrong {
        move |failure| Wrong(self, failure)
    }
}

/// Only this server's own pages have a browser change something, nothing is kept, and nobody is told where one came from.
async fn from_here(request: Request, next: Next) -> Response {
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    let elsewhere = site.is_some_and(|site| !matches!(site, "same-origin" | "none"));
    if request.method() == Method::POST && elsewhere {
        return (StatusCode::FORBIDDEN, "This form is not one of this server's pages; nothing was changed.")
            .into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    response
}
