//! A whole visit by key alone, from the first page to the note.

use serde_json::json;
use world::body::Key;
use world::{Planning, Tablet, World};

use crate::keys::Keys;

const QUESTIONS: &str = "Questions that invite reasoning";
const TALK: &str = "Students talk to students";
const INVITED: &str = "Invitations beyond volunteers";
const SUPPORTS: &str = "Language supports in use";

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
    lead.plans_a_round(&Planning {
        purpose: "Do our prompts get a second student to build on the first?",
        look_fors: &["DIS-04", "DIS-06", "EQP-02", "LAS-01"],
        opens: "2026-11-09",
        ends: "2026-11-20",
    });
    lead
}
