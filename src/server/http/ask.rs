//! What a request carries: an id in its path, a message in its body.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use domain::ids::NotAnId;
use serde::de::DeserializeOwned;

use crate::Server;
use crate::http::problem::Refused;

/// The one id in a path.
pub struct Id<I>(pub I);

/// A message in JSON. What is wrong with one is said with its place.
pub struct Message<M>(pub M);

impl<I: TryFrom<String, Error = NotAnId>> FromRequestParts<Server> for Id<I> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Id<I>, Refused> {
        let Path(text) = Path::<String>::from_request_parts(parts, server)
            .await
            .map_err(|rejection| Refused::malformed(rejection.body_text()))?;
        I::try_from(text).map(Id).map_err(|cause| Refused::malformed(cause.to_string()))
    }
}

impl<M: DeserializeOwned> FromRequest<Server> for Message<M> {
    type Rejection = Refused;

    async fn from_request(request: Request, server: &Server) -> Result<Message<M>, Refused> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json")) {
            return Err(Refused::not_json());
        }
        let bytes = Bytes::from_request(request, server).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                return Refused::too_large();
            }
            tracing::debug!(status = rejection.into_response().status().as_u16(), "a body did not arrive");
            Refused::malformed("the body did not arrive whole".to_owned())
        })?;
        serde_json::from_slice(&bytes)
            .map(Message)
            .map_err(|cause| Refused::malformed(format!("the body is not what this path takes: {cause}")))
    }
}
