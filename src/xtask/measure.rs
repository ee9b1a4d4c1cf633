//! Runs the simulation and the benches of the tests crate.

use std::process::Command;

use crate::failure::Outcome;
use crate::{npm, project, tools, web};

/// What happens to a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blow {
    /// Its processes end.
    Kill,
    /// And its disk forgets what was not synced.
    PowerCut,
    /// And its disk is full for a while.
    FullDisk,
}

/// Runs `seeds` simulations, the first with seed `from`, of tablets that have a lock or of some that have none.
pub fn simulate(seeds: u64, from: u64, locks: bool) -> Outcome {
    let mut simulation = simulation(seeds, from);
    if locks {
        simulation.arg("--locks");
    }
    project::run(&mut simulation)
}

/// Prints the figures of one bench, or of all; `flags` are the benches' own.
pub fn bench(name: Option<&str>, flags: Option<&str>) -> Outcome {
    tools::for_benches()?;
    web::build()?;
    project::run(benches()?.args(name).args(flags))
}

/// Kills browsers of one engine, or of each, so many times; or cuts their disk's power too.
pub fn kill(engine: Option<&str>, kills: u32, seed: u64, blow: Blow) -> Outcome {
    tools::for_tests()?;
    web::build()?;
    let mut command = kills_of_each(kills, seed);
    if let Some(engine) = engine {
        command.args(["--engine", engine]);
    }
    match blow {
        Blow::Kill => {}
        Blow::PowerCut => drop(command.arg("--power-cuts")),
        Blow::FullDisk => drop(command.arg("--full-disk")),
    }
    project::run(&mut command)
}

/// Taps for so many minutes.
pub fn soak(minutes: u32) -> Outcome {
    tools::for_tests()?;
    web::build()?;
    project::run(&mut soaking(minutes))
}

/// So many kills of each engine, of the web app that was built.
pub fn kills_of_each(kills: u32, seed: u64) -> Command {
    let mut command = in_browsers("kill");
    command.args(["--kills", &kills.to_string(), "--seed", &seed.to_string()]);
    command
}

/// Taps for so many minutes, in the web app that was built.
pub fn soaking(minutes: u32) -> Command {
    let mut command = in_browsers("soak");
    command.args(["--minutes", &minutes.to_string()]);
    command
}

/// The simulation of so many seeds from `from` on.
pub fn simulation(seeds: u64, from: u64) -> Command {
    let mut command = program("simulate");
    command.args(["--seeds", &seeds.to_string(), "--from", &from.to_string()]);
    command
}

/// The audit of so many districts and servers.
pub fn audit(districts: u64, servers: u64, seed: u64) -> Command {
    let mut command = program("audit");
    let (districts, servers, seed) = (districts.to_string(), servers.to_string(), seed.to_string());
    command.args(["--districts", &districts, "--servers", &servers, "--seed", &seed]);
    command
}

/// How often intervals hold the truth, and what trends do.
pub fn figures() -> Command {
    let mut command = program("audit");
    command.arg("--figures");
    command
}

/// All benches, of the web app that was built.
pub fn benches() -> Outcome<Command> {
    let mut command = in_browsers("bench");
    // What a bench compiles for a browser shares with the app what both are made of, instead of replacing it.
    command.env("NOTICEBOARD_RUSTFLAGS", project::without_own_folders()?);
    match npm::yardsticks() {
        Ok(folder) => {
            command.env("NOTICEBOARD_YARDSTICKS", folder);
        }
        // The bench says which figures there are not.
        Err(cause) => eprintln!("    nothing to compare with: {cause}"),
    }
    Ok(command)
}

/// A program of the tests crate that opens the web app that was built.
fn in_browsers(name: &str) -> Command {
    let mut command = program(name);
    command.env("NOTICEBOARD_WEB", project::site()).env("PATH", tools::path());
    command
}

/// A program of the tests crate, at full speed.
fn program(name: &str) -> Command {
    project::cargo(&["run", "--quiet", "--release", "-p", "noticeboard-tests", "--bin", name, "--"])
}
