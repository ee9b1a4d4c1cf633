//! HTTPS as an administrator sets it up: which files are refused and why, what a renewal does, and where plain HTTP ends.

use std::fs;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::running::{Folder, ask, assert_stopped, program, started_with, stopped};

/// A certificate for this machine that signs itself, and its key.
struct Issued {
    certificate: CertificateDer<'static>,
    chain: String,
    key: String,
}

impl Issued {
    /// Valid until a first of January.
    fn until(year: i32) -> Issued {
        let mut params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(year, 1, 1);
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        Issued { certificate: certificate.der().clone(), chain: certificate.pem(), key: key.serialize_pem() }
    }

    fn new() -> Issued {
        Issued::until(2999)
    }
}

/// A folder with the two files.
struct Office {
    folder: Folder,
}

impl Office {
    fn new(name: &str, chain: &str, key: &str) -> Office {
        let office = Office { folder: Folder::new(name) };
        office.renews(chain, key);
        office
    }

    fn renews(&self, chain: &str, key: &str) {
        fs::write(self.chain(), chain).unwrap();
        fs::write(self.key(), key).unwrap();
    }

    fn chain(&self) -> PathBuf {
        self.folder.0.join("chain.pem")
    }

    fn key(&self) -> PathBuf {
        self.folder.0.join("key.pem")
    }

    fn arguments(&self) -> Vec<String> {
        let path = |file: PathBuf| file.to_str().unwrap().to_owned();
        vec!["--tls-cert".to_owned(), path(self.chain()), "--tls-key".to_owned(), path(self.key())]
    }

    /// Starts, and gives the port that HTTPS is spoken on.
    fn starts(&self, more: &[&str]) -> (Child, u16) {
        let arguments = self.arguments();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
        let (child, address) = started_with(&arguments, &self.folder.data());
        let (_, port) = address.strip_prefix("https://").unwrap().rsplit_once(':').unwrap();
        (child, port.parse().unwrap())
    }

    fn fails(&self) -> Output {
        let arguments = self.arguments();
        let arguments: Vec<&str> =
            ["serve", "--port", "0"].into_iter().chain(arguments.iter().map(String::as_str)).collect();
        let output = program(&arguments, &self.folder.data()).output().unwrap();
        assert!(!self.folder.data().exists(), "nothing was begun");
        output
    }
}

type Line = StreamOwned<ClientConnection, TcpStream>;

/// A connection that trusts this certificate and no other.
fn connects(port: u16, trusted: &Issued) -> io::Result<Line> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.certificate.clone()).unwrap();
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().unwrap();
    let config = builder.with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let mut line = StreamOwned::new(
        ClientConnection::new(Arc::new(config), name).unwrap(),
        TcpStream::connect(("127.0.0.1", port)).unwrap(),
    );
    line.conn.complete_io(&mut line.sock)?;
    Ok(line)
}

/// Asks for the health check on a connection that stays open, and gives the head of the answer.
fn health(line: &mut Line) -> String {
    write!(line, "GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    while !answer.ends_with(br#"{"status":"ok"}"#) {
        let mut byte = [0];
        assert_eq!(line.read(&mut byte).unwrap(), 1, "{}", String::from_utf8_lossy(&answer));
        answer.push(byte[0]);
    }
    String::from_utf8(answer).unwrap()
}

fn hangs_up(child: &Child) {
    assert!(Command::new("kill").args(["-HUP", &child.id().to_string()]).status().unwrap().success());
}

/// Waits until new connections are shown this certificate.
fn waits_for(port: u16, renewed: &Issued) {
    let begun = Instant::now();
    while connects(port, renewed).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "the certificate was not renewed");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn with_a_certificate_it_speaks_https_and_tells_browsers_to_stay_with_it() {
    let issued = Issued::new();
    let office = Office::new("https", &issued.chain, &issued.key);
    let (child, port) = office.starts(&[]);
    let answer = health(&mut connects(port, &issued).unwrap());
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("strict-transport-security: max-age=15552000\r\n"), "{answer}");
    assert!(connects(port, &Issued::new()).is_err(), "another certificate is not trusted");
    let log = stopped(child);
    assert!(!log.contains("WARN") && !log.contains("ERROR"), "{log}");
}

#[test]
fn connections_on_which_nobody_says_anything_hold_no_stop_up() {
    let issued = Issued::new();
    let office = Office::new("silent", &issued.chain, &issued.key);
    let (child, port) = office.starts(&[]);
    let _silent = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let _agreed = connects(port, &issued).unwrap();
    let begun = Instant::now();
    let log = stopped(child);
    assert!(begun.elapsed() < Duration::from_secs(10) && !log.contains("cut off"), "{log}");
}

#[test]
fn a_renewal_is_taken_up_and_closes_no_connection_and_a_broken_one_changes_nothing() {
    let (first, second) = (Issued::new(), Issued::new());
    let office = Office::new("renewal", &first.chain, &first.key);
    let (child, port) = office.starts(&[]);
    let mut open = connects(port, &first).unwrap();
    health(&mut open);

    office.renews(&second.chain, &second.key);
    hangs_up(&child);
    waits_for(port, &second);
    health(&mut open);
    assert!(connects(port, &first).is_err(), "new connections get the new one");

    // The key of another: what a tool leaves between two writes, or a person who takes the wrong file.
    office.renews(&second.chain, &first.key);
    hangs_up(&child);
    fs::remove_file(office.chain()).unwrap();
    hangs_up(&child);
    std::thread::sleep(Duration::from_secs(1));
    health(&mut connects(port, &second).unwrap());
    health(&mut open);

    office.renews(&first.chain, &first.key);
    hangs_up(&child);
    waits_for(port, &first);
    let log = stopped(child);
    assert_eq!(log.matches("the certificate was renewed").count(), 2, "{log}");
    assert!(log.contains("the new certificate is not used; the one before stays"), "{log}");
    assert!(log.contains("does not belong to") || log.contains("cannot be read"), "{log}");
}

#[test]
fn files_that_are_no_pair_are_named_with_what_is_wrong() {
    let (issued, other) = (Issued::new(), Issued::new());
    let locked = issued.key.replace("BEGIN PRIVATE", "BEGIN ENCRYPTED PRIVATE");
    let locked = locked.replace("END PRIVATE", "END ENCRYPTED PRIVATE");
    let old_locked = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n\
                      -----END RSA PRIVATE KEY-----\n";
    let garbled = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for (name, chain, key, words) in [
        ("swapped", &issued.key[..], &issued.chain[..], "chain.pem holds no certificate"),
        ("no-key", &issued.chain, &other.chain, "key.pem holds no private key"),
        ("other-key", &issued.chain, &other.key, "key.pem does not belong to the first certificate in "),
        ("locked", &issued.chain, &locked, "key.pem is locked with a passphrase; unlock a copy with `openssl pkey"),
        ("old-locked", &issued.chain, old_locked, "key.pem is locked with a passphrase"),
        ("garbled", garbled, &issued.key, "chain.pem is damaged"),
        ("cut-off", &issued.chain[..200], &issued.key, "chain.pem is damaged"),
    ] {
        assert_stopped(&Office::new(name, chain, key).fails(), words);
    }
    let office = Office::new("missing", &issued.chain, &issued.key);
    fs::remove_file(office.key()).unwrap();
    assert_stopped(&office.fails(), "key.pem cannot be read");
}

#[test]
fn an_expired_certificate_is_served_and_the_log_warns() {
    let issued = Issued::until(2021);
    let office = Office::new("expired", &issued.chain, &issued.key);
    let (child, _) = office.starts(&[]);
    let log = stopped(child);
    assert!(log.contains("the certificate has expired") && log.contains("2021-01-01"), "{log}");
}

#[test]
fn plain_http_is_sent_on_but_nothing_is_taken_over_it() {
    let issued = Issued::new();
    let office = Office::new("redirect", &issued.chain, &issued.key);
    let plain = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (child, port) = office.starts(&["--redirect-http", &plain.port().to_string()]);
    let plain = plain.to_string();
    let sent_on = ask(&plain, "GET", "/note?from=card", "");
    assert!(sent_on.starts_with("HTTP/1.1 308"), "{sent_on}");
    assert!(sent_on.contains(&format!("location: https://127.0.0.1:{port}/note?from=card\r\n")), "{sent_on}");
    assert!(ask(&plain, "HEAD", "/", "").starts_with("HTTP/1.1 308"));
    for (method, path) in [("POST", "/api/v1/push"), ("DELETE", "/"), ("PUT", "/api/v1/anything")] {
        let refused = ask(&plain, method, path, "{}");
        assert!(refused.starts_with("HTTP/1.1 405") && !refused.contains("location:"), "{refused}");
    }
    let health = ask(&plain, "GET", "/healthz", "");
    assert!(health.starts_with("HTTP/1.1 200") && health.ends_with(r#"{"status":"ok"}"#), "{health}");
    stopped(child);
}

#[test]
fn behind_a_proxy_browsers_are_told_the_same_and_no_header_of_it_is_believed_or_kept() {
    let folder = Folder::new("proxy");
    let (child, address) = started_with(&["--behind-proxy"], &folder.data());
    let address = address.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let forwarded = "x-forwarded-for: 203.0.113.77\r\nforwarded: for=203.0.113.77\r\nx-real-ip: 203.0.113.77\r\n";
    write!(stream, "GET /api/v1/doors HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{forwarded}\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.contains("strict-transport-security:"), "{answer}");
    let log = stopped(child);
    assert!(log.contains("answered") && !log.contains("203.0.113.77"), "{log}");
}
