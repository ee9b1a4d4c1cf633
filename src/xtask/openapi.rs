//! Keeps `docs/openapi.json` the same as the server's code.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::project;

/// Writes the document that the code describes.
pub fn write() -> Outcome {
    build_server()?;
    let text = described()?;
    let file = checked_in();
    let folder = file.parent().expect("the file is in a folder");
    fs::create_dir_all(folder).map_err(Failure::file(folder))?;
    fs::write(&file, text).map_err(Failure::file(&file))?;
    println!("wrote {}", file.display());
    Ok(())
}

/// Fails when the document that is checked in is not the one that the server describes which was compiled last.
pub fn check() -> Outcome {
    let file = checked_in();
    if fs::read_to_string(&file).map_err(Failure::file(&file))? == described()? {
        return Ok(());
    }
    Err(Failure::Found("docs/openapi.json is not what the code describes; run `cargo xtask openapi`".to_owned()))
}

/// Builds the server for development.
pub fn build_server() -> Outcome {
    project::run(&mut project::cargo(&["build", "-p", "noticeboard-server", "--bins"]))
}

/// Where cargo puts the server of a development build.
pub fn server_program() -> PathBuf {
    project::target().join("debug/noticeboard")
}

fn checked_in() -> PathBuf {
    project::root().join("docs/openapi.json")
}

fn described() -> Outcome<String> {
    let text = project::output(Command::new(server_program()).arg("openapi"))?;
    Ok(format!("{}\n", text.trim_end()))
}
