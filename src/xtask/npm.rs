//! What tests and benches take from the npm registry: fetched by name into the target folder, and never shipped.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::project;

/// Two ways to store in a browser, and a form of questions with what draws it.
const YARDSTICKS: [&str; 4] = ["dexie@4.4.7", "pouchdb@9.0.0", "survey-core@2.5.38", "survey-js-ui@2.5.38"];

/// What looks at screens by the rules of WCAG, of Deque (MPL 2.0).
const AXE: &str = "axe-core@4.14.1";

/// The folder with what the benches compare with.
///
/// # Errors
/// Where there is no npm, or no network.
pub fn yardsticks() -> Outcome<PathBuf> {
    fetched("yardsticks", &YARDSTICKS)
}

/// The program that looks at screens.
///
/// # Errors
/// Where there is no npm, or no network.
pub fn axe() -> Outcome<PathBuf> {
    Ok(fetched("axe", &[AXE])?.join("axe-core/axe.min.js"))
}

/// The folder with one folder for each package, below the target folder's `name`; fetches them when they are not there.
fn fetched(name: &str, packages: &[&str]) -> Outcome<PathBuf> {
    let folder = project::target().join(name);
    let (stamp, wanted) = (folder.join("fetched"), packages.join(" "));
    if fs::read_to_string(&stamp).is_ok_and(|fetched| fetched == wanted) {
        return Ok(folder.join("node_modules"));
    }
    eprintln!("    fetching {wanted}");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let mut npm = Command::new("npm");
    // Their programs for other places than a browser are not built.
    npm.args(["install", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"]);
    project::output(npm.arg("--prefix").arg(&folder).args(packages))?;
    fs::write(&stamp, &wanted).map_err(Failure::file(&stamp))?;
    Ok(folder.join("node_modules"))
}
