//! The page as a phone fetches it.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use domain::language::Language;
use tower::ServiceExt;

use super::{language, router};
use crate::store::Place;
use crate::surroundings::{SystemClock, SystemRandom};
use crate::web::{Site, Transport};
use crate::{Parts, Server};

const EVERYTHING: [&str; 11] = [
    "/note",
    "/note/page.css",
    "/note/page.js",
    "/note/ask.js",
    "/note/card.js",
    "/note/context.js",
    "/note/door.js",
    "/note/hpke.js",
    "/note/note.js",
    "/note/store.js",
    "/note/visits.js",
];

/// A server over a new SQLite file.
async fn server(name: &str) -> Server {
    let folder = std::env::temp_dir().join(format!("noticeboard-note-page-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let (clock, random) = (Arc::new(SystemClock), Arc::new(SystemRandom));
    let place = Place::in_folder(&folder);
    Server::open(Parts { place, clock, random, site: Site::absent(), transport: Transport::Plain }).await.unwrap()
}

async fn fetched(server: &Server, path: &str, compressed: &str) -> (HeaderMap, Vec<u8>) {
    let request = Request::get(path).header("accept-encoding", compressed).header("accept-language", "es-MX,es;q=0.9");
    let response = router().with_state(server.clone()).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    let headers = response.headers().clone();
    (headers, to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec())
}

#[tokio::test]
async fn nothing_of_the_page_is_kept_indexed_or_told_to_the_next_page() {
    let server = server("private").await;
    for path in EVERYTHING {
        let (headers, _) = fetched(&server, path, "identity").await;
        assert_eq!(headers["cache-control"], "no-store", "{path}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
        assert!(headers["x-robots-tag"].to_str().unwrap().contains("noindex"), "{path}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    }
}

#[tokio::test]
async fn the_whole_page_with_script_and_style_is_well_under_its_30_kilobytes_as_served() {
    let server = server("size").await;
    let (mut plain, mut served) = (0, 0);
    for path in EVERYTHING {
        let bytes = fetched(&server, path, "gzip").await.1.len();
        println!("{path}: {bytes} bytes as served");
        plain += fetched(&server, path, "identity").await.1.len();
        served += bytes;
    }
    println!("the note page: {served} bytes as served, {plain} uncompressed");
    assert!(served < 25_000, "{served} bytes");
}

#[tokio::test]
async fn script_and_style_are_of_the_types_that_nosniff_asks_for() {
    let server = server("types").await;
    for script in EVERYTHING.into_iter().filter(|path| path.ends_with(".js")) {
        assert_eq!(fetched(&server, script, "identity").await.0["content-type"], "text/javascript; charset=utf-8");
    }
    assert_eq!(fetched(&server, "/note/page.css", "identity").await.0["content-type"], "text/css; charset=utf-8");
}

#[tokio::test]
async fn the_page_speaks_the_browsers_language_and_has_nothing_inline() {
    let server = server("language").await;
    let page = String::from_utf8(fetched(&server, "/note", "identity").await.1).unwrap();
    assert!(page.contains("<html lang=\"es\">"));
    for forbidden in ["style=", "<style", " onclick", "<script>", "{{"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[tokio::test]
async fn the_page_says_what_the_agreement_in_force_says() {
    let server = server("agreement").await;
    for (k, others) in [(10, "at least 9 others"), (16, "at least 15 others")] {
        let agreement = domain::agreement::Agreement::default().with_k(k).with(domain::agreement::Term::NoteDays(45));
        server.store.draft_agreement(&agreement, server.now().day()).await.unwrap();
        let draft = server.store.agreement_draft().await.unwrap().unwrap();
        server.store.sign_agreement(&draft.mark(), server.now().day()).await.unwrap();
        let page = String::from_utf8(fetched(&server, "/note", "identity").await.1).unwrap();
        assert!(page.contains(others) && page.contains("for 45 days") && page.contains(&format!("at least {k} cards")));
        // So does what is said where a note is not there any more.
        assert!(page.contains("or 45 days after the last day of the visits"));
        assert!(page.contains("o 45 días después del último día de las visitas") && !page.contains("meses"));
    }
}

#[tokio::test]
async fn whoever_has_only_a_card_is_led_to_the_agreement_and_to_the_form_for_misuse() {
    let server = server("ways").await;
    let page = String::from_utf8(fetched(&server, "/note", "identity").await.1).unwrap();
    let told = page.split("What happens with this visit?").nth(1).unwrap().split("</details>").next().unwrap();
    for language in ["en", "es"] {
        for path in [crate::agreement_page::AGREEMENT, crate::agreement_page::REPORT] {
            // In another tab: the note is on this one, and its code in no address to come back by.
            let link = format!("<a href=\"{path}?language={language}\" target=\"_blank\">");
            assert!(told.contains(&link), "{link}: {told}");
        }
    }
}

#[test]
fn the_key_of_a_door_is_thrown_away_only_after_a_question() {
    let (page, script) = (include_str!("page.html"), include_str!("door.js"));
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}"));
    let asked = [place("id=\"remove-door\""), place("id=\"confirm-door\""), place("id=\"remove-door-for-good\"")];
    assert!(asked.is_sorted() && page[asked[1]..asked[2]].contains("¿Desechar"), "{asked:?}");
    let (before, after) = script.split_once("forget('doors')").unwrap();
    assert!(!after.contains("forget('doors')"));
    let listens = before.rfind("addEventListener").unwrap();
    assert!(before[..listens].ends_with("element('remove-door-for-good')."), "{before}");
}

#[tokio::test]
async fn a_server_that_cannot_read_its_agreement_claims_nothing_about_it() {
    let server = server("down").await;
    server.store.shut().await;
    let request = Request::get("/note").body(Body::empty()).unwrap();
    let response = router().with_state(server).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    let page = String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap();
    assert!(page.contains("Your card still works") && page.contains("Su tarjeta sigue sirviendo"));
}

#[test]
fn every_word_on_the_page_is_there_in_both_languages() {
    let page = super::terms::filled(include_str!("page.html"), Language::En, &domain::agreement::Agreement::default());
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
