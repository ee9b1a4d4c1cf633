//! Under which name a request may ask, while the server listens on its own machine only.
//!
//! A page from elsewhere can make its own name lead to this machine and then read what the server answers. Its requests
//! still carry that name, by which they are told apart.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::http::problem::Refused;

/// Answers only what was asked under a name of this machine. The port does not matter, because another program may pass
/// requests on.
pub async fn this_machine(request: Request, next: Next) -> Response {
    let named = request.headers().get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let is_ours = named.chain(request.uri().authority().map(|authority| authority.as_str())).all(names_this_machine);
    if is_ours { next.run(request).await } else { Refused::another_host().into_response() }
}

fn names_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || address.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_always_lead_to_this_machine_are_its_own() {
        for ours in ["localhost", "LocalHost:8484", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8484"] {
            assert!(names_this_machine(ours), "{ours}");
        }
        for other in
            ["", "example.org", "localhost.example.org:8484", "192.168.1.20", "127.0.0.1.example.org", "[::2]:1", "a@b"]
        {
            assert!(!names_this_machine(other), "{other}");
        }
    }
}
