//! Runs the simulation and the benches of the tests crate.

use std::process::Command;

use crate::failure::Outcome;
use crate::{project, tools, web, yardsticks};

/// Runs `seeds` simulations, the first with seed `from`.
pub fn simulate(seeds: u64, from: u64) -> Outcome {
    project::run(&mut simulation(seeds, from))
}

/// Prints the figures of one bench, or of all; `flags` are the benches' own.
pub fn bench(name: Option<&str>, flags: Option<&str>) -> Outcome {
    tools::for_benches()?;
    web::build()?;
    project::run(benches()?.args(name).args(flags))
}

/// The simulation of so many seeds from `from` on.
pub fn simulation(seeds: u64, from: u64) -> Command {
    let mut command = program("simulate");
    command.args(["--seeds", &seeds.to_string(), "--from", &from.to_string()]);
    command
}

/// All benches, of the web app that was built.
pub fn benches() -> Outcome<Command> {
    let mut command = program("bench");
    command.env("NOTICEBOARD_WEB", project::site()).env("PATH", tools::path());
    // What a bench compiles for a browser shares with the app what both are made of, instead of replacing it.
    command.env("NOTICEBOARD_RUSTFLAGS", project::without_own_folders()?);
    match yardsticks::fetched() {
        Ok(folder) => {
            command.env("NOTICEBOARD_YARDSTICKS", folder);
        }
        // The bench says which figures there are not.
        Err(cause) => eprintln!("    nothing to compare with: {cause}"),
    }
    Ok(command)
}

/// A program of the tests crate, at full speed.
fn program(name: &str) -> Command {
    project::cargo(&["run", "--quiet", "--release", "-p", "noticeboard-tests", "--bin", name, "--"])
}
