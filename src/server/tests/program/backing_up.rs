//! A backup taken and put back as an administrator does it, while tablets write and when files are not what they seem.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use domain::ids::hex;
use domain::language::Language;
use domain::note::{Card, Note, seal};
use domain::text::Passage;
use domain::time::Day;
use protocol::path;
use server::surroundings::{Clock, SystemClock};
use sha2::{Digest, Sha256};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use crate::running::{Folder, ask, assert_stopped, program, sample, started, stopped};

/// The backup of a test.
fn file(folder: &Folder) -> PathBuf {
    folder.0.join("monday.backup")
}

fn backs_up(folder: &Folder) -> Output {
    program(&["backup", file(folder).to_str().unwrap()], &folder.data()).output().unwrap()
}

fn restores(folder: &Folder, data: &Path) -> Output {
    program(&["restore", file(folder).to_str().unwrap()], data).output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Hands over the note of a card and gives its id.
fn pushes(address: &str, number: u16) -> String {
    let [high, low] = number.to_be_bytes();
    let card = Card::from_random([high, low, 0, 0, 0, 0, 0, 0, 0, 1]);
    let words = |text| Passage::parse(text).unwrap();
    let noticed = words("They asked one another.");
    let note = Note {
        noticed,
        wondered: words("What if?"),
        visited: Day::parse("2026-10-02").unwrap(),
        minutes: 10,
        language: Language::En,
        round: None,
    };
    let note = seal(&note, &card, SystemClock.now().day().plus(60), [1; 12], 1);
    let body = serde_json::to_string(&serde_json::to_string(&note).unwrap()).unwrap();
    let item = format!(r#"{{"items":[{{"kind":"note","id":"{}","revision":1,"body":{body}}}]}}"#, note.id);
    let answer = ask(address, "POST", path::PUSH, &item);
    assert!(answer.contains("\"received\""), "{answer}");
    note.id.to_string()
}

async fn open(data: &Path) -> sqlx::SqliteConnection {
    SqliteConnectOptions::new().filename(data.join("noticeboard.sqlite3")).connect().await.unwrap()
}

async fn notes(data: &Path) -> BTreeSet<String> {
    let mut connection = open(data).await;
    let ids: Vec<String> = sqlx::query_scalar("SELECT note_id FROM notes").fetch_all(&mut connection).await.unwrap();
    ids.into_iter().collect()
}

/// How many rows each table has.
async fn counts(data: &Path) -> BTreeMap<String, i64> {
    let mut connection = open(data).await;
    let names = sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table'");
    let names: Vec<String> = names.fetch_all(&mut connection).await.unwrap();
    let mut counts = BTreeMap::new();
    for name in names {
        let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM \"{name}\""));
        counts.insert(name, sqlx::query_scalar(count).fetch_one(&mut connection).await.unwrap());
    }
    connection.close().await.unwrap();
    counts
}

/// Every file below a folder with its content, but for the empty one that is locked.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if entry.is_dir() {
            found.extend(files(&entry));
        } else if !entry.ends_with("in-use") {
            found.insert(entry.clone(), fs::read(entry).unwrap());
        }
    }
    found
}

#[tokio::test]
async fn a_backup_taken_while_tablets_write_holds_everything_acknowledged_before_it() {
    let folder = Folder::new("under-load");
    sample(&folder.data()).await;
    let (child, address) = started(&folder.data());
    let acknowledged = Mutex::new(BTreeSet::new());
    let stop = AtomicBool::new(false);
    let before = std::thread::scope(|scope| {
        for writer in 0..3_u16 {
            let (address, acknowledged, stop) = (&address, &acknowledged, &stop);
            scope.spawn(move || {
                for number in (writer * 10_000).. {
                    let id = pushes(address, number);
                    acknowledged.lock().unwrap().insert(id);
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
        let begun = Instant::now();
        while acknowledged.lock().unwrap().len() < 30 && begun.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(5));
        }
        let before = acknowledged.lock().unwrap().clone();
        let printed = said(&backs_up(&folder));
        stop.store(true, Ordering::Relaxed);
        assert!(printed.starts_with("Backed up ") && printed.contains("monday.backup"), "{printed}");
        before
    });
    stopped(child);
    let all = acknowledged.into_inner().unwrap();
    assert_eq!(notes(&folder.data()).await, all);

    let elsewhere = folder.0.join("new-machine");
    let printed = said(&restores(&folder, &elsewhere));
    assert!(printed.starts_with("Restored the backup of "), "{printed}");
    assert!(!printed.contains("before-restore"), "there was nothing before: {printed}");
    let restored = notes(&elsewhere).await;
    assert!(before.is_subset(&restored) && restored.is_subset(&all), "{} {}", before.len(), restored.len());
    assert!(restored.len() < all.len(), "the writers were still at it");
    let (child, address) = started(&elsewhere);
    assert!(ask(&address, "GET", "/healthz", "").contains("ok"));
    stopped(child);
    assert_eq!(notes(&elsewhere).await, restored);
}

#[tokio::test]
async fn what_is_restored_is_what_was_backed_up_and_the_former_database_stays() {
    let folder = Folder::new("restored");
    sample(&folder.data()).await;
    let (child, address) = started(&folder.data());
    (0..5).for_each(|number| _ = pushes(&address, number));
    let epoch = epoch(&address);
    let backed_up = counts(&folder.data()).await;
    said(&backs_up(&folder));
    (5..8).for_each(|number| _ = pushes(&address, number));
    stopped(child);
    let former = fs::read(folder.data().join("noticeboard.sqlite3")).unwrap();

    let printed = said(&restores(&folder, &folder.data()));
    assert!(printed.contains("before-restore-1"), "{printed}");
    assert_eq!(fs::read(folder.data().join("before-restore-1/noticeboard.sqlite3")).unwrap(), former);
    let mut expected = backed_up.clone();
    // The new epoch, and the number that names it.
    *expected.get_mut("epochs").unwrap() += 1;
    *expected.get_mut("marks").unwrap() += 1;
    assert_eq!(counts(&folder.data()).await, expected);

    let (child, address) = started(&folder.data());
    assert_ne!(self::epoch(&address), epoch, "tablets offer again what they hold");
    stopped(child);
    let printed = said(&restores(&folder, &folder.data()));
    assert!(printed.contains("before-restore-2"), "{printed}");
}

/// The epoch that a tablet is told.
fn epoch(address: &str) -> String {
    let answer = ask(address, "POST", path::PULL, r#"{"cursor":null,"reached":null}"#);
    let (_, rest) = answer.split_once("\"epoch\":\"").unwrap_or_else(|| panic!("{answer}"));
    rest[..16].to_owned()
}

#[tokio::test]
async fn a_running_server_is_never_restored_under() {
    let folder = Folder::new("busy");
    sample(&folder.data()).await;
    said(&backs_up(&folder));
    let (child, address) = started(&folder.data());
    assert_stopped(&restores(&folder, &folder.data()), "a server is using the data folder");
    pushes(&address, 1);
    stopped(child);
    assert_eq!(notes(&folder.data()).await.len(), 1);
    said(&restores(&folder, &folder.data()));
}

#[tokio::test]
async fn a_file_that_is_no_whole_backup_is_refused_in_clear_words_and_nothing_changes() {
    let folder = Folder::new("refused");
    sample(&folder.data()).await;
    said(&backs_up(&folder));
    let good = fs::read(file(&folder)).unwrap();
    let before = files(&folder.data());
    let newer = String::from_utf8_lossy(&good[..60]).replace("\"format\":1", "\"format\":2");
    let mut newer = newer.into_bytes();
    newer.extend(&good[60..]);
    let mut changed = good.clone();
    *changed.last_mut().unwrap() ^= 1;
    let longer = [&good[..], b"more"].concat();
    for (content, words) in [
        (&good[..good.len() - 100], "is not whole: it holds "),
        (&good[..40], "is not a backup"),
        (b"", "is not a backup"),
        (b"SQLite format 3\0 and so on", "is not a backup"),
        (&longer, "is not whole: it holds "),
        (&changed, "is damaged: its checksum"),
        (&newer, "which is newer than this one; install that version first"),
    ] {
        fs::write(file(&folder), content).unwrap();
        let output = restores(&folder, &folder.data());
        assert_stopped(&output, words);
        assert_stopped(&output, "nothing was changed");
        assert_eq!(files(&folder.data()), before, "{words}");
    }
    fs::remove_file(file(&folder)).unwrap();
    assert_stopped(&restores(&folder, &folder.data()), "monday.backup cannot be read");
}

#[tokio::test]
async fn a_backup_with_a_newer_schema_is_refused_and_nothing_changes() {
    let folder = Folder::new("newer");
    let (old, new) = (folder.0.join("old"), folder.data());
    sample(&old).await;
    sample(&new).await;
    let mut connection = open(&new).await;
    sqlx::query("INSERT INTO migrations (version, hash) VALUES (9999, '')").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    said(&backs_up(&folder));
    let before = files(&old);
    assert_stopped(&restores(&folder, &old), "which is newer than this one; install that version first");
    assert_eq!(files(&old), before);
}

#[tokio::test]
async fn a_backup_whose_database_does_not_open_is_refused_and_nothing_changes() {
    let folder = Folder::new("letter");
    sample(&folder.data()).await;
    let before = files(&folder.data());
    let letter = "This is a letter and no database. ".repeat(200);
    let hash = hex(&Sha256::digest(&letter));
    let said = format!(r#"{{"format":1,"schema":1,"program":"0.1.0","made":"2026-10-02","bytes":{}"#, letter.len());
    fs::write(file(&folder), format!("Noticeboard backup\n{said},\"sha256\":\"{hash}\"}}\n{letter}")).unwrap();
    assert_stopped(&restores(&folder, &folder.data()), "the database in the backup does not open");
    assert_eq!(files(&folder.data()), before);
}

#[tokio::test]
async fn a_restore_that_was_cut_off_is_said_until_it_is_run_again() {
    let folder = Folder::new("cut-off");
    sample(&folder.data()).await;
    said(&backs_up(&folder));
    fs::remove_file(folder.data().join("noticeboard.sqlite3")).unwrap();
    fs::write(folder.data().join("restore-unfinished"), "").unwrap();
    let output = program(&["serve", "--port", "0"], &folder.data()).output().unwrap();
    assert_stopped(&output, "was cut off; run `noticeboard restore` again");
    assert!(!folder.data().join("noticeboard.sqlite3").exists(), "no empty district was begun");
    said(&restores(&folder, &folder.data()));
    stopped(started(&folder.data()).0);
}

#[tokio::test]
async fn a_backup_appears_whole_or_not_at_all_and_over_nothing_but_a_backup() {
    let folder = Folder::new("whole");
    assert_stopped(&backs_up(&folder), "there is no database in");
    assert!(!folder.data().exists());
    sample(&folder.data()).await;
    fs::write(file(&folder), "a letter").unwrap();
    assert_stopped(&backs_up(&folder), "monday.backup is there and is no backup");
    assert_eq!(fs::read_to_string(file(&folder)).unwrap(), "a letter");
    fs::remove_file(file(&folder)).unwrap();
    said(&backs_up(&folder));
    said(&backs_up(&folder));
    let beside: Vec<_> = files(&folder.0).into_keys().filter(|path| path.parent() == Some(&folder.0)).collect();
    assert_eq!(beside, [file(&folder)], "no draft is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(file(&folder)).unwrap().permissions().mode() & 0o777, 0o600, "its owner's alone");
    }
}

#[test]
fn a_district_in_postgres_is_told_what_to_do_instead() {
    let folder = Folder::new("pg");
    let with_postgres = |mut command: Command| {
        command.env("DATABASE_URL", "postgres://someone:secret@127.0.0.1:1/noticeboard").output().unwrap()
    };
    let file = file(&folder);
    let backup = with_postgres(program(&["backup", file.to_str().unwrap()], &folder.data()));
    assert_stopped(&backup, "pg_dump --format=custom");
    let restore = with_postgres(program(&["restore", file.to_str().unwrap()], &folder.data()));
    assert_stopped(&restore, "pg_restore");
    assert!(!folder.data().exists());
}
