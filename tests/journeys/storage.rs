//! The tablet's storage in a real browser keeps the contract of `device::storage`.

use serde_json::Value;
use world::{Planning, World, page};

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

#[test]
fn a_browser_that_threw_the_store_away_is_named_before_an_empty_tablet_takes_its_place() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&Planning {
        purpose: "Who asks, and who answers?",
        look_fors: &["INQ-01", "INQ-04", "DIS-02", "DIS-04"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    lead.syncs();
    lead.run_async(THROW_AWAY, vec![]);

    lead.goes_to("/lead");
    lead.sees("This browser has thrown away what was saved on this tablet.");
    lead.sees("What had not been sent was only here");
    // Read once more, for whoever loads the page again instead of reading it.
    lead.reloads();
    lead.sees("This browser has thrown away what was saved on this tablet.");
    lead.presses("Begin with an empty tablet");
    // What had been sent comes back.
    lead.sees("Who asks, and who answers?");
    lead.goes_to("/lead");
    lead.sees("Who asks, and who answers?");
}

/// Removes every database and nothing else, as Chromium does after a full disk.
const THROW_AWAY: &str = "
    for (const { name } of await indexedDB.databases()) {
        await new Promise((done, failed) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = done;
            request.onerror = () => failed(request.error);
        });
    }
    return null;";

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
