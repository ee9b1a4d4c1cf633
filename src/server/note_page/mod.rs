//! The page on which a teacher reads a note: server HTML with a little script, and no app.
//!
//! The card's code stands in the URL's fragment, which no browser sends, so this page is the same for everyone. The
//! script opens the note on the phone by the rules of `domain::note`; `data/note-vector.json` holds the two together.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use domain::language::Language;
use tower_http::compression::CompressionLayer;

use crate::Server;
use crate::http::log_cause;

mod qr;
mod terms;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod vector;

/// Where the page is; a card's QR code leads here.
pub const NOTE_PAGE: &str = "/note";

/// Only its own script and style, and only this server to talk to: the page needs less than the app does.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The page, its script and its style. No request to any of them says anything about a card.
pub fn router() -> Router<Server> {
    let text =
        |kind: &'static str, text: &'static str| get(move || async move { ([(header::CONTENT_TYPE, kind)], text) });
    Router::new()
        .route(NOTE_PAGE, get(page))
        .route("/note/", get(page))
        .route("/note/page.css", text("text/css; charset=utf-8", include_str!("page.css")))
        .route("/note/page.js", text("text/javascript; charset=utf-8", include_str!("page.js")))
        .route("/note/ask.js", text("text/javascript; charset=utf-8", include_str!("ask.js")))
        .route("/note/card.js", text("text/javascript; charset=utf-8", include_str!("card.js")))
        .route("/note/context.js", text("text/javascript; charset=utf-8", include_str!("context.js")))
        .route("/note/door-card", post(qr::drawn))
        .route("/note/door.js", text("text/javascript; charset=utf-8", include_str!("door.js")))
        .route("/note/hpke.js", text("text/javascript; charset=utf-8", include_str!("hpke.js")))
        .route("/note/note.js", text("text/javascript; charset=utf-8", include_str!("note.js")))
        .route("/note/store.js", text("text/javascript; charset=utf-8", include_str!("store.js")))
        .route("/note/visits.js", text("text/javascript; charset=utf-8", include_str!("visits.js")))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(private))
}

/// The page in the language the browser prefers, with the agreement in force; the script knows whether another language was
/// chosen before.
async fn page(State(server): State<Server>, headers: HeaderMap) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::VARY, "accept-language")];
    let preferred = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match server.store.agreement().await {
        Ok(in_force) => {
            let page = terms::filled(include_str!("page.html"), language(preferred), &in_force.agreement);
            (kind, page).into_response()
        }
        Err(failure) => {
            log_cause(&failure);
            (StatusCode::SERVICE_UNAVAILABLE, kind, include_str!("not_now.html")).into_response()
        }
    }
}

/// The first language of an `Accept-Language` header that is spoken here. Browsers list them best first.
pub fn language(preferred: &str) -> Language {
    let tags = preferred.split(',').map(|choice| choice.split(';').next().unwrap_or_default().trim());
    tags.filter_map(|tag| Language::parse(tag).ok()).next().unwrap_or_default()
}

/// Nothing of it is kept by a browser, found by a search engine, or told to the next page.
async fn private(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    response
}
