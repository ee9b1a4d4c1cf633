//! What is said where nothing answers: a problem to a program, a page in both languages to a person.

use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::change::write;
use domain::text::shown;
use protocol::problem::{MEDIA_TYPE, Problem, ProblemKind};

/// The most characters of a path that an answer repeats.
const MOST_OF_A_PATH: usize = 80;

/// Nothing is at this path.
pub fn nothing_here(uri: &Uri, headers: &HeaderMap) -> Response {
    if !asks_for_json(uri, headers) {
        return page(
            StatusCode::NOT_FOUND,
            "There is nothing here. The address may be incomplete.",
            "Aquí no hay nada. Quizás la dirección no está completa.",
        );
    }
    let path: String = uri.path().chars().take(MOST_OF_A_PATH).collect();
    problem(StatusCode::NOT_FOUND, "nothing answers here", format!("the server has nothing at {}", shown(&path)))
}

/// Something is at this path, and it does not take what was asked of it.
pub async fn method_not_allowed(uri: Uri, headers: HeaderMap) -> Response {
    let status = StatusCode::METHOD_NOT_ALLOWED;
    let mut response = if asks_for_json(&uri, &headers) {
        problem(status, "not with that method", "this path is only for reading".to_owned())
    } else {
        page(status, "This address is only for reading.", "Esta dirección es solo para leer.")
    };
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

fn asks_for_json(uri: &Uri, headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_api = uri.path().strip_prefix("/api").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    is_api || accepted.contains("json")
}

fn problem(status: StatusCode, title: &str, detail: String) -> Response {
    let (title, status_code) = (title.to_owned(), status.as_u16());
    let problem = Problem { kind: ProblemKind::NotFound, title, status: status_code, detail };
    let kind = [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, "no-store")];
    (status, kind, write(&problem)).into_response()
}

fn page(status: StatusCode, english: &str, spanish: &str) -> Response {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Noticeboard</title>\
         <h1>Noticeboard</h1><p>{english} <a href=\"/\">To the start</a></p>\
         <p lang=\"es\">{spanish} <a href=\"/\">Ir al inicio</a></p></html>"
    );
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (status, kind, page).into_response()
}
