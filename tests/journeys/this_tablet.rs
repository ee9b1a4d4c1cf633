//! What a tablet says about itself: changes that were refused, and that it is a leader's; and how a leader leaves it.

use domain::permission::{Mandate, Role};
use domain::text::Name;
use serde_json::Value;
use world::{Planning, Tablet, World};

#[test]
fn a_refused_change_is_shown_with_its_reason_and_can_be_put_up_again_or_let_go() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead.is_kept_for_offline_use();
    let second = world.tablet("second");
    second.opens_the_lead_door();
    second.joins(&lead.round_code());
    second.is_kept_for_offline_use();

    world.network_down();
    extends(&lead, "2026-11-24");
    extends(&second, "2026-11-27");
    world.network_up();
    lead.syncs();
    second.goes_to("/tablet");
    second.presses("Send now");
    second.sees("The server did not take one change");
    second.sees("Another tablet changed the same thing at the same time");
    second.sees(PLANNING.purpose);
    second.sees("Last day: November 27, 2026");
    second.sees("Do not sign out of this tablet yet");

    // Letting go asks once.
    second.presses("Let it go");
    second.presses("No, keep it");
    second.presses("Set this last day again");
    second.sees_no_more("The server did not take one change");
    second.sees("It is safe to sign out of this tablet.");
    second.goes_to_the_rounds("close");
    second.sees("November 27, 2026");
}

#[test]
fn a_leaders_tablet_opens_without_a_network_although_the_browser_forgot_which_doors_were_used() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead.is_kept_for_offline_use();
    world.network_down();
    lead.run("localStorage.clear()", vec![]);
    lead.goes_to("/");
    lead.follows("Lead a round");
    lead.sees(PLANNING.purpose);
    let remembered = lead.run("return localStorage.getItem('noticeboard-doors')", vec![]);
    assert_eq!(remembered, "[\"lead\"]");
}

#[test]
fn signing_out_once_all_is_sent_leaves_nothing_of_the_leader_on_the_tablet() {
    let world = World::new();
    let tablet = signed_in(&world);
    tablet.plans_a_round(&PLANNING);
    tablet.syncs();
    tablet.goes_to("/tablet");
    tablet.sees("It is safe to sign out of this tablet.");
    assert_eq!(databases(&tablet), 1);
    // The key of a round that is open is on this tablet and on no other: it is asked about.
    tablet.presses("Sign out");
    tablet.sees("A round that is not closed has its key on this tablet.");
    tablet.presses("Stay signed in");
    assert_eq!(databases(&tablet), 1);
    tablet.presses("Sign out");
    tablet.presses("Sign out and delete it");
    tablet.sees("Lead a round");
    assert_eq!(databases(&tablet), 0);
    let remembered = tablet.run("return JSON.stringify([{ ...localStorage }, { ...sessionStorage }])", vec![]);
    let remembered = remembered.as_str().unwrap();
    assert!(!remembered.contains("Ana Ruiz") && !remembered.contains("leader"), "{remembered}");
    assert_eq!(world.wait_for(world.server().store.devices(world.server().now().day())).unwrap().len(), 0);
}

#[test]
fn whoever_has_unsent_work_chooses_to_stay_or_to_sign_out_and_keep_it_sealed() {
    let world = World::new();
    let tablet = signed_in(&world);
    world.network_down();
    tablet.plans_a_round(&PLANNING);
    tablet.goes_to("/tablet");
    tablet.sees("Do not sign out of this tablet yet");
    tablet.presses("Sign out");
    tablet.sees("Some of your work is on this tablet and nowhere else.");
    tablet.presses("Stay signed in");
    tablet.sees("Signed in as Ana Ruiz.");
    tablet.presses("Sign out");
    tablet.presses("Sign out and keep it sealed here");
    tablet.wait("leave", || (!tablet.can_see("Signed in as Ana Ruiz.")).then_some(()));
    assert_eq!(databases(&tablet), 1);

    // Ana comes back with a new code, finds her round, and it goes out.
    world.network_up();
    comes_in(&world, &tablet);
    tablet.sees(PLANNING.purpose);
    tablet.sees("everything received");
}

/// A tablet on which Ana, who leads in the whole district, is signed in.
fn signed_in(world: &World) -> Tablet {
    let (server, name) = (world.server(), Name::parse("Ana Ruiz").unwrap());
    let mandate = Mandate::everywhere(Role::DistrictLead);
    world.wait_for(server.store.invite(&name, &mandate, server.now())).unwrap();
    let tablet = world.tablet("shared");
    comes_in(world, &tablet);
    tablet.is_kept_for_offline_use();
    tablet
}

/// Ana signs in with a new code.
fn comes_in(world: &World, tablet: &Tablet) {
    let server = world.server();
    let ana = world.wait_for(server.store.people()).unwrap().into_iter().find(|person| person.name == "Ana Ruiz");
    let invited = world.wait_for(server.store.new_code(&ana.unwrap().id, server.now())).unwrap();
    tablet.signs_in_with(&invited.code.code());
}

/// How many leaders' databases the browser holds.
fn databases(tablet: &Tablet) -> usize {
    let names = tablet.run_async("return (await indexedDB.databases()).map(({ name }) => name)", vec![]);
    let named = |name: &Value| name.as_str().is_some_and(|name| name.starts_with("noticeboard-"));
    names.as_array().unwrap().iter().filter(|name| named(name)).count()
}

fn extends(tablet: &Tablet, day: &str) {
    tablet.goes_to_the_rounds("close");
    tablet.writes("New last day", day);
    tablet.presses("Extend the round");
    tablet.sees("The round now ends on");
}

/// A round of one look-for.
const PLANNING: Planning<'static> = Planning {
    purpose: "Do our questions invite reasons?",
    look_fors: &["DIS-04"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};
