//! Coming back to a visit: the tablet slept, or the app was killed; no tap lies between.

use serde_json::json;
use world::{Planning, Tablet, World};

const QUESTIONS: &str = "Questions that invite reasoning";
const TALK: &str = "Students talk to students";

const PLANNING: Planning<'static> = Planning {
    purpose: "Do our questions invite reasons?",
    look_fors: &["DIS-04", "DIS-06"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

#[test]
fn an_app_that_was_killed_opens_in_the_visit_that_is_under_way_with_no_tap_and_no_door() {
    let world = World::new();
    let lead = visiting(&world);
    let place = lead.path();
    lead.is_kept_for_offline_use();
    world.network_down();
    lead.loses_the_browser();
    // As the icon on the home screen opens it.
    lead.opens_the_browser_again("/");
    let visit = lead.goes_on_in("Room 3");
    assert_eq!((lead.path(), visit.count(QUESTIONS)), (place, 2));
    lead.wait("see the clock right", || clock(&lead).starts_with("3:").then_some(()));
    visit.counts(QUESTIONS, 1);

    // The way out, and the doors beyond it; whoever opens the app anew comes back in.
    lead.presses("This visit");
    lead.follows("See the rounds; the visit stays open");
    lead.sees("A visit is under way in Room 3.");
    lead.follows("Other doors");
    lead.sees("Lead a round");
    lead.reloads();
    lead.goes_on_in("Room 3").minutes_pass(7).finishes();

    // And before the door of the room, as long as the visitor most likely stands there.
    lead.goes_to("/");
    lead.sees("The visit is finished and saved on this tablet.");
    lead.minutes_pass(16);
    lead.goes_to("/");
    lead.sees("Lead a round");
}

#[test]
fn a_tablet_that_slept_shows_the_clock_and_the_blocks_as_they_are_and_keeps_the_screen_awake_again() {
    let world = World::new();
    let lead = visiting(&world);
    count_wake_locks(&lead);
    sleeps(&lead);
    lead.minutes_pass(4);
    // The timers of a page that sleeps stand still; nothing but being shown may set it right.
    lead.run("window.setTimeout = () => 0", vec![]);
    wakes(&lead);
    lead.wait("see the clock right", || clock(&lead).starts_with("7:").then_some(()));
    lead.sees("4–6 missed");
    lead.wait("keep the screen awake again", || (lead.run("return window.awake", vec![]) == json!(1)).then_some(()));
    assert_eq!(lead.goes_on_in("Room 3").counts(QUESTIONS, 1).count(QUESTIONS), 3);
}

#[test]
fn a_visit_that_was_forgotten_over_lunch_is_asked_about_and_goes_on_or_ends_with_what_it_has() {
    let world = World::new();
    let lead = visiting(&world);
    sleeps(&lead);
    lead.minutes_pass(130);
    wakes(&lead);
    lead.sees("This visit has been open for more than 2 hours.");
    lead.presses("It goes on");
    lead.sees_no_more("This visit has been open");
    lead.reloads();
    lead.sees("This visit has been open for more than 2 hours.");
    lead.presses("Finish with what I have");
    lead.sees("When did the visit end?");
    lead.presses("Finish without a note");
    lead.sees("The visit is finished and saved on this tablet.");
}

/// Three minutes into a visit, with two counts and the first block answered.
fn visiting(world: &World) -> Tablet {
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 2).answers_the_block(TALK, "minutes 0 to 2", "seen");
    visit.minutes_pass(3);
    lead
}

fn clock(tablet: &Tablet) -> String {
    tablet.words_of(".clock span").unwrap_or_default()
}

/// The page is hidden, as when a tablet sleeps.
fn sleeps(tablet: &Tablet) {
    shows(tablet, "hidden");
}

fn wakes(tablet: &Tablet) {
    shows(tablet, "visible");
}

fn shows(tablet: &Tablet, state: &str) {
    let script = "Object.defineProperty(document, 'visibilityState', { value: arguments[0], configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))";
    tablet.run(script, vec![state.into()]);
}

/// From now on counts how often the page asks to keep the screen awake.
fn count_wake_locks(tablet: &Tablet) {
    let script = "window.awake = 0;
        const lock = { request: async () => { window.awake += 1; return { release() {} } } };
        Object.defineProperty(navigator, 'wakeLock', { value: lock, configurable: true })";
    tablet.run(script, vec![]);
}
