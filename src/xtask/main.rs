//! The build tool: builds, serves, tests and measures Noticeboard; `cargo xtask --help` lists what it can do.

mod asset;
mod bindings;
mod commands;
mod compress;
mod failure;
mod library;
mod measure;
mod npm;
mod openapi;
mod package;
mod parts;
mod project;
mod prove;
mod schema;
mod serve;
mod shell;
mod size;
mod step;
mod test;
mod tools;
mod unreached;
mod web;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match commands::Command::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
