//! Runs the simulation and the benches of the tests crate, and keeps dated figures.

use std::fmt::Write;
use std::fs;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::project;
use crate::step::step;
use crate::web;

/// Runs `seeds` simulations, the first with seed `from`.
pub fn simulate(seeds: u64, from: u64) -> Outcome {
    project::run(&mut simulation(seeds, from))
}

/// Prints one figure, or all.
pub fn bench(name: Option<&str>) -> Outcome {
    web::build()?;
    project::run(benches().args(name))
}

/// Runs all of it at length and writes `docs/figures.md`.
pub fn prove(seeds: u64) -> Outcome {
    web::build()?;
    let day = project::output(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    let compiler = project::output(Command::new("rustc").arg("--version"))?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let simulated = step("simulation", || project::output_shown(&mut simulation(seeds, 0)))?;
    let measured = step("benches", || project::output_shown(&mut benches()))?;

    let mut page = String::from("# Figures\n\nWritten by `cargo xtask prove`; do not edit.\n\n");
    let machine = format!("{} on {}, {cores} cores", std::env::consts::OS, std::env::consts::ARCH);
    writeln!(page, "Measured {}, {machine}, {}.\n", day.trim(), compiler.trim()).expect("memory can be written");
    for (title, text) in [("Simulation", simulated), ("Budgets", measured)] {
        writeln!(page, "## {title}\n\n```text\n{}\n```\n", text.trim_end()).expect("memory can be written");
    }
    let file = project::root().join("docs/figures.md");
    fs::create_dir_all(project::root().join("docs")).map_err(Failure::file(&file))?;
    fs::write(&file, page.trim_end().to_owned() + "\n").map_err(Failure::file(&file))?;
    println!("wrote {}", file.display());
    Ok(())
}

fn simulation(seeds: u64, from: u64) -> Command {
    let mut command = program("simulate");
    command.args(["--seeds", &seeds.to_string(), "--from", &from.to_string()]);
    command
}

fn benches() -> Command {
    let mut command = program("bench");
    command.env("NOTICEBOARD_WEB", project::site());
    command
}

/// A program of the tests crate, at full speed.
fn program(name: &str) -> Command {
    project::cargo(&["run", "--quiet", "--release", "-p", "noticeboard-tests", "--bin", name, "--"])
}
