//! The page for a school's families: what a family reads, and the office in which it is approved.

use super::Tour;
use super::office::takes;
use crate::World;
use crate::browser::LAPTOP;

/// From the page that the sample has to one that a lead approves for another school.
pub fn a_page(tour: &Tour<'_>) {
    let world = World::with_earlier_rounds();
    let family = world.phone("family");
    family.goes_to("/family");
    family.sees("Juniper High School");
    tour.shows_as_it_is(&family, "en", "family-schools");
    family.follows("Juniper High School");
    family.sees("What the adults will do next");
    family.sees("Lo que harán ahora los adultos");
    tour.shows_as_it_is(&family, "en", "family-page");

    let lead = world.person("lead", LAPTOP);
    lead.goes_to("/office");
    lead.presses("district lead");
    takes(tour, &lead, "/office/families", "office-families");
    lead.follows("Read and approve");
    lead.sees("Who read both languages");
    takes(tour, &lead, &lead.path(), "office-family-draft");
    lead.goes_to("/office");
}
