//! What anyone may read of the agreement, and the form that tells the staff representative of misuse. Server HTML that
//! needs no account, no cookie and no script.

mod document;
mod page;
mod report;
mod state;
mod words;

use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::language::Language;
use maud::{DOCTYPE, Markup, html};
use serde::Deserialize;

pub(crate) use self::document::{document, would_change};
pub(crate) use self::state::{Names, in_force, nobody_could_visit, paused};
pub(crate) use self::words::{clause_name, role_in_a_list, term_in_words};
use crate::Server;
use crate::office::{Say, from_here, head};

/// Where the agreement can be read.
pub const AGREEMENT: &str = "/agreement";
/// Where misuse is reported.
pub const REPORT: &str = "/report";

/// Both pages.
pub fn router() -> Router<Server> {
    Router::new()
        .route(AGREEMENT, get(page::page))
        .route(REPORT, get(report::form).post(report::take))
        .layer(middleware::from_fn(from_here))
}

/// What the address says. No cookie and no script remembers a language: the address can be handed on as it is.
#[derive(Deserialize)]
struct Asked {
    language: Option<String>,
}

/// The address of one of the pages in a language.
pub(crate) fn address(path: &str, language: Language) -> String {
    format!("{path}?language={}", language.code())
}

/// The language that the address asks for, else that of the browser.
fn say(asked: &Query<Asked>, headers: &HeaderMap) -> Say {
    let chosen = asked.language.as_deref().and_then(|tag| Language::parse(tag).ok());
    chosen.map_or_else(|| Say::of(headers), Say)
}

/// A page for anyone.
fn respond(status: StatusCode, say: Say, path: &str, title: &str, content: &Markup) -> Response {
    let other = match say.0 {
        Language::En => Language::Es,
        Language::Es => Language::En,
    };
    let page = html! {
        (DOCTYPE)
        html lang=(say.0.code()) {
            head { (head(title, "/office/office.css")) }
            body class="app" {
                header class="bar" {
                    a class="brand" href="/" { "Noticeboard" }
                    a class="button plain" href=(address(path, other)) lang=(other.code()) { (other.own_name()) }
                }
                main class="page" { (content) }
            }
        }
    };
    let answer = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::VARY, "accept-language")];
    (status, answer, page.into_string()).into_response()
}
