//! The office: pages on which the district is looked after. Server HTML that needs no app;
//! only a timetable that is confirmed on the screen needs a script, which keeps the chosen file.
//!
//! | page | file |
//! | --- | --- |
//! | signing in and out | [`sign_in`] |
//! | what is done and what comes next | [`home`] |
//! | the timetable, and rooms typed by hand | [`roster`], [`rooms`] |
//! | people, their codes and their devices | [`people`] |
//! | the codes that a school's staff share | [`codes`] |
//! | a lead drafts an agreement, a representative signs it | [`agreement`], [`signing`] |
//! | a representative pauses, and reads reports of misuse | [`pauses`], [`reports`] |
//! | the pages for families, and their approval | [`families`] |
//! | who looked, and what was deleted | [`access_log`], [`deleted`] |
//! | legal holds | [`holds`] |
//!
//! Each page asks for an act of [`domain::permission`], by the type of its handler's first argument. Whoever is signed in
//! to the app on the same browser comes in with that session. In the sample the office is open to whoever sits at this
//! machine, who chooses in whose place to look.

mod access_log;
mod agreement;
mod codes;
mod deleted;
mod draft_form;
mod families;
mod holds;
mod home;
mod page;
mod pauses;
mod people;
mod reports;
mod rooms;
mod roster;
mod say;
mod sign_in;
mod signing;
mod why;

use std::marker::PhantomData;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::ids::SessionId;
use domain::permission::{Act, Mandate, Role};

use self::page::{from_elsewhere, not_yours, wrong};
pub(crate) use self::page::{head, qr, wrong as failed};
pub(crate) use self::people::origin;
pub(crate) use self::say::Say;
pub use self::sign_in::set_cookie;
use crate::Server;
use crate::http::who::{Asks, EnterOffice, ManageDistrict, cookie};
use crate::store::Failure;
use crate::store::people::Caller;

/// Where the office is.
pub const OFFICE: &str = "/office";
/// The cookie of a browser in the office: the session and its secret, or the session alone where it is the app's.
/// Pages have no header to name one.
pub const COOKIE: &str = "noticeboard-office";
/// The cookie that remembers, in the sample, in whose place somebody looks.
const LOOKS_AS: &str = "noticeboard-office-as";
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
        .route("/office/enter/{session}", get(sign_in::enter))
        .route("/office/as", post(sign_in::look_as))
        .route("/office/language", post(say::choose))
        .route("/office/people", get(people::list).post(people::invite))
        .route("/office/people/{person}/code", post(people::code))
        .route("/office/people/{person}/remove", post(people::remove))
        .route("/office/devices/{session}/end", post(people::end))
        .route("/office/codes", get(codes::list))
        .route("/office/codes/{school}", get(codes::print).post(codes::change))
        .route("/office/agreement", get(agreement::form).post(agreement::draft))
        .route("/office/agreement/withdraw", post(agreement::withdraw))
        .route("/office/signing", get(signing::form).post(signing::sign))
        .route("/office/signing/back", post(signing::send_back))
        .route("/office/pauses", get(pauses::list).post(pauses::change))
        .route("/office/reports", get(reports::list))
        .route("/office/reports/{report}/delete", post(reports::delete))
        .route("/office/access-log", get(access_log::list))
        .route("/office/holds", get(holds::list).post(holds::place))
        .route("/office/holds/{number}/lift", post(holds::lift))
        .route("/office/roster", get(roster::form).post(roster::offer).layer(DefaultBodyLimit::max(roster::MOST_BYTES)))
        .route("/office/families", get(families::list))
        .route("/office/families/{school}", get(families::form).post(families::approve))
        .route("/office/families/{school}/down", post(families::take_down))
        .route("/office/rooms", get(rooms::list).post(rooms::add))
        .route("/office/rooms/{room}/retire", post(rooms::retire))
        // The app's own style: one look, written once.
        .route("/office/style.css", text("text/css; charset=utf-8", include_str!("../../../public/style.css")))
        .route("/office/office.css", text("text/css; charset=utf-8", include_str!("office.css")))
        .route("/office/office.js", text("text/javascript; charset=utf-8", include_str!("office.js")))
        .layer(middleware::from_fn(from_here))
}

/// In whose place the sample's office can be looked at; the first until somebody chooses.
const LOOKED_AS: [Role; 3] = [Role::Administrator, Role::DistrictLead, Role::StaffRepresentative];

/// Whoever may do what `A` asks, and the language they read. Each handler's first argument.
pub struct Office<A = ManageDistrict> {
    /// In which language the page is written.
    pub say: Say,
    /// What they may do, and where.
    pub mandate: Mandate,
    /// The session that asks; none in the sample, where the office is open.
    pub session: Option<SessionId>,
    asks: PhantomData<A>,
}

impl<A: Asks> FromRequestParts<Server> for Office<A> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Office<A>, Response> {
        let say = Say::of(&parts.headers);
        let inside = entered(say, &parts.headers, server).await.map_err(|failure| wrong(say, &failure))?;
        let Some(office) = inside else { return Err(Redirect::to("/office/sign-in").into_response()) };
        if office.mandate.may(A::ACT) {
            let Office { say, mandate, session, .. } = office;
            return Ok(Office { say, mandate, session, asks: PhantomData });
        }
        Err(not_yours(&office, parts.uri.path()))
    }
}

impl<A> Office<A> {
    /// Who asks, for what is logged.
    fn caller(&self) -> Caller {
        Caller { mandate: self.mandate.clone(), session: self.session.clone() }
    }
}

/// Who is in the office: by its own cookie, by a session of the app, or in the sample by choice; nobody else.
async fn entered(say: Say, headers: &HeaderMap, server: &Server) -> Result<Option<Office<EnterOffice>>, Failure> {
    if let Some((session, secret)) = proof(headers) {
        let caller = server.store.caller(&session, &secret, server.now().day()).await?;
        if let Some(caller) = caller.filter(|caller| caller.mandate.may(Act::EnterOffice)) {
            return Ok(Some(Office { say, mandate: caller.mandate, session: Some(session), asks: PhantomData }));
        }
    }
    let sample = server.store.district().await?.sample;
    Ok(sample.then(|| Office { say, mandate: looked_as(headers), session: None, asks: PhantomData }))
}

/// The session and the secret that an office's cookie has, or only names: that of the app's own session lies in its own.
fn proof(headers: &HeaderMap) -> Option<(SessionId, String)> {
    let own = cookie(headers, COOKIE)?;
    let Some((session, secret)) = own.split_once('.') else {
        let session = SessionId::parse(&own).ok()?;
        let secret = cookie(headers, &protocol::session_cookie(&session))?;
        return Some((session, secret));
    };
    Some((SessionId::parse(session).ok()?, secret.to_owned()))
}

fn looked_as(headers: &HeaderMap) -> Mandate {
    let chosen = cookie(headers, LOOKS_AS);
    let role = LOOKED_AS.into_iter().find(|role| chosen.as_deref() == Some(role.word()));
    Mandate::everywhere(role.unwrap_or(LOOKED_AS[0]))
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
pub(crate) async fn from_here(request: Request, next: Next) -> Response {
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    let elsewhere = site.is_some_and(|site| !matches!(site, "same-origin" | "none"));
    if request.method() == Method::POST && elsewhere {
        return from_elsewhere(Say::of(request.headers()));
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    response
}
