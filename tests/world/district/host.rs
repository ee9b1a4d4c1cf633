//! The server of a district: its real handlers over a real SQLite file, restarted, backed up and restored.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use domain::agreement::Agreement;
use domain::ids::{RoomId, RoundId, SchoolId, SummaryId};
use domain::roster::{GradeBand, Room, Roster, School, Tags};
use domain::visit::Summary;
use http_body_util::BodyExt;
use protocol::people::Door;
use serde::Deserialize;
use server::store::Place;
use server::{Parts, Server};
use sqlx::Row;
use tempfile::TempDir;
use tower::ServiceExt;

use super::dice::Dice;
use super::surroundings::{ServerRandom, TrueTime};
use crate::agreed::agrees;

/// The server, and the folder it keeps its file in.
pub struct Host {
    folder: TempDir,
    backups: TempDir,
    time: TrueTime,
    random: Arc<ServerRandom>,
    running: Option<(Server, Router)>,
}

/// What the urns of a round hold.
pub struct Urn {
    /// Received before the close.
    pub received: Vec<Summary>,
    /// Ids of those that came after it; nothing else is kept of them.
    pub late: Vec<SummaryId>,
}

/// What came late, as the file holds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "that there is nothing else is what is read for")]
struct Late {
    id: SummaryId,
    revision: u32,
    hash: String,
}

impl Host {
    /// A sample district with two schools of a few dozen rooms.
    pub async fn start(seed: u64, dice: &Dice, time: TrueTime) -> Host {
        let folder = TempDir::new().expect("a folder for temporary files");
        let backups = TempDir::new().expect("a folder for temporary files");
        let mut host = Host { folder, backups, time, random: Arc::new(ServerRandom::of(seed)), running: None };
        host.run().await;
        let (server, _) = host.running.as_ref().expect("the server runs");
        server.store.import("Rivermoor", &roster(dice)).await.expect("a roster goes in");
        server.store.become_sample().await.expect("the district becomes the sample");
        let (agreed, today) = (Agreement::before_signatures(), host.time.now().day());
        agrees(&server.store, &agreed, today).await;
        host
    }

    /// Stops the server and starts it again over the same file.
    pub async fn restart(&mut self) {
        self.stop().await;
        self.run().await;
    }

    /// Keeps a copy of the file as it is now.
    pub async fn back_up(&mut self) {
        self.stop().await;
        copy_files(self.folder.path(), self.backups.path());
        self.run().await;
    }

    /// Puts the last copy of the database in the place of the file; what lies beside it stays.
    pub async fn restore_database(&mut self) {
        self.stop().await;
        let high_water = std::fs::read(self.folder.path().join("high-water")).ok();
        copy_files(self.backups.path(), self.folder.path());
        if let Some(high_water) = high_water {
            std::fs::write(self.folder.path().join("high-water"), high_water).expect("a temporary file");
        }
        self.run().await;
    }

    /// Puts the last copy of the whole folder back and tells nobody.
    pub async fn restore_folder_silently(&mut self) {
        self.stop().await;
        copy_files(self.backups.path(), self.folder.path());
        self.run().await;
    }

    /// Puts the last copy of the whole folder back and tells the server so, as its administrator is asked to.
    pub async fn restore_folder(&mut self) {
        self.restore_folder_silently().await;
        let (server, _) = self.running.as_ref().expect("the server runs");
        server.store.was_restored(self.time.now()).await.expect("a new epoch begins");
    }

    /// Takes a backup while the server runs, by the program's own command.
    pub async fn take_backup(&self) {
        let place = Place::in_folder(self.folder.path());
        server::backup::back_up(&place, &self.taken(), self.time.now().day()).await.expect("a backup is taken");
    }

    /// Puts that backup back by the program's own command, and starts the server again.
    pub async fn restore_taken(&mut self) {
        self.stop().await;
        let place = Place::in_folder(self.folder.path());
        let restored = server::backup::restore(&place, &self.taken(), self.random.clone(), self.time.now()).await;
        restored.expect("a backup is put back");
        self.run().await;
    }

    /// The database.
    pub fn file(&self) -> std::path::PathBuf {
        Place::in_folder(self.folder.path()).file().expect("SQLite has a file")
    }

    /// One request through the real handlers.
    pub async fn answer(&self, method: &str, path: &str, body: Option<String>) -> (u16, String) {
        let (_, router) = self.running.as_ref().expect("the server runs");
        let request = axum::http::Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", "application/json")
            .header(protocol::DOOR, Door::Lead.word())
            .body(body.map_or_else(Body::empty, Body::from))
            .expect("a request that can be written");
        let response = router.clone().oneshot(request).await.expect("a router always answers");
        let status = response.status().as_u16();
        let bytes = response.into_body().collect().await.expect("a body in memory").to_bytes();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }

    /// What the urns of a round hold, read from the file itself.
    pub async fn urn(&self, round: &RoundId) -> Urn {
        let rows = self.rows("SELECT received, late FROM urns WHERE round_id = $1", round.as_str()).await;
        let Some([received, late]) = rows.first() else { return Urn { received: Vec::new(), late: Vec::new() } };
        let late: Vec<Late> = serde_json::from_str(late).expect("an urn names what came late");
        Urn {
            received: serde_json::from_str(received).expect("an urn holds summaries"),
            late: late.into_iter().map(|late| late.id).collect(),
        }
    }

    /// The body of a thing that tablets pull, as the file holds it.
    pub async fn held(&self, kind: &str, round: &RoundId) -> Option<String> {
        let sql = format!("SELECT body, kind FROM changes WHERE id = $1 AND kind = '{kind}'");
        self.rows(&sql, round.as_str()).await.into_iter().next().map(|[body, _]| body)
    }

    /// Everything that came from tablets, or tells of a restore, as the file holds it.
    pub async fn everything(&self) -> Vec<[String; 2]> {
        let sql = "SELECT id AS name, body FROM changes WHERE id <> $1 UNION ALL SELECT round_id, received FROM urns \
                   UNION ALL SELECT note_id, body FROM notes UNION ALL SELECT epoch, epoch FROM epochs \
                   UNION ALL SELECT round_id, tablet_id FROM reports ORDER BY name, body";
        self.rows(sql, "").await
    }

    /// Ids of the notes that the file holds.
    pub async fn notes(&self) -> BTreeSet<String> {
        let rows = self.rows("SELECT note_id, body FROM notes WHERE note_id <> $1", "").await;
        rows.into_iter().map(|[note, _]| note).collect()
    }

    async fn rows(&self, sql: &str, bound: &str) -> Vec<[String; 2]> {
        let place = Place::in_folder(self.folder.path());
        let file = place.file().expect("SQLite has a file");
        let address = format!("sqlite://{}?mode=ro", file.display());
        let mut connection =
            <sqlx::AnyConnection as sqlx::Connection>::connect(&address).await.expect("the file opens");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(bound)
            .fetch_all(&mut connection)
            .await
            .expect("the file is read");
        rows.iter().map(|row| [row.get(0), row.get(1)]).collect()
    }

    fn taken(&self) -> std::path::PathBuf {
        self.backups.path().join("taken")
    }

    async fn run(&mut self) {
        let parts = Parts {
            place: Place::in_folder(self.folder.path()),
            clock: Arc::new(self.time.clone()),
            random: self.random.clone(),
            site: server::web::Site::absent(),
            transport: server::web::Transport::Plain,
        };
        let server = Server::open(parts).await.expect("the server starts");
        let router = server::router(server.clone());
        self.running = Some((server, router));
    }

    async fn stop(&mut self) {
        if let Some((server, _)) = self.running.take() {
            server.store.shut().await;
        }
    }
}

fn roster(dice: &Dice) -> Roster {
    let schools: Vec<School> = ["Alder", "Birch"]
        .map(|name| School { id: SchoolId::from_roster(name), name: name.to_owned() })
        .into_iter()
        .collect();
    let room = |school: &School, number: usize| Room {
        id: RoomId::from_roster(&school.id, &number.to_string()),
        school: school.id.clone(),
        name: format!("Room {number}"),
        tags: Tags { grade_bands: dice.pick(&GradeBand::ALL[..2]).copied().into_iter().collect(), ..Tags::default() },
        active: true,
    };
    let rooms = schools.iter().flat_map(|school| {
        let rooms = 8 + dice.below(25);
        (1..=rooms).map(|number| room(school, number)).collect::<Vec<_>>()
    });
    Roster { rooms: rooms.collect(), schools }
}

fn copy_files(from: &Path, to: &Path) {
    empty(to);
    for entry in std::fs::read_dir(from).expect("a temporary folder").flatten() {
        std::fs::copy(entry.path(), to.join(entry.file_name())).expect("a file is copied");
    }
}

fn empty(folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a temporary folder").flatten() {
        std::fs::remove_file(entry.path()).expect("a temporary file is removed");
    }
}
