//! The page about a school for its families: server HTML in two languages that needs no script and no cookie.
//!
//! It is what somebody approved in the office, word for word ([`domain::family::FamilyPage`]), between sentences that are
//! the same for every school ([`said`]). It has no number of rooms and compares nothing.

mod page;
mod reading_level;
pub mod said;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::ids::SchoolId;
use domain::language::Language;
use maud::Markup;
use protocol::path;
use tower_http::compression::CompressionLayer;

pub use self::page::text;
pub use self::reading_level::is_hard;
use crate::Server;
use crate::note_page::language;
use crate::office::origin;
use crate::store::Failure;

/// Where the list of schools with a page is; a school's page lies below.
pub const FAMILY: &str = "/family";

/// Only its own style and drawing: no script, no form, no other server.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// The pages and their style.
pub fn router() -> Router<Server> {
    let style = async || ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("page.css"));
    Router::new()
        .route(FAMILY, get(list))
        .route("/family/page.css", get(style))
        .route(path::FAMILY_PAGE, get(of_school))
        .layer(CompressionLayer::new())
}

/// Where the page for a school's families is.
pub fn address(school: &SchoolId) -> String {
    path::of_school(path::FAMILY_PAGE, school)
}

/// The schools that have a page.
async fn list(State(server): State<Server>, headers: HeaderMap) -> Result<Response, NotNow> {
    let pages = server.store.family_pages().await?;
    let schools: Vec<_> = pages.into_iter().map(|(school, _)| school).collect();
    Ok(respond(StatusCode::OK, page::list(first(&headers), &schools)))
}

/// The page for one school's families.
async fn of_school(
    State(server): State<Server>,
    headers: HeaderMap,
    Path(school): Path<String>,
) -> Result<Response, NotNow> {
    let first = first(&headers);
    let found = match SchoolId::parse(&school) {
        Ok(id) => server.store.family_page(&id).await?,
        Err(_) => None,
    };
    let Some((school, page)) = found else { return Ok(respond(StatusCode::NOT_FOUND, page::none(first))) };
    let together = match page.draft.schools.len() {
        0 | 1 => Vec::new(),
        _ => {
            let schools = server.store.schools().await?.schools;
            schools
                .into_iter()
                .filter(|school| page.draft.schools.contains(&school.id))
                .map(|school| school.name)
                .collect()
        }
    };
    let here = format!("{}{}", origin(&server, &headers), address(&school.id));
    Ok(respond(StatusCode::OK, page::of_school(first, &school, &page, &together, &here)))
}

/// The language that comes first: the one that the browser prefers. The other one follows, or stands beside it.
fn first(headers: &HeaderMap) -> Language {
    language(headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default())
}

fn respond(status: StatusCode, page: Markup) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::VARY, HeaderValue::from_static("accept-language")),
        // Asked for anew each time: what is taken down is gone.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    ];
    (status, headers, page.into_string()).into_response()
}

/// The page could not be made now.
struct NotNow;

impl From<Failure> for NotNow {
    fn from(failure: Failure) -> NotNow {
        crate::http::log_cause(&failure);
        NotNow
    }
}

impl IntoResponse for NotNow {
    fn into_response(self) -> Response {
        respond(StatusCode::SERVICE_UNAVAILABLE, page::not_now())
    }
}
