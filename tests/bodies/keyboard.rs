//! A whole visit by key alone, from the first page to the note.

use serde_json::json;
use world::body::Key;
use world::{Planning, Tablet, World};

use crate::keys::Keys;

const QUESTIONS: &str = "Questions that invite reasoning";
const TALK: &str = "Students talk to students";
const INVITED: &str = "Invitations beyond volunteers";
const SUPPORTS: &str = "Language supports in use";

const PLANNING: Planning<'static> = Planning {
    purpose: "Do our prompts get a second student to build on the first?",
    look_fors: &["DIS-04", "DIS-06", "EQP-02", "LAS-01"],
    opens: "2026-11-09",
    ends: "2026-11-20",
};

#[test]
fn a_visit_is_made_from_the_first_page_to_the_note_by_key_alone() {
    let world = World::new();
    let lead = in_a_round(&world);
    let keys = Keys(&lead);
    lead.goes_to("/");
    lead.sees("Lead a round");
    keys.enters("Lead a round");
    lead.sees("Rounds");
    keys.is_on_the_heading();
    keys.enters("Do our prompts get a second student");
    lead.sees("Another tablet joins");
    keys.is_on_the_heading();
    keys.enters("Begin a visit, Room 12");
    lead.sees("which subject is on now?");
    keys.is_on_the_heading();
    keys.picks("Language arts", "Mathematics");
    keys.enters("Begin the visit");
    lead.sees("Finish visit");
    keys.is_on_the_heading();

    records(&lead, &keys);

    keys.enters("Finish visit");
    lead.sees("This is all that will leave the tablet.");
    keys.is_on_the_heading();
    keys.goes_to("We noticed");
    lead.types("Four students in a row added to one another.");
    keys.goes_to("We wonder");
    lead.types("What could you hand over to students?");
    lead.sees("kept on this tablet as you type");
    keys.enters("Make eight cards");
    lead.sees("The next card");
    keys.enters("Finish and seal the note");
    lead.sees("Hand this over");
}

#[test]
fn both_instruments_the_sheets_and_what_comes_between_visits_are_used_by_key_alone() {
    let world = World::new();
    let lead = in_a_round_with_both_instruments(&world);
    let visit = lead.visits("Room 12");
    let keys = Keys(&lead);
    switches_and_times(&lead, &keys);
    marks_seats(&lead, &keys);
    sets_own_phrases(&lead, &keys);
    keys.enters("So far");
    lead.sees("row 2, seat 2");
    keys.stays_in_the_sheet();
    keys.presses(Key::Escape);
    keys.is_on("So far");

    visit.minutes_pass(10).finishes();
    keys.enters("Four minutes of talk");
    lead.sees("Four minutes in the hallway");
    keys.is_on_the_heading();
    keys.enters("Sound at the end: off");
    keys.is_on("Sound at the end: on");
    lead.goes_to_the_round();
    keys.enters("Not today, Room 5");
    keys.is_on("The door is open, Room 5");
    keys.presses(Key::Enter);
    keys.is_on("Not today, Room 5");
    keys.enters("What the team has covered");
    lead.sees("usable");
}

/// Who talks, a quiet that is tapped at both ends, and one that was answered at once.
fn switches_and_times(lead: &Tablet, keys: &Keys<'_>) {
    for talk in ["teacher to all", "partners"] {
        keys.goes_to_in("who is talking now", talk);
        keys.presses(Key::Enter);
        keys.is_on(talk);
        lead.wait("see it chosen", || is_pressed(lead).then_some(()));
    }
    keys.enters("hold while it is quiet");
    lead.sees("let go, or tap, when somebody speaks");
    keys.presses_space();
    lead.sees("open question 2 of 5");
    keys.is_on("hold while it is quiet");
    keys.enters("answered at once");
    lead.sees("open question 3 of 5");
    keys.is_on("answered at once");
}

/// A grid of twenty-five seats, of which two were heard. Arrow keys lead from seat to seat.
fn marks_seats(lead: &Tablet, keys: &Keys<'_>) {
    keys.enters("Lay out the seats");
    keys.is_on("Back to the look-fors");
    keys.goes_to_in("students in the class", "one more");
    keys.presses_space();
    keys.is_on("one more");
    keys.enters("Lay out 25 seats");
    keys.is_on("row 1, seat 1");
    keys.presses_space();
    lead.sees("1 of 25 heard");
    keys.presses(Key::Down);
    keys.presses(Key::Right);
    keys.is_on("row 2, seat 2");
    keys.presses(Key::Enter);
    lead.sees("2 of 25 heard");
    keys.is_on("row 2, seat 2");
    keys.enters("Back to the look-fors");
    keys.is_on("2 of 25 heard");
}

/// In the place of those that the app begins with.
fn sets_own_phrases(lead: &Tablet, keys: &Keys<'_>) {
    keys.enters("I saw… / I heard…");
    keys.enters("Change these phrases");
    keys.goes_to("Another phrase");
    lead.types("at the board, ");
    keys.enters("Add it");
    keys.enters("Done with phrases");
    keys.enters("at the board,");
    keys.is_on("In the room’s words, not yours");
    assert!(lead.field("In the room’s words, not yours").starts_with("at the board,"));
    lead.types("two students drew a line");
    keys.presses(Key::Enter);
    lead.sees("I saw at the board, two students drew a line");
    keys.presses(Key::Escape);
    keys.is_on("I saw… / I heard…");
}

/// Each unit, a sentence and what counts; the focus comes back from every sheet and stays on what was pressed.
fn records(lead: &Tablet, keys: &Keys<'_>) {
    keys.goes_to_in(QUESTIONS, "counted: 0");
    keys.presses_space();
    keys.is_on("counted: 1");
    lead.sees("saved on this tablet");
    keys.enters("Undo");
    lead.sees("counted: 0");
    // It can do nothing now, and is still where it was.
    keys.is_on("Undo");
    keys.presses(Key::Enter);
    keys.is_on("Undo");

    keys.goes_to_in(QUESTIONS, "What counts");
    keys.presses(Key::Enter);
    lead.sees("What counts and what does not");
    keys.is_on("Back to the visit");
    keys.stays_in_the_sheet();
    keys.presses(Key::Escape);
    keys.is_on(QUESTIONS);

    keys.goes_to_in(QUESTIONS, "counted: 0");
    keys.presses(Key::Enter);
    keys.is_on("counted: 1");
    keys.presses_space();
    keys.is_on("counted: 2");
    for (look_for, answer) in [(TALK, "not seen"), (INVITED, "not seen"), (SUPPORTS, "some")] {
        keys.goes_to_in(look_for, answer);
        keys.presses_space();
        keys.is_on(answer);
        lead.wait("see it chosen", || is_pressed(lead).then_some(()));
    }
    keys.enters("I saw… / I heard…");
    keys.is_on("In the room’s words, not yours");
    lead.types("two students read the question again");
    keys.presses(Key::Enter);
    lead.sees("I saw two students read");
    keys.enters("Back to the visit");
    keys.is_on("I saw… / I heard…");
    lead.sees("saved on this tablet");
}

fn is_pressed(lead: &Tablet) -> bool {
    lead.run("return document.activeElement.ariaPressed", vec![]) == json!("true")
}

/// The round is there already; all else is done by key.
pub fn in_a_round(world: &World) -> Tablet {
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.plans_a_round(&PLANNING);
    lead
}

/// The same of the talk strip and the voices grid.
pub fn in_a_round_with_both_instruments(world: &World) -> Tablet {
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    let look_fors = &["DIS-05", "EQP-01"];
    lead.plans_a_round_with(&Planning { look_fors, ..PLANNING }, look_fors);
    lead
}
