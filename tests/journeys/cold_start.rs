//! The app opens where there is no network, and its worker keeps out of what is said to the server.

use serde_json::json;
use world::{Planning, World};

#[test]
fn the_app_opens_cold_without_a_network_and_shows_what_the_tablet_holds() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead.is_kept_for_offline_use();

    world.network_down();
    lead.visits("Room 3").counts("Questions that invite reasoning", 2).minutes_pass(10).finishes();
    lead.closes_the_browser();
    lead.opens_the_browser_again("/");
    // Where the visitor stood: before the door of the room.
    lead.sees("The visit is finished and saved on this tablet.");
    lead.follows("Done: next room");
    lead.sees(PLANNING.purpose);
    lead.sees("visited · still on this tablet");
    // Everything goes on without a network: another visit from beginning to end.
    lead.visits("Room 5").counts("Questions that invite reasoning", 1).minutes_pass(10).finishes();
    world.network_up();
    lead.syncs();
}

#[test]
fn the_worker_touches_nothing_but_reading() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.is_kept_for_offline_use();
    lead.reloads();
    lead.sees("Rounds");
    // What a page hears when something is sent with the server gone, and when the app's page is asked for by POST.
    let script = "
        const answers = {};
        for (const [name, path, init] of arguments[0]) {
            answers[name] = await fetch(path, init).then((answer) => answer.status, () => 'no answer');
        }
        return answers;";
    let asked = json!([
        ["post", "/", { "method": "POST", "body": "visit" }],
        ["api", "/api/v1/doors", {}],
        ["page", "/", {}],
    ]);
    assert_eq!(lead.run_async(script, vec![asked.clone()]), json!({ "post": 405, "api": 200, "page": 200 }));
    world.network_down();
    let without = json!({ "post": "no answer", "api": "no answer", "page": 200 });
    assert_eq!(lead.run_async(script, vec![asked]), without);
}

#[test]
fn who_only_reads_is_sent_nothing_of_what_a_leaders_screens_say() {
    let world = World::with_earlier_rounds();
    let says = "
        const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
        const programs = fetched.filter((name) => name.endsWith('.wasm'));
        const texts = await Promise.all(programs.map(async (name) => (await fetch(name)).text()));
        return texts.map((text) => text.includes(arguments[0]));";
    let on_a_leaders_screen = json!("This is all that will leave the tablet.");
    let reader = world.reader("reader");
    reader.goes_to("/");
    reader.sees("Read the school’s picture");
    assert_eq!(reader.run_async(says, vec![on_a_leaders_screen.clone()]), json!([false]));
    reader.picture();
    // Each way to read is an address of its own, which may be loaded anew or opened from a message.
    for way in ["Picture", "Same opportunity?", "Productive talk"] {
        if way != "Picture" {
            reader.follows(way);
        }
        reader.reloads();
        reader.sees("Made to learn from, never for evaluation.");
        assert_eq!(reader.run_async(says, vec![on_a_leaders_screen.clone()]), json!([false]), "{way}");
    }
    let workers = "return (await navigator.serviceWorker.getRegistrations()).length";
    assert_eq!(reader.run_async(workers, vec![]), json!(0), "nothing keeps the whole app here");

    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.reloads();
    lead.sees("Rounds");
    assert_eq!(lead.run_async(says, vec![on_a_leaders_screen]), json!([true]));
}

/// A round of one look-for.
const PLANNING: Planning<'static> = Planning {
    purpose: "Do our questions invite reasons?",
    look_fors: &["DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};
