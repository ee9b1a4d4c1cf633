//! A PostgreSQL to test against: the one that `NOTICEBOARD_TEST_POSTGRES` names, or one of our own that ends with us.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{fs, thread};

use sqlx::{AssertSqlSafe, Connection, Executor};

/// Names a database in which others can be made, such as `postgres://postgres@localhost/postgres`.
const GIVEN: &str = "NOTICEBOARD_TEST_POSTGRES";

/// Runs until its standard input ends, which it does when the tests end, however they end.
const UNTIL_WE_END: &str = r#"
"$0/postgres" -D "$1" -k "$1" -c listen_addresses= -c fsync=off -c max_connections=300 >"$1/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$1"
"#;

/// A server of our own; dropping its input stops it.
struct Cluster {
    _server: Child,
    folder: PathBuf,
}

/// Makes an empty database and gives its name.
pub async fn fresh() -> String {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("noticeboard_{}_{number}", std::process::id());
    run(&format!("CREATE DATABASE {name}")).await;
    name
}

/// Makes `copy` the same as `original`, to which nobody may be connected. A backup is such a copy, and so is a restore.
pub async fn copy(original: &str, copy: &str) {
    drop(copy).await;
    run(&format!("CREATE DATABASE {copy} TEMPLATE {original}")).await;
}

/// What `pg_dump` writes of a database, as docs/backup.md has it.
pub fn dump(name: &str) -> Vec<u8> {
    own_tool("pg_dump", &["--format=custom", &address(name)], &[])
}

/// Puts back what [`dump`] gave, as docs/backup.md has it; nobody may be connected.
pub fn put_back(dump: &[u8], name: &str) {
    own_tool("pg_restore", &["--clean", "--if-exists", "--dbname", &address(name)], dump);
}

/// Removes a database.
pub async fn drop(name: &str) {
    run(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
}

/// The address of a database.
pub fn address(name: &str) -> String {
    let base = match std::env::var(GIVEN) {
        Ok(given) if !given.is_empty() => given,
        _ => format!("postgres://postgres@localhost/postgres?host={}", our_own().display()),
    };
    let (place, options) = base.split_once('?').map_or((base.as_str(), ""), |(place, options)| (place, options));
    let (server, _) = place.rsplit_once('/').expect("the address ends in the name of a database");
    format!("{server}/{name}?{options}")
}

/// Runs one of PostgreSQL's own programs with `input`, and gives what it printed.
fn own_tool(program: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut command = Command::new(programs().join(program));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().expect("PostgreSQL's tools are installed with it");
    running.stdin.take().expect("it is piped").write_all(input).expect("the tool reads its input");
    let output = running.wait_with_output().expect("the tool ends");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

async fn run(statement: &str) {
    sqlx::any::install_default_drivers();
    let mut last = None;
    // A connection that was just closed may still be seen for a moment by the statement that needs it gone.
    for _ in 0..40 {
        let mut connection = sqlx::AnyConnection::connect(&address("postgres")).await.expect("PostgreSQL answers");
        match connection.execute(sqlx::raw_sql(AssertSqlSafe(statement.to_owned()))).await {
            Ok(_) => return,
            Err(cause) => last = Some(cause),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{statement}: {last:?}");
}

fn our_own() -> &'static Path {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    &CLUSTER.get_or_init(start).folder
}

fn start() -> Cluster {
    let programs = programs();
    let folder = std::env::temp_dir().join(format!("noticeboard-postgres-{}", std::process::id()));
    let made = as_somebody(&programs.join("initdb"))
        .args(["--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--pgdata"])
        .arg(&folder)
        .output()
        .expect("initdb starts");
    assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
    let mut server = as_somebody(Path::new("sh"));
    server.args(["-c", UNTIL_WE_END]).arg(&programs).arg(&folder);
    let cluster = Cluster { _server: server.stdin(Stdio::piped()).spawn().expect("sh starts"), folder };
    for _ in 0..300 {
        let ready =
            Command::new(programs.join("pg_isready")).arg("--quiet").arg("--host").arg(&cluster.folder).status();
        if ready.is_ok_and(|status| status.success()) {
            return cluster;
        }
        thread::sleep(Duration::from_millis(100));
    }
    panic!("PostgreSQL did not start; {} may say why", cluster.folder.join("log").display());
}

/// The newest of `/usr/lib/postgresql/*/bin`.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let found = versions.map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").exists()).max();
    found.expect("PostgreSQL is not installed; these tests need it: apt-get install postgresql")
}

/// PostgreSQL refuses to run as root.
fn as_somebody(program: &Path) -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    let mut command = Command::new(if root { Path::new("runuser") } else { program });
    if root {
        command.args(["-u", "postgres", "--"]).arg(program);
    }
    command.current_dir("/");
    command
}
