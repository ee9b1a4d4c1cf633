//! The app as a browser fetches it.

use std::path::PathBuf;
use std::{fs, process};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::routing::get;
use tower::ServiceExt;

use super::serve::SERVERS_OWN;
use super::{Site, Transport, router, with_headers};

/// A built app in a folder of its own, gone at the end.
struct Built(PathBuf);

impl Built {
    fn new(name: &str) -> Built {
        let folder = std::env::temp_dir().join(format!("noticeboard-web-{name}-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (file, content) in [
            ("index.html", "the page"),
            ("index.html.br", "the page in brotli"),
            ("index.html.gz", "the page in gzip"),
            ("app.0123456789abcdef.js", "the module"),
            ("app_bg.0123456789abcdef.wasm", "the program"),
            ("app_bg.0123456789abcdef.wasm.br", "the program in brotli"),
            ("sw.js", "the worker"),
            ("manifest.webmanifest", "the manifest"),
            (".hidden.js", "an editor's"),
        ] {
            fs::write(folder.join(file), content).unwrap();
        }
        Built(folder)
    }

    fn server(&self) -> Router {
        let api = Router::new().route("/api/v1/doors", get(|| async { "doors" }));
        let site = Site::in_folder(&self.0).unwrap();
        with_headers(api.merge(router(site)), Transport::Plain)
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

async fn asked(
    server: Router,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
) -> (StatusCode, HeaderMap, String) {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = server.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, headers, String::from_utf8(body.to_vec()).unwrap())
}

async fn fetched(server: Router, path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
    asked(server, Method::GET, path, headers).await
}

const PAGE: (&str, &str) = ("accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

#[tokio::test]
async fn the_smallest_form_that_the_browser_takes_is_served() {
    let built = Built::new("forms");
    for (accepted, body, encoding) in [
        ("gzip, br", "the page in brotli", Some("br")),
        ("gzip", "the page in gzip", Some("gzip")),
        ("br;q=0, gzip", "the page in gzip", Some("gzip")),
        ("identity", "the page", None),
    ] {
        let (_, headers, found) = fetched(built.server(), "/", &[("accept-encoding", accepted)]).await;
        assert_eq!(found, body, "{accepted}");
        assert_eq!(headers.get("content-encoding").map(|value| value.to_str().unwrap()), encoding, "{accepted}");
        assert_eq!(headers["vary"], "accept-encoding");
        assert_eq!(headers["content-type"], "text/html; charset=utf-8");
    }
}

#[tokio::test]
async fn a_hashed_file_is_kept_for_good_and_a_plain_one_is_looked_at_each_time() {
    let built = Built::new("kept");
    let (_, program, _) = fetched(built.server(), "/app_bg.0123456789abcdef.wasm", &[("accept-encoding", "br")]).await;
    assert_eq!(program["content-type"], "application/wasm");
    assert!(program["cache-control"].to_str().unwrap().ends_with("immutable"));
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
    ] {
        let (_, headers, _) = fetched(built.server(), path, &[]).await;
        assert_eq!(headers["cache-control"], "no-cache", "{path}");
        assert_eq!(headers["content-type"], kind, "{path}");
    }
}

#[tokio::test]
async fn a_plain_file_that_did_not_change_is_not_sent_again_and_one_that_did_is() {
    let built = Built::new("changed");
    let (_, headers, _) = fetched(built.server(), "/sw.js", &[]).await;
    let tag = headers["etag"].to_str().unwrap().to_owned();
    let again = [("if-none-match", tag.as_str())];
    let (status, headers, body) = fetched(built.server(), "/sw.js", &again).await;
    assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(headers["cache-control"], "no-cache");
    fs::write(built.0.join("sw.js"), "another worker").unwrap();
    assert_eq!(fetched(built.server(), "/sw.js", &again).await.2, "another worker");
}

#[tokio::test]
async fn a_path_of_the_app_that_a_person_opens_is_the_page_and_a_missing_file_is_not() {
    let built = Built::new("paths");
    for path in ["/", "/join", "/rounds/0123/visit", "/lead?door=1"] {
        assert_eq!(fetched(built.server(), path, &[PAGE]).await.2, "the page", "{path}");
    }
    for path in ["/app.fedcba9876543210.js", "/index.html.br", "/../Cargo.toml", "/.hidden.js", "/%2e%2e/Cargo.toml"] {
        let (status, _, body) = fetched(built.server(), path, &[("accept", "*/*")]).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}: {body}");
    }
}

#[tokio::test]
async fn the_page_never_stands_in_for_what_only_the_server_answers() {
    let built = Built::new("own");
    assert_eq!(fetched(built.server(), "/api/v1/doors", &[PAGE]).await.2, "doors");
    for path in ["/api/v1/nothing", "/api"] {
        let (status, headers, _) = fetched(built.server(), path, &[PAGE]).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(headers["content-type"], "application/problem+json", "{path}");
    }
    let (status, _, body) = fetched(built.server(), "/note/nothing.js", &[PAGE]).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(body.contains("There is nothing here."), "{body}");
    assert_eq!(fetched(built.server(), "/notes", &[PAGE]).await.2, "the page");
}

#[tokio::test]
async fn only_reading_is_possible_and_asking_for_the_head_sends_no_body() {
    let built = Built::new("methods");
    let (status, headers, _) = asked(built.server(), Method::POST, "/", &[]).await;
    assert_eq!((status, &headers["allow"]), (StatusCode::METHOD_NOT_ALLOWED, &"GET, HEAD".parse().unwrap()));
    let (status, headers, body) = asked(built.server(), Method::HEAD, "/sw.js", &[]).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, ""));
    assert_eq!(headers["content-length"], "10");
}

#[tokio::test]
async fn where_nothing_answers_a_person_gets_a_page_and_a_program_a_problem() {
    let built = Built::new("nothing");
    for (method, path, status, english, spanish) in [
        (Method::GET, "/missing.js", StatusCode::NOT_FOUND, "There is nothing here.", "Aquí no hay nada."),
        (Method::POST, "/rounds", StatusCode::METHOD_NOT_ALLOWED, "only for reading", "solo para leer"),
    ] {
        let (found, headers, page) = asked(built.server(), method.clone(), path, &[]).await;
        assert_eq!((found, headers["content-type"].to_str().unwrap()), (status, "text/html; charset=utf-8"));
        assert!(page.contains(english) && page.contains(spanish), "{page}");
        let json = [("accept", "application/json")];
        let (found, headers, problem) = asked(built.server(), method, path, &json).await;
        assert_eq!((found, headers["content-type"].to_str().unwrap()), (status, "application/problem+json"));
        assert!(problem.contains("urn:noticeboard:not-found"), "{problem}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_whoever_gives_it() {
    let built = Built::new("headers");
    for path in ["/", "/api/v1/doors", "/api/v1/nothing", "/missing.js"] {
        let (_, headers, _) = fetched(built.server(), path, &[]).await;
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"));
        assert!(!policy.contains("unsafe-inline"), "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
        assert_eq!(headers["cross-origin-opener-policy"], "same-origin", "{path}");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin", "{path}");
        let permissions = headers["permissions-policy"].to_str().unwrap();
        assert!(permissions.contains("screen-wake-lock=(self)") && permissions.contains("camera=(self)"), "{path}");
        assert!(permissions.contains("microphone=()") && permissions.contains("geolocation=()"), "{path}");
        assert!(!headers.contains_key("strict-transport-security"), "{path}");
    }
}

#[tokio::test]
async fn only_a_server_that_speaks_tls_tells_browsers_to_insist_on_it() {
    let server = with_headers(router(Site::absent()), Transport::Tls);
    let (_, headers, _) = fetched(server, "/", &[]).await;
    assert!(headers["strict-transport-security"].to_str().unwrap().starts_with("max-age="));
}

#[tokio::test]
async fn a_server_without_the_app_says_so_in_plain_words() {
    let (status, headers, body) = fetched(router(Site::absent()), "/", &[PAGE]).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(headers["content-type"], "text/html; charset=utf-8");
    assert!(body.contains("built without the app"), "{body}");
}

#[test]
fn a_folder_that_is_no_built_app_is_refused_by_name() {
    let refusal = Site::in_folder("/nowhere/at/all".as_ref()).unwrap_err().to_string();
    assert!(refusal.starts_with("/nowhere/at/all is not a built app"), "{refusal}");
}

#[test]
fn the_service_worker_leaves_to_the_server_exactly_what_is_the_servers_own() {
    let worker = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/sw.js")).unwrap();
    let own = SERVERS_OWN.map(|path| format!("'{path}'")).join(", ");
    let line = format!("const SERVERS_OWN = [{own}];");
    assert!(worker.lines().any(|written| written == line), "public/sw.js does not say {line}");
}
