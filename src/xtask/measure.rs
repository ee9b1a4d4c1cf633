//! Runs the simulation and the benches of the tests crate.

use std::process::Command;

use crate::failure::Outcome;
use crate::{project, tools, web};

/// Runs `seeds` simulations, the first with seed `from`.
pub fn simulate(seeds: u64, from: u64) -> Outcome {
    project::run(&mut simulation(seeds, from))
}

/// Prints one figure, or all.
pub fn bench(name: Option<&str>) -> Outcome {
    tools::for_tests()?;
    web::build()?;
    project::run(benches().args(name))
}

/// The simulation of so many seeds from `from` on.
pub fn simulation(seeds: u64, from: u64) -> Command {
    let mut command = program("simulate");
    command.args(["--seeds", &seeds.to_string(), "--from", &from.to_string()]);
    command
}

/// All benches, of the web app that was built.
pub fn benches() -> Command {
    let mut command = program("bench");
    command.env("NOTICEBOARD_WEB", project::site()).env("PATH", tools::path());
    command
}

/// A program of the tests crate, at full speed.
fn program(name: &str) -> Command {
    project::cargo(&["run", "--quiet", "--release", "-p", "noticeboard-tests", "--bin", name, "--"])
}
