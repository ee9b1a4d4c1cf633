//! Answers for everything that is not said under `/api`: the app's files, and its page for the app's own paths.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::ids::hex;
use sha2::{Digest, Sha256};

use super::Site;
use super::encoding::{Encoding, acceptable};
use super::nothing::{method_not_allowed, nothing_here};

/// Paths below which the server itself answers; the app's page never stands in for what is missing there.
/// The service worker leaves the same paths alone.
pub(super) const SERVERS_OWN: [&str; 8] =
    ["/api", "/note", "/office", "/inventory", "/family", "/agreement", "/report", "/healthz"];

/// The page of the app.
const PAGE: &str = "index.html";

/// What a browser is told by a server without the app.
const WITHOUT_APP: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Noticeboard</title>\
    <h1>Noticeboard</h1><p>This server was built without the app. It speaks with tablets and shows notes, and nothing \
    is lost.</p><p>To have the app here too, start it with <code>cargo xtask serve</code>, or name a built app with \
    <code>--web FOLDER</code>.</p><p lang=\"es\">Este servidor se compiló sin la aplicación. Habla con las tabletas y \
    muestra notas; no se perdió nada.</p></html>";

/// Answers whatever no other route does.
pub fn router<S: Clone + Send + Sync + 'static>(site: Site) -> Router<S> {
    Router::new().fallback_service(Router::new().fallback(answer).with_state(site))
}

async fn answer(State(site): State<Site>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if SERVERS_OWN.iter().any(|own| path == *own || path.strip_prefix(own).is_some_and(|rest| rest.starts_with('/'))) {
        return nothing_here(request.uri(), request.headers());
    }
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return method_not_allowed(uri, headers).await;
    }
    // Files are small and the system keeps them in memory, but a slow disk must not hold up the tablets.
    let found = tokio::task::spawn_blocking(move || found(&site, &uri, &headers)).await;
    found.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// The file of that name; for a path of the app's own that a person opens, the page.
fn found(site: &Site, uri: &Uri, headers: &HeaderMap) -> Response {
    let name = uri.path().trim_start_matches('/');
    let name = if name.is_empty() { PAGE } else { name };
    if let Some(response) = file(site, name, headers) {
        return response;
    }
    if !asks_for_a_page(headers) {
        return nothing_here(uri, headers);
    }
    file(site, PAGE, headers).unwrap_or_else(|| {
        let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
        (StatusCode::SERVICE_UNAVAILABLE, kind, WITHOUT_APP).into_response()
    })
}

/// The file, in the smallest form that the browser takes. Compressed forms are not files of their own.
fn file(site: &Site, name: &str, headers: &HeaderMap) -> Option<Response> {
    let kind = media_type(name)?;
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let compressed = acceptable(accepted)
        .find_map(|encoding| site.file(&format!("{name}{}", encoding.ending())).map(|bytes| (Some(encoding), bytes)));
    let (encoding, bytes) = match compressed {
        Some(found) => found,
        None => (None, site.file(name)?),
    };

    let mut response = if is_hashed(name) {
        ([(header::CACHE_CONTROL, "public, max-age=31536000, immutable")], Body::from(bytes)).into_response()
    } else {
        looked_at_each_time(bytes, headers)
    };
    let answered = response.headers_mut();
    answered.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answered.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding.map(Encoding::name) {
        answered.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Some(response)
}

/// A file whose name never changes: the browser asks each time whether it did, and is told so in a few bytes.
fn looked_at_each_time(bytes: Bytes, headers: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", &hex(&Sha256::digest(&bytes))[..32]);
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let is_known = known.flat_map(|tags| tags.split(',')).any(|known| {
        let known = known.trim();
        known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag
    });
    let named = [(header::CACHE_CONTROL, "no-cache".to_owned()), (header::ETAG, tag)];
    if is_known {
        (StatusCode::NOT_MODIFIED, named).into_response()
    } else {
        (named, Body::from(bytes)).into_response()
    }
}

/// Whether the name holds the content's hash, as in `app.0123456789abcdef.js`.
fn is_hashed(name: &str) -> bool {
    let hash = name.rsplit('.').nth(1).filter(|_| name.split('.').count() > 2);
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

/// Exactly the types that browsers insist on; a file of any other kind is not part of an app.
fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        // Compiled while it arrives with exactly this.
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

/// Whether a person opens a path, rather than a page fetching a file.
fn asks_for_a_page(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|kind| kind.split(';').next().is_some_and(|kind| kind.trim() == "text/html"))
}
