//! Lists the files of the built app for the feature `embed`; without it there is nothing to do.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_EMBED").is_none() {
        return;
    }
    println!("cargo::rerun-if-env-changed=NOTICEBOARD_WEB");
    let site = site();
    println!("cargo::rerun-if-changed={}", site.display());
    if let Err(cause) = list(&site) {
        println!("cargo::error=the feature embed wants the built app in {} ({cause})", site.display());
        println!("cargo::error=run `cargo xtask build`, or name another folder in NOTICEBOARD_WEB");
    }
}

/// `NOTICEBOARD_WEB`, or where `cargo xtask build` leaves the app when cargo builds into the workspace's `target`.
fn site() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/site");
    env::var_os("NOTICEBOARD_WEB").map_or_else(usual, PathBuf::from)
}

/// Writes a slice of names and contents, by name, for `web/site.rs` to include.
fn list(site: &Path) -> io::Result<()> {
    let site = site.canonicalize()?;
    let mut files: Vec<PathBuf> = fs::read_dir(&site)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    if !files.contains(&site.join("index.html")) {
        return Err(io::Error::other("there is no index.html in it"));
    }
    let entry = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        format!("    ({name:?}, include_bytes!({:?}).as_slice()),\n", file.display().to_string())
    };
    let entries: String = files.iter().map(entry).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?);
    fs::write(out.join("site.rs"), format!("&[\n{entries}]\n"))
}
