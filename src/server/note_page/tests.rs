//! The page as a phone fetches it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use domain::language::Language;
use tower::ServiceExt;

use super::{language, router};

const EVERYTHING: [&str; 4] = ["/note", "/note/page.css", "/note/page.js", "/note/card.js"];

async fn fetched(path: &str, compressed: &str) -> (HeaderMap, Vec<u8>) {
    let request = Request::get(path).header("accept-encoding", compressed).header("accept-language", "es-MX,es;q=0.9");
    let app: Router = router();
    let response = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    let headers = response.headers().clone();
    (headers, to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec())
}

#[tokio::test]
async fn nothing_of_the_page_is_kept_indexed_or_told_to_the_next_page() {
    for path in EVERYTHING {
        let (headers, _) = fetched(path, "identity").await;
        assert_eq!(headers["cache-control"], "no-store", "{path}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
        assert!(headers["x-robots-tag"].to_str().unwrap().contains("noindex"), "{path}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    }
}

#[tokio::test]
async fn the_whole_page_is_under_30_kilobytes_even_uncompressed_and_a_third_of_it_as_served() {
    let (mut plain, mut served) = (0, 0);
    for path in EVERYTHING {
        plain += fetched(path, "identity").await.1.len();
        served += fetched(path, "gzip").await.1.len();
    }
    assert!(plain < 30_000, "{plain} bytes");
    assert!(served < 10_000, "{served} bytes");
}

#[tokio::test]
async fn script_and_style_are_of_the_types_that_nosniff_asks_for() {
    assert_eq!(fetched("/note/page.js", "identity").await.0["content-type"], "text/javascript; charset=utf-8");
    assert_eq!(fetched("/note/page.css", "identity").await.0["content-type"], "text/css; charset=utf-8");
}

#[tokio::test]
async fn the_page_speaks_the_browsers_language_and_has_nothing_inline() {
    let page = String::from_utf8(fetched("/note", "identity").await.1).unwrap();
    assert!(page.contains("<html lang=\"es\">"));
    for forbidden in ["style=", "<style", " onclick", "<script>", "{{"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn every_word_on_the_page_is_there_in_both_languages() {
    let page = include_str!("page.html");
    let count = |class: &str| page.matches(&format!("class=\"{class}\"")).count();
    assert_eq!(count("en"), count("es"));
}

#[test]
fn the_first_language_that_is_spoken_here_is_taken() {
    assert_eq!(language("fr-CA, es-419;q=0.8, en;q=0.7"), Language::Es);
    assert_eq!(language("en-US,es"), Language::En);
    assert_eq!(language("zh-Hant"), Language::En);
    assert_eq!(language(""), Language::En);
}
