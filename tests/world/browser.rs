//! One browser with a profile of its own, driven over WebDriver; what only Chromium can do is said of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use url::{ParseError, Url};

use crate::camera;
use crate::clock::WorldClock;
use crate::driver::PATIENCE;
use crate::engine::{Engine, film};
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
    engine: Engine,
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
    pub fn start(
        engine: Engine,
        runtime: Arc<Runtime>,
        profile: PathBuf,
        clock: WorldClock,
        screen: Screen,
    ) -> Browser {
        let (leash, client) = engine.drive(&runtime, &profile, screen);
        let (time_script, leash) = (String::new(), Some(leash));
        let mut browser = Browser { engine, runtime, profile, clock, screen, client, time_script, leash };
        browser.prepare();
        browser
    }

    /// Kills every process of the browser at once (SIGKILL), in the middle of whatever it does.
    pub fn kill(&mut self) {
        self.leash = None;
    }

    /// Closes the browser as a person does; it writes down what it still has in hand.
    pub fn close(&mut self) {
        if !self.engine.is_chromiums() {
            // Such a driver answers when its browser has ended.
            self.try_drive(self.client.clone().close()).ok();
            self.leash = None;
            return;
        }
        // The answer may not come any more.
        let closing = self.client.issue_cmd(Devtools(json!({ "cmd": "Browser.close", "params": {} }).to_string()));
        self.try_drive(closing).ok();
        if let Some(leash) = self.leash.take() {
            leash.wait_for_the_end();
        }
    }

    /// Starts the browser again with everything it had stored; see [`Engine::keeps_its_profile_under_a_driver`].
    pub fn reopen(&mut self) {
        self.kill();
        let (leash, client) = self.engine.drive(&self.runtime, &self.profile, self.screen);
        (self.leash, self.client) = (Some(leash), client);
        self.prepare();
    }

    /// Goes to an address, and waits until the page is loaded.
    pub fn open(&self, address: &str) {
        self.drive(self.client.goto(address));
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        if self.engine.is_chromiums() {
            self.drive(self.client.refresh());
            return;
        }
        // As the page itself does it: Firefox's driver goes past the service worker, to a server that may not be there.
        self.run("window.isToGo = true; setTimeout(() => location.reload())", vec![]);
        let has_come = "return window.isToGo === undefined && document.readyState === 'complete'";
        let deadline = Instant::now() + PATIENCE;
        // A page that is going answers nothing.
        while self.try_drive(self.client.execute(has_come, vec![])).ok() != Some(Value::Bool(true)) {
            assert!(Instant::now() < deadline, "the page does not come again");
            std::thread::sleep(Duration::from_millis(20));
        }
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
        if !self.engine.is_chromiums() {
            // For this page, and for the script before the app in the next one.
            let script = "window.worldAhead = arguments[0]; localStorage.setItem('world-ahead', arguments[0])";
            self.run(script, vec![json!(self.clock.ahead())]);
            return;
        }
        self.command("Page.removeScriptToEvaluateOnNewDocument", &json!({ "identifier": self.time_script }));
        self.tell_time();
        self.run("window.worldAhead = arguments[0]", vec![json!(self.clock.ahead())]);
    }

    /// Another size of the window.
    pub fn resize(&mut self, screen: Screen) {
        self.screen = screen;
        let (width, height) = screen;
        if !self.engine.is_chromiums() {
            self.drive(self.client.set_window_size(width, height));
            return;
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Light or dark, as the system says; and nothing moves, so that a picture never shows something halfway.
    pub fn prefer_scheme(&self, scheme: &str) {
        self.prefer(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]);
    }

    /// What style sheets are told of the system's settings.
    pub fn prefer(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.command("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// How large text is where a page does not say otherwise, in CSS pixels.
    pub fn read_text_of(&self, pixels: u32) {
        self.command("Page.setFontSizes", &json!({ "fontSizes": { "standard": pixels } }));
    }

    /// Presses keys one after the other, all while another is held.
    pub fn keys(&self, held: Option<Key>, keys: &str) {
        let down = |value| KeyAction::Down { value };
        let up = |value| KeyAction::Up { value };
        let held: Vec<char> = held.map(char::from).into_iter().collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for action in held.iter().copied().map(down) {
            actions = actions.then(action);
        }
        for key in keys.chars() {
            actions = actions.then(down(key)).then(up(key));
        }
        for action in held.iter().copied().map(up) {
            actions = actions.then(action);
        }
        self.drive(self.client.perform_actions(actions));
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
    ///
    /// # Panics
    /// Where there is no camera.
    pub fn hold_before_camera(&self, text: &str) {
        assert_eq!(self.engine, Engine::Chromium, "only a whole Chromium has a camera");
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

    /// A command of Chromium's own protocol.
    ///
    /// # Panics
    /// In another engine, which has no such protocol.
    pub fn command(&self, name: &str, parameters: &Value) -> Value {
        assert!(self.engine.is_chromiums(), "only Chromium knows {name}");
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

    /// In other engines than Chromium the world puts the clock before the app.
    fn tell_time(&mut self) {
        if !self.engine.is_chromiums() {
            return;
        }
        let script = page_time(&self.clock.ahead().to_string());
        let answer = self.command("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        self.time_script = answer["identifier"].as_str().unwrap_or_default().to_owned();
    }
}

/// A script that sets a page's clock ahead by this expression of milliseconds, unless its clock was set before.
pub(crate) fn page_time(ahead: &str) -> String {
    include_str!("page_time.js").replace("AHEAD", ahead)
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
