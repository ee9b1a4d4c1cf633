//! One tab at a time holds the tablet.

use world::{Planning, World};

const ALREADY_OPEN: &str = "Noticeboard is already open in another tab.";

#[test]
fn a_second_tab_says_that_the_tablet_is_open_and_can_take_it_over() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&Planning {
        purpose: "Do our questions invite reasons?",
        look_fors: &["DIS-04"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    lead.opens_a_second_tab("/lead");
    lead.sees(ALREADY_OPEN);
    lead.presses("Go on here");
    lead.sees("Do our questions invite reasons?");
    lead.closes_the_tab();
    lead.sees(ALREADY_OPEN);
    lead.presses("Go on here");
    lead.sees("Another tablet joins");
}
