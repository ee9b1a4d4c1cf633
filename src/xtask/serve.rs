//! Builds everything and runs the server on this machine.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::step::step;
use crate::{project, tools, web};

/// What a new data folder begins with.
pub enum Start {
    /// Five schools with their rosters and closed rounds.
    Sample,
    /// Nothing.
    Empty,
}

/// Runs until stopped. What would make the server refuse is looked at before the long build, not after.
pub fn serve(port: u16, data: &Path, start: Start) -> Outcome {
    port_is_free(port)?;
    folder_is_writable(data)?;
    tools::c_compiler()?;
    web::build()?;
    step("build the server with the app inside", || {
        let mut build = project::cargo(&["build", "--release", "-p", "noticeboard-server", "--features", "embed"]);
        project::run(build.env("NOTICEBOARD_WEB", project::site()))
    })?;

    let mut server = Command::new(project::target().join("release/noticeboard"));
    server.arg("serve").arg("--port").arg(port.to_string()).arg("--data").arg(data);
    server.arg(match start {
        Start::Sample => "--sample",
        Start::Empty => "--empty",
    });
    become_program(server)
}

fn port_is_free(port: u16) -> Outcome {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(cause) => Err(Failure::Found(format!(
            "port {port} cannot be used ({cause}); stop what listens there or choose another with --port"
        ))),
    }
}

fn folder_is_writable(data: &Path) -> Outcome {
    let try_it = || {
        fs::create_dir_all(data)?;
        let trial = data.join(".can-be-written");
        fs::write(&trial, b"")?;
        fs::remove_file(&trial)
    };
    try_it().map_err(|cause| {
        Failure::Found(format!(
            "the data folder {} cannot be written ({cause}); choose another with --data",
            data.display()
        ))
    })
}

/// The server takes this process over, so that Ctrl-C reaches it alone and the terminal waits for its end.
#[cfg(unix)]
fn become_program(mut program: Command) -> Outcome {
    use std::os::unix::process::CommandExt;

    let cause = program.exec();
    Err(Failure::NotStarted { program: "noticeboard serve".to_owned(), cause })
}

#[cfg(not(unix))]
fn become_program(mut program: Command) -> Outcome {
    project::run(&mut program)
}
