//! Whoever types the address without `https://` is sent on; nothing else is answered without TLS but the health check.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::Server;
use crate::http::health;

/// Sends GET and HEAD on to the same address over HTTPS at `port`, for good (308). What is pushed without TLS is
/// refused, so that a wrong setting is noticed and not healed after the content went over the air.
pub fn router(server: Server, port: u16) -> Router {
    let health = get(health).with_state(server);
    Router::new().route("/healthz", health).fallback(send_on).with_state(port)
}

async fn send_on(State(port): State<u16>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allowed = [(header::ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allowed, "Noticeboard is asked over https only.\n").into_response();
    }
    match there(&request, port) {
        Some(location) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response(),
        None => (StatusCode::BAD_REQUEST, "The request does not say which server it is for.\n").into_response(),
    }
}

/// The same path at the host that was asked for.
fn there(request: &Request, port: u16) -> Option<HeaderValue> {
    let named = request.headers().get(header::HOST)?.to_str().ok()?;
    let authority: Authority = named.parse().ok()?;
    // 443 is what a browser asks when no port is said.
    let port = if port == 443 { String::new() } else { format!(":{port}") };
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    HeaderValue::try_from(format!("https://{}{port}{path}", authority.host())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(host: &str, path: &str, port: u16) -> Option<String> {
        let request = Request::builder().uri(path).header(header::HOST, host).body(axum::body::Body::empty()).unwrap();
        there(&request, port).map(|location| location.to_str().unwrap().to_owned())
    }

    #[test]
    fn the_host_stays_and_the_port_is_the_one_for_https() {
        assert_eq!(sent("noticeboard.example", "/note", 443).unwrap(), "https://noticeboard.example/note");
        assert_eq!(sent("noticeboard.example:80", "/?a=b", 8443).unwrap(), "https://noticeboard.example:8443/?a=b");
        assert_eq!(sent("[::1]:80", "/", 8443).unwrap(), "https://[::1]:8443/");
        assert_eq!(sent("not a host", "/", 443), None);
    }
}
