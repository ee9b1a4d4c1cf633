//! A new version of the app is offered between visits and never during one.

use serde_json::json;
use world::{Planning, World};

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
    let before = lead.run_async(VERSIONS, vec![]);

    let visit = lead.visits("Room 3").counts("Questions that invite reasoning", 2);
    world.deploys_another_version();
    lead.looks_for_a_new_version();
    assert!(!lead.can_see(OFFER), "a visit is under way");
    let visit = visit.counts("Questions that invite reasoning", 1);
    assert_eq!(visit.count("Questions that invite reasoning"), 3);
    assert!(!lead.can_see(OFFER), "a visit is under way");
    // Leaving the visit's screen does not bring the offer either: not at the doors, not beside the rounds.
    lead.goes_to("/");
    lead.sees("Lead a round");
    lead.looks_for_a_new_version();
    assert!(!lead.can_see(OFFER), "a visit is under way");
    lead.goes_to("/lead");
    lead.sees("A visit is under way in Room 3.");
    lead.looks_for_a_new_version();
    assert!(!lead.can_see(OFFER), "a visit is under way");
    lead.follows("Go on with the visit");
    lead.goes_on_in("Room 3").minutes_pass(10).finishes();

    lead.goes_to("/lead");
    lead.sees(OFFER);
    lead.presses("Open the new version");
    lead.wait("have the new version alone", || {
        let versions = lead.run_async(VERSIONS, vec![]);
        let versions = versions.as_array()?;
        (versions.len() == 1 && json!(versions) != before).then_some(())
    });
    lead.sees("Rounds");
    assert!(!lead.can_see(OFFER), "there is nothing newer");
    lead.sees("1 of 34 rooms visited");
}

/// The builds that the browser keeps.
const VERSIONS: &str = "return (await caches.keys()).sort()";
