//! A new version of the app is offered between visits and never during one.

use serde_json::Value;
use world::{Person, Planning, World};

const OFFER: &str = "There is a new version. Your visits stay as they are.";

#[test]
fn an_update_is_offered_between_visits_and_not_during_one() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&Planning {
        purpose: "Do our questions invite reasons?",
        look_fors: &["DIS-04"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    lead.is_kept_for_offline_use();
    lead.reloads();
    let before = versions(&lead);

    let visit = lead.visits("Room 3").counts("Questions that invite reasoning", 2);
    world.deploys_another_version();
    lead.looks_for_a_new_version();
    assert!(!lead.can_see(OFFER), "a visit is under way");
    let visit = visit.counts("Questions that invite reasoning", 1);
    assert_eq!(visit.count("Questions that invite reasoning"), 3);
    assert!(!lead.can_see(OFFER), "a visit is under way");
    // Leaving the visit's screen does not bring the offer either: not beside the rounds, not at the doors.
    lead.goes_to("/lead");
    lead.sees("A visit is under way in Room 3.");
    lead.looks_for_a_new_version();
    assert!(!lead.can_see(OFFER), "a visit is under way");
    lead.follows("Other doors");
    lead.sees("Lead a round");
    lead.looks_for_a_new_version();
    assert!(!lead.can_see(OFFER), "a visit is under way");
    lead.follows("Lead a round");
    lead.follows("Go on with the visit");
    lead.goes_on_in("Room 3").minutes_pass(10).finishes();

    lead.goes_to("/lead");
    lead.sees(OFFER);
    lead.presses("Open the new version");
    lead.wait("have the new version alone", || {
        let now = versions(&lead);
        (now.len() == 1 && now != before).then_some(())
    });
    lead.sees("Rounds");
    assert!(!lead.can_see(OFFER), "there is nothing newer");
    lead.sees("1 of 34 rooms visited");
}

/// The builds that the browser keeps. The page may be loading anew while it is asked, and a promise of a page that has
/// gone never answers: so what it said is left in the window and looked at until it is there.
fn versions(lead: &Person) -> Vec<Value> {
    lead.run("delete window.versionsKept", vec![]);
    lead.wait("say which versions it keeps", || {
        let asked = "caches.keys().then((names) => { window.versionsKept = names.sort() });
            return window.versionsKept ?? null";
        lead.run(asked, vec![]).as_array().cloned()
    })
}
