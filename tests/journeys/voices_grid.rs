//! The voices grid: seats without names, of which only two numbers outlive the visit, and a yes or no leaves.

use serde_json::json;
use world::{Planning, Tablet, World};

const VOICES: &str = "Many voices are heard";
const PLANNING: Planning<'static> = Planning {
    purpose: "Whose voices do we hear?",
    look_fors: &["EQP-01", "DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

#[test]
fn seats_that_were_heard_are_tapped_and_the_grid_is_destroyed_when_the_visit_ends() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round_with(&PLANNING, &["EQP-01"]);
    let visit = lead.visits("Room 3");
    lead.presses_in(VOICES, "Lay out the seats");
    for _ in 0..16 {
        lead.presses_in("students in the class", "one fewer");
    }
    for _ in 0..2 {
        lead.presses_in("seats side by side", "one fewer");
    }
    lead.presses("Lay out 8 seats");
    lead.sees("0 of 8 heard");
    has_focus(&lead, "seat-1");
    for seat in ["row 1, seat 2", "row 2, seat 1", "row 2, seat 4", "row 1, seat 1", "row 1, seat 4", "row 2, seat 3"] {
        lead.presses_in("seats", seat);
    }
    lead.sees("6 of 8 heard");
    // Once is enough.
    lead.presses_in("seats", "row 1, seat 2");
    lead.presses("Back to the look-fors");
    has_focus(&lead, "voices-open");
    let visit = visit.counts("Questions that invite reasoning", 1);
    let marks_before = marks_in_the_store(&lead);

    // The grid comes back after a reload, and an earlier seat can be taken out.
    lead.reloads();
    drop(visit);
    let visit = lead.goes_on_in("Room 3");
    lead.presses_in(VOICES, "6 of 8 heard");
    assert_eq!(heard(&lead), json!([1, 2, 4, 5, 7, 8]));
    lead.presses("So far");
    lead.presses("Take out: Many voices are heard: row 2, seat 1");
    lead.presses("Back to the visit");
    lead.sees("5 of 8 heard");
    assert_eq!(heard(&lead), json!([1, 2, 4, 7, 8]));
    assert_eq!(marks_in_the_store(&lead), marks_before + 1, "taking out is a mark of its own");

    // By keys alone: arrows lead from seat to seat.
    let walk = "const seat = document.querySelector('#seat-1'); seat.focus();
        for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft'])
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        return document.activeElement.id";
    assert_eq!(lead.run(walk, vec![]), json!("seat-5"));

    lead.presses("Back to the look-fors");
    visit.minutes_pass(10).goes_to_the_end();
    lead.sees("Only here: 5 of 8 heard");
    assert_eq!(lead.words_of("tbody td").as_deref(), Some("yes"));
    lead.presses("Finish without a note");
    lead.sees("The visit is finished and saved on this tablet.");
    // The subject, the count, the two numbers and the end.
    assert_eq!(marks_in_the_store(&lead), 4);
    lead.syncs();
    let log = world.log();
    assert!(!log.contains("heard") && !log.contains("seat"), "{log}");
}

#[test]
fn where_there_is_no_talk_of_the_whole_class_the_grid_is_set_aside() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round_with(&PLANNING, &["EQP-01"]);
    let visit = lead.visits("Room 3").sees(VOICES, "does not apply").minutes_pass(10);
    visit.goes_to_the_end();
    lead.sees("not usable it did not apply");
}

/// The seats that are pressed.
fn heard(lead: &Tablet) -> serde_json::Value {
    let script = "return [...document.querySelectorAll('.grid button')]
        .filter((seat) => seat.ariaPressed === 'true').map((seat) => Number(seat.id.slice(5)))";
    lead.run(script, vec![])
}

/// How many marks the tablet's database holds.
fn marks_in_the_store(lead: &Tablet) -> u64 {
    lead.sees("saved on this tablet");
    let script = "const open = (request) => new Promise((opened, failed) => {
            request.onsuccess = () => opened(request.result);
            request.onerror = () => failed(request.error);
        });
        let marks = 0;
        for (const { name } of await indexedDB.databases()) {
            const database = await open(indexedDB.open(name));
            for (const store of database.objectStoreNames) {
                const keys = await open(database.transaction(store).objectStore(store).getAllKeys());
                marks += keys.filter((key) => String(key).startsWith('mark/')).length;
            }
            database.close();
        }
        return marks";
    lead.run_async(script, vec![]).as_u64().unwrap()
}

/// What was pressed is gone, and whoever goes on with keys is not sent back to the top.
fn has_focus(lead: &Tablet, id: &str) {
    let focused = || lead.run("return document.activeElement.id", vec![]) == json!(id);
    lead.wait(&format!("have the focus on {id}"), || focused().then_some(()));
}
