//! Putting the app on a device, what a browser promises about keeping, and the page that says what is kept where.

use serde_json::Value;
use world::{Planning, Tablet, World};

#[test]
fn a_leader_is_told_how_to_put_the_app_on_this_device_and_a_button_does_it_where_there_is_one() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.goes_to("/tablet");
    lead.sees("Signing out of the iPad can erase what you recorded.");
    lead.follows("Put Noticeboard on this device");
    lead.sees("at the right end of the address bar");
    assert!(!lead.can_see("Add to Home Screen"), "other devices are folded away");
    lead.presses("iPad and iPhone");
    lead.sees("Add to Home Screen");

    offers_to_install(&lead, "dismissed");
    lead.presses("Install Noticeboard");
    lead.sees_no_more("This browser can do it by itself");
    offers_to_install(&lead, "accepted");
    lead.presses("Install Noticeboard");
    lead.sees("Open Noticeboard from where this device keeps its apps");
    assert_eq!(lead.run("return window.asked", vec![]), Value::from(2));
}

#[test]
fn before_the_first_visit_of_a_round_a_browser_that_promises_nothing_is_named_once() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&Planning {
        purpose: "Do our questions invite reasons?",
        look_fors: &["DIS-04"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    lead.follows_in("Room 3", "Begin a visit");
    lead.sees("has not promised to keep");
    lead.visits("Room 3").counts("Questions that invite reasoning", 2).minutes_pass(10).finishes();
    lead.goes_to_the_round();
    lead.follows_in("Room 5", "Begin a visit");
    lead.sees("Begin the visit");
    // Long enough for the browser to have answered.
    lead.run_async("await navigator.storage.persisted()", vec![]);
    assert!(!lead.can_see("has not promised to keep"));
}

#[test]
fn anyone_reads_what_is_kept_where_from_the_first_screen() {
    let world = World::new();
    let family = world.phone("family");
    family.goes_to("/");
    family.follows("What is kept where");
    family.sees("What never exists");
    family.follows("Español");
    family.sees("Lo que nunca existe");
    assert!(family.path().starts_with("/inventory?language=es"));
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    assert_eq!(family.run(wider, vec![]), Value::Bool(false), "the page is wider than a phone");
}

/// What Chrome does where the app is not installed yet, with a person who answers in this way. Its own offer, which may
/// have come before, would wait for a person.
fn offers_to_install(lead: &Tablet, outcome: &str) {
    let script = "
        const offer = new Event('beforeinstallprompt', { cancelable: true });
        offer.prompt = async () => { window.asked = (window.asked ?? 0) + 1; };
        offer.userChoice = Promise.resolve({ outcome: arguments[0] });
        dispatchEvent(offer);";
    lead.run(script, vec![outcome.into()]);
}
