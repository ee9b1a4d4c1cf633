//! A round by key alone: planned, debriefed, closed, and read.

use world::{Tablet, World};

use crate::keys::Keys;

const PURPOSE: &str = "Do our prompts get a second student to build on the first?";

#[test]
fn a_round_is_planned_debriefed_and_closed_by_key_alone() {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    let keys = Keys(&lead);
    plans(&lead, &keys);
    lead.remembers_the_round();
    lead.visits("Room 12").counts("Questions that invite reasoning", 3).minutes_pass(10).finishes();
    lead.goes_to_the_round();
    keys.enters("Debrief");
    lead.sees("Describe");
    debriefs(&lead, &keys);
    keys.enters("To the close");
    lead.sees("Close and publish");
    keys.is_on_the_heading();
    keys.enters("Close and publish");
    keys.enters("Yes, close and publish");
    lead.sees("The round is closed.");
}

#[test]
fn the_ways_to_read_a_school_are_gone_through_by_key_alone() {
    let world = World::with_earlier_rounds();
    let reader = world.reader("reader");
    reader.goes_to("/");
    let keys = Keys(&reader);
    keys.enters("Read the school’s picture");
    reader.sees("Juniper High School");
    keys.is_on_the_heading();
    keys.enters("Juniper High School");
    reader.sees("What happens next");
    keys.is_on_the_heading();
    keys.enters("Same opportunity?");
    reader.sees("Is the same opportunity there in every group of rooms?");
    keys.is_on_the_heading();
    keys.enters("Productive talk");
    reader.sees("They are not added up");
    keys.is_on_the_heading();
    keys.enters("Picture");
    reader.sees("What happens next");
}

fn plans(lead: &Tablet, keys: &Keys<'_>) {
    keys.enters("Plan a round");
    lead.sees("What do you want to find out together?");
    keys.is_on_the_heading();
    // The one school there is, is chosen already.
    keys.goes_to("Alder Elementary");
    keys.goes_to("First day");
    lead.types("11092026");
    keys.goes_to("Last day");
    lead.types("11202026");
    keys.goes_to("What do you want to find out together?");
    lead.types(PURPOSE);
    keys.enters("Collaborative discourse");
    keys.goes_to("Questions that invite reasoning");
    keys.presses_space();
    keys.goes_to("Not at all");
    keys.presses_space();
    keys.enters("Open the round");
    lead.sees("Another tablet joins");
    keys.is_on_the_heading();
}

fn debriefs(lead: &Tablet, keys: &Keys<'_>) {
    keys.enters("4 Next step");
    for (field, words) in [
        ("Who owns it", "Principal"),
        ("will", "cover two afternoons"),
        ("By", "12182026"),
        ("Which team", "Grade 4"),
        ("asks", "What do first attempts tell us?"),
    ] {
        keys.goes_to(field);
        lead.types(words);
    }
}
