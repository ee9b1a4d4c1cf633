//! One Chromium with a profile of its own, driven over WebDriver.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use url::{ParseError, Url};

use crate::camera;
use crate::clock::WorldClock;
use crate::driver::{self, PATIENCE};
use crate::leash::Leash;

/// Width and height of a screen in CSS pixels.
pub type Screen = (u32, u32);

/// A tablet held upright.
pub const TABLET: Screen = (820, 1180);
/// A laptop.
pub const LAPTOP: Screen = (1440, 900);
/// A phone.
pub const PHONE: Screen = (390, 844);

/// Whether a page may use the camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// It may.
    Granted,
    /// It may not.
    Denied,
}

/// A running browser. Dropping it kills it; its profile stays until the world ends.
pub struct Browser {
    runtime: Arc<Runtime>,
    profile: PathBuf,
    clock: WorldClock,
    screen: Screen,
    client: Client,
    /// The script that sets the page's clock, as the browser calls it.
    time_script: String,
    leash: Option<Leash>,
}

impl Browser {
    /// Starts a browser with this profile folder; a folder that was used before is found as it was left.
    pub fn start(runtime: Arc<Runtime>, profile: PathBuf, clock: WorldClock, screen: Screen) -> Browser {
        let (leash, client) = launch(&runtime, &profile);
        let mut browser =
            Browser { runtime, profile, clock, screen, client, time_script: String::new(), leash: Some(leash) };
        browser.prepare();
        browser
    }

    /// Kills every process of the browser at once (SIGKILL), in the middle of whatever it does.
    pub fn kill(&mut self) {
        self.leash = None;
    }

    /// Closes the browser as a person does; it writes down what it still has in hand.
    pub fn close(&mut self) {
        // The answer may not come any more.
        let closing = self.client.issue_cmd(Devtools(json!({ "cmd": "Browser.close", "params": {} }).to_string()));
        self.try_drive(closing).ok();
        if let Some(leash) = self.leash.take() {
            leash.wait_for_the_end();
        }
    }

    /// Starts the browser again with everything it had stored.
    pub fn reopen(&mut self) {
        self.kill();
        let (leash, client) = launch(&self.runtime, &self.profile);
        (self.leash, self.client) = (Some(leash), client);
        self.prepare();
    }

    /// Goes to an address, and waits until the page is loaded.
    pub fn open(&self, address: &str) {
        self.drive(self.client.goto(address));
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.drive(self.client.refresh());
    }

    /// The address shown.
    pub fn address(&self) -> String {
        self.drive(self.client.current_url()).to_string()
    }

    /// A second tab in front, at this address.
    pub fn open_tab(&mut self, address: &str) {
        let tab = self.drive(self.client.new_window(true));
        self.drive(self.client.switch_to_window(tab.handle));
        self.prepare();
        self.open(address);
    }

    /// Closes the tab in front; the one before it comes to the front.
    pub fn close_tab(&self) {
        self.drive(self.client.close_window());
        let first = self.drive(self.client.windows()).swap_remove(0);
        self.drive(self.client.switch_to_window(first));
    }

    /// Runs a script in the page; what it returns.
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.drive(self.client.execute(script, arguments))
    }

    /// Runs a script as the body of an async function and waits for what it returns.
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);
            (async (...arguments) => {{ {script} }})(...given).then(done, (reason) => done(`failed: ${{reason}}`));"
        );
        self.drive(self.client.execute_async(&script, arguments))
    }

    /// The page takes up the time of the world's clock.
    pub fn take_up_time(&mut self) {
        self.command("Page.removeScriptToEvaluateOnNewDocument", &json!({ "identifier": self.time_script }));
        self.tell_time();
        self.run("window.worldAhead = arguments[0]", vec![json!(self.clock.ahead())]);
    }

    /// Another size of the window.
    pub fn resize(&mut self, screen: Screen) {
        self.screen = screen;
        let (width, height) = screen;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Light or dark, as the system says; and nothing moves, so that a picture never shows something halfway.
    pub fn prefer_scheme(&self, scheme: &str) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.command("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// Saves what is seen as PNG.
    pub fn screenshot(&self, file: &Path) {
        let picture = self.drive(self.client.screenshot());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).expect("the folder for pictures can be made");
        }
        fs::write(file, picture).expect("the picture can be written");
    }

    /// The QR code of this text lies before the camera, the next time it is opened.
    pub fn hold_before_camera(&self, text: &str) {
        camera::film(text, &film(&self.profile));
    }

    /// Allows the camera, or forbids it, as a person does who is asked.
    pub fn allow_camera(&self, setting: Setting) {
        let setting = match setting {
            Setting::Granted => "granted",
            Setting::Denied => "denied",
        };
        self.command("Browser.setPermission", &json!({ "permission": { "name": "camera" }, "setting": setting }));
    }

    /// The page on paper of this width and height in inches, as PDF.
    pub fn print(&self, (width, height): (f64, f64)) -> Vec<u8> {
        let paper = json!({ "paperWidth": width, "paperHeight": height });
        let printed = self.command("Page.printToPDF", &paper);
        BASE64_STANDARD.decode(printed["data"].as_str().unwrap_or_default()).expect("the browser answers in base 64")
    }

    /// A command of the browser's own protocol.
    pub fn command(&self, name: &str, parameters: &Value) -> Value {
        let command = Devtools(json!({ "cmd": name, "params": parameters }).to_string());
        self.drive(self.client.issue_cmd(command))
    }

    /// Waits for the driver's answer.
    pub(crate) fn drive<T>(&self, answer: impl Future<Output = Result<T, CmdError>>) -> T {
        self.try_drive(answer).unwrap_or_else(|cause| panic!("the browser does not do it: {cause}"))
    }

    pub(crate) fn try_drive<T>(&self, answer: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        self.runtime.block_on(answer)
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    fn prepare(&mut self) {
        self.resize(self.screen);
        self.tell_time();
    }

    fn tell_time(&mut self) {
        let script = include_str!("page_time.js").replace("AHEAD", &self.clock.ahead().to_string());
        let answer = self.command("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        self.time_script = answer["identifier"].as_str().unwrap_or_default().to_owned();
    }
}

/// Chromium first and the driver's session after it, because only so does its process group belong to the test.
fn launch(runtime: &Runtime, profile: &Path) -> (Leash, Client) {
    let driver = driver::address();
    fs::create_dir_all(profile).expect("the world's folder can be written");
    let port_file = profile.join("DevToolsActivePort");
    // A browser that was killed leaves them behind.
    for left in ["DevToolsActivePort", "SingletonLock", "SingletonSocket", "SingletonCookie"] {
        fs::remove_file(profile.join(left)).ok();
    }
    let flags = [
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
        "--remote-debugging-port=0",
    ];
    let mut arguments: Vec<String> = flags.iter().map(|flag| (*flag).to_owned()).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    // A camera that plays a film, on every machine the same.
    camera::film_nothing(&film(profile));
    arguments.push("--use-fake-device-for-media-stream".to_owned());
    arguments.push(format!("--use-file-for-fake-video-capture={}", film(profile).display()));
    arguments.push("about:blank".to_owned());
    let leash = Leash::start("chromium", &arguments, profile).expect("sh is on the path");
    let deadline = Instant::now() + PATIENCE;
    let port = loop {
        match fs::read_to_string(&port_file) {
            Ok(text) if text.contains('\n') => break text.lines().next().unwrap_or_default().to_owned(),
            _ => assert!(Instant::now() < deadline, "chromium does not start; `chromium --headless=new` says why"),
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let options = json!({ "debuggerAddress": format!("127.0.0.1:{port}") });
    let wanted = json!({ "goog:chromeOptions": options, "timeouts": { "script": 120_000, "pageLoad": 60_000 } });
    let Value::Object(wanted) = wanted else { unreachable!("written as an object above") };
    let connected = runtime.block_on(ClientBuilder::new(HttpConnector::new()).capabilities(wanted).connect(driver));
    (leash, connected.expect("chromedriver takes chromium over"))
}

/// What the camera of a browser shows.
fn film(profile: &Path) -> PathBuf {
    profile.join("camera.y4m")
}

/// A command that only this kind of browser has.
#[derive(Debug)]
struct Devtools(String);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.0.clone()))
    }
}
