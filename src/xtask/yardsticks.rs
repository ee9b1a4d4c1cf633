//! What the benches compare with: libraries of the npm registry, fetched by name and never shipped.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::project;

/// Two ways to store in a browser, and a form of questions with what draws it.
const PACKAGES: [&str; 4] = ["dexie@4.4.7", "pouchdb@9.0.0", "survey-core@2.5.38", "survey-js-ui@2.5.38"];

/// The folder with one folder for each of them; fetches them with npm when they are not there.
///
/// # Errors
/// Where there is no npm, or no network.
pub fn fetched() -> Outcome<PathBuf> {
    let folder = project::target().join("yardsticks");
    let (stamp, wanted) = (folder.join("fetched"), PACKAGES.join(" "));
    if fs::read_to_string(&stamp).is_ok_and(|fetched| fetched == wanted) {
        return Ok(folder.join("node_modules"));
    }
    eprintln!("    fetching {wanted}");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let mut npm = Command::new("npm");
    // Their programs for other places than a browser are not built.
    npm.args(["install", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"]);
    project::output(npm.arg("--prefix").arg(&folder).args(PACKAGES))?;
    fs::write(&stamp, &wanted).map_err(Failure::file(&stamp))?;
    Ok(folder.join("node_modules"))
}
