//! The page that says what is kept where, for how long, and who can read it; for anyone, and to be printed.
//!
//! Its rows stand in `data/inventory.toml`. A test compares them with the tables, the messages, the tablet's records and
//! what browsers remember, so that the page can say nothing else than what the program does.

mod page;
mod rows;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::language::Language;
use serde::Deserialize;
use tower_http::compression::CompressionLayer;

pub use self::rows::{Inventory, Row, Thing};
use crate::Server;
use crate::http::log_cause;
use crate::office::Say;

/// Where the page is.
pub const INVENTORY: &str = "/inventory";

/// The page's address in a language. No cookie and no script remembers one: the address can be handed on as it is.
pub fn address(language: Language) -> String {
    format!("{INVENTORY}?language={}", language.code())
}

/// The page and its style.
pub fn router() -> Router<Server> {
    let style = async || ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("page.css"));
    Router::new().route(INVENTORY, get(page)).route("/inventory/page.css", get(style)).layer(CompressionLayer::new())
}

/// What the address says.
#[derive(Deserialize)]
struct Asked {
    language: Option<String>,
}

async fn page(State(server): State<Server>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    let chosen = asked.language.and_then(|tag| Language::parse(&tag).ok());
    let say = chosen.map_or_else(|| Say::of(&headers), Say);
    // The rows are true whatever the database says; that it says nothing is said too.
    let held = server.store.held_since().await.inspect_err(log_cause);
    let answer = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::VARY, "accept-language")];
    (answer, page::page(say, Inventory::shipped(), held.as_ref().ok()).into_string()).into_response()
}
