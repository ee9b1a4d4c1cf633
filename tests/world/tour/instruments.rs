//! A visit with both instruments, and what lies over it.

use super::{PLANNING, Tour, speaks};
use crate::{Planning, Tablet, World};

/// The instruments that may take the place of a unit, and what lies over a visit beside them.
pub fn a_visit(tour: &Tour<'_>) {
    let world = World::new();
    let lead = world.tablet("lead");
    lead.opens_the_lead_door();
    let look_fors = &["DIS-05", "EQP-01", "TSK-02", "FA-04"];
    lead.plans_a_round_with(&Planning { look_fors, ..PLANNING }, &["DIS-05", "EQP-01"]);
    let visit = lead.visits("Room 12").minutes_pass(1);
    lead.presses_in("who is talking now", "teacher to all");
    let visit = visit.minutes_pass(2);
    lead.presses_in("who is talking now", "partners");
    for _ in 0..2 {
        lead.presses_in("Quiet time to think", "answered at once");
    }
    lead.presses_in("Quiet time to think", "hold while it is quiet");
    std::thread::sleep(std::time::Duration::from_secs(4));
    lead.presses_in("Quiet time to think", "quiet for");
    lead.presses_in("Many voices are heard", "Lay out the seats");
    lead.sees("Lay out 24 seats");
    tour.shows_as_it_is(&lead, "en", "seats");
    lead.presses("Lay out 24 seats");
    for seat in ["row 1, seat 2", "row 2, seat 5", "row 2, seat 6", "row 3, seat 1", "row 4, seat 4"] {
        lead.presses_in("seats", seat);
    }
    tour.shows_as_it_is(&lead, "en", "voices");
    lead.presses("Back to the look-fors");
    let visit = visit.minutes_pass(1).minutes_pass(2);
    tour.shows(&lead, "visit-instruments");
    lead.presses("So far");
    tour.shows_as_it_is(&lead, "en", "so-far-instruments");
    lead.presses("Back to the visit");
    in_spanish(tour, &lead);
    let visit = visit.minutes_pass(5);
    visit.goes_to_the_end();
    tour.shows(&lead, "finish-instruments");
}

/// The same once more: the screen of a visit has no place for a choice of language.
fn in_spanish(tour: &Tour<'_>, lead: &Tablet) {
    speaks(lead, "es");
    lead.reloads();
    lead.presses_in("Se escuchan muchas voces", "se oyeron 5 de 24");
    tour.shows_as_it_is(lead, "es", "voices");
    lead.presses("Cambiar los asientos");
    tour.shows_as_it_is(lead, "es", "seats");
    lead.presses("Volver a los elementos");
    lead.presses("Hasta ahora");
    tour.shows_as_it_is(lead, "es", "so-far-instruments");
    speaks(lead, "en");
    lead.reloads();
    lead.sees("Finish visit");
}
