//! WebKitGTK's MiniBrowser: a WebKitWebDriver for each browser, in one process group with it.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::Client;
use serde_json::{Map, json};
use tokio::runtime::Runtime;

use super::{display, on_path, session};
use crate::browser::Screen;
use crate::driver::Driver;
use crate::leash::Leash;

/// Keeps what pages store in the folder, as `--automation` would not.
pub(super) fn start(profile: &Path, screen: Screen, address: &str) -> Leash {
    let mut arguments = surroundings(profile);
    arguments.extend([mini_browser().display().to_string(), geometry(screen), address.to_owned()]);
    Leash::start("env", &arguments, profile).expect("sh is on the path")
}

pub(super) fn drive(runtime: &Runtime, profile: &Path, screen: Screen) -> (Leash, Client) {
    let driver = Driver::start(&on_path("WebKitWebDriver"), &[], &surroundings(profile));
    let mut wanted = Map::new();
    let options = json!({ "binary": mini_browser(), "args": ["--automation", geometry(screen)] });
    wanted.insert("webkitgtk:browserOptions".to_owned(), options);
    wanted.insert("acceptInsecureCerts".to_owned(), json!(true));
    let client = session(runtime, &driver.address, wanted);
    (driver.leash, client)
}

/// Variables, as `env` takes them.
fn surroundings(profile: &Path) -> Vec<String> {
    fs::create_dir_all(profile).expect("the world's folder can be written");
    let here = profile.display();
    let folders = ["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"].map(|name| format!("{name}={here}"));
    let mut variables = folders.to_vec();
    variables.push(format!("DISPLAY={}", display::name()));
    // Nothing of whoever runs the test: neither their desktop nor their language.
    variables.extend(
        ["GDK_BACKEND=x11", "LANG=en_US.UTF-8", "NO_AT_BRIDGE=1", "LIBGL_ALWAYS_SOFTWARE=1"].map(str::to_owned),
    );
    variables
}

fn geometry((width, height): Screen) -> String {
    format!("--geometry={width}x{height}")
}

/// It lies beside the library and not on the path: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser` on Debian.
fn mini_browser() -> PathBuf {
    let below = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let places = below(Path::new("/usr/lib")).into_iter().chain([PathBuf::from("/usr/lib"), "/usr/libexec".into()]);
    let found = places
        .flat_map(|place| ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map(|name| place.join(name)))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file());
    found.expect("WebKitGTK's MiniBrowser is not there: `cargo xtask test` installs it")
}
