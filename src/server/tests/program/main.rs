//! The program as someone starts it: what it prints, how it stops, and what it says when it cannot start.
#![expect(clippy::unwrap_used, reason = "a test may fail anywhere")]

mod backing_up;
mod https;
mod running;
mod upgrading;

use std::fs;
use std::net::TcpListener;
use std::process::{Command, Output};

use protocol::path;
use serde_json::Value;

use self::running::{Folder, ask, ask_as, ask_from, assert_stopped, program, started, stopped};

#[test]
fn it_says_where_it_is_answers_and_stops_cleanly_when_told() {
    let folder = Folder::new("stops");
    let (child, address) = started(&folder.data());
    assert!(address.starts_with("127.0.0.1:"), "{address}");
    let health = ask(&address, "GET", "/healthz", "");
    assert!(health.starts_with("HTTP/1.1 200") && health.ends_with(r#"{"status":"ok"}"#), "{health}");
    let doors = ask(&address, "GET", path::DOORS, "");
    assert!(doors.contains(r#"{"district":null,"doors":[]"#), "{doors}");

    let log = stopped(child);
    let mut left: Vec<String> =
        fs::read_dir(folder.data()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert!(left.iter().all(|file| !file.ends_with("-wal") && !file.ends_with("-shm")), "{left:?}");
    assert!(log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{log}");
}

// Only Linux lets a program speak from any address that begins with 127.
#[cfg(target_os = "linux")]
#[test]
fn an_address_that_guesses_codes_keeps_no_other_out_and_stands_nowhere_in_the_log() {
    let folder = Folder::new("guesses");
    let (child, address) = started(&folder.data());
    let code = domain::sign_in::SignInCode::from_random([9; 5]).code();
    let guess = format!(r#"{{"code":"{code}","device":"iPad 3"}}"#);
    let guesses = |own: &str| ask_from(own, &address, "POST", path::SIGN_IN, &guess);
    for _ in 0..30 {
        assert!(guesses("127.0.0.7").contains("urn:noticeboard:code-unknown"));
    }
    // Thirty guesses take far less than a minute; where one ends in between, the noisy one begins a new count.
    assert!((0..31).any(|_| guesses("127.0.0.7").contains("urn:noticeboard:too-many")));
    assert!(guesses("127.0.0.8").contains("urn:noticeboard:code-unknown"));
    let log = stopped(child);
    assert!(!log.contains("127.0.0.7") && !log.contains("127.0.0.8"), "{log}");
}

#[tokio::test]
async fn a_line_of_the_log_has_a_pattern_a_status_and_milliseconds_and_no_id() {
    let folder = Folder::new("log");
    running::sample(&folder.data()).await;

    let (child, address) = started(&folder.data());
    let id = "0123456789abcdef".repeat(2);
    let item = format!(r#"{{"items":[{{"kind":"note","id":"{id}","revision":1,"body":"{id}"}}]}}"#);
    let asked = [
        ("POST", path::PUSH, path::PUSH.to_owned(), item.as_str(), 200),
        ("GET", path::NOTE, path::NOTE.replace("{note}", &id), "", 404),
        ("GET", path::TOKENS, path::TOKENS.replace("{round}", &id), "", 404),
        ("POST", path::CLOSE, path::CLOSE.replace("{round}", &id), r#"{"without_unsent":false}"#, 404),
        ("GET", "/api/{*rest}", format!("/api/{id}"), "", 404),
        ("GET", "a file of the app", format!("/{id}"), "", 404),
    ];
    for (method, _, path, body, status) in &asked {
        let answer = ask(&address, method, path, body);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {answer}");
    }
    let log = stopped(child);

    assert!(!log.contains(&id), "{log}");
    assert!(!log.contains(&address), "{log}");
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let answered: Vec<&Value> =
        lines.iter().map(|line| &line["fields"]).filter(|line| line["message"] == "answered").collect();
    assert_eq!(answered.len(), asked.len());
    for (line, (method, pattern, _, _, status)) in answered.iter().zip(&asked) {
        assert_eq!((line["method"].as_str(), line["path"].as_str()), (Some(*method), Some(*pattern)));
        assert_eq!(line["status"].as_u64(), Some(*status));
        assert_eq!(line.as_object().unwrap().len(), 5, "message, method, path, status and milliseconds: {line}");
        assert!(line["milliseconds"].is_u64());
    }
}

#[test]
fn a_taken_port_is_said_and_named() {
    let folder = Folder::new("port");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = program(&["serve", "--port", &port], &folder.data()).output().unwrap();
    assert_stopped(&output, &format!("127.0.0.1:{port} cannot be used"));
    assert!(!folder.data().exists(), "nothing was begun");
}

#[test]
fn a_data_folder_that_cannot_be_written_is_said_and_named() {
    let folder = Folder::new("unwritable");
    fs::write(folder.data(), "a file where a folder should be").unwrap();
    let output = program(&["serve", "--port", "0"], &folder.data()).output().unwrap();
    assert_stopped(&output, &format!("the data folder {} cannot be written", folder.data().display()));
}

#[test]
fn a_database_that_is_none_is_said_and_left_alone() {
    let folder = Folder::new("unreadable");
    fs::create_dir_all(folder.data()).unwrap();
    let file = folder.data().join("noticeboard.sqlite3");
    let text = "This is a letter and no database. ".repeat(200);
    fs::write(&file, &text).unwrap();
    let output = program(&["serve", "--port", "0"], &folder.data()).output().unwrap();
    assert_stopped(&output, &format!("{} cannot be opened", file.display()));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_postgres_that_does_not_answer_is_said_without_its_password() {
    let folder = Folder::new("postgres");
    let mut command = program(&["serve", "--port", "0"], &folder.data());
    let output = command.env("DATABASE_URL", "postgres://someone:secret@127.0.0.1:1/noticeboard").output().unwrap();
    assert_stopped(&output, "the PostgreSQL database of DATABASE_URL cannot be opened");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("secret"));
}

#[test]
fn an_address_that_others_can_reach_is_refused_without_https_and_for_the_sample() {
    let folder = Folder::new("host");
    let open = ["serve", "--port", "0", "--host", "0.0.0.0"];
    let output = program(&open, &folder.data()).output().unwrap();
    assert_stopped(&output, "beyond this machine Noticeboard listens over HTTPS only");
    assert!(!folder.data().exists(), "nothing was begun");

    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(running::sample(&folder.data()));
    let output = program(&[&open[..], &["--behind-proxy"]].concat(), &folder.data()).output().unwrap();
    assert_stopped(&output, "the sample listens on this machine only");
}

#[test]
fn a_dry_run_of_an_import_makes_neither_a_data_folder_nor_a_database() {
    let folder = Folder::new("dry");
    let export = folder.0.join("export");
    fs::create_dir_all(&export).unwrap();
    fs::write(
        export.join("orgs.csv"),
        "sourcedId,name,type,parentSourcedId\nd,Rivermoor,district,\na,Alder,school,d\n",
    )
    .unwrap();
    fs::write(export.join("classes.csv"), "sourcedId,title,grades,location,schoolSourcedId\nc,Third,03,Room 1,a\n")
        .unwrap();
    let looks = || program(&["import", "roster", export.to_str().unwrap(), "--dry-run"], &folder.data());
    let output = looks().output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Roster of Rivermoor: 1 room in 1 school."));
    assert!(!folder.data().exists());

    // A folder that is there, without a database in it, stays as it is too.
    fs::create_dir_all(folder.data()).unwrap();
    assert!(looks().output().unwrap().status.success());
    assert_eq!(fs::read_dir(folder.data()).unwrap().count(), 0);
}

#[test]
fn a_page_that_makes_its_own_name_lead_here_is_not_answered() {
    let folder = Folder::new("names");
    let (child, address) = started(&folder.data());
    let port = address.rsplit_once(':').unwrap().1;
    for name in ["localhost", "127.0.0.1:80", &format!("localhost:{port}"), "[::1]"] {
        let answer = ask_as(name, &address, "GET", "/healthz", "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{name}: {answer}");
    }
    for name in ["noticeboard.example.org", &format!("evil.example.org:{port}"), "127.0.0.1.example.org"] {
        for path in [path::DOORS, "/", "/note", "/healthz"] {
            let answer = ask_as(name, &address, "GET", path, "");
            assert!(answer.starts_with("HTTP/1.1 421"), "{name}: {answer}");
            assert!(answer.contains("urn:noticeboard:another-host") && answer.contains("nosniff"), "{answer}");
        }
    }
    stopped(child);
}

#[test]
fn a_note_is_not_posted_to_and_says_so_to_a_person() {
    let folder = Folder::new("posted");
    let (child, address) = started(&folder.data());
    let answer = ask(&address, "POST", "/note", "");
    assert!(answer.starts_with("HTTP/1.1 405") && answer.contains("Esta dirección es solo para leer."), "{answer}");
    stopped(child);
}

#[test]
fn the_document_is_printed_the_same_each_time() {
    let document = || Command::new(env!("CARGO_BIN_EXE_noticeboard")).arg("openapi").output().unwrap().stdout;
    let text = String::from_utf8(document()).unwrap();
    assert_eq!(text.as_bytes(), document());
    let parsed: Value = serde_json::from_str(&text).unwrap();
    for schema in ["Push", "Pulled", "Problem", "Plan", "Debrief", "Summary", "SealedNote", "Release", "Roster"] {
        assert!(parsed["components"]["schemas"][schema].is_object(), "{schema}");
    }
    assert_eq!(parsed["openapi"].as_str().map(|version| &version[..2]), Some("3."));
}

#[test]
fn a_roster_is_looked_at_imported_and_asked_about_again_from_the_command_line() {
    let folder = Folder::new("roster");
    let (sheet, patterns) = (folder.0.join("rooms.csv"), folder.0.join("patterns.csv"));
    fs::write(&sheet, "School,Room,Program\nAlder,1,newcomer\nAlder,2,\nAlder,3,\n").unwrap();
    fs::write(&patterns, "tag,words\nELD,newcomer\n").unwrap();
    let import = |more: &[&str]| {
        let paths = [sheet.to_str().unwrap(), "--patterns", patterns.to_str().unwrap()];
        program(&[&["import", "roster"], &paths[..], more].concat(), &folder.data()).output().unwrap()
    };
    let said = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();

    assert_stopped(&import(&[]), "Give its name, on the command line by --district.");
    let dry = said(&import(&["--district", "Rivermoor", "--dry-run"]));
    assert!(dry.contains("Dry run: nothing was changed.") && !dry.contains("fault"), "{dry}");
    let imported = said(&import(&["--district", "Rivermoor"]));
    assert!(imported.starts_with("Roster of Rivermoor: 3 rooms in 1 school.\nImported:\n"), "{imported}");

    fs::write(&sheet, "School,Room\nAlder,1\n").unwrap();
    assert_stopped(&import(&[]), "this roster would retire 2 of the 3 rooms in use");
    let retired = said(&import(&["--retire-many"]));
    assert!(retired.contains("2 rooms made inactive\n    Alder: 2, 3\n"), "{retired}");
    fs::remove_file(&patterns).unwrap();
    assert_stopped(&import(&[]), "patterns.csv cannot be read");
}
