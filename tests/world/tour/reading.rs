//! The ways to read a school: its picture with earlier rounds, its groups beside one another, its talk, and the book that
//! whoever leads it hands over.

use super::Tour;
use crate::World;

/// What readers of the sample district see, with two groups, with many, and where nothing is compared.
pub fn ways_to_read(tour: &Tour<'_>) {
    let world = World::with_earlier_rounds();
    let reader = world.reader("reader");
    reader.picture();
    tour.shows(&reader, "picture-with-earlier-rounds");
    reader.follows("Same opportunity?");
    reader.sees("compared with grades 3 to 5");
    tour.shows(&reader, "opportunity-of-two");
    reader.follows("Productive talk");
    reader.sees("Collaborative discourse");
    tour.shows(&reader, "talk");
    reader.goes_to("/pictures");
    reader.follows("Juniper High School");
    reader.follows("Same opportunity?");
    reader.sees("compared with the other rooms");
    tour.shows(&reader, "opportunity");
    reader.goes_to("/pictures");
    reader.follows("Dry Fork School");
    reader.follows("Same opportunity?");
    reader.sees("This round was grouped by school");
    tour.shows(&reader, "opportunity-none");
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    lead.goes_to("/pictures");
    lead.follows("Juniper High School");
    lead.follows("Handover book");
    lead.sees("For whoever leads here next");
    lead.sees("Looked for:");
    tour.shows(&lead, "handover-book");
}
