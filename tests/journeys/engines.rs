//! A whole visit without a network, in each of the three engines: all four units, a sentence, something
//! taken back, and a lock in the middle of it.

use domain::ids::RoundId;
use world::{Engine, Planning, Tablet, World};

use crate::lock::{sets_a_lock, unlocks};

const QUESTIONS: &str = "Questions that invite reasoning";
const TALK: &str = "Students talk to students";
const INVITED: &str = "Invitations beyond volunteers";
const SUPPORTS: &str = "Language supports in use";

/// A tally, two-minute blocks, a presence and a share.
const PLANNING: Planning<'static> = Planning {
    purpose: "Who is asked for reasons?",
    look_fors: &["DIS-04", "DIS-06", "EQP-02", "LAS-01"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

#[test]
fn a_whole_visit_is_made_in_chromium_without_a_network() {
    a_whole_visit_is_made_without_a_network_in(Engine::Chromium);
}

#[test]
fn a_whole_visit_is_made_in_firefox_without_a_network() {
    a_whole_visit_is_made_without_a_network_in(Engine::Firefox);
}

#[test]
fn a_whole_visit_is_made_in_webkit_without_a_network() {
    a_whole_visit_is_made_without_a_network_in(Engine::WebKit);
}

fn a_whole_visit_is_made_without_a_network_in(engine: Engine) {
    let world = World::new();
    let planner = world.tablet("planner");
    let lead = world.tablet_in(engine, &format!("lead in {engine}"));
    planner.opens_the_lead_door();
    planner.plans_a_round(&PLANNING);
    let code = planner.round_code();
    planner.syncs();
    lead.opens_the_lead_door();
    lead.is_kept_for_offline_use();
    lead.types_the_round_code(&code);
    lead.sees("Rooms");
    lead.remembers_the_round();

    world.network_down();
    if engine.keeps_its_profile_under_a_driver() {
        lead.closes_the_browser();
        lead.opens_the_browser_again("/lead");
    } else {
        lead.reloads();
    }
    let visit = lead.visits("Room 3").counts(QUESTIONS, 4).undoes().hears("“¿y por qué?”");
    let visit = visit.sees(INVITED, "seen").shares(SUPPORTS, "few").answers_the_block(TALK, "minutes 0 to 2", "seen");
    let visit = visit.minutes_pass(2).answers_the_block(TALK, "minutes 2 to 4", "not seen");
    // The page goes in the middle of the visit, and nothing of it does.
    drop(visit);
    lead.reloads();
    let visit = lead.goes_on_in("Room 3");
    assert_eq!((visit.count(QUESTIONS), visit.choice(INVITED).as_deref()), (3, Some("seen")));
    assert_eq!(visit.choice(SUPPORTS).as_deref(), Some("few"));
    lead.presses("So far");
    lead.sees("I heard: “¿y por qué?”");
    lead.presses("Back to the visit");
    // Locked in the middle of it, and opened again with the PIN.
    drop(visit);
    let under_way = lead.path();
    lead.goes_to("/tablet");
    sets_a_lock(&lead);
    lead.goes_to(&under_way);
    unlocks(&lead);
    let visit = lead.goes_on_in("Room 3");
    assert_eq!((visit.count(QUESTIONS), visit.choice(SUPPORTS).as_deref()), (3, Some("few")));
    visit.minutes_pass(8).finishes();
    lead.goes_to("/tablet");
    unlocks(&lead);
    lead.sees("Do not sign out of this tablet yet");
    assert_eq!(received(&world, &lead), 0);

    world.network_up();
    lead.presses("Send now");
    lead.sees("It is safe to sign out of this tablet.");
    assert_eq!(received(&world, &lead), 1);
}

/// Of how many rooms the server holds a summary in the round.
fn received(world: &World, lead: &Tablet) -> usize {
    let round = RoundId::parse(&lead.round()).unwrap();
    world.wait_for(world.server().store.tokens(&round)).unwrap().tokens.len()
}
