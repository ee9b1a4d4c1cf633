//! The three engines that browsers are built on, and how one of each is started: for a driver, or by itself.

mod chromium;
mod display;
mod firefox;
mod webkit;

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

use crate::browser::Screen;
use crate::leash::Leash;

pub(crate) use self::chromium::film;

/// What draws a page and keeps what it stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium, without a window.
    Chromium,
    /// What Chromium draws pages and keeps databases with, by itself: without a camera and without keeping the screen on,
    /// and twice as fast.
    ChromiumShell,
    /// Firefox ESR, without a window.
    Firefox,
    /// WebKitGTK's MiniBrowser on a screen that nobody sees: the nearest thing to an iPad's browser here.
    WebKit,
}

impl Engine {
    /// Every engine, in a whole browser.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Whether a browser of a driver finds what it had stored when it is started again. WebKitGTK's does not: under
    /// automation it keeps everything in memory. Started by itself ([`Engine::start`]) every engine does.
    pub fn keeps_its_profile_under_a_driver(self) -> bool {
        self != Engine::WebKit
    }

    /// Whether it is Chromium's, which has a protocol of its own beside a driver's.
    pub(crate) fn is_chromiums(self) -> bool {
        matches!(self, Engine::Chromium | Engine::ChromiumShell)
    }

    /// Where in a profile it keeps the databases of pages.
    pub(crate) fn databases(self, profile: &Path) -> PathBuf {
        profile.join(match self {
            Engine::Chromium | Engine::ChromiumShell => "Default/IndexedDB",
            Engine::Firefox => "storage/default",
            Engine::WebKit => "webkitgtk/databases",
        })
    }

    /// Starts a browser with this profile folder and opens the address in it; nobody drives it.
    ///
    /// # Panics
    /// When it is not installed.
    pub fn start(self, profile: &Path, screen: Screen, address: &str) -> Leash {
        match self {
            Engine::Chromium => chromium::start(chromium::WHOLE, profile, screen, address),
            Engine::ChromiumShell => chromium::start(chromium::SHELL, profile, screen, address),
            Engine::Firefox => firefox::start(profile, address),
            Engine::WebKit => webkit::start(profile, screen, address),
        }
    }

    /// Starts a browser with this profile folder and a driver's session for it. All of the browser ends with the leash.
    ///
    /// # Panics
    /// When the browser or its driver is not installed, or does not come up within a minute.
    pub(crate) fn drive(self, runtime: &Runtime, profile: &Path, screen: Screen) -> (Leash, Client) {
        match self {
            Engine::Chromium => chromium::drive(chromium::WHOLE, runtime, profile),
            Engine::ChromiumShell => chromium::drive(chromium::SHELL, runtime, profile),
            Engine::Firefox => firefox::drive(runtime, profile),
            Engine::WebKit => webkit::drive(runtime, profile, screen),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Engine::Chromium => "chromium",
            Engine::ChromiumShell => "chromium-headless-shell",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        })
    }
}

impl FromStr for Engine {
    type Err = String;

    fn from_str(name: &str) -> Result<Engine, String> {
        let found = Engine::ALL.into_iter().find(|engine| engine.to_string() == name);
        found.ok_or_else(|| format!("there is no engine {name:?}; there are chromium, firefox and webkit"))
    }
}

/// A session with the driver at `address`, of a browser with these capabilities.
fn session(runtime: &Runtime, address: &str, mut wanted: Map<String, Value>) -> Client {
    wanted.insert("timeouts".to_owned(), json!({ "script": 120_000, "pageLoad": 60_000 }));
    let mut client = ClientBuilder::new(HttpConnector::new());
    runtime
        .block_on(client.capabilities(wanted).connect(address))
        .unwrap_or_else(|cause| panic!("the driver takes no browser over: {cause}"))
}

/// Where a program of the path lies.
///
/// # Panics
/// In one line when it is missing.
pub(crate) fn on_path(program: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    found.unwrap_or_else(|| panic!("{program} is not on the path: `cargo xtask test` installs it"))
}
