//! Every path and method that the router answers, read off the router itself.

use std::collections::BTreeSet;

use axum::http::Method;

use crate::world::World;

/// Methods that a page or a program may ask with. HEAD is GET without its body.
const METHODS: [Method; 5] = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];

/// Every path with each method that is answered there.
pub async fn of(world: &World) -> Vec<(Method, String)> {
    let mut routes = Vec::new();
    let paths = paths(world);
    for known in ["/office", protocol::path::PUSH, "/healthz", "/note", "/inventory"] {
        assert!(paths.contains(known), "the router does not say its paths any more: {paths:?}");
    }
    for path in paths {
        for method in METHODS {
            let nowhere = path.split('/').map(|part| if part.contains('{') { "0" } else { part });
            let asked = world.asks(method.clone(), &nowhere.collect::<Vec<_>>().join("/"), None, None).await;
            if asked.status != 405 {
                routes.push((method, path.clone()));
            }
        }
    }
    routes
}

/// The paths that a router has, which it writes when it is asked to describe itself. What no path is for is answered with
/// a file of the app, which is the same for everyone.
fn paths(world: &World) -> BTreeSet<String> {
    let described = format!("{:?}", world.router());
    let (described, _) = described.split_once("fallback_router").expect("the router has a fallback");
    described.split('"').skip(1).step_by(2).filter(|text| text.starts_with('/')).map(str::to_owned).collect()
}
