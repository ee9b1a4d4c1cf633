//! Where a request comes from: said by whoever accepted its connection, and asked for by nobody but a sign-in.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::store::people::Sender;

impl<S: Send + Sync> FromRequestParts<S> for Sender {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Sender, Infallible> {
        Ok(parts.extensions.get().copied().unwrap_or(Sender::Unknown))
    }
}
