//! Makes what a district installs: one archive with the program, how to run it, and the licences of all that is in it.
//!
//! The same sources give the same name, and the same compiler the same bytes: nothing in it says when or where it was
//! made.

mod archive;
mod licences;

use std::env::consts::{ARCH, OS};
use std::fs;
use std::path::{Path, PathBuf};

use self::archive::{Entry, Mode};
use crate::failure::{Failure, Outcome};
use crate::step::step;
use crate::{asset, project, tools, web};

/// The profile in the root manifest: `release` without symbols.
const PROFILE: &str = "dist";

/// What lies in the archive beside the program: where it is in the repository, and its name. Side by side, so that links
/// between the pages hold.
const ALONG: [(&str, &str); 8] = [
    ("docs/install.md", "README.md"),
    ("docs/https.md", "https.md"),
    ("docs/backup.md", "backup.md"),
    ("docs/noticeboard.service", "noticeboard.service"),
    ("docs/Containerfile", "Containerfile"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("data/LICENSE-lookfors.md", "LICENSE-lookfors.md"),
];

/// Builds everything and writes the archive and its checksum to `target/archive`.
pub fn package() -> Outcome {
    tools::c_compiler()?;
    // First what can be missing, then what takes long.
    let licences = step("licences of all that is in it", licences::text)?;
    web::build()?;
    step("build the server with the app inside", || {
        let profile = format!("--profile={PROFILE}");
        let mut build = project::cargo(&["build", &profile, "-p", "noticeboard-server", "--features", "embed"]);
        build.env("NOTICEBOARD_WEB", project::site());
        project::run(build.env("CARGO_ENCODED_RUSTFLAGS", project::without_own_folders()?))
    })?;
    let archive = step("write the archive", || write(licences))?;
    println!("wrote {}", archive.display());
    Ok(())
}

fn write(licences: String) -> Outcome<PathBuf> {
    let program = project::target().join(PROFILE).join("noticeboard");
    let mut entries = vec![
        Entry { name: "noticeboard".to_owned(), bytes: read(&program)?, mode: Mode::Program },
        Entry { name: "LICENSES-OF-DEPENDENCIES.txt".to_owned(), bytes: licences.into_bytes(), mode: Mode::File },
    ];
    for (file, name) in ALONG {
        let bytes = read(&project::root().join(file))?;
        entries.push(Entry { name: name.to_owned(), bytes, mode: Mode::File });
    }
    let name = format!("noticeboard-{}-{ARCH}-{OS}", env!("CARGO_PKG_VERSION"));
    let packed = archive::pack(&name, entries).map_err(Failure::file(Path::new(&name)))?;

    let folder = project::target().join("archive");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let file = folder.join(format!("{name}.tar.gz"));
    fs::write(&file, &packed).map_err(Failure::file(&file))?;
    let checksum = folder.join(format!("{name}.tar.gz.sha256"));
    let line = format!("{}  {name}.tar.gz\n", asset::hash(&packed));
    fs::write(&checksum, line).map_err(Failure::file(&checksum))?;
    Ok(file)
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(Failure::file(file))
}
