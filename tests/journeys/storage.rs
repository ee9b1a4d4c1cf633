//! The tablet's storage in a real browser keeps the contract of `device::storage`.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use wasm_bindgen_cli_support::Bindgen;
use world::World;
use world::world::repository;

/// How many sentences the contract has.
const SENTENCES: usize = 8;

#[test]
fn every_sentence_of_the_storages_contract_holds_in_the_browser() {
    let pages = TempDir::new().unwrap();
    bind(&compiled(), pages.path());
    let world = World::of_pages(pages.path());
    let page = world.phone("storage");
    page.goes_to("/");
    let found = page.wait("hear how the storage did", || {
        Some(page.run("return window.storageConformance ?? null", vec![])).filter(|found| !found.is_null())
    });
    let sentences = |name: &str| found[name].as_array().map(Vec::len).unwrap_or_default();
    assert_eq!(sentences("failed"), 0, "{:#}", found["failed"]);
    assert_eq!(sentences("passed"), SENTENCES, "{:#}", found["passed"]);

    // What lies in the browser is sealed, and the key that opens it cannot be read out.
    let key = page.run_async(KEY, vec![]);
    assert_eq!(key["extractable"], Value::Bool(false), "{key}");
}

/// Reads the wrapping key of one of the databases.
const KEY: &str = "
    const { name } = (await indexedDB.databases())[0];
    const settled = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
    const database = await settled(indexedDB.open(name));
    const key = await settled(database.transaction('keys').objectStore('keys').get('wrapping'));
    return { kind: key.constructor.name, extractable: key.extractable };";

/// Compiles the page for browsers; where cargo puts it.
fn compiled() -> std::path::PathBuf {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--target", "wasm32-unknown-unknown", "--message-format", "json"]);
    cargo.args(["-p", "noticeboard-device", "--example", "storage_conformance"]).current_dir(repository());
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8(output.stdout).unwrap();
    let files = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut examples = files.filter(|message| message["target"]["name"] == "storage_conformance");
    let example = examples.next_back().unwrap();
    example["filenames"][0].as_str().unwrap().into()
}

/// Makes of it what a browser loads, as the build tool does for the app.
fn bind(compiled: &Path, pages: &Path) {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("page", fs::read(compiled).unwrap()).typescript(false).omit_default_module_path(true);
    bindgen.web(true).unwrap();
    let mut output = bindgen.generate_output().unwrap();
    let mut module = output.js().to_owned();
    let inline = output.snippets().iter().flat_map(|(package, texts)| {
        texts.iter().enumerate().map(move |(number, text)| (format!("{package}/inline{number}.js"), text))
    });
    let snippets = inline.chain(output.local_modules().iter().map(|(path, text)| (path.clone(), text)));
    for (number, (path, text)) in snippets.enumerate() {
        // The server serves files that lie side by side.
        module = module.replace(&format!("./snippets/{path}"), &format!("./snippet-{number}.js"));
        fs::write(pages.join(format!("snippet-{number}.js")), text).unwrap();
    }
    fs::write(pages.join("page.js"), module).unwrap();
    fs::write(pages.join("page_bg.wasm"), output.wasm_mut().emit_wasm()).unwrap();
    fs::write(pages.join("start.js"), "import start from './page.js'; start({ module_or_path: '/page_bg.wasm' });")
        .unwrap();
    fs::write(
        pages.join("index.html"),
        "<!doctype html><title>Storage</title><script type=module src=/start.js></script>",
    )
    .unwrap();
}
