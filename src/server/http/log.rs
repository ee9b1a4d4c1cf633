//! One line a request: method, the pattern of the path, status and milliseconds. No ids, no bodies, no addresses, so
//! that no line ties a session to a summary.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;

/// Logs a request when it has been answered.
pub async fn request(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let began = Instant::now();
    let response = next.run(request).await;
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let path = path.as_deref().unwrap_or("a file of the app");
    tracing::info!(%method, path, status = response.status().as_u16(), milliseconds, "answered");
    response
}
