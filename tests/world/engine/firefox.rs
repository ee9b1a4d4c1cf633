//! Firefox: a geckodriver for each browser, in one process group with it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use fantoccini::Client;
use serde_json::{Map, json};
use tokio::runtime::Runtime;

use super::{on_path, session};
use crate::driver::Driver;
use crate::leash::Leash;

/// A browser that says nothing by itself, and comes back plainly however often it was killed.
const PREFERENCES: [(&str, &str); 14] = [
    ("toolkit.startup.max_resumed_crashes", "-1"),
    ("browser.sessionstore.resume_from_crash", "false"),
    ("browser.shell.checkDefaultBrowser", "false"),
    ("browser.aboutwelcome.enabled", "false"),
    ("browser.startup.homepage_override.mstone", "\"ignore\""),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("toolkit.telemetry.enabled", "false"),
    ("app.update.disabledForTesting", "true"),
    ("app.normandy.enabled", "false"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("extensions.getAddons.cache.enabled", "false"),
    ("services.settings.server", "\"data:,\""),
    ("intl.accept_languages", "\"en-US, en\""),
];

pub(super) fn start(profile: &Path, address: &str) -> Leash {
    let program = on_path("firefox-esr");
    prepare(profile);
    let mut arguments: Vec<String> = ["--headless", "--no-remote", "-profile"].map(str::to_owned).to_vec();
    arguments.extend([profile.display().to_string(), address.to_owned()]);
    Leash::start(&program.display().to_string(), &arguments, profile).expect("sh is on the path")
}

pub(super) fn drive(runtime: &Runtime, profile: &Path) -> (Leash, Client) {
    let program = on_path("firefox-esr");
    prepare(profile);
    let driver = Driver::start(&on_path("geckodriver"), &["--log=fatal"], &[]);
    let mut wanted = Map::new();
    let options = json!({ "binary": program, "args": ["--headless", "-profile", profile] });
    wanted.insert("moz:firefoxOptions".to_owned(), options);
    wanted.insert("acceptInsecureCerts".to_owned(), json!(true));
    let client = session(runtime, &driver.address, wanted);
    (driver.leash, client)
}

fn prepare(profile: &Path) {
    fs::create_dir_all(profile).expect("the world's folder can be written");
    let mut text = String::new();
    for (name, value) in PREFERENCES {
        writeln!(text, "user_pref(\"{name}\", {value});").expect("memory can be written");
    }
    fs::write(profile.join("user.js"), text).expect("the world's folder can be written");
}
