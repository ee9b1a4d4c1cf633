//! Whole visits without a network, in each of the three engines: all four units, a sentence, something taken back, a lock
//! and a handle that dies in the middle, and then both instruments.

use domain::ids::RoundId;
use serde_json::json;
use world::{Engine, Planning, Tablet, World};

use crate::lock::{sets_a_lock, unlocks};
use crate::traps::DIES;

const QUESTIONS: &str = "Questions that invite reasoning";
const TALK: &str = "Students talk to students";
const INVITED: &str = "Invitations beyond volunteers";
const SUPPORTS: &str = "Language supports in use";
const QUIET: &str = "Quiet time to think";
const VOICES: &str = "Many voices are heard";

/// A tally, two-minute blocks, a presence and a share.
const PLANNING: Planning<'static> = Planning {
    purpose: "Who is asked for reasons?",
    look_fors: &["DIS-04", "DIS-06", "EQP-02", "LAS-01"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

/// The talk strip and the voices grid, and one look-for beside them.
const INSTRUMENTS: Planning<'static> = Planning {
    purpose: "Who talks, and who is heard?",
    look_fors: &["DIS-05", "EQP-01", "DIS-04"],
    opens: "2026-12-01",
    ends: "2026-12-11",
};

#[test]
fn whole_visits_are_made_in_chromium_without_a_network() {
    whole_visits_are_made_without_a_network_in(Engine::Chromium);
}

#[test]
fn whole_visits_are_made_in_firefox_without_a_network() {
    whole_visits_are_made_without_a_network_in(Engine::Firefox);
}

#[test]
fn whole_visits_are_made_in_webkit_without_a_network() {
    whole_visits_are_made_without_a_network_in(Engine::WebKit);
}

fn whole_visits_are_made_without_a_network_in(engine: Engine) {
    let world = World::new();
    let planner = world.tablet("planner");
    let lead = world.tablet_in(engine, &format!("lead in {engine}"));
    planner.opens_the_lead_door();
    planner.plans_a_round_with(&INSTRUMENTS, &["DIS-05", "EQP-01"]);
    let instruments = planner.round_code();
    planner.plans_a_round(&PLANNING);
    let units = planner.round_code();
    planner.syncs();
    lead.opens_the_lead_door();
    lead.is_kept_for_offline_use();

    without_a_network(&world, &lead, &instruments, || a_visit_with_both_instruments(&lead, engine));
    without_a_network(&world, &lead, &units, || {
        if engine.keeps_its_profile_under_a_driver() {
            lead.closes_the_browser();
            lead.opens_the_browser_again("/lead");
        } else {
            lead.reloads();
        }
        a_visit_with_every_unit(&lead);
    });
}

/// Joins a round and makes a visit there while the network is away; what it left arrives when the network is back.
fn without_a_network(world: &World, lead: &Tablet, code: &str, visit: impl FnOnce()) {
    lead.types_the_round_code(code);
    lead.sees("Rooms");
    lead.remembers_the_round();
    world.network_down();
    visit();
    lead.sees("Do not sign out of this tablet yet");
    assert_eq!(received(world, lead), 0);

    world.network_up();
    lead.presses("Send now");
    lead.sees("It is safe to sign out of this tablet.");
    assert_eq!(received(world, lead), 1);
}

fn a_visit_with_every_unit(lead: &Tablet) {
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
    sets_a_lock(lead);
    lead.goes_to(&under_way);
    unlocks(lead);
    let visit = lead.goes_on_in("Room 3");
    assert_eq!((visit.count(QUESTIONS), visit.choice(SUPPORTS).as_deref()), (3, Some("few")));
    // The handle dies while the tablet sleeps, and the next tap is kept once.
    lead.run(DIES, vec![]);
    let visit = visit.counts(QUESTIONS, 1);
    assert_eq!(lead.run("return window.opened", vec![]), json!(1));
    lead.reloads();
    unlocks(lead);
    drop(visit);
    let visit = lead.goes_on_in("Room 3");
    assert_eq!(visit.count(QUESTIONS), 4);
    visit.minutes_pass(8).finishes();
    lead.goes_to("/tablet");
    unlocks(lead);
}

/// Counts the transactions that write, and those that are asked to commit.
const COUNT_COMMITS: &str = "
    const { commit } = IDBTransaction.prototype, { transaction } = IDBDatabase.prototype;
    window.asked = window.written = 0;
    IDBTransaction.prototype.commit = function () { window.asked += 1; return commit.call(this); };
    IDBDatabase.prototype.transaction = function (...given) {
        if (given[1] === 'readwrite') window.written += 1;
        return transaction.apply(this, given);
    };";

fn a_visit_with_both_instruments(lead: &Tablet, engine: Engine) {
    let visit = lead.visits("Room 4");
    for talk in ["teacher to all", "partners"] {
        lead.presses_in("who is talking now", talk);
    }
    lead.presses_in(QUIET, "hold while it is quiet");
    let held = "return /quiet for ([3-9]|[0-9]{2}) s/.test(document.querySelector('.press').innerText)";
    lead.wait("hold it for three seconds", || lead.run(held, vec![]).as_bool().filter(|held| *held));
    lead.presses_in(QUIET, "quiet for");
    lead.sees("open question 2 of 5");
    lead.presses_in(VOICES, "Lay out the seats");
    lead.presses("Lay out 24 seats");
    lead.run(COUNT_COMMITS, vec![]);
    for seat in ["row 1, seat 2", "row 2, seat 1", "row 4, seat 6"] {
        lead.presses_in("seats", seat);
    }
    lead.sees("3 of 24 heard");
    lead.sees("saved on this tablet");
    // A tablet that is put to sleep after a tap has it: nothing more of the page is needed.
    let asked = lead.run("return window.asked > 0 && window.asked === window.written", vec![]);
    assert_eq!(asked, json!(true), "{engine} is asked to commit");
    lead.presses("Back to the look-fors");
    lead.presses("So far");
    lead.presses(&format!("Take out: {VOICES}: row 2, seat 1"));
    lead.sees_no_more("row 2, seat 1");
    lead.presses("Back to the visit");
    lead.sees("2 of 24 heard");

    // The page goes, and nothing of it does.
    lead.reloads();
    drop(visit);
    let visit = lead.goes_on_in("Room 4");
    lead.sees("2 of 24 heard");
    lead.sees("open question 2 of 5");
    let talking = "return document.querySelector('.talk [aria-pressed=\"true\"]')?.innerText.trim() ?? null";
    assert_eq!(lead.run(talking, vec![]), json!("partners"));
    visit.minutes_pass(10).goes_to_the_end();
    lead.sees("Only here: 1 question, three seconds or more after 1");
    lead.sees("Only here: 2 of 24 heard");
    lead.presses("Finish without a note");
    lead.sees("The visit is finished and saved on this tablet.");
    lead.goes_to("/tablet");
}

/// Of how many rooms the server holds a summary in the round.
fn received(world: &World, lead: &Tablet) -> usize {
    let round = RoundId::parse(&lead.round()).unwrap();
    world.wait_for(world.server().store.tokens(&round)).unwrap().tokens.len()
}
