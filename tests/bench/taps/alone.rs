//! A browser that nobody drives: its pages find their way by themselves, and say at a port of the bench's what they found.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use url::Url;
use world::browser::TABLET;
use world::{Engine, World};

/// How long all of it may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// What the page of a visit found on a tablet with so many marks.
pub fn tapped(world: &World, engine: Engine, marks: usize, taps: usize) -> Value {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("this machine has a free port");
    let port = listener.local_addr().expect("a listener has an address").port();
    let profile = TempDir::with_prefix("noticeboard-bench-").expect("a folder for temporary files");
    let address = format!("{}/marks.html?marks={marks}#{port}/{taps}", world.origin());
    let browser = engine.start(profile.path(), TABLET, &address);
    let said = heard(&listener);
    // It ends before its profile does.
    drop(browser);
    assert!(said["failed"].is_null(), "the page says {said}");
    said
}

/// What the first page to come here carries in its address.
fn heard(listener: &TcpListener) -> Value {
    listener.set_nonblocking(true).expect("a listener can be asked without waiting");
    let deadline = Instant::now() + PATIENCE;
    loop {
        match listener.accept() {
            Ok((mut stream, _)) => {
                stream.set_nonblocking(false).expect("a connection can be waited for");
                let mut line = String::new();
                BufReader::new(&stream).read_line(&mut line).unwrap_or_default();
                stream.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n").ok();
                if let Some(said) = said(&line) {
                    return said;
                }
            }
            Err(cause) if cause.kind() == ErrorKind::WouldBlock => thread::sleep(Duration::from_millis(20)),
            Err(cause) => panic!("the bench cannot listen: {cause}"),
        }
        assert!(Instant::now() < deadline, "the browser that nobody drives says nothing");
    }
}

/// Reads `GET /?said=… HTTP/1.1`. Browsers also ask for icons.
fn said(line: &str) -> Option<Value> {
    let path = line.split(' ').nth(1)?;
    let address = Url::parse("http://bench").and_then(|base| base.join(path)).ok()?;
    let (_, said) = address.query_pairs().find(|(name, _)| name == "said")?;
    serde_json::from_str(&said).ok()
}
