//! The talk strip: one tap switches, quiet is held or tapped at both ends, and only a yes or no leaves.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use world::{Planning, Tablet, World};

const QUIET: &str = "Quiet time to think";
const PLANNING: Planning<'static> = Planning {
    purpose: "Do students get time to think?",
    look_fors: &["DIS-05", "DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

#[test]
fn talk_is_switched_with_one_tap_and_quiet_is_held_by_finger_or_key() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round_with(&PLANNING, &["DIS-05"]);
    let visit = lead.visits("Room 3");
    switches(&lead, "teacher to all");
    let visit = visit.minutes_pass(3);
    switches(&lead, "partners");
    // Drawn, and not read aloud.
    lead.wait("see how long the teacher talked", || {
        let times = "return [...document.querySelectorAll('.spent')].map((time) => time.dataset.time)";
        lead.run(times, vec![])[0].as_str().filter(|time| time.starts_with("3:0")).map(drop)
    });

    // Held by a finger, by a key, tapped at both ends, and an answer that came at once.
    does(&lead, "pointerdown");
    sleep(Duration::from_millis(3_300));
    lead.sees("quiet for 3 s");
    does(&lead, "pointerup");
    lead.sees("open question 2 of 5");
    key(&lead, "keydown");
    key(&lead, "keydown");
    sleep(Duration::from_millis(3_300));
    key(&lead, "keyup");
    lead.sees("open question 3 of 5");
    lead.presses_in(QUIET, "answered at once");
    lead.sees("open question 4 of 5");

    // A reload in the middle brings all of it back.
    lead.reloads();
    lead.goes_on_in("Room 3");
    lead.sees("open question 4 of 5");
    assert_eq!(talking(&lead), json!("partners"));
    for _ in 0..2 {
        lead.presses_in(QUIET, "hold while it is quiet");
        lead.sees("let go, or tap, when somebody speaks");
        sleep(Duration::from_millis(3_200));
        lead.presses_in(QUIET, "quiet for");
        lead.sees_no_more("let go, or tap, when somebody speaks");
    }
    lead.sees("all 5 timed: that is enough");

    // An earlier mark goes, and the later ones stay as they were.
    lead.presses("So far");
    lead.presses("Take out: talking: teacher to all");
    lead.sees_no_more("talking: teacher to all");
    lead.presses("Back to the visit");
    assert_eq!(talking(&lead), json!("partners"));

    visit.minutes_pass(6).goes_to_the_end();
    lead.sees("Only here: 5 questions, three seconds or more after 4");
    lead.sees("before the first tap 3:");
    assert_eq!(lead.words_of("tbody td").as_deref(), Some("yes"));
    lead.presses("Finish without a note");
    lead.sees("The visit is finished and saved on this tablet.");
    lead.syncs();
}

#[test]
fn a_quiet_that_was_begun_by_mistake_is_not_kept() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round_with(&PLANNING, &["DIS-05"]);
    lead.visits("Room 3");
    lead.presses_in(QUIET, "hold while it is quiet");
    lead.presses_in(QUIET, "do not keep");
    lead.sees("open question 1 of 5");
    // A screen reader activates without pressing: a click starts, a click stops.
    let click = "document.querySelector('.press').click()";
    lead.run(click, vec![]);
    lead.sees("quiet for 1 s");
    lead.run(click, vec![]);
    lead.sees("open question 2 of 5");
}

fn switches(lead: &Tablet, who: &str) {
    lead.presses_in("who is talking now", who);
    lead.wait("see who talks", || (talking(lead) == json!(who)).then_some(()));
    lead.sees("saved on this tablet");
}

fn talking(lead: &Tablet) -> serde_json::Value {
    lead.run("return document.querySelector('.talk [aria-pressed=\"true\"]')?.innerText.trim() ?? null", vec![])
}

fn does(lead: &Tablet, event: &str) {
    let script = "document.querySelector('.press')
        .dispatchEvent(new PointerEvent(arguments[0], { bubbles: true, isPrimary: true, pointerId: 1 }))";
    lead.run(script, vec![json!(event)]);
}

fn key(lead: &Tablet, event: &str) {
    let script = "document.querySelector('.press')
        .dispatchEvent(new KeyboardEvent(arguments[0], { key: ' ', code: 'Space', bubbles: true, cancelable: true }))";
    lead.run(script, vec![json!(event)]);
}
