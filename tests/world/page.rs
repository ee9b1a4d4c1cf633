//! A page around one of the device's compiled examples, as the build tool makes one around the app.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use wasm_bindgen_cli_support::Bindgen;

use crate::world::repository;

/// Compiles the example of this name with a profile of cargo's; the folder of what a browser loads.
///
/// # Panics
/// When it does not compile.
pub fn of_example(name: &str, profile: &str) -> TempDir {
    let pages = TempDir::with_prefix("noticeboard-page-").expect("this machine has a folder for passing things");
    bind(&compiled(name, profile), pages.path());
    pages
}

/// Where cargo puts what it compiled.
fn compiled(name: &str, profile: &str) -> PathBuf {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--profile", profile, "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--message-format", "json", "-p", "noticeboard-device", "--example", name]);
    if let Some(flags) = std::env::var_os("NOTICEBOARD_RUSTFLAGS") {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags);
    }
    let output = cargo.current_dir(repository()).output().expect("cargo is on the path");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8_lossy(&output.stdout);
    let files = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut examples = files.filter(|message| message["target"]["name"] == name);
    let example = examples.next_back().expect("cargo names what it made");
    example["filenames"][0].as_str().expect("an example is a file").into()
}

fn bind(compiled: &Path, pages: &Path) {
    let mut bindgen = Bindgen::new();
    let bytes = fs::read(compiled).expect("what cargo made can be read");
    bindgen.input_bytes("page", bytes).typescript(false).omit_default_module_path(true);
    bindgen.web(true).expect("a page for browsers can be made");
    let mut output = bindgen.generate_output().expect("the bindings are of the tool's own version");
    let mut module = output.js().to_owned();
    let inline = output.snippets().iter().flat_map(|(package, texts)| {
        texts.iter().enumerate().map(move |(number, text)| (format!("{package}/inline{number}.js"), text))
    });
    let snippets = inline.chain(output.local_modules().iter().map(|(path, text)| (path.clone(), text)));
    let write =
        |name: &str, bytes: &[u8]| fs::write(pages.join(name), bytes).expect("the pages' folder can be written");
    for (number, (path, text)) in snippets.enumerate() {
        // The server serves files that lie side by side.
        module = module.replace(&format!("./snippets/{path}"), &format!("./snippet-{number}.js"));
        write(&format!("snippet-{number}.js"), text.as_bytes());
    }
    write("page.js", module.as_bytes());
    write("page_bg.wasm", &output.wasm_mut().emit_wasm());
    write("start.js", b"import start from './page.js'; start({ module_or_path: '/page_bg.wasm' });");
    write("index.html", b"<!doctype html><title>Example</title><script type=module src=/start.js></script>");
}
