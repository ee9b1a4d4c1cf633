//! Between visits: before the door, in the hallway, the team's coverage, a visit that was forgotten.

use super::{PLANNING, Tour, speaks};
use crate::{Planning, World};

/// Two tablets in a round by grade band.
pub fn two_visits(tour: &Tour<'_>) {
    let world = World::new();
    let (lead, second) = (world.tablet("lead"), world.tablet("second"));
    lead.opens_the_lead_door();
    let look_fors = &["DIS-04", "DIS-06", "EQP-02"];
    lead.plans_a_round_by("By grade band", &Planning { look_fors, ..PLANNING }, &[]);
    second.opens_the_lead_door();
    second.joins(&lead.round_code());
    for room in ["Room 2", "Room 3", "Room 17"] {
        let visit = second.visits(room).counts("Questions that invite reasoning", 2);
        visit.sees("Invitations beyond volunteers", "seen").minutes_pass(10).finishes();
    }
    second.syncs();
    for room in ["Room 4", "Room 18"] {
        let visit = lead.visits(room).counts("Questions that invite reasoning", 2);
        visit.sees("Invitations beyond volunteers", "seen").minutes_pass(10).finishes();
    }
    let visit = lead
        .visits("Room 12")
        .counts("Questions that invite reasoning", 6)
        .sees("Invitations beyond volunteers", "seen")
        .answers_the_block("Students talk to students", "minutes 0 to 2", "seen")
        .hears("“How do you know it doubled?”")
        .hears("“Can you say that in your own words, and what would you ask her about it?”");
    visit.minutes_pass(10).finishes();
    tour.shows(&lead, "at-the-door");
    lead.follows("Four minutes of talk");
    tour.shows(&lead, "hallway");
    lead.syncs();
    lead.goes_to_the_round();
    lead.presses_in("Room 5", "Not today");
    lead.presses("What the team has covered");
    tour.shows_as_it_is(&lead, "en", "coverage");
    speaks(&lead, "es");
    lead.reloads();
    lead.presses("Lo que el equipo ha cubierto");
    tour.shows_as_it_is(&lead, "es", "coverage");
    speaks(&lead, "en");
    lead.reloads();
    lead.follows_in("Room 7", "Begin a visit");
    tour.shows(&lead, "confirm-door");
    lead.visits("Room 7").minutes_pass(130);
    tour.shows(&lead, "still-on");
}
