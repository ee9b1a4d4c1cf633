//! The tablet's storage in a real browser keeps the contract of `device::storage`.

use domain::permission::{Mandate, Role};
use domain::text::Name;
use serde_json::{Value, json};
use world::damaged::SETTLED;
use world::{Engine, Planning, World, page};

use crate::traps::{PLANNING, QUESTIONS, planned_in};

/// How many sentences the contract has.
const SENTENCES: usize = 12;

#[test]
fn every_sentence_of_the_storages_contract_holds_in_each_engine() {
    let pages = page::of_example("storage_conformance", "dev");
    let world = World::of_pages(pages.path());
    for engine in Engine::ALL {
        holds_in(engine, &world);
    }
}

fn holds_in(engine: Engine, world: &World) {
    let page = world.tablet_in(engine, &format!("storage in {engine}"));
    page.goes_to("/");
    let found = page.wait("hear how the storage did", || {
        Some(page.run("return window.storageConformance ?? null", vec![])).filter(|found| !found.is_null())
    });
    let sentences = |name: &str| found[name].as_array().map(Vec::len).unwrap_or_default();
    assert_eq!(sentences("failed"), 0, "{engine}: {:#}", found["failed"]);
    assert_eq!(sentences("passed"), SENTENCES, "{engine}: {:#}", found["passed"]);

    // What lies in the browser is sealed, and the key that opens it cannot be read out.
    let key = page.run_async(&format!("{SETTLED}{KEY}"), vec![]);
    assert_eq!(key["extractable"], Value::Bool(false), "{engine}: {key}");
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

#[test]
fn a_store_of_the_first_version_is_brought_to_the_newest_and_keeps_what_is_in_it() {
    for engine in Engine::ALL {
        // One round of this purpose, of this tablet.
        let world = World::new();
        let lead = planned_in(&world, engine);
        lead.goes_to("/inventory");
        lead.run_async(&format!("{SETTLED}{WITH_STORES_OF_VERSION_1}"), vec![json!(1)]);
        lead.goes_to("/lead");
        lead.follows(PLANNING.purpose);
        lead.visits("Room 3").counts(QUESTIONS, 2).minutes_pass(10).finishes();
        lead.goes_to("/lead");
        lead.follows(PLANNING.purpose);
        lead.sees("1 of 34 rooms visited");
        let version = "return (await indexedDB.databases()).map(({ version }) => version)";
        assert_eq!(lead.run_async(version, vec![]), json!([2]), "{engine}");
    }
}

#[test]
fn a_store_that_was_not_brought_to_the_newest_version_whole_is_named_and_can_be_read() {
    let world = World::new();
    let lead = planned_in(&world, Engine::Chromium);
    lead.goes_to("/inventory");
    lead.run_async(&format!("{SETTLED}{WITH_STORES_OF_VERSION_1}"), vec![json!(2)]);
    lead.goes_to("/lead");
    lead.sees("What is saved on this tablet did not open.");
    lead.presses("Look for what can be read");
    lead.sees("Save the rescue file");
}

/// As Safari does with a site in a tab that was not opened for a week: what scripts wrote is gone, what the server set stays.
#[test]
fn a_browser_that_threw_everything_away_is_named_when_its_leader_signs_in_again_and_not_to_whoever_had_signed_out() {
    let world = World::new();
    let server = world.server();
    let name = Name::parse("Ana Ruiz").unwrap();
    let lead = Mandate::everywhere(Role::DistrictLead);
    let invited = world.wait_for(server.store.invite(&name, &lead, server.now())).unwrap();
    let tablet = world.tablet("lead");
    tablet.signs_in_with(&invited.code.code());
    let another_code = || world.wait_for(server.store.new_code(&invited.person.id, server.now())).unwrap().code.code();

    tablet.run_async(THROW_AWAY, vec![]);
    tablet.run("localStorage.clear()", vec![]);
    tablet.goes_to(&format!("/sign-in#{}", another_code()));
    tablet.presses("Sign in");
    tablet.sees("This browser has thrown away what was saved on this tablet.");
    tablet.presses("Begin with an empty tablet");
    tablet.has_come_in();

    tablet.syncs();
    tablet.goes_to("/tablet");
    tablet.presses("Sign out");
    tablet.sees("Lead a round");
    tablet.signs_in_with(&another_code());
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

/// Puts what is stored into a store with no more than version 1 had, and calls it by a version.
const WITH_STORES_OF_VERSION_1: &str = "
    const stores = ['records', 'keys'];
    const newest = await settled(indexedDB.open('noticeboard'));
    const kept = [];
    for (const name of stores) {
        const store = newest.transaction(name).objectStore(name);
        const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
        kept.push(keys.map((key, at) => [key, values[at]]));
    }
    newest.close();
    await settled(indexedDB.deleteDatabase('noticeboard'));
    const opening = indexedDB.open('noticeboard', arguments[0]);
    opening.onupgradeneeded = () => stores.forEach((name) => opening.result.createObjectStore(name));
    const first = await settled(opening);
    const writing = first.transaction(stores, 'readwrite');
    stores.forEach((name, at) => kept[at].forEach(([key, value]) => writing.objectStore(name).put(value, key)));
    await new Promise((done, failed) => { writing.oncomplete = done; writing.onabort = () => failed(writing.error); });
    first.close();
    return null;";

/// Reads the wrapping key of one of the databases.
const KEY: &str = "
    const { name } = (await indexedDB.databases())[0];
    const database = await settled(indexedDB.open(name));
    const key = await settled(database.transaction('keys').objectStore('keys').get('wrapping'));
    return { kind: key.constructor.name, extractable: key.extractable };";
