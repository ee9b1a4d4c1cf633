//! Chromium, or its shell: one chromedriver for all browsers of a test binary, and each browser in a process group of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use fantoccini::Client;
use serde_json::{Map, json};
use tokio::runtime::Runtime;

use super::{on_path, session};
use crate::browser::Screen;
use crate::camera;
use crate::driver::{Driver, PATIENCE};
use crate::leash::Leash;

/// The program that is a whole browser.
pub(super) const WHOLE: &str = "chromium";
/// The program that is no more than a page needs.
pub(super) const SHELL: &str = "chromium-headless-shell";

const FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-breakpad",
    "--no-first-run",
    // Certificates of worlds sign themselves.
    "--ignore-certificate-errors",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-crash-restore-bubble",
    "--lang=en-US",
];

/// What a browser that was killed leaves behind.
const LEFT: [&str; 4] = ["DevToolsActivePort", "SingletonLock", "SingletonSocket", "SingletonCookie"];

pub(super) fn start(program: &str, profile: &Path, (width, height): Screen, address: &str) -> Leash {
    launch(program, profile, &[format!("--window-size={width},{height}"), address.to_owned()])
}

/// The browser first and the driver's session after it, because only so does its process group belong to the test.
pub(super) fn drive(program: &str, runtime: &Runtime, profile: &Path) -> (Leash, Client) {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    let driver = DRIVER.get_or_init(|| Driver::start(&on_path("chromedriver"), &["--log-level=OFF"], &[]));
    // A camera that plays a film, on every machine the same.
    fs::create_dir_all(profile).expect("the world's folder can be written");
    camera::film_nothing(&film(profile));
    let arguments = [
        "--remote-debugging-port=0".to_owned(),
        "--use-fake-device-for-media-stream".to_owned(),
        format!("--use-file-for-fake-video-capture={}", film(profile).display()),
        "about:blank".to_owned(),
    ];
    let leash = launch(program, profile, &arguments);
    let port = debugging_port(program, profile);
    let mut wanted = Map::new();
    wanted.insert("goog:chromeOptions".to_owned(), json!({ "debuggerAddress": format!("127.0.0.1:{port}") }));
    (leash, session(runtime, &driver.address, wanted))
}

/// What the camera of a browser shows.
pub(crate) fn film(profile: &Path) -> PathBuf {
    profile.join("camera.y4m")
}

fn launch(program: &str, profile: &Path, more: &[String]) -> Leash {
    on_path(program);
    fs::create_dir_all(profile).expect("the world's folder can be written");
    for left in LEFT {
        fs::remove_file(profile.join(left)).ok();
    }
    let mut arguments: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.extend_from_slice(more);
    Leash::start(program, &arguments, profile).expect("sh is on the path")
}

fn debugging_port(program: &str, profile: &Path) -> String {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match fs::read_to_string(profile.join("DevToolsActivePort")) {
            Ok(text) if text.contains('\n') => return text.lines().next().unwrap_or_default().to_owned(),
            _ => assert!(Instant::now() < deadline, "{program} does not start; `{program} --headless=new` says why"),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
