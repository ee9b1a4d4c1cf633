//! Where things are in the repository, and how programs are run from it.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};

/// The root of the repository.
pub fn root() -> PathBuf {
    // src/xtask is two folders below the root.
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the package is two folders deep").to_owned()
}

/// Where cargo puts what it builds: `CARGO_TARGET_DIR` or `target`.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The built web app, as served. Not `web`: there cargo keeps what it compiles with the profile of that name.
pub fn site() -> PathBuf {
    target().join("site")
}

/// Where cargo keeps the sources of other people's crates.
fn registry() -> PathBuf {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let usual = || env::home_dir().unwrap_or_default().join(".cargo");
    home.unwrap_or_else(usual).join("registry/src")
}

/// For `CARGO_ENCODED_RUSTFLAGS`. Panic messages name source files: without the folders of whoever built it, everyone
/// builds the same bytes.
pub fn without_own_folders() -> Outcome<String> {
    let sysroot = output(rustc().args(["--print", "sysroot"]))?;
    // Where rustup puts the standard library's sources, and where its messages name them without those.
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let unsourced = format!("/rustc/{}", said_by_rustc("commit-hash")?);
    let remapped = [(root(), "noticeboard"), (registry(), "registry"), (library, unsourced.as_str())];
    Ok(remapped.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).join("\x1f"))
}

/// What `rustc -vV` says of itself under a name such as `host`.
pub fn said_by_rustc(name: &str) -> Outcome<String> {
    let said = output(rustc().arg("-vV"))?;
    let value = said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    value.map(str::to_owned).ok_or_else(|| Failure::Found(format!("rustc does not say its {name}")))
}

/// The compiler in use.
pub fn rustc() -> Command {
    let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    // Here the toolchain file decides which one that is.
    command.current_dir(root());
    command
}

/// A cargo command at the root of the repository.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(root()).args(arguments);
    // Set for this tool by `cargo run`; a build script that watches one would rebuild for nothing.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a command with this tool's own input and output, and waits for it.
pub fn run(command: &mut Command) -> Outcome {
    let program = shown(command);
    let status = command.status().map_err(|cause| Failure::NotStarted { program: program.clone(), cause })?;
    if status.success() { Ok(()) } else { Err(Failure::Program { program, status: status.to_string() }) }
}

/// Runs a command and answers what it printed; its errors go to the terminal.
pub fn output(command: &mut Command) -> Outcome<String> {
    let program = shown(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|cause| Failure::NotStarted { program: program.clone(), cause })?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Failure::Program { program, status: output.status.to_string() })
    }
}

/// Runs a command, shows what it prints line by line, and answers it, whether or not the command then succeeded.
pub fn told(command: &mut Command) -> Outcome<(String, Outcome)> {
    let program = shown(command);
    let not_started = |cause| Failure::NotStarted { program: program.clone(), cause };
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(not_started)?;
    let mut text = String::new();
    for line in child.stdout.take().into_iter().flat_map(|pipe| BufReader::new(pipe).lines()) {
        let line = line.map_err(not_started)?;
        println!("{line}");
        text.push_str(&line);
        text.push('\n');
    }
    let status = child.wait().map_err(not_started)?;
    let ended = if status.success() { Ok(()) } else { Err(Failure::Program { program, status: status.to_string() }) };
    Ok((text, ended))
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
