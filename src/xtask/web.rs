//! Builds the web app: compiles it, binds it to JavaScript, names and compresses every file, writes `target/site`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::asset::{self, Asset};
use crate::bindings::{self, Bindings};
use crate::failure::{Failure, Outcome};
use crate::project;
use crate::shell;
use crate::step::step;
use crate::{compress, tools};

/// What is compiled for a browser: the name of its files, and the program. The whole app, the part without a tablet, and
/// what reads QR codes.
pub const BUILDS: [(&str, &str); 3] =
    [("app", "noticeboard-app"), ("reader", "noticeboard-reader"), (shell::SCANNER, "noticeboard-scanner")];

/// Leaves `target/site` as the sources say; does nothing that was done before.
pub fn build() -> Outcome {
    tools::wasm_target()?;
    step("compile the app to WebAssembly", compile)?;

    let stamp = stamp()?;
    let stamp_file = project::target().join("site.stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|last| last == stamp) && project::site().is_dir() {
        eprintln!("    the web app in {} is up to date", project::site().display());
        return Ok(());
    }
    let builds = step("write its JavaScript", bindings)?;
    step("name, compress and write its files", || write(&builds))?;
    fs::write(&stamp_file, stamp).map_err(Failure::file(&stamp_file))
}

fn compile() -> Outcome {
    let mut build = project::cargo(&["build", "--profile=web", "--target", tools::WASM, "--bins"]);
    build.args(["-p", "noticeboard-app", "-p", "noticeboard-scanner"]);
    project::run(build.env("CARGO_ENCODED_RUSTFLAGS", project::without_own_folders()?))
}

fn bindings() -> Outcome<Vec<(&'static str, Bindings)>> {
    BUILDS.iter().map(|(name, program)| Ok((*name, bindings::write(name, &compiled(program))?))).collect()
}

/// A program as it was compiled, with the names of its functions.
pub fn compiled(program: &str) -> PathBuf {
    project::target().join(tools::WASM).join("web").join(program).with_extension("wasm")
}

/// Changes when anything does that `target/site` is made from, this tool included.
fn stamp() -> Outcome<String> {
    let mut lines = Vec::new();
    for file in BUILDS.iter().map(|(_, program)| compiled(program)).chain(shell::sources()?) {
        let bytes = fs::read(&file).map_err(Failure::file(&file))?;
        lines.push(format!("{} {}", asset::hash(&bytes), file.display()));
    }
    let tool = std::env::current_exe().map_err(Failure::file(Path::new("xtask")))?;
    let changed = fs::metadata(&tool).and_then(|metadata| metadata.modified()).map_err(Failure::file(&tool))?;
    lines.push(format!("{:?} {}", changed.duration_since(UNIX_EPOCH).unwrap_or_default(), tool.display()));
    Ok(lines.join("\n"))
}

fn write(builds: &[(&str, Bindings)]) -> Outcome {
    let assets = shell::assets(builds)?;
    // Beside the old folder first, so that a server that reads from disk never meets half of one.
    let fresh = project::target().join("site.fresh");
    remove(&fresh)?;
    fs::create_dir_all(&fresh).map_err(Failure::file(&fresh))?;
    std::thread::scope(|scope| {
        let writers: Vec<_> = assets.iter().map(|asset| scope.spawn(|| write_asset(&fresh, asset))).collect();
        writers.into_iter().try_for_each(|writer| writer.join().expect("writing a file does not panic"))
    })?;
    remove(&project::site())?;
    fs::rename(&fresh, project::site()).map_err(Failure::file(&fresh))
}

/// Writes the file, and its compressed forms where they are smaller.
fn write_asset(folder: &Path, asset: &Asset) -> Outcome {
    let put = |ending: &str, bytes: &[u8]| {
        let file = folder.join(format!("{}{ending}", asset.name));
        fs::write(&file, bytes).map_err(Failure::file(&file))
    };
    put("", &asset.bytes)?;
    for (ending, bytes) in [(".br", compress::brotli(&asset.bytes)), (".gz", compress::gzip(&asset.bytes))] {
        if bytes.len() < asset.bytes.len() {
            put(ending, &bytes)?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Outcome {
    if folder.exists() { fs::remove_dir_all(folder).map_err(Failure::file(folder)) } else { Ok(()) }
}
