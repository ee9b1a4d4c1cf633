//! The world of a story: a district, its server, a clock that the story sets, and tablets that ask.

mod answered;
mod backups;
mod postgres;
mod round;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use domain::agreement::Agreement;
use domain::change::{Change, hash};
use domain::ids::{from_hex, hex};
use domain::sign_in::SignInCode;
use domain::time::{Day, Moment};
use protocol::path;
use protocol::problem::Problem;
use protocol::pull::{Pull, Pulled};
use protocol::push::{Item, Outcome, Push, Pushed, RefusalCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use server::store::Place;
use server::store::agreement::Acted;
use server::store::people::Sender;
use server::surroundings::{Clock, Random};
use server::web::{Site, Transport};
use server::{Parts, Server, router};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Column, Row};
use tower::ServiceExt;

pub use self::answered::Answered;
pub use self::round::{Walk, debrief, note, note_of, roster, tablet};

/// A district with its server.
pub struct World {
    engine: Engine,
    folder: PathBuf,
    clock: Arc<SetClock>,
    random: Arc<Seeded>,
    server: Server,
    /// Made once for the server: it is the larger part of what a small request takes.
    router: Router,
}

/// A copy of the database as it once was.
pub struct Backup(String);

enum Engine {
    Sqlite,
    Postgres { database: String },
}

struct SetClock(AtomicI64);

struct Seeded(AtomicU64);

/// The day on which every story begins.
pub fn first_day() -> Day {
    Day::parse("2026-11-02").unwrap()
}

impl World {
    pub async fn on_sqlite() -> World {
        World::begin(Engine::Sqlite, 0).await
    }

    pub async fn on_postgres() -> World {
        World::begin(Engine::Postgres { database: postgres::fresh().await }, 0).await
    }

    async fn begin(engine: Engine, seed: u64) -> World {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("noticeboard-conformance-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let clock = Arc::new(SetClock(AtomicI64::new(first_day().begins().0)));
        let random = Arc::new(Seeded(AtomicU64::new(seed)));
        let server = open(&engine, &folder, &clock, &random).await;
        server.store.import("Rivermoor", &roster()).await.unwrap();
        server.store.become_sample().await.unwrap();
        let router = router(server.clone());
        let world = World { engine, folder, clock, random, server, router };
        world.agrees(&Agreement::before_signatures()).await;
        world
    }

    /// The lead drafts an agreement and a representative of the staff signs it.
    pub async fn agrees(&self, agreement: &Agreement) {
        let store = &self.server.store;
        store.draft_agreement(agreement, self.today()).await.unwrap();
        let draft = store.agreement_draft().await.unwrap().unwrap();
        assert_eq!(store.sign_agreement(&draft.mark(), self.today()).await.unwrap(), Acted::Done);
    }

    /// A world that began in the same way, on the same engine.
    pub async fn another(&self) -> World {
        match self.engine {
            Engine::Sqlite => World::on_sqlite().await,
            Engine::Postgres { .. } => World::on_postgres().await,
        }
    }

    /// A world with another district: other random bytes, and the same schools.
    pub async fn another_district(&self) -> World {
        World::begin(Engine::Sqlite, 1000).await
    }

    /// Where the data folder remembers how far the database has come.
    pub fn high_water(&self) -> PathBuf {
        self.folder.join("high-water")
    }

    /// Makes the district a real one, for which no request and no program can be asked.
    pub async fn forget_the_sample(&self) {
        let pool = sqlx::AnyPool::connect(&self.address()).await.unwrap();
        sqlx::query("UPDATE districts SET sample = 0").execute(&pool).await.unwrap();
        pool.close().await;
    }

    /// A district whose staff have signed nothing yet.
    pub async fn forget_the_agreement(&self) {
        let pool = sqlx::AnyPool::connect(&self.address()).await.unwrap();
        sqlx::query("DELETE FROM agreements").execute(&pool).await.unwrap();
        pool.close().await;
    }

    /// An agreement as an administrator put it in force before there were signatures.
    pub async fn has_an_agreement_from_before(&self, agreement: &Agreement) {
        self.forget_the_agreement().await;
        let pool = sqlx::AnyPool::connect(&self.address()).await.unwrap();
        let sql = "INSERT INTO agreements (district_id, number, body, since) SELECT district_id, 1, $1, '2026-10-01' FROM districts";
        sqlx::query(sql).bind(domain::change::write(agreement)).execute(&pool).await.unwrap();
        pool.close().await;
    }

    /// The server's parts, for what no request can ask.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Another server on the same database, where there can be several; else the same.
    pub async fn second_server(&self) -> Server {
        match self.engine {
            Engine::Sqlite => self.server.clone(),
            Engine::Postgres { .. } => open(&self.engine, &self.folder.join("2"), &self.clock, &self.random).await,
        }
    }

    pub fn router(&self) -> Router {
        self.router.clone()
    }

    pub fn days_pass(&self, days: i64) {
        self.clock.0.fetch_add(days * Moment::DAY, Ordering::Relaxed);
    }

    pub fn minutes_pass(&self, minutes: i64) {
        self.clock.0.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// A code that begins like another and does not fit.
    pub fn like(&self, code: &SignInCode, number: u8) -> SignInCode {
        let handle = from_hex(&code.handle()).unwrap();
        SignInCode::from_random([handle[0], handle[1], 0, 0, number])
    }

    pub fn today(&self) -> Day {
        self.clock.now().day()
    }

    /// Deletes what is due, as every hour.
    pub async fn the_hour_strikes(&self) {
        self.server.store.tidy(self.clock.now()).await.unwrap();
    }

    pub async fn restart(&mut self) {
        self.server.store.shut().await;
        self.opens_the_server().await;
    }

    async fn opens_the_server(&mut self) {
        self.server = open(&self.engine, &self.folder, &self.clock, &self.random).await;
        self.router = router(self.server.clone());
    }

    /// Every row of every table, in the order in which the database gives them.
    pub async fn dump(&self) -> String {
        let tables = match &self.engine {
            Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
            Engine::Postgres { .. } => {
                "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
            }
        };
        let pool = sqlx::AnyPool::connect(&self.address()).await.unwrap();
        let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&pool).await.unwrap();
        let mut dump = String::new();
        for table in tables {
            dump += &format!("table {table}\n");
            let rows = sqlx::query(AssertSqlSafe(format!("SELECT * FROM {table}"))).fetch_all(&pool).await.unwrap();
            for row in &rows {
                dump += &format!("{}\n", written(row));
            }
        }
        pool.close().await;
        dump
    }

    fn address(&self) -> String {
        match &self.engine {
            Engine::Sqlite => format!("sqlite:{}", self.folder.join("noticeboard.sqlite3").display()),
            Engine::Postgres { database } => postgres::address(database),
        }
    }

    /// The data folder.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// How many bytes SQLite's write-ahead log has.
    pub fn log_length(&self) -> u64 {
        fs::metadata(self.folder.join("noticeboard.sqlite3-wal")).unwrap().len()
    }

    /// Asks as the lead.
    pub async fn lead(&self, method: Method, path: &str, body: Option<Value>) -> Answered {
        self.asks(method, path, Some("lead"), body.map(|body| body.to_string())).await
    }

    pub async fn asks(&self, method: Method, path: &str, door: Option<&str>, body: Option<String>) -> Answered {
        let headers: Vec<(&str, &str)> = door.map(|door| (protocol::DOOR, door)).into_iter().collect();
        self.asks_with(method, path, &headers, body).await
    }

    /// The same with a body that is said to be of a `kind`.
    pub async fn asks_as(
        &self,
        method: Method,
        path: &str,
        door: Option<&str>,
        kind: Option<&str>,
        body: Option<String>,
    ) -> Answered {
        let mut headers: Vec<(&str, &str)> = door.map(|door| (protocol::DOOR, door)).into_iter().collect();
        headers.push(("content-type", kind.unwrap_or_default()));
        self.asks_with(method, path, &headers, body).await
    }

    /// The same with headers; a body is JSON where they do not say otherwise.
    pub async fn asks_with(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Answered {
        self.asks_from(Sender::Unknown, method, path, headers, body).await
    }

    /// The same over a connection from an address.
    pub async fn asks_from(
        &self,
        sender: Sender,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Answered {
        let mut request = Request::builder().method(method).uri(path).extension(sender);
        if body.is_some() && !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/json");
        }
        for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(*name, *value);
        }
        let request = request.body(body.map_or_else(Body::empty, Body::from)).unwrap();
        let response = self.router().oneshot(request).await.unwrap();
        Answered::of(response).await
    }

    pub async fn gets<T: DeserializeOwned>(&self, path: &str) -> T {
        self.lead(Method::GET, path, None).await.says()
    }

    pub async fn posts<B: Serialize, T: DeserializeOwned>(&self, path: &str, body: &B) -> T {
        self.lead(Method::POST, path, Some(serde_json::to_value(body).unwrap())).await.says()
    }

    /// The problem that a request meets.
    pub async fn is_refused<B: Serialize>(&self, path: &str, body: &B) -> Problem {
        self.lead(Method::POST, path, Some(serde_json::to_value(body).unwrap())).await.problem()
    }

    /// Hands changes over and gives what became of each.
    pub async fn push(&self, changes: &[Change]) -> Vec<Outcome> {
        self.push_items(changes.iter().map(Item::of).collect()).await
    }

    pub async fn push_items(&self, items: Vec<Item>) -> Vec<Outcome> {
        let push = Push { district: None, items };
        let pushed: Pushed = self.posts(path::PUSH, &push).await;
        assert_eq!(pushed.answers.len(), push.items.len());
        assert!(pushed.answers.iter().zip(&push.items).all(|(answer, item)| answer.is_for(item)));
        pushed.answers.into_iter().map(|answer| answer.outcome).collect()
    }

    /// Hands changes over, all of which are received.
    pub async fn receives(&self, changes: &[Change]) {
        let outcomes = self.push(changes).await;
        assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Received), "{outcomes:?}");
    }

    pub async fn pull(&self, cursor: Option<&str>) -> Pulled {
        self.posts(path::PULL, &Pull { cursor: cursor.map(ToOwned::to_owned), reached: None }).await
    }

    /// Leaves nothing behind.
    pub async fn ends(self) {
        self.server.store.shut().await;
        if let Engine::Postgres { database } = &self.engine {
            postgres::drop(database).await;
            postgres::drop(&format!("{database}_backup")).await;
        }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Asserts that an item was refused, with a code and a detail that has `words` in it.
#[track_caller]
pub fn assert_refused(outcome: &Outcome, code: RefusalCode, words: &str) {
    let Outcome::Refused(refusal) = outcome else { panic!("{outcome:?}") };
    assert_eq!(refusal.code, code, "{}", refusal.detail);
    assert!(refusal.detail.contains(words), "{}", refusal.detail);
}

async fn open(engine: &Engine, folder: &PathBuf, clock: &Arc<SetClock>, random: &Arc<Seeded>) -> Server {
    let place = match engine {
        Engine::Sqlite => Place::in_folder(folder),
        Engine::Postgres { database } => Place::in_postgres(postgres::address(database), folder),
    };
    let (site, transport) = (Site::absent(), Transport::Tls);
    Server::open(Parts { place, clock: clock.clone(), random: random.clone(), site, transport }).await.unwrap()
}

fn written(row: &AnyRow) -> String {
    let cells = row.columns().iter().map(|column| {
        let text = row.try_get::<String, _>(column.ordinal());
        let value = text.or_else(|_| row.try_get::<i64, _>(column.ordinal()).map(|number| number.to_string()));
        format!("{}={}", column.name(), value.unwrap())
    });
    cells.collect::<Vec<_>>().join(" | ")
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::Relaxed))
    }
}

impl Random for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        let drawn = from_hex(&hash(&format!("a seed {number}"))).unwrap();
        assert!(bytes.len() <= drawn.len(), "{}", hex(&drawn));
        bytes.copy_from_slice(&drawn[..bytes.len()]);
    }
}
