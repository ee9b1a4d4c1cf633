//! Keeps a data folder of the present schema, so that every later version can be tested against what districts have.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::{openapi, project};

/// Serves the sample from a fresh folder, takes a backup of it, and keeps its database as
/// `data/schema/<version>/noticeboard.sqlite3`. One that is there already is never replaced.
pub fn keep() -> Outcome {
    openapi::build_server()?;
    let folder = project::target().join("schema");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::file(&folder))?;
    }
    let backup = folder.join("sample.backup");
    let server = Running::sample(&folder)?;
    let program = openapi::server_program();
    project::run(
        Command::new(program).arg("backup").arg(&backup).arg("--data").arg(&folder).env_remove("DATABASE_URL"),
    )?;
    drop(server);

    let bytes = fs::read(&backup).map_err(Failure::file(&backup))?;
    let (version, database) =
        opened(&bytes).ok_or_else(|| Failure::Found("the backup was not understood".to_owned()))?;
    let kept = project::root().join("data/schema").join(version.to_string());
    let file = kept.join("noticeboard.sqlite3");
    if file.exists() {
        return Err(Failure::Found(format!(
            "{} is there already; what was released is never made again",
            file.display()
        )));
    }
    fs::create_dir_all(&kept).map_err(Failure::file(&kept))?;
    fs::write(&file, database).map_err(Failure::file(&file))?;
    println!("wrote {}", file.display());
    Ok(())
}

/// The schema's version and the database in a backup: two lines, then SQLite's file.
fn opened(backup: &[u8]) -> Option<(i64, &[u8])> {
    let mut parts = backup.splitn(3, |byte| *byte == b'\n').skip(1);
    let said: Value = serde_json::from_slice(parts.next()?).ok()?;
    Some((said["schema"].as_i64()?, parts.next()?))
}

/// A server that ends with this.
struct Running(Child);

impl Running {
    /// Waits until the sample is complete, which the server says by its address.
    fn sample(folder: &Path) -> Outcome<Running> {
        let mut command = Command::new(openapi::server_program());
        command.args(["serve", "--sample", "--port", "0", "--data"]).arg(folder).env_remove("DATABASE_URL");
        let not_started = |cause| Failure::NotStarted { program: "noticeboard serve".to_owned(), cause };
        let mut server = Running(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(not_started)?);
        let mut line = String::new();
        if let Some(printed) = server.0.stdout.take() {
            BufReader::new(printed).read_line(&mut line).map_err(not_started)?;
        }
        if line.is_empty() { Err(Failure::Found("the server did not start".to_owned())) } else { Ok(server) }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What it has committed is on the disk, however it ends.
        let _ = self.0.kill().and_then(|()| self.0.wait());
    }
}
