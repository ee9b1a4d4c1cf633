//! The four units in the room: nothing tapped is lost by a reload, any mark can be taken out, a missed block is missed.

use serde_json::json;
use world::{Planning, World};

const QUESTIONS: &str = "Questions that invite reasoning";
const TALK: &str = "Students talk to students";
const THINKING: &str = "Thinking stays with students";
const SUPPORTS: &str = "Language supports in use";
const ADJUSTED: &str = "Adjusting on the spot";

/// A tally, an event, a state and a share.
const PLANNING: Planning<'static> = Planning {
    purpose: "Who does the thinking?",
    look_fors: &["DIS-04", "DIS-06", "TSK-02", "LAS-01"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

#[test]
fn an_earlier_mark_is_taken_out_after_a_reload_and_the_later_ones_stay() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    let visit = lead.visits("Room 3").counts(QUESTIONS, 2);
    // How many are in view can be said before a band, which then says what it stands for.
    lead.presses_in("students in view", "one more");
    lead.sees("20 in view");
    let visit = visit.shares(SUPPORTS, "few").answers_the_block(TALK, "minutes 0 to 2", "seen").counts(QUESTIONS, 1);
    assert!(lead.text().contains("few 1–4") && lead.text().contains("most 11–15"), "{}", lead.text());

    lead.reloads();
    drop(visit);
    let visit = lead.goes_on_in("Room 3");
    lead.presses("So far");
    lead.sees("Recorded so far");
    lead.presses("Take out: Language supports in use: few");
    lead.sees_no_more("Language supports in use: few");
    lead.presses("Back to the visit");
    assert_eq!((visit.count(QUESTIONS), visit.choice(SUPPORTS)), (3, None));
    lead.sees("20 in view");
    lead.reloads();
    let visit = lead.goes_on_in("Room 3");
    assert_eq!((visit.count(QUESTIONS), visit.choice(SUPPORTS)), (3, None));
    // The last act is then the count: it alone is undone.
    assert_eq!(visit.undoes().count(QUESTIONS), 2);
    // In ten minutes that would be ten.
    lead.minutes_pass(2);
    lead.sees("that is 10 in ten minutes");
}

#[test]
fn a_missed_block_is_called_missed_and_a_state_is_asked_for_at_the_beep_only() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    let visit = lead.visits("Room 3").answers_the_block(TALK, "minutes 0 to 2", "not seen");
    let waits = "return [...document.querySelectorAll('.two button')].filter((button) => button.ariaDisabled === 'true').length";
    assert_eq!(lead.run(waits, vec![]), json!(3), "the beep has not come");
    let visit = visit.minutes_pass(2).answers_the_block(THINKING, "at the beep, min. 2", "does not apply");
    let visit = visit.answers_the_block(TALK, "minutes 2 to 4", "seen").minutes_pass(2);
    let visit = visit.answers_the_block(THINKING, "at the beep, min. 4", "it is so");
    // Nobody answers minutes 4 to 6, nor the beep at minute 6.
    let visit = visit.minutes_pass(2).minutes_pass(1);
    lead.sees("4–6 missed");
    visit.goes_to_the_end();
    lead.sees("Only here: seen in 1 of 2 two-minute blocks that were answered; 1 missed");
    lead.sees("Only here: so at 1 of 1 beeps that were answered; 1 missed; 1 did not apply");
}

#[test]
fn the_beep_is_silenced_with_one_tap_and_stays_silent() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    let visit = lead.visits("Room 3");
    listen(&lead);
    let visit = visit.counts(QUESTIONS, 1);
    nears_the_minute(&lead, 2);
    lead.wait("hear one beep", || (tones(&lead) == 1).then_some(()));
    lead.presses("Beep on");
    nears_the_minute(&lead, 4);
    lead.sees("at the beep, min. 4");
    assert_eq!(tones(&lead), 1, "it was silenced");
    // Ticks are off until somebody wants them.
    lead.presses("So far");
    lead.chooses("A tick for each tap");
    lead.presses("Back to the visit");
    let _visit = visit.counts(QUESTIONS, 2);
    assert_eq!(tones(&lead), 3);
    lead.reloads();
    lead.sees("Beep off");
    listen(&lead);
    lead.goes_on_in("Room 3").counts(QUESTIONS, 1);
    assert_eq!(tones(&lead), 1, "remembered");
}

#[test]
fn not_enough_time_is_offered_where_the_boundary_asks_for_it() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&Planning { look_fors: &["FA-04", "INQ-02"], ..PLANNING });
    let visit = lead.visits("Room 3");
    assert_eq!(lead.text().matches("a full answer here").count(), 1);
    assert_eq!(visit.sees(ADJUSTED, "not enough time").choice(ADJUSTED).as_deref(), Some("not enough time"));
}

/// Time passes until a second or two before that minute of the visit.
fn nears_the_minute(lead: &world::Tablet, minute: i64) {
    let shown = lead.words_of(".clock span").unwrap();
    let (minutes, seconds) = shown.split_once(':').unwrap();
    let passed = 60 * minutes.parse::<i64>().unwrap() + seconds.parse::<i64>().unwrap();
    lead.seconds_pass(60 * minute - 2 - passed);
}

/// From now on counts the tones that the page makes.
fn listen(lead: &world::Tablet) {
    let script = "window.tones = 0;
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...at) { window.tones += 1; return start.apply(this, at); }";
    lead.run(script, vec![]);
}

fn tones(lead: &world::Tablet) -> u64 {
    lead.run("return window.tones", vec![]).as_u64().unwrap()
}
