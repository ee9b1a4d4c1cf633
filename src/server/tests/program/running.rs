//! Starts the program, asks it, and stops it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;

use domain::time::Moment;
use server::store::{Place, Store};
use server::surroundings::SystemRandom;

/// A folder of one test's own, gone at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("noticeboard-program-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    pub fn data(&self) -> PathBuf {
        self.0.join("data")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn program(arguments: &[&str], data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_noticeboard"));
    command
        .args(arguments)
        .arg("--data")
        .arg(data)
        .env_remove("DATABASE_URL")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Starts and gives the address that the program prints when it is ready.
pub fn started(data: &Path) -> (Child, String) {
    let (child, address) = started_with(&[], data);
    (child, address.strip_prefix("http://").unwrap().to_owned())
}

/// The same with more arguments, and the address with its scheme.
pub fn started_with(arguments: &[&str], data: &Path) -> (Child, String) {
    let mut child = program(&[&["serve", "--port", "0"], arguments].concat(), data).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("Noticeboard is at ").unwrap_or_default().trim_end_matches('/').to_owned();
    if address.is_empty() {
        panic!("{}", String::from_utf8_lossy(&child.wait_with_output().unwrap().stderr));
    }
    (child, address)
}

/// A sample district without rooms, whose doors let a test in.
pub async fn sample(data: &Path) {
    let store = Store::open(Place::in_folder(data), Arc::new(SystemRandom), Moment(0)).await.unwrap();
    store.become_sample().await.unwrap();
    store.shut().await;
}

/// Asks as the lead, without a library, and gives the whole answer.
pub fn ask(address: &str, method: &str, path: &str, body: &str) -> String {
    ask_as(address, address, method, path, body)
}

/// The same from another address of this machine, such as `127.0.0.2`.
pub fn ask_from(own: &str, address: &str, method: &str, path: &str, body: &str) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let stream = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind(std::net::SocketAddr::new(own.parse().unwrap(), 0)).unwrap();
        socket.connect(address.parse().unwrap()).await.unwrap().into_std().unwrap()
    });
    stream.set_nonblocking(false).unwrap();
    ask_over(stream, address, method, path, body)
}

/// The same under another name than the address.
pub fn ask_as(name: &str, address: &str, method: &str, path: &str, body: &str) -> String {
    ask_over(TcpStream::connect(address).unwrap(), name, method, path, body)
}

fn ask_over(mut stream: TcpStream, name: &str, method: &str, path: &str, body: &str) -> String {
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {name}\r\nconnection: close\r\nnoticeboard-door: lead\r\ncontent-type: application/json\r\n"
    );
    write!(stream, "{head}content-length: {length}\r\n\r\n{body}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Tells the program to stop, waits until it has, and gives its log.
pub fn stopped(child: Child) -> String {
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// Asserts that the program stopped with one line that has `words` in it.
pub fn assert_stopped(output: &Output, words: &str) {
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(words), "{said}");
}
