//! What a request is answered with when all went well.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::change::write;
use serde::Serialize;

/// A message as JSON.
pub struct Answer<M>(pub M);

/// A message that is JSON text already.
pub struct Text(pub String);

impl<M: Serialize> IntoResponse for Answer<M> {
    fn into_response(self) -> Response {
        Text(write(&self.0)).into_response()
    }
}

impl IntoResponse for Text {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], self.0).into_response()
    }
}
