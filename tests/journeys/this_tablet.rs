//! What a tablet says about itself: changes that were refused, and that it is a leader's.

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
