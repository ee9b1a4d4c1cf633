//! How tablets, readers and cards ask: the paths of [`protocol::path`], who may use them, and what goes wrong.

mod answer;
mod ask;
mod context;
mod export;
mod host;
mod letters;
mod log;
mod notes;
mod people;
mod problem;
mod reach;
mod read;
mod round;
mod sender;
mod sync;
pub(crate) mod who;

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use serde_json::json;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) use self::ask::Message;
pub(crate) use self::problem::{Refused, log_cause};
use crate::web::Transport;
use crate::{Server, agreement_page, family, inventory, note_page, office, web};

/// The bodies that travel as text inside messages; everything else the document finds by itself.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Noticeboard",
        description = "What tablets, readers and cards say to a Noticeboard server. Anything that goes wrong is \
                       answered with application/problem+json."
    ),
    components(schemas(
        domain::roster::Roster,
        domain::agreement::Agreement,
        domain::agreement::Pause,
        domain::round::Plan,
        domain::round::Debrief,
        domain::visit::Summary,
        domain::note::SealedNote,
        domain::note::Letter,
        domain::release::Release,
        domain::round::Delivery,
        protocol::problem::Problem,
        protocol::push::Item
    ))
)]
struct Document;

/// Everything that the server answers.
pub fn router(server: Server) -> Router {
    let transport = server.transport;
    let (api, _) = api().split_for_parts();
    let api = api
        .method_not_allowed_fallback(async || Refused::method_not_allowed())
        .route("/api", any(async || Refused::no_such_path()))
        .route("/api/{*rest}", any(async || Refused::no_such_path()))
        .layer(DefaultBodyLimit::max(protocol::MOST_BYTES))
        .layer(map_response(never_stored));
    let all = Router::new()
        .merge(api)
        .route("/healthz", get(health))
        .merge(note_page::router())
        .merge(agreement_page::router())
        .merge(office::router())
        .merge(inventory::router())
        .merge(family::router())
        .method_not_allowed_fallback(web::method_not_allowed)
        .merge(web::router(server.site.clone()))
        .layer(from_fn(log::request))
        .with_state(server);
    web::with_headers(all, transport)
}

/// The same for a server that only its own machine can reach: other names than this machine's are not answered.
pub fn for_this_machine(router: Router) -> Router {
    web::with_headers(router.layer(from_fn(host::this_machine)), Transport::Plain)
}

/// The OpenAPI document of the same handlers.
pub fn document() -> utoipa::openapi::OpenApi {
    api().into_openapi()
}

fn api() -> OpenApiRouter<Server> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(sync::push))
        .routes(routes!(sync::pull))
        .routes(routes!(round::tokens))
        .routes(routes!(round::report))
        .routes(routes!(round::preview))
        .routes(routes!(round::close))
        .routes(routes!(round::offer))
        .routes(routes!(people::sign_in))
        .routes(routes!(people::sign_out))
        .routes(routes!(read::doors))
        .routes(routes!(read::schools))
        .routes(routes!(read::releases))
        .routes(routes!(read::term))
        .routes(routes!(export::of_school))
        .routes(routes!(export::of_groups))
        .routes(routes!(export::of_strands))
        .routes(routes!(export::of_district))
        .routes(routes!(notes::note, notes::delete_note))
        .routes(routes!(letters::letters))
        .routes(routes!(context::add_context))
        .routes(routes!(context::withdraw_context))
}

/// Whether the server can do its work: it asks the database.
pub(crate) async fn health(State(server): State<Server>) -> Response {
    let (status, word) = match server.store.health().await {
        Ok(()) => (StatusCode::OK, "ok"),
        Err(failure) => {
            problem::log_cause(&failure);
            (StatusCode::SERVICE_UNAVAILABLE, "unavailable")
        }
    };
    never_stored((status, axum::Json(json!({ "status": word }))).into_response()).await
}

async fn never_stored(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
