//! The page that says what is kept where says what the program does: each row is of something that is there, and nothing
//! that is there lacks a row.
//!
//! What fails here is mended in `data/inventory.toml`, with words that a school board can read.

#![expect(clippy::unwrap_used, reason = "a test fails where something is not as it should be")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use device::tablet::Record;
use domain::agreement::Agreement;
use domain::language::Language;
use http::Request;
use http_body_util::BodyExt;
use serde_json::Value;
use server::inventory::{Inventory, Thing, address};
use server::store::Place;
use server::surroundings::{SystemClock, SystemRandom};
use server::web::{Site, Transport};
use server::{Parts, Server, router};
use tempfile::TempDir;
use tower::ServiceExt;
use world::database::Dump;
use world::world::repository;

#[tokio::test]
async fn every_table_and_column_of_a_new_database_has_its_row() {
    let folder = TempDir::new().unwrap();
    let server = open(folder.path()).await;
    let dump = Dump::of(&folder.path().join("noticeboard.sqlite3")).await;
    let columns = |(name, table): (&String, &world::database::Table)| named(name, table.columns.clone());
    same("tables and columns", dump.tables.iter().flat_map(columns), fields(&Inventory::shipped().tables));
    server.store.shut().await;
}

#[tokio::test]
async fn every_file_of_the_data_folder_has_its_row() {
    let folder = TempDir::new().unwrap();
    let server = open(folder.path()).await;
    world::agreed::agrees(&server.store, &Agreement::default().with_k(12), server.now().day()).await;
    let files: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    let found = files.into_iter().map(|name| name.into_string().unwrap());
    same("files", found, names(&Inventory::shipped().files));
    server.store.shut().await;
}

#[test]
fn every_message_and_field_between_tablet_and_server_has_its_row() {
    let document = serde_json::to_value(server::http::document()).unwrap();
    let (mut messages, mut values) = (Vec::new(), Vec::new());
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        match fields_of(schema) {
            none if none.is_empty() => values.push(name.clone()),
            fields => messages.extend(named(name, fields)),
        }
    }
    let inventory = Inventory::shipped();
    same("messages and fields", messages, fields(&inventory.messages));
    same("kinds of values", values, inventory.values.rows.iter().map(|[name, ..]| name.clone()));
}

#[test]
fn every_kind_of_record_on_a_tablet_has_its_row() {
    // Whatever reads a record lists the kinds it knows when it meets another.
    let refusal = serde_json::from_str::<Record>("\"nothing like it\"").unwrap_err().to_string();
    let kinds = refusal.split('`').skip(3).step_by(2).map(str::to_owned);
    same("records", kinds, names(&Inventory::shipped().records));
}

#[test]
fn everything_that_a_browser_remembers_has_its_row() {
    let browsers = &Inventory::shipped().browsers;
    let at = |place: &str| -> BTreeSet<String> {
        let there = browsers.iter().filter(|thing| thing.place.as_deref() == Some(place));
        there.map(|thing| thing.name.clone()).collect()
    };
    // The app names its stores in one file, and forms where they are filled in; scripts of the server name theirs.
    let constants = written("src/app/browser/remembered.rs", "const ");
    let scripts = ["public/boot.js", "src/server/note_page/page.js", "src/server/office/office.js"];
    let in_scripts = scripts.iter().flat_map(|path| written(path, "localStorage."));
    same("localStorage", constants.into_iter().chain(in_scripts), at("localStorage"));
    let forms =
        ["src/app/screens/plan/mod.rs", "src/app/screens/finish/ended.rs", "src/app/screens/hallway/minutes.rs"];
    let in_forms = forms.iter().flat_map(|path| written(path, ""));
    same("sessionStorage", in_forms.map(|name| name.replace("{}", "…").replace("{visit}", "…")), at("sessionStorage"));
    for (path, text) in sources(&repository().join("src/app")) {
        let own = path.ends_with("browser/remembered.rs");
        assert!(own || !(text.contains("local_storage()") || text.contains("session_storage()")), "{path} stores");
        let fills_in = text.contains("remembered::set_form(") && !forms.iter().any(|form| path.ends_with(form));
        assert!(!fills_in, "{path} keeps a form that this test does not know");
    }
    let on_phones = fs::read_to_string(repository().join("src/server/note_page/store.js")).unwrap();
    let on_phones = on_phones.split("const NAME = '").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
    assert!(at("IndexedDB").contains(on_phones), "{on_phones} has no row");
    let office = written("src/server/office/mod.rs", "const ");
    let session = protocol::session_cookie(&domain::ids::SessionId::from_bytes([7; 16]));
    let session = session.replace(&"07".repeat(16), "…");
    same("cookies", office.into_iter().chain([session]), at("cookie"));
}

#[tokio::test(flavor = "current_thread")]
async fn every_part_of_a_log_line_has_its_row() {
    let log = world::log::listen();
    let folder = TempDir::new().unwrap();
    let server = open(folder.path()).await;
    ask(&server, "/api/v1/doors").await;
    server.store.shut().await;
    // A server that cannot reach its database says why.
    ask(&server, "/healthz").await;
    let lines: Vec<Value> = log.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ours = lines.iter().filter(|line| line["target"].as_str().unwrap().starts_with("server::http"));
    let mut parts = BTreeSet::new();
    for line in ours {
        let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        parts.extend(keys(line).into_iter().filter(|key| key != "fields"));
        parts.extend(keys(&line["fields"]));
    }
    let rows = Inventory::shipped().log.fields.iter().map(|[name, ..]| name.clone());
    same("parts of a log line", parts, rows);
}

#[test]
fn the_days_on_the_page_are_those_that_the_program_keeps_to() {
    let days = [
        ("summaries", domain::agreement::DAYS_SUMMARIES_STAY),
        ("note", Agreement::default().note_days),
        ("note_id", domain::expiry::DAYS_GONE_NOTES_ARE_KNOWN),
        ("looks", domain::access_log::DAYS_LOOKS_STAY),
        ("leader", domain::sign_in::LEADER_DAYS),
        ("staff", domain::sign_in::STAFF_DAYS),
        ("evidence", device::sync::DAYS_EVIDENCE_STAYS),
        ("misuse", domain::agreement::DAYS_REPORTS_OF_MISUSE_STAY),
        ("acknowledged", device::sync::DAYS_ACKNOWLEDGED_STAY),
    ];
    let program = days.map(|(name, days)| format!("{name} = {days}"));
    same("days", program, Inventory::shipped().days.iter().map(|(name, days)| format!("{name} = {days}")));
    // Sentences that say these in words, and for whoever administers a day after the first.
    assert_eq!(domain::sign_in::SIGN_IN_LASTS, 10 * 60 * 1000);
    assert_eq!((domain::sign_in::SIGN_IN_TRIES, domain::sign_in::ADMINISTRATOR_DAYS), (5, 1));
}

#[test]
fn every_row_says_for_how_long_and_who_reads_it_in_words_that_are_there() {
    let inventory = Inventory::shipped();
    let kept = [&inventory.tables, &inventory.files, &inventory.records, &inventory.browsers].into_iter().flatten();
    let kept: Vec<&Thing> = kept.chain([&inventory.log]).collect();
    let long = kept.iter().map(|thing| thing.kept.clone().unwrap_or_else(|| format!("{} says nothing", thing.name)));
    same("how long", long, inventory.kept.keys().cloned());
    let read = kept.iter().filter_map(|thing| thing.readers.clone());
    same("who reads", read.chain(["tablet".to_owned()]), inventory.readers.keys().cloned());
}

/// The tables whose rows have a last day.
const EXPIRING: [&str; 9] =
    ["urns", "reports", "contexts", "notes", "letters", "sessions", "invitations", "looks", "misuse_reports"];

#[test]
fn the_docs_say_of_everything_that_expires_what_the_page_says() {
    let (inventory, docs) = (Inventory::shipped(), fs::read_to_string(repository().join("docs/expiry.md")).unwrap());
    for table in inventory.tables.iter().filter(|table| EXPIRING.contains(&table.name.as_str())) {
        let [english, _] = &inventory.kept[table.kept.as_ref().unwrap()];
        let with_days = inventory
            .days
            .iter()
            .fold(english.clone(), |text, (name, days)| text.replace(&format!("{{{name}}}"), &days.to_string()));
        let line = format!("| `{}` | {with_days} |", table.name);
        assert!(docs.contains(&line), "docs/expiry.md lacks the line\n{line}");
    }
    let rows = docs.lines().filter(|line| line.starts_with("| `") && !line.contains("pg_dump"));
    assert_eq!(rows.count(), EXPIRING.len(), "a row of a table that does not expire");
}

#[test]
fn the_line_for_cron_writes_every_table_anew_that_the_docs_name() {
    let docs = fs::read_to_string(repository().join("docs/expiry.md")).unwrap();
    let tables = |after: &str, end: char| {
        let rest = docs.split(after).nth(1).unwrap_or_else(|| panic!("{after}"));
        let mut tables: Vec<&str> = rest.split(end).next().unwrap().split(", ").collect();
        tables.sort_unstable();
        tables
    };
    let mut expiring: Vec<&str> = EXPIRING.to_vec();
    expiring.sort_unstable();
    assert_eq!(tables("`VACUUM FULL ", '`'), expiring);
    assert_eq!(tables("'VACUUM FULL ", '\''), expiring);
}

#[tokio::test]
async fn the_page_is_for_anyone_in_both_languages_and_needs_no_script() {
    let folder = TempDir::new().unwrap();
    let server = open(folder.path()).await;
    for (language, title) in [(Language::En, "What is kept where"), (Language::Es, "Qué se guarda y dónde")] {
        let page = ask(&server, &address(language)).await;
        assert!(page.contains(&format!("<html lang=\"{}\">", language.code())) && page.contains(title), "{page}");
        assert!(page.contains("secret_hash") && page.contains("noticeboard-people"), "{page}");
        assert!(!page.contains("<script") && !page.contains('{'), "{page}");
    }
    server.store.shut().await;
}

/// A server over a new SQLite file in `folder`.
async fn open(folder: &Path) -> Server {
    let (clock, random) = (Arc::new(SystemClock), Arc::new(SystemRandom));
    let (place, site, transport) = (Place::in_folder(folder), Site::absent(), Transport::Plain);
    Server::open(Parts { place, clock, random, site, transport }).await.unwrap()
}

/// What the server answers at a path.
async fn ask(server: &Server, path: &str) -> String {
    let asked = Request::get(path).body(Body::empty()).unwrap();
    let answered = router(server.clone()).oneshot(asked).await.unwrap();
    String::from_utf8(answered.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

/// Fails with all that is on one side only.
fn same(what: &str, program: impl IntoIterator<Item = String>, rows: impl IntoIterator<Item = String>) {
    let (program, rows) = (program.into_iter().collect::<BTreeSet<_>>(), rows.into_iter().collect::<BTreeSet<_>>());
    let lacking: Vec<&String> = program.difference(&rows).collect();
    let idle: Vec<&String> = rows.difference(&program).collect();
    assert!(lacking.is_empty() && idle.is_empty(), "{what} without a row: {lacking:#?}, rows of nothing: {idle:#?}");
}

/// `thing.field` for each field of each row.
fn fields(things: &[Thing]) -> Vec<String> {
    things.iter().flat_map(|thing| named(&thing.name, thing.fields.iter().map(|[name, ..]| name.clone()))).collect()
}

fn named(name: &str, fields: impl IntoIterator<Item = String>) -> Vec<String> {
    fields.into_iter().map(|field| format!("{name}.{field}")).collect()
}

fn names(things: &[Thing]) -> impl Iterator<Item = String> {
    things.iter().map(|thing| thing.name.clone())
}

/// The fields of a message, and of each form that it can have.
fn fields_of(schema: &Value) -> Vec<String> {
    let own = schema["properties"].as_object().into_iter().flat_map(|fields| fields.keys().cloned());
    let forms = ["oneOf", "anyOf", "allOf"].iter().filter_map(|of| schema[*of].as_array());
    own.chain(forms.flatten().flat_map(fields_of)).collect()
}

/// Names that begin with `noticeboard-` in the lines of a file that hold `mark`.
fn written(path: &str, mark: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join(path)).unwrap();
    let lines = text.lines().filter(|line| line.contains(mark) && !line.trim_start().starts_with("//"));
    let quoted = lines.flat_map(|line| line.split(['"', '\'']).skip(1).step_by(2));
    quoted.filter(|text| text.starts_with("noticeboard-")).map(str::to_owned).collect()
}

/// Path and text of every Rust file below a folder.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| match path.is_dir() {
        true => sources(&path),
        false if path.extension().is_some_and(|ending| ending == "rs") => {
            vec![(path.display().to_string(), fs::read_to_string(&path).unwrap())]
        }
        false => Vec::new(),
    };
    entries.flat_map(read).collect()
}
