//! The tablet's storage in a real browser keeps the contract of `device::storage`.

use serde_json::Value;
use world::{World, page};

/// How many sentences the contract has.
const SENTENCES: usize = 12;

#[test]
fn every_sentence_of_the_storages_contract_holds_in_the_browser() {
    let pages = page::of_example("storage_conformance", "dev");
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
