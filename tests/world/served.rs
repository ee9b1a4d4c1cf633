//! The built app as one world serves it: a copy of its own, into which a test may put what a browser cannot be told.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::world::repository;

/// The app as `cargo xtask build` leaves it: in `NOTICEBOARD_WEB`, else in `target/site`.
pub(crate) fn built_app() -> PathBuf {
    let usual = || repository().join("target/site");
    let site = std::env::var_os("NOTICEBOARD_WEB").map_or_else(usual, PathBuf::from);
    assert!(
        site.join("index.html").is_file(),
        "there is no built app in {}: run `cargo xtask build` first, or `cargo xtask test`",
        site.display()
    );
    site
}

/// Copies a built site.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the world's folder can be written");
    for entry in fs::read_dir(from).expect("the site can be read") {
        let entry = entry.expect("the site can be read");
        fs::copy(entry.path(), to.join(entry.file_name())).expect("the site can be copied");
    }
}

/// Another text in the place of a file's, which is then served as it is.
pub(crate) fn replace(site: &Path, name: &str, text: &str) {
    fs::write(site.join(name), text).expect("the copied site can be written");
    for ending in ["br", "gz"] {
        fs::remove_file(site.join(format!("{name}.{ending}"))).ok();
    }
}

/// Puts a script before the app's first. The content security policy lets no other script in, and the service worker
/// keeps a file only with the hash that it names: both stay as they are.
pub(crate) fn put_before_the_app(site: &Path, script: &str) {
    let files = fs::read_dir(site).expect("the site can be read").flatten();
    let mut names = files.filter_map(|file| file.file_name().into_string().ok());
    let boot =
        names.find(|name| name.starts_with("boot.") && name.ends_with(".js")).expect("a built app starts in boot.js");
    let text = fs::read_to_string(site.join(&boot)).expect("a script is text");
    let worker = fs::read_to_string(site.join("sw.js")).expect("a built app has a service worker");
    let longer = format!("{script}\n{text}");
    assert!(worker.contains(&integrity(&text)), "the worker keeps boot.js");
    replace(site, "sw.js", &worker.replace(&integrity(&text), &integrity(&longer)));
    replace(site, &boot, &longer);
}

/// A file's hash as the service worker names it.
fn integrity(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}
