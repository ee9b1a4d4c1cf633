//! What the machine must have before a task can run, and how the tool gets it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::project;

/// The target the app is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the toolchain in use when it is missing.
pub fn wasm_target() -> Outcome {
    // Where rustc looks for the target's standard library, whoever installed it.
    let found = project::output(project::rustc().args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(found.trim()).is_dir() {
        return Ok(());
    }
    if !on_path("rustup") {
        return Err(Failure::Missing {
            what: format!("the Rust target {WASM}"),
            mend: "install rustup, or your distribution's package of that target".to_owned(),
        });
    }
    project::run(Command::new("rustup").args(["target", "add", WASM]).current_dir(project::root()))
}

/// SQLite is compiled from C.
pub fn c_compiler() -> Outcome {
    if env::var_os("CC").is_some() || ["cc", "gcc", "clang"].iter().any(|name| on_path(name)) {
        return Ok(());
    }
    Err(Failure::Missing {
        what: "a C compiler (`cc`)".to_owned(),
        mend: "install it first, on Debian and Ubuntu with `sudo apt-get install build-essential`".to_owned(),
    })
}

/// What the tests use and Debian has: the program that says whether it is there, and its package.
const PROGRAMS: [(&str, &str); 7] = [
    ("chromium", "chromium"),
    // In which most tests run: the same engine in half of the time.
    ("chromium-headless-shell", "chromium-headless-shell"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    // Brings WebKitGTK's small browser with it.
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    // Fetches what screens are looked at with, and what the benches compare with.
    ("npm", "npm"),
];

/// Firefox's driver, which Debian does not have; the version that the tests were written with.
const GECKODRIVER: &str = "0.37.1";

/// The browsers, their drivers, npm and the database that the tests use; installs what is missing, with apt, and with cargo
/// below the target folder.
pub fn for_tests() -> Outcome {
    let database = postgresql().is_none().then_some("postgresql");
    present(database)
}

/// The same without a database, which no bench needs.
pub fn for_benches() -> Outcome {
    present(None)
}

fn present(database: Option<&'static str>) -> Outcome {
    let missing = PROGRAMS.into_iter().filter(|(program, _)| !on_path(program));
    let packages: Vec<&str> = missing.map(|(_, package)| package).chain(database).collect();
    if !packages.is_empty() {
        eprintln!("    installing {}", packages.join(", "));
        install(&packages).map_err(|_| Failure::Missing {
            what: packages.join(", "),
            mend: format!("install it first, on Debian with `sudo apt-get install {}`", packages.join(" ")),
        })?;
    }
    geckodriver()
}

/// The path for programs that drive browsers: everybody's, and what this tool installed by itself.
pub fn path() -> OsString {
    let folders = path_folders().into_iter().chain([installed().join("bin")]);
    env::join_paths(folders).expect("what came apart as a path goes together as one")
}

fn geckodriver() -> Outcome {
    if on_path("geckodriver") || installed().join("bin/geckodriver").is_file() {
        return Ok(());
    }
    eprintln!("    building geckodriver {GECKODRIVER}, once; this takes a minute");
    let mut command =
        project::cargo(&["install", "geckodriver", "--debug", "--locked", "--version", GECKODRIVER, "--root"]);
    // Nobody looks into it.
    let command = command.arg(installed()).env("CARGO_PROFILE_DEV_DEBUG", "0");
    project::run(command).map_err(|_| Failure::Missing {
        what: "geckodriver".to_owned(),
        mend: format!("install it first, with `cargo install geckodriver --version {GECKODRIVER}`"),
    })
}

/// Where this tool installs programs of its own.
fn installed() -> PathBuf {
    project::target().join("tools")
}

/// The folder that holds `initdb` and `pg_ctl`: of the newest version under `/usr/lib/postgresql`, else on the path.
pub fn postgresql() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut numbers: Vec<u32> = versions.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    numbers.sort_unstable_by(|left, right| right.cmp(left));
    let installed = numbers.iter().map(|number| PathBuf::from(format!("/usr/lib/postgresql/{number}/bin")));
    installed.chain(path_folders()).find(|folder| folder.join("initdb").is_file())
}

fn install(packages: &[&str]) -> Outcome {
    if !on_path("apt-get") {
        return Err(Failure::Missing { what: "apt-get".to_owned(), mend: "install by hand".to_owned() });
    }
    project::run(apt(&["update", "--quiet"]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    let mut command = apt(&["install", "--quiet", "--yes", "--no-install-recommends"]);
    project::run(command.args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// apt-get, with sudo where this is not root.
fn apt(arguments: &[&str]) -> Command {
    let mut command = if on_path("sudo") {
        let mut command = Command::new("sudo");
        command.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        command
    } else {
        Command::new("apt-get")
    };
    command.args(arguments);
    command
}

fn on_path(program: &str) -> bool {
    path_folders().iter().any(|folder| folder.join(program).is_file())
}

fn path_folders() -> Vec<PathBuf> {
    env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default()
}
