//! A district of a thousand schools on one tablet: until it has heard of them, and when it is opened again.

use std::time::Instant;

use domain::ids::{RoomId, SchoolId};
use domain::roster::{Room, Roster, School, Tags};
use world::{Engine, World};

use crate::report::{Figure, Report};

const SCHOOLS: usize = 1_000;
const ROOMS: usize = 30;

/// Opens the lead's door, and then the same page again from what the tablet holds.
pub fn measure(report: &mut Report) {
    let world = World::of(&roster());
    let lead = world.tablet_in(Engine::Chromium, "lead");
    lead.goes_to("/library");
    let what = format!("{SCHOOLS} schools of {ROOMS} rooms");
    let began = Instant::now();
    lead.opens_the_lead_door();
    report.figure(Figure {
        what: format!("a new tablet hears of {what}"),
        measured: began.elapsed().as_secs_f64(),
        budget: 5.0,
        unit: "s",
        mend: "a roster that comes school by school",
    });

    let began = Instant::now();
    lead.goes_to("/lead/plan");
    lead.sees("Find a school");
    report.figure(Figure {
        what: format!("the form of a plan, opened anew over {what}"),
        measured: began.elapsed().as_secs_f64(),
        budget: 2.0,
        unit: "s",
        mend: "a record for each school, read when it is asked for",
    });

    let began = Instant::now();
    lead.writes("Find a school", "School 777");
    lead.sees("School 777");
    report.remark(format!("  a school found by its name in {:.2} s", began.elapsed().as_secs_f64()));
}

fn roster() -> Roster {
    let mut roster = Roster::default();
    for number in 0..SCHOOLS {
        let (id, name) = (SchoolId::from_roster(&number.to_string()), format!("School {number}"));
        roster.rooms.extend((1..=ROOMS).map(|room| Room {
            id: RoomId::from_roster(&id, &room.to_string()),
            school: id.clone(),
            name: format!("Room {room}"),
            tags: Tags::default(),
            active: true,
        }));
        roster.schools.push(School { id, name });
    }
    roster
}
